import { describe, expect, test } from 'vitest';
import {
  type Optimizer,
  type OptimizerName,
  type OptimizerSpec,
  optimizers,
} from '../../src/engine/optimizers.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { chain, randomTable, randomWeights } from './reference.ts';

/** Rates for a bowl of slopes (w, 10 w), and how near the bottom 2000 steps lead: RMSProp steps as far at the bottom as before. */
const bowl = {
  gd: { rate: 0.02, within: 1e-3 },
  sgd: { rate: 0.02, within: 1e-3 },
  momentum: { rate: 0.02, within: 1e-3 },
  nesterov: { rate: 0.02, within: 1e-3 },
  adagrad: { rate: 0.5, within: 1e-3 },
  rmsprop: { rate: 0.002, within: 2e-3 },
  adadelta: { rate: 1, within: 2e-2 },
  adam: { rate: 0.02, within: 1e-3 },
  adamw: { rate: 0.02, within: 1e-3 },
} satisfies Record<OptimizerName, { rate: number; within: number }>;

describe.each(Object.entries(optimizers))('%s', (key, rule) => {
  const name = key as OptimizerName;

  test('starts from a state of zeros, a list for each slot', () => {
    expect(rule.init(3)).toEqual(new Array(rule.slots).fill([0, 0, 0]));
  });

  test('reaches the bottom of a bowl whose sides differ in steepness', () => {
    const { rate, within } = bowl[name];
    const end = walk(rule, [1, -2], (w) => [w[0]!, 10 * w[1]!], rate, 2000);
    for (const each of end) expect(Math.abs(each)).toBeLessThan(within);
  });

  test('leaves what it was given as it was', () => {
    const gradient = Object.freeze([1, 2]);
    const state = Object.freeze(rule.init(2).map((slot) => Object.freeze([...slot])));
    expect(() => rule.update(gradient, state, rule.settings, 0.1, 1)).not.toThrow();
  });

  test('takes the same steps in the kernels as in float64', () => {
    const spec = chain([3, 5, 2], 'tanh', 'ce');
    const random = createRandom(1);
    const data = randomTable(spec, 6, random);
    const weights = randomWeights(spec, random);
    const trainer = createTrainer({
      ...{ spec, data, random, maxBatch: 6, optimizer: { name }, init: { name: 'zeros' } },
    });
    trainer.setParameters(weights);
    let state = rule.init(weights.length);
    let expected = Array.from(weights);
    for (let step = 1; step <= 50; step++) {
      const update = rule.update(Array.from(trainer.gradient('all')), state, rule.settings, 0.01, step);
      state = update.state;
      expected = expected.map((w, i) => w + update.change[i]!);
      trainer.train({ order: 'all', sizes: Int32Array.of(6), learningRates: Float32Array.of(0.01) });
      // Weights near 1 are rounded to 6e-8 at every step.
      trainer.flat().forEach((w, i) => {
        expect(Math.abs(w - expected[i]!), `step ${step}, weight ${i}`).toBeLessThan(1e-7 * step + 1e-6);
      });
    }
  });
});

describe('first steps that one can work out by hand', () => {
  test('gd goes down by the rate times the slope', () => {
    expect(steps(optimizers.gd, [2, -3], 0.1, 2)).toEqual([
      [-0.2, 0.30000000000000004],
      [-0.2, 0.30000000000000004],
    ]);
  });

  test('momentum nearly doubles a slope that stays: 1, 1.9, 2.71 times', () => {
    const [first, second, third] = steps(optimizers.momentum, [1], 0.1, 3);
    expect(first![0]).toBeCloseTo(-0.1, 12);
    expect(second![0]).toBeCloseTo(-0.19, 12);
    expect(third![0]).toBeCloseTo(-0.271, 12);
  });

  test('the first Adam step is -rate * sign(gradient), whatever the size of the gradient', () => {
    const [first] = steps(optimizers.adam, [1e-4, -5, 300], 0.1, 1);
    for (const [i, sign] of [1, -1, 1].entries()) expect(first![i]).toBeCloseTo(-0.1 * sign, 4);
  });

  test('Adam keeps that size under a slope that stays: both moments are divided by their bias', () => {
    for (const change of steps(optimizers.adam, [0.5], 0.1, 1000)) expect(change[0]).toBeCloseTo(-0.1, 6);
  });

  test('Adam answers slopes 1 and then -1 with steps -1 and +0.0526 times the rate', () => {
    // m = 0.1 -> 0.9 * 0.1 - 0.1 = -0.01, over 1 - 0.81; v stays 1 after its own correction.
    const first = optimizers.adam.update([1], optimizers.adam.init(1), optimizers.adam.settings, 1, 1);
    const second = optimizers.adam.update([-1], first.state, optimizers.adam.settings, 1, 2);
    expect(second.change[0]).toBeCloseTo(0.01 / 0.19, 7);
  });
});

