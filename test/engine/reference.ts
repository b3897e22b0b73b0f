import { activations } from '../../src/engine/activations.ts';
import { losses } from '../../src/engine/losses.ts';
import { type NetworkSpec, outputsOf, parametersOf } from '../../src/engine/network.ts';
import type { Random } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';

/** Mean loss of a network in float64, written down as plainly as can be: what the kernels are held against. */
export function referenceLoss(spec: NetworkSpec, weights: readonly number[], table: Table): number {
  const { value } = losses[spec.loss];
  const width = table.targets.length / table.rows;
  let sum = 0;
  for (let row = 0; row < table.rows; row++) {
    const inputs = Array.from(table.inputs.subarray(row * table.features, (row + 1) * table.features));
    const target = Array.from(table.targets.subarray(row * width, (row + 1) * width));
    sum += value(referenceOutputs(spec, weights, inputs), target);
  }
  return sum / table.rows;
}

/** Outputs of a network for one row, in float64. */
export function referenceOutputs(
  spec: NetworkSpec,
  weights: readonly number[],
  inputs: readonly number[],
): readonly number[] {
  let from = 0;
  let x = inputs;
  for (const layer of spec.layers) {
    if (layer.type === 'activation') {
      x = x.map(activations[layer.name].value);
      continue;
    }
    const { units } = layer;
    const bias = from + x.length * units;
    const before = x;
    const start = from;
    x = Array.from({ length: units }, (_, j) =>
      before.reduce((sum, each, i) => sum + each * weights[start + i * units + j]!, weights[bias + j]!),
    );
    from = bias + units;
  }
  return x;
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
): NetworkSpec {
  const layers = widths.slice(1).flatMap((units, i): NetworkSpec['layers'] => {
    const dense = { type: 'dense', units } as const;
    return i < widths.length - 2 ? [dense, { type: 'activation', name }] : [dense];
  });
  return { inputs: widths[0]!, layers, loss };
}

/** Rows of noise with targets that fit the loss. */
export function randomTable(spec: NetworkSpec, rows: number, random: Random): Table {
  const outputs = outputsOf(spec);
  const target = {
    mse: () => random.normal(),
    bce: () => random.integer(2),
    ce: () => random.integer(outputs),
  }[spec.loss];
  const width = spec.loss === 'ce' ? 1 : outputs;
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
