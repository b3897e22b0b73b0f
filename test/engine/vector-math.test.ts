import { describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { erfc } from '../../src/engine/math.ts';
import { floatsOfAllSizes, slopesThroughKernels, throughKernels, worstError } from './vectors.ts';

const x = floatsOfAllSizes(4999);
const some = floatsOfAllSizes(80_021).filter((each) => Math.abs(each) < 100);
const EXP = 0;
const LOG = 1;
const LOG1P = 2;
const NORMAL = 3;

const map = (code: number, values: Float32Array) =>
  throughKernels(values, (kernels, from, to, bytes) => kernels.mapVector(code, from, to, bytes));
const activate = (code: number, values: Float32Array) =>
  throughKernels(values, (kernels, from, to, bytes) => kernels.activate(code, from, to, bytes));

describe("the kernels' functions against float64, over all sizes of floats", () => {
  test('exp is right to 1 unit in the last place', () => {
    expect(worstError(x, map(EXP, x), Math.exp).ulps).toBeLessThan(1);
  });

  test('log is right to 1 unit in the last place', () => {
    expect(worstError(x, map(LOG, x), Math.log).ulps).toBeLessThan(1);
  });

  test('log1p is right to 3 units for numbers from 0', () => {
    const positive = x.filter((value) => value >= 0);
    expect(worstError(positive, map(LOG1P, positive), Math.log1p).ulps).toBeLessThan(3);
  });

  test('sigmoid is right to 3 units, down to the smallest numbers', () => {
    const truth = (value: number) => 1 / (1 + Math.exp(-value));
    expect(worstError(x, activate(activations.sigmoid.code, x), truth).ulps).toBeLessThan(3);
  });

  test('tanh is right to 2 units', () => {
    expect(worstError(x, activate(activations.tanh.code, x), Math.tanh).ulps).toBeLessThan(2);
  });

  test('the normal distribution is right to 1e-7, and to 2e-5 of itself far below', () => {
    const y = map(NORMAL, some);
    const errors = Array.from(some, (each, i) => {
      const truth = erfc(-each / Math.SQRT2) / 2;
      return [Math.abs(y[i]! - truth), each > -12 ? Math.abs(y[i]! / truth - 1) : 0] as const;
    });
    expect(Math.max(...errors.map(([absolute]) => absolute))).toBeLessThan(1e-7);
    expect(Math.max(...errors.map(([, relative]) => relative))).toBeLessThan(2e-5);
  });

  test.each(Object.entries(activations))(
    '%s is right to 3e-7 of the larger of x and 1, its slope to 3e-6',
    (_name, { code, value, slope }) => {
      const y = activate(code, some);
      const slopes = slopesThroughKernels(code, some);
      const errors = Array.from(some, (x, i) => [
        Math.abs(y[i]! - value(x)) / Math.max(1, Math.abs(x)),
        Math.abs(slopes[i]! - slope(x)),
      ]);
      expect(Math.max(...errors.map(([error]) => error!))).toBeLessThan(3e-7);
      expect(Math.max(...errors.map(([, error]) => error!))).toBeLessThan(3e-6);
    },
  );

  test('between 0.001 and 100, where training happens, no relative error is above 2e-7', () => {
    const usual = Float32Array.from({ length: 100_000 }, (_, i) => 1e-3 * 1.000115 ** i);
    for (const [code, truth] of [Math.exp, Math.log, Math.log1p].entries()) {
      const worst = map(code, usual).reduce((most, y, i) => {
        const expected = truth(usual[i]!);
        return Number.isFinite(y) && Math.abs(expected) > 1e-3
          ? Math.max(most, Math.abs(y / expected - 1))
          : most;
      }, 0);
      expect(worst, truth.name).toBeLessThan(2e-7);
    }
  });
});

describe('what has no ordinary answer', () => {
  const odd = Float32Array.of(Number.NaN, Infinity, -Infinity, 0, -0, 2 ** -149, -1);

  test('exp ends at 0 and at infinity', () => {
    expect(Array.from(map(EXP, odd))).toEqual([Number.NaN, Infinity, 0, 1, 1, 1, Math.fround(Math.exp(-1))]);
    expect(Array.from(map(EXP, Float32Array.of(88.73, 1e30, -104, -1e30)))).toEqual([
      Infinity,
      Infinity,
      0,
      0,
    ]);
  });

  test('exp reaches into the subnormal numbers', () => {
    expect(map(EXP, Float32Array.of(-95))[0]! / Math.exp(-95)).toBeCloseTo(1, 3);
  });

  test('log of 0 is -infinity, of what is below NaN, of a subnormal number finite', () => {
    const { NaN: nan } = Number;
    const smallest = Math.fround(Math.log(2 ** -149));
    expect(Array.from(map(LOG, odd))).toEqual([nan, Infinity, nan, -Infinity, -Infinity, smallest, nan]);
  });

  test.each(Object.entries(activations))(
    '%s lets NaN through and meets its float64 form at infinity',
    (_name, { code, value }) => {
      const [nan, above, below, zero, negativeZero] = activate(code, odd);
      expect(nan).toBeNaN();
      expect(above).toBe(Math.fround(value(Infinity)));
      expect(below).toBe(Math.fround(value(-Infinity)));
      expect(zero).toBe(Math.fround(value(0)));
      expect(negativeZero).toBeCloseTo(Math.fround(value(-0)), 12);
    },
  );
});
