import type { Look, Point } from './events.ts';
import { type Experiment, type Grid, nextMeasured, type Span } from './kind.ts';

/** What an experiment does at a step, and what is then measured; how it is taken on, and the bits of its curve, follow from that. */
type Steps = {
  readonly span: Span;
  /** Takes a step; the first is number 1. */
  readonly take: (step: number) => void;
  readonly measure: (step: number) => Point['values'];
  /** Whether there is something to be measured before the first step. */
  readonly hasStart: boolean;
  /** True once nothing can be trained any more. */
  readonly isBroken?: () => boolean;
  readonly look?: (grid: Grid, step: number) => Look | null;
  readonly totals?: (step: number) => Readonly<Record<string, number>>;
  /** Numbers that the hash is made of: `told`, all that was measured, unless said. */
  readonly numbers?: (told: readonly number[], step: number) => readonly number[];
  readonly free?: () => void;
};

/** An experiment that goes step by step and is measured where every run is. */
export function stepByStep(steps: Steps): Experiment {
  const { span, take } = steps;
  const told: number[] = [];
  let step = 0;
  let hasBegun = false;
  let isLost = false;
  const isBroken = () => isLost || (steps.isBroken?.() ?? false);

  function measured(): Point {
    const found = Object.entries(steps.measure(step));
    // What is no number any more has left every bound.
    isLost ||= found.some(([, value]) => !Number.isFinite(value));
    const values = Object.fromEntries(
      found.map(([name, value]) => [name, Number.isNaN(value) ? Infinity : value]),
    );
    told.push(...Object.values(values));
    return { step, epoch: span.stepsPerEpoch > 0 ? step / span.stepsPerEpoch : 0, values };
  }

  return {
    get step() {
      return step;
    },
    get diverged() {
      return isBroken();
    },
    advanceTo(target) {
      const points = steps.hasStart && !hasBegun ? [measured()] : [];
      hasBegun = true;
      while (step < target && !isBroken()) {
        const next = nextMeasured(step, span);
        while (step < Math.min(next, target) && !isBroken()) take(++step);
        if (step === next || isBroken()) points.push(measured());
      }
      return points;
    },
    look: (grid, name = 'picture') => (name === 'picture' ? (steps.look?.(grid, step) ?? null) : null),
    result: () => ({
      totals: steps.totals?.(step) ?? {},
      bits: new Uint8Array(Float64Array.from(steps.numbers?.(told, step) ?? told).buffer),
    }),
    free: () => steps.free?.(),
  };
}
