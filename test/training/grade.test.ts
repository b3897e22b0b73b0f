import { describe, expect, test } from 'vitest';
import { checkClaim } from '../../src/training/claims.ts';
import type { MemberRecord } from '../../src/training/events.ts';
import { gradePrediction } from '../../src/training/grade.ts';

function records(vary: Readonly<Record<string, readonly number[]>>): readonly MemberRecord[] {
  return Object.entries(vary).flatMap(([batch, losses], variant) =>
    losses.map((loss, i) => ({
      member: { index: i, variant, vary: { batch }, seed: i + 1, steps: 10, stepsPerEpoch: 1 },
      points: [{ step: 10, epoch: 10, values: { loss } }],
      totals: { diverged: 0 },
    })),
  );
}

describe('a prediction is graded by its run', () => {
  const bins = { run: 'r', measure: 'loss@end', bins: [0.3, 1.5] };

  test('the bin in which every seed falls is the answer', () => {
    const grade = gradePrediction(bins, records({ 1: [0.692, 0.7, 0.69] }));
    expect(grade).toMatchObject({ option: 1, perOption: [0, 3, 0], observed: [0.692] });
    expect(grade.margin).toBeCloseTo((1.5 - 0.7) / 1.5);
  });

  test('where seeds disagree there is no answer, and the counts say how', () => {
    expect(gradePrediction(bins, records({ 1: [0.1, 0.7, 0.69] }))).toMatchObject({
      option: null,
      perOption: [1, 2, 0],
    });
  });

  test('a seed on the edge of a bin leaves no margin', () => {
    expect(gradePrediction(bins, records({ 1: [0.3] })).margin).toBe(0);
  });

  const rivals = ['loss@end[batch=512]', 'loss@end[batch=32]', 'loss@end[batch=1]'];

  test('the lowest of several expressions is compared seed by seed', () => {
    const grade = gradePrediction(
      { run: 'r', lowest: rivals },
      records({ 512: [0.8, 0.7], 32: [0.5, 0.4], 1: [0.2, 0.3] }),
    );
    expect(grade).toMatchObject({ option: 2, perOption: [0, 0, 2] });
    expect(grade.observed).toEqual([0.75, 0.45, 0.25]);
    expect(grade.margin).toBeCloseTo(0.25);
  });

  test('the highest too', () => {
    const grade = gradePrediction(
      { run: 'r', highest: rivals },
      records({ 512: [0.8], 32: [0.5], 1: [0.2] }),
    );
    expect(grade.option).toBe(0);
  });

  test('a run without records has no answer', () => {
    expect(gradePrediction(bins, []).option).toBeNull();
  });
});

describe('a claim is judged by its run', () => {
  const seen = records({ 1: [0.5, 0.25], 32: [0.125, 0.125] });

  test('it holds and tells the numbers that it was judged by', () => {
    const claim = {
      run: 'r',
      expect: 'max(loss@end[batch=1]) < 0.6 and all(abs(loss@end[batch=32] - 0.125) < 0.01)',
    };
    expect(checkClaim(claim, seen)).toEqual({
      holds: true,
      observed: { 'max(loss@end[batch=1])': 0.5, 'loss@end[batch=32]': [0.125, 0.125] },
    });
  });

  test('it is false where one seed breaks it', () => {
    expect(checkClaim({ run: 'r', expect: 'all(loss@end[batch=1] < 0.3)' }, seen).holds).toBe(false);
  });

  test('it is false, not true, where nothing was measured', () => {
    expect(checkClaim({ run: 'r', expect: 'all(acc@end < 2)' }, seen).holds).toBe(false);
    expect(checkClaim({ run: 'r', expect: 'all(loss@end[batch=7] < 2)' }, seen).holds).toBe(false);
  });
});
