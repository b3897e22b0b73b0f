import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { cholesky, solve } from '../../src/training/linear-algebra.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

type Finished = Extract<RunEvent, { type: 'finished' }>;

function finished(record: Record<string, unknown>): Finished {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const event of runRecipe(value, () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

/** Values of the first member at a step. */
function at(record: Record<string, unknown>, step: number): Readonly<Record<string, number>> {
  const point = finished(record).records[0]!.points.find((each) => each.step === step);
  if (!point) throw new Error(`nothing was measured at ${step}`);
  return point.values;
}

test.each([
  { kind: 'resample', draws: 10 },
  { kind: 'random-features', width: 20, n: 10, test: 20 },
  { kind: 'random-matrices', draws: 100 },
])('$kind comes to the same bits under its seed, and to others under another', (record) => {
  const hash = finished({ ...record, seed: 1 }).hash;
  expect(finished({ ...record, seed: 1 }).hash).toBe(hash);
  expect(finished({ ...record, seed: 2 }).hash).not.toBe(hash);
});

describe('a Cholesky decomposition', () => {
  test('solves a system worked out by hand', () => {
    // [[4, 2], [2, 3]] x = [8, 7] has x = [1.25, 1.5].
    expect([...solve(cholesky([[4], [2, 3]])!, [8, 7])]).toEqual([
      expect.closeTo(1.25, 12),
      expect.closeTo(1.5, 12),
    ]);
  });

  test('finds out what is not positive definite', () => {
    expect(cholesky([[1], [2, 1]])).toBeNull();
  });
});

describe('polynomials fitted to many training sets', () => {
  const sets = { kind: 'resample', draws: 100, seed: 1 };

  test('of degree 0 are the mean, whose variance is the noise divided by n', () => {
    expect(at(sets, 0).variance).toBeGreaterThan((0.7 * 0.09) / 20);
    expect(at(sets, 0).variance).toBeLessThan((1.3 * 0.09) / 20);
    expect(at(sets, 0).bias2).toBeCloseTo(0.5, 1);
  });

  test('err by bias, variance and the noise of the target', () => {
    const { bias2 = 0, variance = 0, test_loss: error } = at(sets, 3);
    expect(error).toBeCloseTo(bias2 + variance + 0.09, 1);
  });

  test('trade bias for variance as their degree grows', () => {
    expect(at(sets, 1).bias2).toBeGreaterThan(10 * at(sets, 3).bias2!);
    expect(at(sets, 15).variance).toBeGreaterThan(20 * at(sets, 3).variance!);
  });

  test('vary less with a ridge', () => {
    expect(at({ ...sets, ridge: 1 }, 15).variance).toBeLessThan(0.2 * at(sets, 15).variance!);
  });

  test('have fewer coefficients than there are points', () => {
    const { problems } = parseRecipe({ kind: 'resample', degree: 20, n: 20 });
    expect(problems.map(({ key }) => key)).toEqual(['degree']);
  });
});

describe('least squares on random features', () => {
  const model = { kind: 'random-features', n: 20, width: 100, seed: 1 };

  test('fit the examples from as many features on', () => {
    expect(at(model, 10).loss).toBeGreaterThan(0.01);
    expect(at(model, 40).loss).toBeLessThan(1e-12);
  });

  test('are at their worst where they first fit exactly, unless a ridge holds them back', () => {
    expect(at(model, 20).test_loss).toBeGreaterThan(3 * at(model, 100).test_loss!);
    expect(at({ ...model, ridge: 1 }, 20).test_loss).toBeLessThan(1.5);
  });
});

test('a random 2x2 matrix is positive definite as often as theory says: (2 − √2)/4', () => {
  const shares = at({ kind: 'random-matrices', draws: 20_000, seed: 1 }, 2);
  expect(shares.positive).toBeCloseTo((2 - Math.SQRT2) / 4, 1.9);
  expect(shares.mixed).toBeCloseTo(Math.SQRT1_2, 1.9);
});
