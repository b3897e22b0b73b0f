import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  deadUnits,
  largestUnitDifference,
  meanAbsolute,
  normOf,
  saturatedOutputs,
  spreadOf,
} from '../../src/training/layer-statistics.ts';

describe('statistics of a layer', () => {
  test('mean, deviation over n, and extremes', () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, deviation: 2, low: 2, high: 9 });
  });

  test('a NaN is not lost on the way', () => {
    expect(spreadOf([1, Number.NaN, 3])).toMatchObject({ mean: Number.NaN, deviation: Number.NaN });
  });

  test('the norm of several tensors is that of all their numbers', () => {
    expect(normOf([3], [4])).toBe(5);
    expect(meanAbsolute([-1, 3])).toBe(2);
  });

  test('a unit is dead if it answers 0 to every row', () => {
    expect(deadUnits([0, 1, 0, 0, 0, 0], 3)).toBe(2);
    expect(deadUnits([0, 1, 0, 0, -0.1, 0.2], 3)).toBe(1);
  });

  test('outputs saturate near the ends of tanh and sigmoid, and of nothing else', () => {
    expect(saturatedOutputs([-0.99, -0.97, 0, 0.985], boundsOf('tanh')!)).toBe(2);
    expect(saturatedOutputs([0.005, 0.5, 0.995], boundsOf('sigmoid')!)).toBe(2);
    expect(boundsOf('relu')).toBeNull();
  });

  test('units with the same weights differ by 0, and otherwise by their most different weight', () => {
    expect(largestUnitDifference([1, 1, 1, 2, 2, 2], 3)).toBe(0);
    expect(largestUnitDifference([1, 1, 1, 2, 2.5, 1], 3)).toBe(1.5);
  });
});
