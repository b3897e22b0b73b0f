import { activations } from '../../src/engine/activations.ts';
import type { RowShape } from '../../src/engine/layer.ts';
import { type LossSettings, losses } from '../../src/engine/losses.ts';
import {
  type LayerSpec,
  type NetworkSpec,
  outputsOf,
  parametersOf,
  shapesOf,
} from '../../src/engine/network.ts';
import type { Random } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';

/** Loss of a batch in float64, written down as plainly as can be: what the kernels are held against. */
export function referenceLoss(spec: NetworkSpec, weights: readonly number[], table: Table): number {
  const { value } = losses[spec.loss];
  const settings = spec.lossSettings ?? {};
  const width = table.targets.length / table.rows;
  const outputs = referenceBatch(spec, weights, rowsOf(table.inputs, table.features));
  const targets = rowsOf(table.targets, width);
  // Cross entropy is divided by the weights of its classes, every other loss by its rows.
  const weightOf = ([t]: readonly number[]) => (spec.loss === 'ce' ? (settings.weights?.[t!] ?? 1) : 1);
  const sum = outputs.reduce((before, row, i) => before + value(row, targets[i]!, settings), 0);
  return sum / targets.reduce((before, target) => before + weightOf(target), 0);
}

/** Outputs of a network for one row, in float64. */
export function referenceOutputs(
  spec: NetworkSpec,
  weights: readonly number[],
  inputs: readonly number[],
): readonly number[] {
  return referenceBatch(spec, weights, [inputs])[0]!;
}

type Batch = readonly (readonly number[])[];

/** Outputs of a network for a batch as in training, in float64. */
export function referenceBatch(spec: NetworkSpec, weights: readonly number[], rows: Batch): Batch {
  const shapes = shapesOf(spec);
  const flows: Batch[] = [rows];
  spec.layers.forEach((layer, i) => {
    const own = parametersOf(spec).map(({ shape, layer: at }) => ({
      at,
      size: shape.reduce((a, b) => a * b),
    }));
    const from = own.filter(({ at }) => at < i).reduce((sum, { size }) => sum + size, 0);
    const w = weights.slice(from);
    flows.push(
      referenceLayer(layer, { x: flows.at(-1)!, w, shape: shapes[i]!, next: shapes[i + 1]!, flows }),
    );
  });
  return flows.at(-1)!;
}

type Context = {
  readonly x: Batch;
  /** Weights from those of this layer on. */
  readonly w: readonly number[];
  readonly shape: RowShape;
  readonly next: RowShape;
  /** All that flowed so far, the inputs first. */
  readonly flows: readonly Batch[];
};

function referenceLayer(layer: LayerSpec, { x, w, shape }: Context): Batch {
  switch (layer.type) {
    case 'activation':
      return x.map((row) => row.map(activations[layer.name].value));
    case 'prelu':
      return x.map((row) => row.map((each) => (each > 0 ? each : w[0]! * each)));
    case 'maxout':
      return x.map((row) =>
        Array.from({ length: row.length / layer.pieces }, (_, j) =>
          Math.max(...row.slice(j * layer.pieces, (j + 1) * layer.pieces)),
        ),
      );
    case 'dense': {
      const { units } = layer;
      const bias = w.slice(shape.width * units);
      return x.map((row) =>
        Array.from({ length: units }, (_, j) =>
          row.reduce((sum, each, i) => sum + each * w[i * units + j]!, bias[j]!),
        ),
      );
    }
  }
}

function rowsOf(values: Float32Array, width: number): Batch {
  return Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}

/** Slope of `referenceLoss` in one weight, by a central difference: good to about 1e-9. */
export function referenceSlope(
  spec: NetworkSpec,
  weights: readonly number[],
  i: number,
  table: Table,
): number {
  const h = 1e-6;
  const above = referenceLoss(spec, weights.with(i, weights[i]! + h), table);
  const below = referenceLoss(spec, weights.with(i, weights[i]! - h), table);
  return (above - below) / (2 * h);
}

/** A chain of dense layers with an activation between them. */
export function chain(
  widths: readonly number[],
  name: keyof typeof activations,
  loss: keyof typeof losses,
  lossSettings: LossSettings = {},
): NetworkSpec {
  const layers = widths.slice(1).flatMap((units, i): NetworkSpec['layers'] => {
    const dense = { type: 'dense', units } as const;
    return i < widths.length - 2 ? [dense, { type: 'activation', name }] : [dense];
  });
  return { inputs: widths[0]!, layers, loss, lossSettings };
}

/** Rows of noise with targets that fit the loss. */
export function randomTable(spec: NetworkSpec, rows: number, random: Random): Table {
  const outputs = outputsOf(spec);
  const { answer } = losses[spec.loss];
  const target = {
    number: () => random.normal(),
    logit: () => random.integer(2),
    class: () => random.integer(outputs),
  }[answer];
  const width = answer === 'class' ? 1 : outputs;
  return {
    inputs: Float32Array.from({ length: rows * spec.inputs }, () => random.normal()),
    targets: Float32Array.from({ length: rows * width }, target),
    rows,
    features: spec.inputs,
  };
}

/** Every weight and bias from N(0, 1 / in), so that no bias hides behind a 0. */
export function randomWeights(spec: NetworkSpec, random: Random): Float32Array {
  const weights = parametersOf(spec).flatMap(({ shape }) =>
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal() / Math.sqrt(shape[0]!)),
  );
  return Float32Array.from(weights);
}
