import { expect, test } from 'vitest';
import { distinctLabels, keylessLabels } from '../../src/charts/legend-labels.ts';
import { smooth } from '../../src/charts/smoothing.ts';

test('a constant stays what it is, from the first point on', () => {
  expect([...smooth([3, 3, 3], 0.9, false)].map((value) => Number(value.toFixed(9)))).toEqual([3, 3, 3]);
});

test('on a log axis a factor is smoothed, not a difference', () => {
  const [, second] = smooth([100, 1], 0.5, true);
  // Weights 1/3 and 2/3 of the logarithms.
  expect(second).toBeCloseTo(100 ** (1 / 3), 9);
});

test('what is no number stays so, and the mean starts anew behind it', () => {
  const smoothed = smooth([1, Number.NaN, 5], 0.9, false);
  expect(smoothed[1]).toBeNaN();
  expect(smoothed[2]).toBeCloseTo(5, 9);
});

test('labels lose what all of them say, and then the names of their keys', () => {
  const labels = ['opt=gd lr=0.1 start=10', 'opt=adam lr=1 start=10'];
  expect(distinctLabels(labels)).toEqual(['opt=gd lr=0.1', 'opt=adam lr=1']);
  expect(keylessLabels(distinctLabels(labels))).toEqual(['opt=gd lr=0.1', 'adam 1']);
});

test('labels that would be empty or differ in their keys stay whole', () => {
  expect(distinctLabels(['a=1', 'a=1'])).toEqual(['a=1', 'a=1']);
  expect(keylessLabels(['l1=0.2', 'dropout=0.3'])).toEqual(['l1=0.2', 'dropout=0.3']);
  expect(distinctLabels(['training loss', 'test loss'])).toEqual(['training loss', 'test loss']);
});
