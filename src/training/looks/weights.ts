import type { LookKind } from './look.ts';

/** The weights of a network of dense layers: widths from the inputs to the outputs, and [in, out] between each two. */
export type WeightsLook = {
  readonly type: 'weights';
  readonly widths: readonly number[];
  readonly weights: readonly Float32Array[];
  /** Of each hidden layer, the units that answer the same to all of some rows. */
  readonly flat: readonly (readonly number[])[];
};

const MOST = 4000;
const PLAIN = ['dense', 'activation', 'dropout'];

export const weights: LookKind<WeightsLook> = {
  fits({ spec }) {
    const widths = widthsOf(spec);
    const links = widths.slice(1).reduce((sum, width, i) => sum + width * widths[i]!, 0);
    return links <= MOST && spec.layers.every(({ type }) => PLAIN.includes(type));
  },
  take({ trainer, train, spec }) {
    const tensors = trainer.parameters.filter(({ name }) => name.endsWith('.weight'));
    const rows = Math.min(train.rows, 64);
    const flat = spec.layers.flatMap(({ type }, i) =>
      type === 'activation'
        ? [flatUnits(trainer.outputsAt(i, train.inputs.subarray(0, rows * train.features), rows), rows)]
        : [],
    );
    return { type: 'weights', widths: widthsOf(spec), weights: tensors.map(({ values }) => values), flat };
  },
};

function widthsOf({ inputs, layers }: Parameters<typeof weights.fits>[0]['spec']): readonly number[] {
  return [inputs, ...layers.flatMap((layer) => (layer.type === 'dense' ? [layer.units] : []))];
}

function flatUnits(outputs: Float32Array, rows: number): readonly number[] {
  const width = outputs.length / rows;
  return Array.from({ length: width }, (_, unit) => unit).filter((unit) => {
    for (let row = 1; row < rows; row++) if (outputs[row * width + unit] !== outputs[unit]) return false;
    return true;
  });
}
