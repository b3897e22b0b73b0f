import { giveBack, handsReady, hire, type SharedKernels, trainWithHands } from './hands.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { Arena } from './memory.ts';
import type { Tape } from './tape.ts';
import { createThreadChoice, type Threads } from './thread-choice.ts';

type Training = Parameters<Kernels['train']>;

/** The threads that train one network, this one among them. */
export type Team = {
  /** As `train` of the kernels; `sizes` are the rows of each batch. */
  play(training: Training, sizes: Int32Array): void;
  free(): void;
};

/** As many threads as were asked for, or slice by slice as many as pay; where no other thread can be had, this one alone. */
export function createTeam(shared: SharedKernels, arena: Arena, tape: Tape, threads: Threads): Team {
  const place = arena.reserve(PLACE_BYTES);
  const wanted = threads === 'auto' ? 2 : threads;
  const choice = threads === 'auto' ? createThreadChoice() : null;
  hire(wanted);

  function playWith(hands: number, training: Training): void {
    if (hands === 1) shared.kernels.train(...training);
    else trainWithHands(shared, [hands, place, tape.panelBytes, tape.roomBytes, ...training]);
  }

  function playSlices(next: NonNullable<typeof choice>, training: Training, sizes: Int32Array): void {
    for (let at = 0; at < sizes.length; ) {
      const { threads: hands, steps } = next.next(handsReady() >= wanted);
      const end = Math.min(sizes.length, at + steps);
      const before = performance.now();
      playWith(hands, slice(training, sizes, at, end));
      next.tell(hands, end - at, performance.now() - before);
      at = end;
    }
  }

  return {
    play(training, sizes) {
      if (choice) playSlices(choice, training, sizes);
      else playWith(handsReady() >= wanted ? wanted : 1, training);
    },
    free: () => giveBack(shared),
  };
}

/** Three words, a cache line apart: see shares.ts of the kernels. */
const PLACE_BYTES = 3 * 64;

/** The steps `at` to `end` of a training. */
function slice(training: Training, sizes: Int32Array, at: number, end: number): Training {
  const [tape, operations, , orders, sizesAt, rates, means] = training;
  const skipped = orders === 0 ? 0 : sizes.subarray(0, at).reduce((sum, size) => sum + size, 0);
  const from = orders === 0 ? 0 : orders + 4 * skipped;
  return [tape, operations, end - at, from, sizesAt + 4 * at, rates + 4 * at, means + 4 * at];
}