describe('first steps of the others', () => {
  test('Nesterov steps 1.9 and then 2.71 times a slope that stays: momentum as it will be after the step', () => {
    const [first, second] = steps(optimizers.nesterov, [1], 0.1, 2);
    expect(first![0]).toBeCloseTo(-0.19, 12);
    expect(second![0]).toBeCloseTo(-0.271, 12);
  });

  test('AdaGrad steps by the rate, then by it over the square roots of 2 and 3', () => {
    for (const [i, change] of steps(optimizers.adagrad, [-7], 0.1, 3).entries()) {
      expect(change[0]).toBeCloseTo(0.1 / Math.sqrt(i + 1), 8);
    }
  });

  test('the first RMSProp step is ten times the rate, as its average starts from 0 and keeps 99 parts of 100', () => {
    const [first, second] = steps(optimizers.rmsprop, [3], 0.01, 2);
    expect(first![0]).toBeCloseTo(-0.01 / Math.sqrt(0.01), 7);
    expect(second![0]).toBeCloseTo(-0.01 / Math.sqrt(0.0199), 7);
  });

  test('the first Adadelta step is sqrt(epsilon / (0.1 g^2)) of the slope', () => {
    const [first, second] = steps(optimizers.adadelta, [2], 1, 2);
    const d = (2 * Math.sqrt(1e-6)) / Math.sqrt(0.4 + 1e-6);
    expect(first![0]).toBeCloseTo(-d, 12);
    expect(second![0]).toBeCloseTo((-2 * Math.sqrt(0.1 * d * d + 1e-6)) / Math.sqrt(0.76 + 1e-6), 12);
  });
});

describe('beside the step', () => {
  const [w, g] = [
    [0.5, -2, 0.004],
    [3, -4, 0],
  ];

  test('decay of gd shortens each weight by rate times decay', () => {
    near(stepOf({ name: 'gd', decay: 0.3 }, w, [0, 0, 0]), [0.5 * 0.97, -2 * 0.97, 0.004 * 0.97]);
  });

  test('Adam takes decay through its moments, AdamW off the weights', () => {
    near(stepOf({ name: 'adam', decay: 0.3 }, w, [0, 0, 0]), [0.4, -1.9, -0.096]);
    near(stepOf({ name: 'adamw', decay: 0.3 }, w, [0, 0, 0]), [0.5 * 0.97, -2 * 0.97, 0.004 * 0.97]);
    near(stepOf({ name: 'adamw', decay: 0.3 }, w, g), [0.5 * 0.97 - 0.1, -2 * 0.97 + 0.1, 0.004 * 0.97]);
  });

  test('l1 moves weights towards 0 after the step and stops them there', () => {
    near(stepOf({ name: 'gd', l1: 0.5 }, w, [0, 0, 0]), [0.45, -1.95, 0]);
    near(stepOf({ name: 'gd', l1: 0.5 }, w, g), [0.15, -1.55, 0]);
  });

  test('l1 as a subgradient steps over 0 and back, and leaves a weight that is 0 alone', () => {
    const rule = { name: 'gd', l1: 0.5, l1_kind: 'subgradient' } as const;
    near(stepOf(rule, w, [0, 0, 0]), [0.45, -1.95, 0.004 - 0.05]);
    near(stepOf(rule, [0, 0, 0], g), [-0.3, 0.4, 0]);
  });

  test('a gradient that is too long is shortened as a whole, a short one left alone', () => {
    near(stepOf({ name: 'gd', clip_norm: 1 }, w, g), [0.5 - 0.06, -2 + 0.08, 0.004]);
    near(stepOf({ name: 'gd', clip_norm: 5.001 }, w, g), [0.2, -1.6, 0.004]);
  });

  test('a slope that is too steep is cut by itself', () => {
    near(stepOf({ name: 'gd', clip_value: 3.5 }, w, g), [0.2, -1.65, 0.004]);
  });

  test('clipping comes before decay', () => {
    near(stepOf({ name: 'gd', clip_norm: 1, decay: 0.3 }, w, g), [
      0.5 * 0.97 - 0.06,
      -2 * 0.97 + 0.08,
      0.004 * 0.97,
    ]);
  });
});

