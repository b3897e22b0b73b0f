import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/charts/spans.ts';
import { languages } from '../../src/i18n/languages.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';
import { baselineOf, drawLabCurves, measuresOf } from '../../src/ui/lab/lab-curves.ts';
import { panels, panelsOf } from '../../src/ui/lab/panels.ts';
import { nextSeeds } from '../../src/ui/lab/use-lab.ts';
import { applyRun, freshRun, liveMembers } from '../../src/ui/run-state.ts';
import { themeOf } from '../../src/ui/theme.ts';

const moons = { data: 'moons', net: [4], opt: 'sgd', lr: 0.1, steps: 60 };
const theme = themeOf({ colors: 'none', glyphs: 'ascii' });
const size = { columns: 60, rows: 16 };
const words = languages.en;

/** A run that has gone its whole way, with one look at its end. */
function trained(keys: object) {
  const recipe = parseRecipe({ ...moons, ...keys }).value!;
  const run = createRun(recipe);
  const events = [run.started, ...run.advanceLive(run.liveSteps)];
  const looks = run.look({ member: 0, at: null }, [{ name: 'thresholds', columns: 1, rows: 1 }]);
  run.free();
  return applyRun(freshRun(recipe, 0), [...events, ...looks], 0);
}

describe('the curves of a lab', () => {
  test('can be of the loss and of the accuracy, each with its test beside it', () => {
    const run = trained({});
    expect(measuresOf(run)).toEqual(['loss', 'acc']);
    const [shown] = liveMembers(run);
    const draw = (measure: string) =>
      drawLabCurves(
        { run, shown: shown!, measure, at: null, baseline: baselineOf(run), expected: null },
        size,
        theme,
        words,
      )
        .lines.map(toPlainText)
        .join('\n');
    expect(draw('loss')).toMatch(/training loss[\s\S]*test loss/);
    expect(draw('acc')).toMatch(/accuracy[\s\S]*test accuracy/);
  });

  test('can be of the test where variants are compared', () => {
    expect(measuresOf(trained({ lr: undefined, vary: { lr: [0.1, 0.2] } }))).toEqual([
      'loss',
      'acc',
      'test_loss',
      'test_acc',
    ]);
  });

  test('are of the loss alone where no classes are told apart', () => {
    expect(measuresOf(trained({ data: 'sine', loss: 'mse' }))).toEqual(['loss']);
  });
});

describe('the panels of a lab', () => {
  test.each([
    ['roc', /false alarms/, /AUC/],
    ['precisionRecall', /precision/, /AP[\s\S]*guessing|guessing[\s\S]*AP/],
  ] as const)('%s has its axis and its area', (name, axis, area) => {
    const run = trained({});
    expect(panelsOf(run.recipe)).toContain(name);
    const [member] = liveMembers(run);
    const context = { run, member: member!, seen: run.seen[0] ?? {}, size, theme, words };
    const drawn = panels[name].draw(context)!.lines.map(toPlainText).join('\n');
    expect(drawn).toMatch(axis);
    expect(drawn).toMatch(area);
  });

  test('of thresholds are not offered where there is nothing to be told apart', () => {
    const offered = panelsOf(parseRecipe({ ...moons, data: 'sine', loss: 'mse' }).value!);
    expect(offered).not.toContain('roc');
    expect(offered).not.toContain('precisionRecall');
  });
});

describe('the seeds of a recipe in the lab', () => {
  const runOf = (seeds: readonly number[]) => {
    const recipe = parseRecipe({ ...moons, seeds }).value!;
    return applyRun(freshRun(recipe, 0), [...runRecipe(recipe, () => 0)], 0);
  };
  const seriesOf = (run: ReturnType<typeof runOf>) => {
    const [shown] = liveMembers(run);
    const curves = { run, shown: shown!, measure: 'loss', at: null, baseline: [], expected: null };
    return drawLabCurves(curves, size, theme, words).lines.map(toPlainText).join('\n');
  };

  test('are drawn behind the one that is shown: one by one while they are few, then as a band', () => {
    const [one, three, five] = [[1], [1, 2, 3], [1, 2, 3, 4, 5]].map((seeds) => seriesOf(runOf(seeds)));
    expect(three).not.toBe(one);
    expect(five).not.toBe(one);
    expect(five).not.toBe(three);
  });

  test('come one after the other, round and round; after a single one comes the number after it', () => {
    expect(nextSeeds([1, 2, 3])).toEqual([2, 3, 1]);
    expect(nextSeeds([3, 1, 2])).toEqual([1, 2, 3]);
    expect(nextSeeds([7])).toEqual([8]);
  });
});
