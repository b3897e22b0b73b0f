import type { Machine } from './machine.ts';
import { optimizers } from './optimizers.ts';

/** All that a training step changes, word for word as it lies in the kernels' memory. */
export type TrainerState = { readonly words: Int32Array };

/** Copies weights, what the optimizer and the layers keep, and the count of steps that dropout goes by. */
export function saveState(machine: Machine): TrainerState {
  const stretches = stretchesOf(machine);
  const words = new Int32Array(stretches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { address, length } of stretches) {
    words.set(machine.arena.integers(address, length), at);
    at += length;
  }
  return { words };
}

/** Puts such a copy in the place of what there is. */
export function loadState(machine: Machine, { words }: TrainerState): void {
  const stretches = stretchesOf(machine);
  const expected = stretches.reduce((sum, { length }) => sum + length, 0);
  if (words.length !== expected) throw new RangeError(`a state of ${words.length} words for ${expected}`);
  let at = 0;
  for (const { address, length } of stretches) {
    machine.arena.integers(address, length).set(words.subarray(at, at + length));
    at += length;
  }
}

/** Stretches of memory, in words of 4 bytes. Weights come first. */
function stretchesOf({ weights, tape }: Machine): readonly { address: number; length: number }[] {
  const { values, slots, powers, bytes, rule, kept } = weights;
  return [
    { address: values, length: bytes / 4 },
    { address: slots, length: (optimizers[rule.name].slots * bytes) / 4 },
    { address: powers, length: 4 },
    ...kept.map(({ address, size }) => ({ address, length: size })),
    { address: tape.clock, length: 1 },
  ];
}
