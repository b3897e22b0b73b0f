import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { neighbourAccuracy, spreadOf } from '../../src/training/codes.ts';
import { objectives } from '../../src/training/kinds/pairs.ts';
import { kinds } from '../../src/training/kinds.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

const base = { kind: 'pairs', n: 64, batch: 16, steps: 200, seed: 2 };

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ ...base, ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>) {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

describe.each(Object.keys(objectives))('pairs by %s', (objective) => {
  test('come to the same bits under their seed, however the steps are sliced, and to others under another', () => {
    const { hash } = finished({ objective, steps: 40 });
    const run = createRun(recipe({ objective, steps: 40 }));
    for (let at = 0; at <= run.liveSteps; at += 7) run.advanceLive(at);
    run.advanceLive(run.liveSteps);
    expect([...run.rest(() => 0)].flat().at(-1)).toMatchObject({ hash });
    expect(finished({ objective, steps: 40, seed: 3 }).hash).not.toBe(hash);
  });

  test('bring the loss down, and measure what they say they measure', () => {
    const { measures } = kinds.pairs.prepare({ objective }, en.problem);
    const { records } = finished({ objective });
    const { points, totals } = records[0]!;
    expect(Object.keys(points[0]!.values)).toEqual([...measures.points]);
    expect(Object.keys(totals)).toEqual([...measures.totals]);
    expect(points.at(-1)!.values.loss).toBeLessThan(points[0]!.values.loss!);
  });
});

describe('collapse', () => {
  test('is where pulling alone ends, and where a stopped gradient does not', () => {
    const spread = (objective: string) => Number(finished({ objective }).measures['spread@end']);
    expect(spread('pull')).toBeLessThan(0.5);
    expect(spread('simsiam')).toBeGreaterThan(0.6);
  });
});

describe('codes', () => {
  test('that all point one way have no spread, and those that point every way have spread 1', () => {
    expect(spreadOf(Float32Array.of(1, 2, 10, 20, 3, 6), 2)).toBeCloseTo(0, 6);
    expect(spreadOf(Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1), 2)).toBeCloseTo(1, 6);
  });

  test('are told apart by their nearest neighbour in direction', () => {
    const table = { inputs: new Float32Array(), targets: Float32Array.of(0, 0, 1, 1), rows: 4, features: 0 };
    expect(neighbourAccuracy(Float32Array.of(1, 0, 9, 1, 0, 1, 1, 9), table, 2)).toBe(1);
    expect(neighbourAccuracy(Float32Array.of(1, 0, 0, 1, 9, 1, 1, 9), table, 2)).toBe(0);
  });
});

describe('a recipe of pairs', () => {
  test('refuses a temperature that nothing is heated by, and a batch of more rows than there are', () => {
    const problems = (given: Record<string, string | number>) =>
      kinds.pairs.prepare(given, en.problem).problems.map(({ key }) => key);
    expect(problems({ objective: 'pull', temperature: 0.5 })).toEqual(['temperature']);
    expect(problems({ objective: 'infonce', temperature: 0.5 })).toEqual([]);
    expect(problems({ n: 30, batch: 31 })).toEqual(['batch']);
  });

  test('of numbers has no neighbours to count', () => {
    const { measures } = kinds.pairs.prepare({ data: 'linear' }, en.problem);
    expect(measures.totals).toEqual([]);
  });
});
