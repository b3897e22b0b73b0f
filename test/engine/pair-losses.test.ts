import { describe, expect, test } from 'vitest';
import type { LayerSpec } from '../../src/engine/network.ts';
import { type PairLossName, pairLosses } from '../../src/engine/pair-losses.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { randomWeights } from './reference.ts';

const WIDTH = 3;
const TEMPERATURE = 0.4;

/** Two views of four examples, and what a predictor might make of them. */
function draw() {
  const random = createRandom(5);
  const values = () => Array.from({ length: 8 * WIDTH }, () => random.normal());
  return { p: values(), z: values(), width: WIDTH };
}

describe.each(Object.entries(pairLosses))('%s', (key, judge) => {
  const name = key as PairLossName;
  const views = draw();
  const lossOf = (p: readonly number[], z: readonly number[]) =>
    judge({ p, z, width: WIDTH }, TEMPERATURE).loss;
  const h = 1e-5;

  test('has the slope in p that differences of its values show', () => {
    const { dp } = judge(views, TEMPERATURE);
    views.p.forEach((each, i) => {
      const above = lossOf(views.p.with(i, each + h), views.z);
      const below = lossOf(views.p.with(i, each - h), views.z);
      expect(dp[i]).toBeCloseTo((above - below) / (2 * h), 8);
    });
  });

  test('has such a slope in z too, or takes z for a constant', () => {
    const { dz } = judge(views, TEMPERATURE);
    views.z.forEach((each, i) => {
      const above = lossOf(views.p, views.z.with(i, each + h));
      const below = lossOf(views.p, views.z.with(i, each - h));
      expect(dz[i]).toBeCloseTo(name === 'simsiam' ? 0 : (above - below) / (2 * h), 8);
    });
  });

  test('does not see how long a vector is, and pulls at right angles to it', () => {
    const longer = views.p.map((each, at) => (at < WIDTH ? 7 * each : each));
    expect(lossOf(longer, views.z)).toBeCloseTo(lossOf(views.p, views.z), 12);
    const { dp } = judge(views, TEMPERATURE);
    const along = views.p.slice(0, WIDTH).reduce((sum, each, i) => sum + each * dp[i]!, 0);
    expect(along).toBeCloseTo(0, 12);
  });

  test('is finite where a vector is zero', () => {
    const judged = judge({ p: new Float64Array(6), z: new Float64Array(6), width: 3 }, TEMPERATURE);
    expect([judged.loss, ...judged.dp, ...judged.dz].every(Number.isFinite)).toBe(true);
  });
});

describe('pair losses that one can work out by hand', () => {
  const same = { p: [3, 4, 6, 8], z: [3, 4, 6, 8], width: 2 };
  const across = { p: [3, 4, 1, 0], z: [3, 4, 1, 0], width: 2 };

  test('the cosine of (3, 4) and (1, 0) is 0.6, and of (3, 4) and (6, 8) it is 1', () => {
    expect(pairLosses.cosine(across, 1).loss).toBeCloseTo(-0.6, 12);
    expect(pairLosses.simsiam(same, 1).loss).toBeCloseTo(-1, 12);
  });

  test('where all rows are alike, the contrast is a guess among all others', () => {
    const alike = new Array(12).fill(1);
    expect(pairLosses.info_nce({ p: alike, z: alike, width: 2 }, 0.1).loss).toBeCloseTo(Math.log(5), 12);
  });
});

describe('a step by a loss of its own', () => {
  const predictor: readonly LayerSpec[] = [
    { type: 'activation', name: 'tanh' },
    { type: 'dense', units: 3 },
  ];
  const layers: readonly LayerSpec[] = [
    { type: 'dense', units: 5 },
    { type: 'batchNorm' },
    { type: 'activation', name: 'tanh' },
    { type: 'dense', units: 3 },
    ...predictor,
  ];
  const spec = { inputs: 4, layers, loss: 'mse' } as const;
  const random = createRandom(2);
  const inputs = Float32Array.from({ length: 10 * 4 }, () => random.normal());
  const weights = randomWeights(spec, random);

  function trainer() {
    const made = createTrainer({
      ...{ spec, maxBatch: 10, random: createRandom(1), init: { name: 'zeros' } },
      optimizer: { name: 'gd' },
      data: { inputs, targets: new Float32Array(30), rows: 10, features: 4 },
    });
    made.setParameters(weights);
    return made;
  }

  /** The loss of the step itself, which is told before the update, at any weights. */
  function step(name: PairLossName, at: Float32Array, rate: number) {
    const made = trainer();
    made.setParameters(at);
    const loss = made.trainOn(inputs, rate, (outputsAt) => {
      const judged = pairLosses[name]({ p: outputsAt(5), z: outputsAt(3), width: 3 }, TEMPERATURE);
      return { loss: judged.loss, slopes: new Map([[5, judged.dp] as const, [3, judged.dz] as const]) };
    });
    return { loss, weights: made.flat() };
  }

  test.each(['cosine', 'info_nce'] as const)(
    'goes down the slope of %s through both layers it is judged at',
    (name) => {
      const rate = 1;
      const moved = step(name, weights, rate).weights;
      const h = 1e-2;
      for (const i of weights.keys()) {
        const above = step(name, weights.with(i, weights[i]! + h), 0).loss;
        const below = step(name, weights.with(i, weights[i]! - h), 0).loss;
        expect((weights[i]! - moved[i]!) / rate, `weight ${i}`).toBeCloseTo((above - below) / (2 * h), 3);
      }
    },
  );

  test('with the gradient stopped is another step', () => {
    expect(step('simsiam', weights, 1).weights).not.toEqual(step('cosine', weights, 1).weights);
    expect(step('simsiam', weights, 1).loss).toBe(step('cosine', weights, 1).loss);
  });

  test('refuses rows that are no rows, and more than there is room for', () => {
    const judge = () => ({ loss: 0, slopes: new Map<number, Float64Array>() });
    expect(() => trainer().trainOn(new Float32Array(5), 0.1, judge)).toThrow(RangeError);
    expect(() => trainer().trainOn(new Float32Array(400), 0.1, judge)).toThrow(RangeError);
  });
});
