import type { TrainingState } from './training-steps.ts';

/** Where a network stood at a step: whoever takes it up goes on from there bit for bit. */
export type Snapshot = {
  readonly step: number;
  /** What it takes up in memory, counting as its own what it shares with its neighbours. */
  readonly bytes: number;
  readonly training: TrainingState;
  /** The training loss at each measured step so far. */
  readonly curve: readonly number[];
};

/** Puts together what there is to be kept of a run. */
export function snapshotOf(training: TrainingState, curve: readonly number[]): Snapshot {
  const states = [training.trainer, ...(training.stopping?.best ? [training.stopping.best] : [])];
  const length = states.reduce((sum, { words }) => sum + words.length, 0);
  return {
    step: training.step,
    bytes: 4 * length + training.batches.bytes + 8 * curve.length + OVERHEAD,
    training,
    curve: [...curve],
  };
}

/** Records and streams of random numbers, about. */
const OVERHEAD = 2000;
