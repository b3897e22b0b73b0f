import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';
import { rateStrip, runMarks, seedBand } from '../../src/ui/blocks/run-marks.ts';
import { applyRun, freshRun, type RunState } from '../../src/ui/run-state.ts';

function finished(record: Record<string, unknown>): RunState {
  const recipe = parseRecipe(record).value as Recipe;
  return applyRun(freshRun(recipe, 0), [...runRecipe(recipe, () => 1)], 0);
}

const small = { data: 'moons', n: 40, net: '4', batch: 20, epochs: 20 };

test('early stopping is marked at the step at which it gave up', () => {
  const run = finished({ ...small, lr: 1, validation: 0.5, patience: 1 });
  const stopped = run.finished?.records[0]?.totals.stopped;
  expect(stopped).toBeLessThan(run.members[0]?.steps ?? 0);
  expect(runMarks(run, en.chart)).toEqual([{ x: stopped, label: 'stopped early', tone: 'good' }]);
});

test('a run that went to its end has no mark', () => {
  expect(runMarks(finished(small), en.chart)).toEqual([]);
});

test('the rate is drawn where a schedule changes it, and only there', () => {
  expect(rateStrip(finished(small), en.chart)).toBeNull();
  const strip = rateStrip(finished({ ...small, lr: 0.1, schedule: 'cosine' }), en.chart);
  expect(strip?.y[0]).toBeCloseTo(0.1, 9);
  expect(strip?.y[strip.y.length - 1]).toBeLessThan(0.001);
});

test('of several variants with many seeds the middle half is shaded', () => {
  const run = finished({ ...small, epochs: 5, seeds: '1..5', vary: { lr: [0.01, 0.1] } });
  const [first] = run.members;
  const band = first && seedBand(run, first, 'loss', false);
  const ends = run.curves
    .slice(0, 5)
    .map(({ values }) => values.loss?.at(-1) ?? Number.NaN)
    .sort((a, b) => a - b);
  const last = (band?.low.length ?? 0) - 1;
  expect([band?.low[last], band?.high[last]]).toEqual([ends[1], ends[3]]);
});
