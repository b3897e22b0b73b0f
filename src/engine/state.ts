import type { Machine } from './machine.ts';
import { keptOf, type NetworkSpec, parametersOf } from './network.ts';
import { type OptimizerName, optimizers } from './optimizers.ts';
import { paddedBytes } from './weights.ts';

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

/** The same network in the hands of another optimizer, which remembers nothing yet. */
export function underOptimizer(
  { words }: TrainerState,
  spec: NetworkSpec,
  name: OptimizerName,
): TrainerState {
  const length = parametersOf(spec).reduce((sum, { shape }) => sum + paddedBytes(shape) / 4, 0);
  const kept = keptOf(spec).reduce((sum, { size }) => sum + size, 0);
  const tail = words.subarray(words.length - kept - 1);
  const fresh = new Int32Array((1 + optimizers[name].slots) * length + POWERS.length + tail.length);
  fresh.set(words.subarray(0, length));
  fresh.set(POWERS, fresh.length - tail.length - POWERS.length);
  fresh.set(tail, fresh.length - tail.length);
  return { words: fresh };
}

/** Products of decays before the first step: twice 1, in float64. */
const POWERS = new Int32Array(Float64Array.of(1, 1).buffer);
