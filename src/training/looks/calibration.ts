import { type Calibration, calibrationOf } from '../metrics.ts';
import { chancesOf, givesChances, tellsClasses } from './answers.ts';
import { judgedRows, type LookKind } from './look.ts';

/** How often chances come true: of class 1 where there are two, else of the class that is answered. */
export type CalibrationLook = Calibration & {
  readonly type: 'calibration';
  readonly part: 'train' | 'test';
};

const BINS = 10;

export const calibration: LookKind<CalibrationLook> = {
  fits: (subject) => tellsClasses(subject) && givesChances(subject.spec.loss),
  take(network) {
    const { part, rows: table } = judgedRows(network);
    const outputs = network.trainer.predict(table.inputs, table.rows);
    const width = outputs.length / table.rows;
    const claims = Array.from({ length: table.rows }, (_, row) => {
      const chances = chancesOf(outputs.subarray(row * width, (row + 1) * width));
      const asked = chances.length === 2 ? 1 : chances.indexOf(Math.max(...chances));
      return { chance: chances[asked] ?? Number.NaN, came: Number(table.targets[row] === asked) };
    });
    if (claims.some(({ chance }) => !Number.isFinite(chance))) return null;
    const found = calibrationOf(
      claims.map(({ chance }) => chance),
      claims.map(({ came }) => came),
      BINS,
    );
    return { type: 'calibration', part, ...found };
  },
};
