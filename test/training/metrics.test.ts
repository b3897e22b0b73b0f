import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accuracyOf,
  calibrationOf,
  confusionOf,
  macroMetrics,
  metricsOfClass,
  precisionRecallCurve,
  rocCurve,
} from '../../src/training/metrics.ts';

describe('a confusion matrix', () => {
  const confusion = confusionOf([0, 1, 2, 2, 1, 0, 0], [0, 1, 2, 1, 1, 0, 2], 3);

  test('has a row for what is and a column for what was answered', () => {
    expect([...confusion.counts]).toEqual([2, 0, 0, 0, 2, 1, 1, 0, 1]);
    expect(accuracyOf(confusion)).toBeCloseTo(5 / 7);
  });

  test('gives precision, recall and F1 of each class, and their plain means', () => {
    expect(metricsOfClass(confusion, 0)).toEqual({ precision: 2 / 3, recall: 1, f1: 4 / 5, support: 2 });
    expect(metricsOfClass(confusion, 1)).toEqual({ precision: 1, recall: 2 / 3, f1: 4 / 5, support: 3 });
    expect(metricsOfClass(confusion, 2)).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 });
    expect(macroMetrics(confusion).recall).toBeCloseTo((1 + 2 / 3 + 1 / 2) / 3);
  });

  test('counts a share of nothing as 0', () => {
    const none = confusionOf([0, 0], [0, 1], 2);
    expect(metricsOfClass(none, 1)).toEqual({ precision: 0, recall: 0, f1: 0, support: 1 });
  });
});

describe('curves over all thresholds', () => {
  // The example in the documentation of scikit-learn: roc_auc_score 0.75, average_precision_score 0.83.
  const [labels, scores] = [
    [0, 0, 1, 1],
    [0.1, 0.4, 0.35, 0.8],
  ] as const;

  test('come to the areas that scikit-learn names', () => {
    expect(rocCurve(scores, labels)).toMatchObject({
      x: [0, 0, 0.5, 0.5, 1],
      y: [0, 0.5, 0.5, 1, 1],
      area: 0.75,
    });
    expect(precisionRecallCurve(scores, labels).area).toBeCloseTo(0.8333, 4);
  });

  test('are those of chance where every score is the same', () => {
    const flat = [3, 3, 3, 3, 3, 3, 3, 3];
    const rare = [1, 0, 0, 0, 0, 0, 0, 1];
    expect(rocCurve(flat, rare).area).toBe(0.5);
    expect(precisionRecallCurve(flat, rare).area).toBe(0.25);
  });

  test('have no area where a class is missing', () => {
    expect(rocCurve([1, 2], [0, 0]).area).toBeNaN();
    expect(precisionRecallCurve([1, 2], [0, 0]).area).toBeNaN();
  });

  test('have the area that counting pairs comes to', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (pairs) => {
        const [scores, labels] = [pairs.map(([score]) => score), pairs.map(([, label]) => label)];
        const ones = pairs.filter(([, label]) => label === 1);
        const zeros = pairs.filter(([, label]) => label === 0);
        fc.pre(ones.length > 0 && zeros.length > 0);
        const wins = ones.flatMap(([a]) => zeros.map(([b]): number => (a > b ? 1 : a === b ? 0.5 : 0)));
        const share = wins.reduce((a, b) => a + b) / wins.length;
        expect(rocCurve(scores, labels).area).toBeCloseTo(share, 12);
      }),
    );
  });
});

describe('calibration', () => {
  test('sorts chances into bins and holds them against what came true', () => {
    const { bins, error } = calibrationOf([0.1, 0.15, 0.9, 0.8, 1], [0, 1, 1, 1, 0], 2);
    expect(bins.map(({ rows }) => rows)).toEqual([2, 3]);
    expect(bins[0]).toMatchObject({ low: 0, high: 0.5, chance: 0.125, share: 0.5 });
    expect(bins[1]!.chance).toBeCloseTo(0.9);
    expect(bins[1]!.share).toBeCloseTo(2 / 3);
    expect(error).toBeCloseTo((2 * 0.375 + 3 * (0.9 - 2 / 3)) / 5);
  });

  test('finds no error in chances that keep their word', () => {
    expect(calibrationOf([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0], 10).error).toBe(0);
  });
});