/** One step at rate 0.1 from weights under a gradient: y = w x without bias, with each x as its slope. */
function stepOf(optimizer: OptimizerSpec, weights: readonly number[], gradient: readonly number[]) {
  const spec = { inputs: 3, layers: [{ type: 'dense', units: 1 }], loss: 'mae' } as const;
  // The slope of |y - t| in the weights is x where y is above t; the two rows cancel in the bias.
  const inputs = Float32Array.from([...gradient, ...gradient].map((g, i) => (i < 3 ? g : -g)));
  const data = { inputs, targets: Float32Array.of(-100, 100), rows: 2, features: 3 };
  const trainer = createTrainer({
    ...{ spec, data, optimizer, maxBatch: 2, init: { name: 'zeros' }, random: createRandom(1) },
  });
  trainer.setParameters(Float32Array.from([...weights, 0]));
  trainer.train({ order: 'all', sizes: Int32Array.of(2), learningRates: Float32Array.of(0.1) });
  return Array.from(trainer.flat().subarray(0, 3));
}

function near(found: readonly number[], expected: readonly number[]): void {
  for (const [i, each] of expected.entries()) expect(found[i], `weight ${i}`).toBeCloseTo(each, 5);
}

test('settings reach the kernels in their order', () => {
  const run = (settings: Partial<OptimizerSpec>) => {
    const spec = chain([2, 1], 'identity', 'mse');
    const random = createRandom(2);
    const trainer = createTrainer({
      ...{ spec, random, data: randomTable(spec, 4, random), maxBatch: 4, init: { name: 'xavier' } },
      optimizer: { name: 'adam', ...settings },
    });
    const sizes = new Int32Array(3).fill(4);
    trainer.train({ order: 'all', sizes, learningRates: new Float32Array(3).fill(0.1) });
    return trainer.flat();
  };
  expect(run({ beta1: 0.9, beta2: 0.999, epsilon: 1e-8 })).toEqual(run({}));
  for (const change of [{ beta1: 0.5 }, { beta2: 0.5 }, { epsilon: 1 }]) {
    expect(run(change), JSON.stringify(change)).not.toEqual(run({}));
  }
  const rms = (rho: number, epsilon: number) => run({ name: 'rmsprop', rho, epsilon });
  expect(rms(0.99, 1e-8)).toEqual(run({ name: 'rmsprop' }));
  expect(rms(0.9, 1e-8)).not.toEqual(run({ name: 'rmsprop' }));
  expect(rms(0.99, 1)).not.toEqual(run({ name: 'rmsprop' }));
});

function walk(
  rule: Optimizer,
  start: readonly number[],
  slope: (w: readonly number[]) => readonly number[],
  rate: number,
  count: number,
): readonly number[] {
  let w = start;
  let state = rule.init(start.length);
  for (let step = 1; step <= count; step++) {
    const update = rule.update(slope(w), state, rule.settings, rate, step);
    state = update.state;
    w = w.map((each, i) => each + update.change[i]!);
  }
  return w;
}

/** Changes under a slope that stays the same. */
function steps(
  rule: Optimizer,
  gradient: readonly number[],
  rate: number,
  count: number,
): (readonly number[])[] {
  let state = rule.init(gradient.length);
  return Array.from({ length: count }, (_, i) => {
    const update = rule.update(gradient, state, rule.settings, rate, i + 1);
    state = update.state;
    return update.change;
  });
}
