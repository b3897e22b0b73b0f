import { boundsOf, deadUnits, saturatedOutputs, spreadOf } from '../layer-statistics.ts';
import { bends, type LookKind, someRows } from './look.ts';

/** What comes out of each hidden layer for some training rows. */
export type ActivationsLook = {
  readonly type: 'activations';
  readonly layers: readonly {
    readonly mean: number;
    readonly deviation: number;
    /** Outputs, evenly spread over all of them. */
    readonly values: Float32Array;
    /** Share of units that answer 0 to every row; null where that is not their death. */
    readonly dead: number | null;
    /** Share of outputs within 1 % of an end of their range; null where they have none. */
    readonly saturated: number | null;
  }[];
};

const ROWS = 256;
const MOST_VALUES = 2000;

export const activations: LookKind<ActivationsLook> = {
  fits: ({ spec }) => bends(spec).length > 0,
  take({ trainer, train, settings, spec }) {
    const { inputs, rows } = someRows(train, ROWS);
    const bounds = boundsOf(settings.act);
    const layers = bends(spec).map((layer) => {
      const outputs = trainer.outputsAt(layer, inputs, rows);
      const { mean, deviation } = spreadOf(outputs);
      const size = Math.min(outputs.length, MOST_VALUES);
      const values = Float32Array.from(
        { length: size },
        (_, i) => outputs[Math.floor((i * outputs.length) / size)]!,
      );
      const width = outputs.length / rows;
      return {
        ...{ mean, deviation, values },
        dead: settings.act === 'relu' ? deadUnits(outputs, width) / width : null,
        saturated: bounds ? saturatedOutputs(outputs, bounds) / outputs.length : null,
      };
    });
    return { type: 'activations', layers };
  },
};
