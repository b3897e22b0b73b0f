import type { Point } from './events.ts';
import { type Experiment, nextMeasured, type Span } from './kind.ts';
import type { Snapshot } from './snapshot.ts';

/** An experiment with its past in bounded memory. */
export type History = {
  /** Takes the experiment on, as it would by itself, and leaves snapshots on the way. */
  advanceTo(step: number): readonly Point[];
  /** Takes the experiment to a step of its past for as long as `look` lasts. */
  at<Seen>(step: number, look: () => Seen): Seen;
  /** The snapshots that are kept, from the first. */
  readonly snapshots: readonly Snapshot[];
};

/** Snapshots that are kept at most; so many steps of a run are measured, about. */
const MOST = 400;

/**
 * Keeps a snapshot at measured steps, of all that are measured at first; whenever their bytes come to more than the budget,
 * every second one is let go, and from then on half as many are taken. Between two of them the experiment is played again.
 */
export function createHistory(experiment: Experiment, span: Span, budget: number): History {
  let snapshots: readonly Snapshot[] = [];
  let every = 1;
  let passed = 0;

  function keep(): void {
    if (passed++ % every !== 0) return;
    const snapshot = experiment.save?.();
    if (!snapshot) return;
    snapshots = [...snapshots, snapshot];
    while (snapshots.length > 1 && (snapshots.length > MOST || bytesOf(snapshots) > budget)) {
      snapshots = snapshots.filter((_, i) => i % 2 === 0);
      every *= 2;
    }
  }

  return {
    get snapshots() {
      return snapshots;
    },
    advanceTo(target) {
      const points: Point[] = [];
      if (snapshots.length === 0) {
        points.push(...experiment.advanceTo(experiment.step));
        keep();
      }
      while (experiment.step < target && !experiment.diverged) {
        const next = nextMeasured(experiment.step, span);
        points.push(...experiment.advanceTo(Math.min(next, target)));
        if (experiment.step === next && !experiment.diverged) keep();
      }
      return points;
    },
    at(step, look) {
      const before = snapshots.findLast((each) => each.step <= step);
      if (step >= experiment.step || !before || !experiment.save || !experiment.load) return look();
      const present = experiment.save();
      experiment.load(before);
      experiment.advanceTo(step);
      try {
        return look();
      } finally {
        experiment.load(present);
      }
    },
  };
}

function bytesOf(snapshots: readonly Snapshot[]): number {
  return snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
}
