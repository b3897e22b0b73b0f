import { describe, expect, test } from 'vitest';
import { type LossName, losses } from '../../src/engine/losses.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { randomTable, referenceLoss } from './reference.ts';

const samples = {
  mse: { outputs: [0.3, -1.2, 2], target: [1, 0, 2.5] },
  bce: { outputs: [0.3, -4, 2], target: [1, 0, 0] },
  ce: { outputs: [0.3, -1.2, 2], target: [1] },
} satisfies Record<LossName, { outputs: number[]; target: number[] }>;

describe.each(Object.entries(losses))('%s', (key, { value, slope, code }) => {
  const name = key as LossName;
  const { outputs, target } = samples[name];

  test('has the slope that differences of its values show', () => {
    const h = 1e-5;
    slope(outputs, target).forEach((each, i) => {
      const above = value(outputs.with(i, outputs[i]! + h), target);
      const below = value(outputs.with(i, outputs[i]! - h), target);
      expect(each).toBeCloseTo((above - below) / (2 * h), 8);
    });
  });

  test('is computed by the kernels as in float64, far out too', () => {
    for (const size of [1, 30, 80]) expect(lossOfLogits(name, size)).toBeLessThan(1e-6);
  });

  test('has a code of its own', () => {
    expect(Object.values(losses).filter((other) => other.code === code)).toHaveLength(1);
  });
});

describe('losses that one can work out by hand', () => {
  test('mse of 1 and 3 against 0 and 0 is 5', () => {
    expect(losses.mse.value([1, 3], [0, 0])).toBe(5);
  });

  test('bce at logit 0 is ln 2, and its slope half a unit towards the target', () => {
    expect(losses.bce.value([0], [1])).toBeCloseTo(Math.LN2, 14);
    expect(losses.bce.slope([0], [1])).toEqual([-0.5]);
  });

  test('ce of ten equal logits is ln 10', () => {
    expect(losses.ce.value(new Array(10).fill(3), [4])).toBeCloseTo(Math.log(10), 14);
  });

  test('a confident right answer keeps a loss above 0 in the kernels', () => {
    for (const [loss, logits] of [['bce', [-25]] as const, ['ce', [25, 0]] as const]) {
      expect(lossOfRow(loss, logits, 0) / Math.exp(-25)).toBeCloseTo(1, 5);
    }
  });

  test('NaN and infinite outputs make a loss that is not finite', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity]) {
      expect(Number.isFinite(lossOfRow('mse', [bad], 0)), `mse ${bad}`).toBe(false);
      expect(Number.isFinite(lossOfRow('bce', [bad], 0)), `bce ${bad}`).toBe(false);
      expect(Number.isFinite(lossOfRow('bce', [bad], 1)), `bce ${bad}`).toBe(false);
      expect(Number.isFinite(lossOfRow('ce', [bad, 0], 0)), `ce ${bad}`).toBe(false);
    }
  });
});

describe('widths of the last layer', () => {
  test('one logit for two classes with bce, one a class with ce, one number with mse', () => {
    expect(losses.bce.outputs('binary', 2)).toBe(1);
    expect(losses.ce.outputs('binary', 2)).toBe(2);
    expect(losses.ce.outputs('classes', 10)).toBe(10);
    expect(losses.mse.outputs('regression', 1)).toBe(1);
  });
});

/** Relative distance of the kernels' loss from float64 over outputs of about that size: a layer that is the identity. */
function lossOfLogits(loss: LossName, size: number): number {
  const spec = { inputs: 5, layers: [{ type: 'dense', units: 5 }], loss } as const;
  const random = createRandom(size);
  const plain = randomTable(spec, 40, random);
  const data = { ...plain, inputs: plain.inputs.map((x) => x * size) };
  const trainer = createTrainer({
    ...{ spec, data, random, maxBatch: 40 },
    ...{ optimizer: { name: 'gd' }, init: { name: 'zeros' } },
  });
  const weights = identity(5);
  trainer.setParameters(weights);
  const expected = referenceLoss(spec, Array.from(weights), data);
  return Math.abs(trainer.evaluate(data).loss / expected - 1);
}

function lossOfRow(loss: LossName, logits: readonly number[], target: number): number {
  const { length } = logits;
  const spec = { inputs: 1, layers: [{ type: 'dense', units: length }], loss } as const;
  const data = { inputs: Float32Array.of(0), targets: Float32Array.of(target), rows: 1, features: 1 };
  const trainer = createTrainer({
    ...{ spec, data, random: createRandom(1), maxBatch: 1 },
    ...{ optimizer: { name: 'gd' }, init: { name: 'zeros' } },
  });
  trainer.setParameters(Float32Array.from([...logits.map(() => 0), ...logits]));
  return trainer.evaluate(data).loss;
}

function identity(size: number): Float32Array {
  return Float32Array.from({ length: size * size + size }, (_, i) =>
    Number(i < size * size && i % (size + 1) === 0),
  );
}
