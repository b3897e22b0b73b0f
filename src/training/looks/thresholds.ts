import { scoresOf } from '../class-measures.ts';
import { precisionRecallCurve, rocCurve, type ThresholdCurve } from '../metrics.ts';
import { evenly, judgedRows, type LookKind } from './look.ts';

/** What a falling threshold draws, thinned out: false alarms against recall, recall against precision, and their areas. */
export type ThresholdsLook = {
  readonly type: 'thresholds';
  readonly part: 'train' | 'test';
  readonly roc: ThresholdCurve;
  readonly pr: ThresholdCurve;
  /** Share of class 1: the precision of guessing. */
  readonly base: number;
};

const MOST_POINTS = 200;

export const thresholds: LookKind<ThresholdsLook> = {
  fits: ({ isOfTwo }) => isOfTwo,
  take(network) {
    const { part, rows: table } = judgedRows(network);
    const outputs = network.trainer.predict(table.inputs, table.rows);
    if (outputs.some(Number.isNaN)) return null;
    const { values } = scoresOf(outputs, table.rows, network.spec.loss, 0.5);
    const base = table.targets.reduce((sum, target) => sum + target, 0) / table.rows;
    return {
      ...{ type: 'thresholds', part, base },
      roc: thinned(rocCurve(values, table.targets)),
      pr: thinned(precisionRecallCurve(values, table.targets)),
    };
  },
};

function thinned({ x, y, area }: ThresholdCurve): ThresholdCurve {
  const at = [...evenly(x.length - 1, MOST_POINTS), x.length - 1];
  return { x: at.map((i) => x[i]!), y: at.map((i) => y[i]!), area };
}
