import { describe, expect, test } from 'vitest';
import { type LossName, losses } from '../../src/engine/losses.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { randomTable, referenceLoss } from './reference.ts';

const samples = {
  mse: { outputs: [0.3, -1.2, 2], target: [1, 0, 2.5] },
  bce: { outputs: [0.3, -4, 2], target: [1, 0, 0] },
  ce: { outputs: [0.3, -1.2, 2], target: [1] },
  mae: { outputs: [0.3, -1.2, 2], target: [1, 0, 2.5] },
  huber: { outputs: [0.3, -1.2, 2], target: [1, 0, 2.5] },
  hinge: { outputs: [0.3, -4, 2], target: [1, 0, 0] },
  focal: { outputs: [0.3, -4, 2], target: [1, 0, 0] },
  focal_ce: { outputs: [0.3, -1.2, 2], target: [1] },
  sigmoid_mse: { outputs: [0.3, -4, 2], target: [1, 0, 0] },
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

  test('mae of 1 and -3 against 0 and 0 is 2, and its slope the sign', () => {
    expect(losses.mae.value([1, -3], [0, 0])).toBe(2);
    expect(losses.mae.slope([1, -3, 0], [0, 0, 0])).toEqual([1 / 3, -1 / 3, 0]);
  });

  test('huber is half a square up to delta and a line of slope delta beyond', () => {
    expect(losses.huber.value([0.5], [0])).toBe(0.125);
    expect(losses.huber.value([3], [0], { delta: 2 })).toBe(4);
    expect(losses.huber.slope([3, -3, 1], [0, 0, 0], { delta: 2 })).toEqual([2 / 3, -2 / 3, 1 / 3]);
  });

  test('squared error of a sigmoid is a quarter at logit 0, and hardly pulls where it is wrong and sure', () => {
    expect(losses.sigmoid_mse.value([0], [1])).toBe(0.25);
    expect(losses.sigmoid_mse.slope([0], [1])).toEqual([-0.25]);
    const ratio = losses.bce.slope([-5], [1])[0]! / losses.sigmoid_mse.slope([-5], [1])[0]!;
    expect(ratio).toBeCloseTo(75.2, 1);
  });

  test('hinge is content from a margin of 1 on', () => {
    expect(losses.hinge.value([0.25, 1, 7], [1, 1, 1])).toBe(0.25);
    expect(losses.hinge.slope([0.25, 1.5, -2], [1, 1, 0])).toEqual([-1 / 3, 0, 0]);
    expect(losses.hinge.value([-1], [1])).toBe(2);
  });

  test('focal with gamma 0 is cross entropy, and with gamma 2 a chance of 0.9 counts a hundredth of it', () => {
    const logit = Math.log(9);
    const plain = -Math.log(0.9);
    expect(losses.focal.value([logit], [1], { gamma: 0, alpha: 1 })).toBeCloseTo(plain, 12);
    expect(losses.focal.value([logit], [1], { gamma: 2, alpha: 1 })).toBeCloseTo(plain / 100, 12);
    expect(losses.focal.value([-logit], [0], { gamma: 2, alpha: 0.25 })).toBeCloseTo(
      (0.75 * plain) / 100,
      12,
    );
    expect(losses.focal_ce.value([logit, 0], [0], { gamma: 2 })).toBeCloseTo(plain / 100, 12);
  });

  test('smoothing 0.1 of two classes asks for 95 %', () => {
    const logit = Math.log(19);
    expect(losses.bce.slope([logit], [1], { smoothing: 0.1 })[0]).toBeCloseTo(0, 12);
    expect(losses.ce.slope([logit, 0], [0], { smoothing: 0.1 })[0]).toBeCloseTo(0, 12);
  });

  test('a class that weighs 3 counts as three rows of it', () => {
    const [weights, one] = [
      [1, 3],
      [1, 1],
    ];
    expect(losses.bce.value([0.4], [1], { weights })).toBeCloseTo(
      3 * losses.bce.value([0.4], [1], { weights: one }),
      12,
    );
    expect(losses.ce.value([1, 2], [1], { weights })).toBeCloseTo(3 * losses.ce.value([1, 2], [1]), 12);
    expect(losses.ce.value([1, 2], [0], { weights })).toBeCloseTo(losses.ce.value([1, 2], [0]), 12);
  });

  test('a confident right answer keeps a loss above 0 in the kernels', () => {
    for (const [loss, logits] of [['bce', [-25]] as const, ['ce', [25, 0]] as const]) {
      expect(lossOfRow(loss, logits, 0) / Math.exp(-25)).toBeCloseTo(1, 5);
    }
  });

  test('NaN and infinite outputs make a loss that is not finite', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity]) {
      for (const loss of ['mse', 'mae', 'huber'] as const) {
        expect(Number.isFinite(lossOfRow(loss, [bad], 0)), `${loss} ${bad}`).toBe(false);
      }
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
