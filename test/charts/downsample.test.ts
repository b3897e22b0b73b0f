import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downsample, extremes } from '../../src/charts/downsample.ts';
import { createScale } from '../../src/charts/scale.ts';

const trace = (y: readonly number[], columns: number) =>
  downsample(
    y.map((_, k) => k),
    y,
    createScale([0, Math.max(1, y.length - 1)]),
    columns,
  );

test('points in one column leave their first, last, least and largest', () => {
  const { pieces } = trace([5, 9, 1, 4, 7, 7], 2);
  expect(pieces).toEqual([
    [
      { column: 0, first: 5, last: 1, low: 1, high: 9 },
      { column: 1, first: 4, last: 7, low: 4, high: 7 },
    ],
  ]);
});

test('what is no number breaks the line and is remembered once', () => {
  const { pieces, broken } = trace([1, 2, Number.NaN, 4, Infinity, 6], 6);
  expect(pieces.map((piece) => piece.map((run) => run.first))).toEqual([[1, 2], [4], [6]]);
  expect(broken).toEqual({ column: 2, value: 2 });
});

test('a line that leaves upwards broke at the top', () => {
  expect(trace([1, 2, Infinity], 3).broken).toEqual({ column: 2, value: Infinity });
});

test('no peak is lost and there are no more runs than columns', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 500 });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 60 }), (y, columns) => {
      const runs = trace(y, columns).pieces.flat();
      expect(runs.length).toBeLessThanOrEqual(columns);
      expect(Math.max(...runs.map((run) => run.high))).toBe(Math.max(...y));
      expect(Math.min(...runs.map((run) => run.low))).toBe(Math.min(...y));
    }),
  );
});

test('a short list of values is kept as it is, a long one keeps its extremes in order', () => {
  expect(extremes([3, 1, 2], 3)).toEqual([3, 1, 2]);
  expect(extremes([0, 9, 1, 2, -5, 3], 4)).toEqual([0, 9, -5, 3]);
  expect(extremes([0, 1, Number.NaN, 3, 4, 5], 4)).toEqual([Number.NaN, Number.NaN, 3, 5]);
});
