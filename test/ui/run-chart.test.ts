import { expect, test } from 'vitest';
import { toPlainText } from '../../src/charts/spans.ts';
import { en } from '../../src/i18n/en.ts';
import { languages } from '../../src/i18n/languages.ts';
import { kinds } from '../../src/training/kinds.ts';
import type { PlacementReason } from '../../src/training/placement.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';
import { runLines } from '../../src/ui/blocks/run.ts';
import { measureName } from '../../src/ui/blocks/run-chart.ts';
import { applyRun, freshRun } from '../../src/ui/run-state.ts';
import { themeOf } from '../../src/ui/theme.ts';

const theme = themeOf({ colors: 0, glyphs: 'braille' } as never);

function drawn(record: Record<string, unknown>): string {
  const recipe = parseRecipe(record).value as Recipe;
  const run = applyRun(freshRun(recipe, 0), [...runRecipe(recipe, () => 1)], 0);
  return runLines(run, 0, { columns: 60, rows: 18 }, theme, en).map(toPlainText).join('\n');
}

test('what goes through a deep network is drawn by layers, over all its powers of ten', () => {
  const small = { kind: 'depth', width: 32, n: 50, depth: 10, init: 'normal' };
  const chart = drawn({ ...small, vary: { std: [0.01, 1] } });
  expect(chart).toContain('standard deviation');
  expect(chart).toMatch(/8 +layer/);
  expect(chart).toMatch(/1e-1\d/);
  expect(chart).toContain('layer 10/10');
});

test('a run on a GPU says so under its status line, within the rows that it has', () => {
  const recipe = parseRecipe({ data: 'xor', net: 4, steps: 20 }).value as Recipe;
  const placed = { type: 'placed', backend: 'gpu', executor: 'fused-encoder', adapter: 'Some Card' } as const;
  const events = [...runRecipe(recipe, () => 1)];
  const size = { columns: 60, rows: 14 };
  const linesOf = (reason: PlacementReason | null, backend: 'gpu' | 'cpu') => {
    const run = applyRun(freshRun(recipe, 0), [...events, { ...placed, backend, reason }], 0);
    return runLines(run, 0, size, theme, en).map(toPlainText);
  };
  const onGpu = linesOf(null, 'gpu');
  expect(onGpu.length).toBeLessThanOrEqual(size.rows);
  expect(onGpu.at(-3)).toMatch(/^finished/);
  expect(onGpu.slice(-2).join(' ')).toBe(
    'trained on GPU (fused-encoder, Some Card); its bits may differ from those of the CPU',
  );
  expect(linesOf({ code: 'failed', detail: 'device lost' }, 'cpu').join(' ')).toContain('device lost');
  expect(linesOf({ code: 'small' }, 'cpu').at(-1)).toMatch(/^finished/);
});

test('where only hidden layers are measured, the axis begins with the first', () => {
  const chart = drawn({ kind: 'depth', data: 'moons', width: 8, depth: 5, pass: 'backward' });
  expect(
    chart
      .split('\n')
      .find((line) => / layer$/.test(line))
      ?.trim(),
  ).toMatch(/^1 /);
});

test('models that grow from point to point are compared by what they make of new examples', () => {
  const small = { kind: 'random-features', n: 10, width: 20, test: 50 };
  const chart = drawn({ ...small, vary: { ridge: [0, 1] } });
  expect(chart).toContain('test loss');
  expect(chart).not.toMatch(/1e-\d\d/);
});

test('an exact fit does not press the curve of the test loss flat', () => {
  const chart = drawn({ kind: 'random-features', n: 10, width: 20, test: 50 });
  expect(chart).toContain('training loss');
  expect(chart).toContain('test loss');
  expect(chart).not.toMatch(/1e-\d\d/);
});

test('learners without a loss are compared by their accuracy on new examples', () => {
  const iris = { kind: 'classical', data: 'iris', n: 60, test: 60, learner: 'knn', k: 3 };
  expect(drawn({ ...iris, vary: { scale: ['none', 'standard'] } })).toContain('test accuracy');
  expect(drawn(iris)).toContain('test accuracy');
  expect(drawn(iris)).not.toContain('test loss');
});

test.each(Object.keys(kinds))('what a run of kind %s is watched by has a name in every language', (kind) => {
  const { points } = kinds[kind as keyof typeof kinds].prepare({}, en.problem).measures;
  const watched = points.includes('loss') ? 'loss' : points[0]!;
  for (const words of Object.values(languages)) expect(words.chart.measures).toHaveProperty(watched);
  expect(measureName(watched, languages.ko.chart)).toMatch(/[가-힣]/);
});
