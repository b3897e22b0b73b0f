import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/charts/spans.ts';
import { languages } from '../../src/i18n/languages.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { createRun } from '../../src/training/run.ts';
import { baselineOf, drawLabCurves, measuresOf } from '../../src/ui/lab/lab-curves.ts';
import { panels, panelsOf } from '../../src/ui/lab/panels.ts';
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
