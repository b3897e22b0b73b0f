import { planeOf, withExtra } from '../../data/extras.ts';
import type { Grid } from '../kind.ts';
import { bends, type LookKind } from './look.ts';
import { planeGrid } from './plane.ts';

/** What every hidden unit answers over the plane of the two inputs; row 0 is the top (largest y). */
export type UnitsLook = Grid & {
  readonly type: 'units';
  /** Of each hidden layer, its units: [rows * columns] each. */
  readonly layers: readonly (readonly Float32Array[])[];
  /** The answer in the middle of the activation's range: 0.5 for a sigmoid, else 0. */
  readonly center: number;
};

/** Units of a layer that are shown at most. */
const MOST_UNITS = 32;

export const units: LookKind<UnitsLook> = {
  fits: ({ settings, spec }) => settings.features === 2 && bends(spec).length > 0,
  take({ trainer, train, settings, spec }, { columns, rows }) {
    const data = settings.extra === null ? train : planeOf(train);
    const plane = planeGrid(data, { columns, rows }).inputs;
    const inputs = settings.extra === null ? plane : withExtra(plane, settings.extra);
    const layers = bends(spec).map((layer) => {
      const outputs = trainer.outputsAt(layer, inputs, rows * columns);
      const width = outputs.length / (rows * columns);
      return Array.from({ length: Math.min(width, MOST_UNITS) }, (_, unit) =>
        Float32Array.from({ length: rows * columns }, (_, cell) => outputs[cell * width + unit]!),
      );
    });
    return { type: 'units', columns, rows, layers, center: settings.act === 'sigmoid' ? 0.5 : 0 };
  },
};
