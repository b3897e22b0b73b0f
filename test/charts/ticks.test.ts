import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatTicks, logTicks, niceTicks } from '../../src/charts/ticks.ts';

describe('a number in few characters', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [Math.LN2, '0.693'],
    [0.5, '0.5'],
    [-1.25, '-1.25'],
    [12.34, '12.3'],
    [4000, '4,000'],
    [-123456, '-123,456'],
    [0.000012, '1.2e-5'],
    [1.5e9, '1.5e9'],
    [1e300, '1e300'],
    [999.96, '1,000'],
    [999999.9, '1e6'],
    [Number.NaN, '?'],
    [-Infinity, '-∞'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
  test('no finite number takes more than nine', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(formatNumber(value).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe('ticks', () => {
  test('stand at 1, 2 or 5 times a power of ten', () => {
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
    expect(niceTicks(-3, 3, 4)).toEqual([-2, 0, 2]);
    expect(niceTicks(0, 2000, 4)).toEqual([0, 500, 1000, 1500, 2000]);
  });
  test('show as many decimals as they need, and all the same', () => {
    expect(formatTicks([0, 0.2, 0.4, 0.6000000000000001])).toEqual(['0.0', '0.2', '0.4', '0.6']);
    expect(formatTicks([0, 500, 1000])).toEqual(['0', '500', '1,000']);
    expect(formatTicks([0.05, 0.1])).toEqual(['0.05', '0.10']);
  });
  test('far from zero and close together are still told apart', () => {
    const texts = formatTicks(niceTicks(1e9, 1e9 + 4, 4));
    expect(new Set(texts).size).toBe(texts.length);
  });
  test('on a log axis are decades, and fewer where there is no room', () => {
    expect(logTicks(0.001, 1, 8)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(logTicks(1e-8, 1, 3)).toEqual([1e-6, 0.001, 1]);
    expect(logTicks(0.15, 0.8, 5)).toEqual([0.2, 0.5]);
  });
  test('lie in their range, and are never too many', () => {
    const value = fc.double({ min: -1e290, max: 1e290, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2, max: 12 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) && high - low > 1e-290);
        const ticks = niceTicks(low, high, count);
        const slack = (high - low) * 1e-6;
        expect(ticks.length).toBeLessThanOrEqual(count + 1);
        for (const tick of ticks) expect(tick >= low - slack && tick <= high + slack).toBe(true);
      }),
    );
  });
});
