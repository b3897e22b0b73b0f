import { describe, expect, test } from 'vitest';
import { type Optimizer, type OptimizerName, optimizers } from '../../src/engine/optimizers.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { chain, randomTable, randomWeights } from './reference.ts';

describe.each(Object.entries(optimizers))('%s', (key, rule) => {
  const name = key as OptimizerName;

  test('starts from a state of zeros, a list for each slot', () => {
    expect(rule.init(3)).toEqual(new Array(rule.slots).fill([0, 0, 0]));
  });

  test('reaches the bottom of a bowl whose sides differ in steepness', () => {
    const end = walk(rule, [1, -2], (w) => [w[0]!, 10 * w[1]!], 0.02, 2000);
    for (const each of end) expect(Math.abs(each)).toBeLessThan(1e-3);
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

test('settings reach the kernels in their order', () => {
  const run = (settings: Record<string, number>) => {
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
