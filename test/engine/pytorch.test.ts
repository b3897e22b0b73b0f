import { describe, expect, test } from 'vitest';
import type { ActivationName } from '../../src/engine/activations.ts';
import { type LossName, losses } from '../../src/engine/losses.ts';
import { outputsOf, parametersOf } from '../../src/engine/network.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { chain } from './reference.ts';

// Losses of batches 1, 2, 3, 10, 50 and 200 from PyTorch 1.13 in float64, made by pytorch.py beside this file.
const curves: readonly Curve[] = [
  {
    ...{ widths: [2, 8, 8, 1], activation: 'tanh', loss: 'mse', rows: 24, batch: 24 },
    ...{ optimizer: { name: 'adam' }, rate: 0.01 },
    losses: [0.31039182, 0.300739934, 0.2942367, 0.282905578, 0.274359333, 0.195159693],
  },
  {
    ...{ widths: [3, 10, 4], activation: 'relu', loss: 'ce', rows: 30, batch: 7 },
    ...{ optimizer: { name: 'momentum' }, rate: 0.05 },
    losses: [1.35522601, 1.40040582, 1.42176736, 1.36310517, 1.63180611, 1.64001527],
  },
  {
    ...{ widths: [2, 6, 1], activation: 'sigmoid', loss: 'bce', rows: 20, batch: 5 },
    ...{ optimizer: { name: 'sgd' }, rate: 0.5 },
    losses: [0.761931781, 0.694879154, 0.667414402, 0.722117285, 0.721189145, 0.706074174],
  },
  {
    ...{ widths: [40, 33, 10, 3], activation: 'tanh', loss: 'ce', rows: 50, batch: 13 },
    ...{ optimizer: { name: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 1e-6 }, rate: 0.003 },
    losses: [1.09723187, 1.09221149, 1.11828298, 1.03822466, 0.360154505, 0.113434361],
  },
];

describe('200 steps follow the curve of PyTorch', () => {
  test.each(curves)('$widths $activation $loss $optimizer.name', (curve) => {
    const found = train(curve);
    for (const [i, step] of [1, 2, 3, 10, 50, 200].entries()) {
      // Training stretches the rounding of float32, 6e-8, by some hundreds.
      expect(Math.abs(found[step - 1]! / curve.losses[i]! - 1), `step ${step}`).toBeLessThan(5e-5);
    }
  });
});

type Curve = {
  readonly widths: readonly number[];
  readonly activation: ActivationName;
  readonly loss: LossName;
  readonly rows: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  readonly rate: number;
  readonly losses: readonly number[];
};

function train({ widths, activation, loss, rows, batch, optimizer, rate }: Curve): Float32Array {
  const spec = chain(widths, activation, loss);
  const [features, classes] = [spec.inputs, outputsOf(spec)];
  const plain = numbers(rows, 2);
  const targets = {
    number: plain,
    logit: plain.map((t) => Number(t > 0)),
    class: plain.map((_, i) => i % classes),
  }[losses[loss].answer];
  const trainer = createTrainer({
    data: {
      inputs: Float32Array.from(numbers(rows * features, 1)),
      targets: Float32Array.from(targets),
      rows,
      features,
    },
    ...{ spec, optimizer, maxBatch: batch, init: { name: 'zeros' }, random: createRandom(1) },
  });
  const weights = parametersOf(spec).flatMap(({ shape }, i, all) => {
    const fanIn = (shape.length === 2 ? shape : all[i - 1]!.shape)[0]!;
    return numbers(
      shape.reduce((a, b) => a * b),
      3 + i,
    ).map((value) => value / Math.sqrt(fanIn));
  });
  trainer.setParameters(Float32Array.from(weights));
  return trainer.train({
    order: Int32Array.from({ length: 200 * batch }, (_, i) => i % rows),
    sizes: new Int32Array(200).fill(batch),
    learningRates: new Float32Array(200).fill(rate),
  });
}

/** Numbers in [-1, 1) from whole numbers alone, as in the script. */
function numbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i * 7919 + seed * 104729) % 1009) / 504.5 - 1);
}
