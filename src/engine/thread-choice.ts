import { availableParallelism } from 'node:os';
import { cellsOf } from './layer.ts';
import { type NetworkSpec, parametersOf, shapesOf } from './network.ts';

/** So many threads, or as many as pay. */
export type Threads = number | 'auto';

/** Multiplications of a forward pass over a batch from which on a second thread may pay; below, waking it costs more. */
const WORTH_A_TRIAL = 2_000_000;
/** A second thread has to save this share of the time to be kept. */
const SAVED = 0.15;
const SLICE_MS = 10;
const TRIAL_EVERY_MS = 1000;

/** How many threads there has to be room for. */
export function mostThreads(threads: Threads, spec: NetworkSpec, maxBatch: number): number {
  if (threads !== 'auto') return threads;
  return availableParallelism() > 1 && maxBatch * multiplications(spec) >= WORTH_A_TRIAL ? 2 : 1;
}

/** Multiplications of one row on its way forward: every weight of a matrix at every cell that it is used at. */
export function multiplications(spec: NetworkSpec): number {
  const shapes = shapesOf(spec);
  return parametersOf(spec).reduce((sum, { shape, layer }) => {
    const [rows = 1, columns] = shape;
    return columns === undefined ? sum : sum + rows * columns * cellsOf(shapes[layer + 1]!);
  }, 0);
}

/** Decides slice by slice between one thread and two, by what each has lately taken; the bits are the same either way. */
export type ThreadChoice = {
  /** Threads of the next slice, and its steps. */
  next(isReady: boolean): { readonly threads: 1 | 2; readonly steps: number };
  /** Hears how long a slice has taken. */
  tell(threads: 1 | 2, steps: number, ms: number): void;
};

/** Before anything was measured: one thread, and two as soon as a second one is there to be tried. */
export function createThreadChoice(): ThreadChoice {
  const msOf = { 1: Number.NaN, 2: Number.NaN };
  let untilTrial = 0;
  let isTrial = false;
  return {
    next(isReady) {
      const best = isReady && msOf[2] < (1 - SAVED) * msOf[1] ? 2 : 1;
      isTrial = isReady && untilTrial <= 0;
      const threads = isTrial ? (best === 1 ? 2 : 1) : best;
      const ms = msOf[threads] || msOf[1];
      return { threads, steps: ms > 0 ? Math.max(1, Math.round(SLICE_MS / ms)) : 1 };
    },
    tell(threads, steps, ms) {
      msOf[threads] = ms / steps;
      untilTrial = isTrial ? TRIAL_EVERY_MS : untilTrial - ms;
    },
  };
}
