import { describe, expect, test } from 'vitest';
import { lookForPlateau, plateauStart } from '../../src/engine/plateau.ts';
import { rateAt, schedules } from '../../src/engine/schedules.ts';

describe.each(Object.entries(schedules))('%s', (name, { rate }) => {
  test('is never negative or above its base', () => {
    for (let step = 0; step < 100; step++) {
      expect(rate(0.3, step, 100)).toBeGreaterThanOrEqual(0);
      expect(rate(0.3, step, 100)).toBeLessThanOrEqual(0.3);
    }
  });

  test(name === 'one_cycle' ? 'starts at a 25th of its base' : 'starts at its base', () => {
    expect(rate(0.3, 0, 100)).toBeCloseTo(name === 'one_cycle' ? 0.012 : 0.3, 15);
  });

  test('has a rate in a run of one step', () => {
    expect(rate(0.3, 0, 1)).toBeGreaterThan(0);
  });
});

describe('at their corners', () => {
  test('cosine is at one half in the middle and near 0 at the end', () => {
    expect(schedules.cosine.rate(1, 50, 100)).toBeCloseTo(0.5, 12);
    expect(schedules.cosine.rate(1, 99, 100)).toBeLessThan(0.001);
  });

  test('linear is at one half in the middle and one step above 0 at the end', () => {
    expect(schedules.linear.rate(1, 50, 100)).toBe(0.5);
    expect(schedules.linear.rate(1, 99, 100)).toBeCloseTo(0.01, 12);
  });

  test('step falls to a tenth at every hundredth step, or as it is told', () => {
    const at = (step: number) => schedules.step.rate(1, step, 400);
    expect([at(99), at(100), at(199), at(200)].map((rate) => Math.log10(rate))).toEqual(
      [0, -1, -1, -2].map((power) => expect.closeTo(power, 12)),
    );
    expect(schedules.step.rate(1, 7, 400, { gamma: 0.5, every: 3 })).toBe(0.25);
  });

  test('exponential takes the same share at every step', () => {
    expect(schedules.exponential.rate(1, 3, 10)).toBeCloseTo(0.99 ** 3, 14);
    expect(schedules.exponential.rate(8, 3, 10, { gamma: 0.5 })).toBe(1);
  });

  test('one cycle is at its base after 3/10 of the way and at nearly nothing at the end', () => {
    expect(schedules.one_cycle.rate(1, 29, 100)).toBeCloseTo(1, 12);
    expect(schedules.one_cycle.rate(1, 99, 100)).toBeCloseTo(1 / 250_000, 12);
    expect(schedules.one_cycle.rate(1, 14.5, 100)).toBeCloseTo((1 + 1 / 25) / 2, 12);
  });
});

describe('a warm-up', () => {
  test('rises in even steps to the base, and then the schedule has the steps that are left', () => {
    const at = (step: number) => rateAt({ name: 'cosine', warmup: 4 }, 2, step, 24);
    expect([0, 1, 2, 3, 4].map(at)).toEqual([0.5, 1, 1.5, 2, 2]);
    expect(at(14)).toBeCloseTo(1, 12);
  });

  test('of no steps changes nothing', () => {
    for (const step of [0, 5, 9]) {
      expect(rateAt({ name: 'linear' }, 1, step, 10)).toBe(schedules.linear.rate(1, step, 10));
    }
  });
});

describe('a plateau', () => {
  const settings = { gamma: 0.5, patience: 2, threshold: 0.1 };
  const factors = (losses: readonly number[]) => {
    let state = plateauStart;
    return losses.map((loss) => {
      state = lookForPlateau(state, loss, settings);
      return state.factor;
    });
  };

  test('halves the rate after more than two looks without a tenth of improvement', () => {
    expect(factors([1, 0.95, 0.95, 0.95, 0.95])).toEqual([1, 1, 1, 0.5, 0.5]);
  });

  test('waits anew after each improvement and each cut', () => {
    expect(factors([1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5])).toEqual([
      1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25,
    ]);
  });

  test('does not take NaN for an improvement', () => {
    expect(factors([1, Number.NaN, Number.NaN, Number.NaN])).toEqual([1, 1, 1, 0.5]);
  });
});
