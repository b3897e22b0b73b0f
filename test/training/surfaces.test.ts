import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { gradePrediction } from '../../src/training/grade.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';
import { type AnalyticSurface, surfaces } from '../../src/training/surfaces.ts';

function records(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe({ kind: 'surface', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const event of runRecipe(value, () => 0) as Iterable<RunEvent>)
    if (event.type === 'finished') return event.records;
  throw new Error('the run did not finish');
}

const stepsTo = (record: Record<string, unknown>) => records(record)[0]!.totals.steps_to;

test.each(Object.entries(surfaces as Record<string, AnalyticSurface>))(
  'the slope of %s is what its values differ by',
  (_, { dimensions, value, slope }) => {
    const w = [0.7, -1.3, 0.4].slice(0, dimensions ?? 3);
    const h = 1e-5;
    for (const [i, each] of slope(w, 7).entries()) {
      const moved = (by: number) => w.map((x, k) => (k === i ? x + by : x));
      expect(each).toBeCloseTo((value(moved(h), 7) - value(moved(-h), 7)) / (2 * h), 6);
    }
  },
);

describe('a saddle', () => {
  const saddle = { surface: 'saddle', start: 1, lr: 0.05, steps: 300, goal: -0.9 };

  test('holds a start with no part of its way down for ever', () => {
    expect(stepsTo({ ...saddle, start_y: 0 })).toBe(Infinity);
  });

  test('lets go of any other, the later the nearer it was', () => {
    const [far, near] = [stepsTo({ ...saddle, start_y: 1e-4 }), stepsTo({ ...saddle, start_y: 1e-8 })];
    expect(near! / far!).toBeGreaterThan(1.7);
    expect(near! / far!).toBeLessThan(2.2);
  });

  test('is left by noise, under every seed by a way of its own', () => {
    const ends = records({ ...saddle, start_y: 0, noise: 0.05, seeds: '1..5' });
    expect(Math.max(...ends.map(({ totals }) => totals.steps_to!))).toBeLessThan(200);
    expect(new Set(ends.map(({ points }) => points.at(-1)?.values.y)).size).toBe(5);
  });

  test('can be predicted to hold: never is far from every step', () => {
    const run = { ...saddle, vary: { start_y: [0, 0.01] } };
    const lowest = ['steps_to[start_y=0]', 'steps_to[start_y=0.01]'];
    expect(gradePrediction({ run: 'saddle', lowest }, records(run))).toMatchObject({ option: 1, margin: 1 });
  });
});

test('a warm-up keeps a rate that is too high for the start of w⁴/4 from throwing it out', () => {
  const quartic = { surface: 'quartic', start: 2, lr: 0.6, steps: 100 };
  expect(records(quartic)[0]!.totals.diverged).toBe(1);
  expect(records({ ...quartic, warmup: 20 })[0]!.totals.diverged).toBe(0);
});

test('decay that is decoupled shrinks the weights beside the step', () => {
  const flat = { surface: 'parabola', curvature: 1e-9, start: 1, steps: 1, lr: 0.1, decay: 0.5 };
  // Adam's first step is the rate, whichever the slope; AdamW's comes on top of w (1 − 0.1·0.5).
  expect(records({ ...flat, opt: 'adam' })[0]!.points.at(-1)?.values.w).toBeCloseTo(0.9, 6);
  expect(records({ ...flat, opt: 'gd' })[0]!.points.at(-1)?.values.w).toBeCloseTo(0.95, 6);
  expect(records({ ...flat, opt: 'adamw' })[0]!.points.at(-1)?.values.w).toBeLessThan(0.95);
});

test.each([
  [{ surface: 'parabola', start_y: 1 }, 'start_y'],
  [{ surface: 'saddle', curvature: 2 }, 'curvature'],
  [{ surface: 'ravine', dimensions: 3 }, 'dimensions'],
  [{ opt: 'gd', rho: 0.5 }, 'rho'],
])('of %o says that it has no use for a key', (record, key) => {
  expect(parseRecipe({ kind: 'surface', ...record }).problems.map((each) => each.key)).toEqual([key]);
});
