import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ kind: 'standardize', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Extract<RunEvent, { type: 'finished' }> {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const measured = (record: Record<string, unknown>, name: string) =>
  Number(finished({ n: 5000, ...record }).measures[`${name}@end`]);

describe('standardizing', () => {
  test.each(['exponential', 'normal', 'uniform'])(
    'brings %s to mean 0 and spread 1, and leaves its skewness',
    (law) => {
      expect(measured({ law }, 'mean')).toBeCloseTo(0, 9);
      expect(measured({ law }, 'spread')).toBeCloseTo(1, 9);
      expect(measured({ law }, 'skew_after')).toBeCloseTo(measured({ law }, 'skew_before'), 9);
    },
  );

  test('makes nothing normal: the share within one standard deviation is that of the law', () => {
    // 1 - e^-2, erf(1 / √2) and 1 / √3
    expect(measured({ law: 'exponential' }, 'within_one')).toBeCloseTo(0.865, 1.5);
    expect(measured({ law: 'normal' }, 'within_one')).toBeCloseTo(0.683, 1.5);
    expect(measured({ law: 'uniform' }, 'within_one')).toBeCloseTo(0.577, 1.5);
    expect(measured({ law: 'exponential' }, 'skew_after')).toBeGreaterThan(1.7);
    expect(Math.abs(measured({ law: 'normal' }, 'skew_after'))).toBeLessThan(0.1);
  });

  test('comes to the same bits however it is sliced, and to others under another seed', () => {
    const run = createRun(recipe({ n: 300 }));
    for (let at = 0; at <= run.liveSteps; at += 7) run.advanceLive(at);
    run.advanceLive(run.liveSteps);
    const { hash } = finished({ n: 300 });
    expect([...run.rest(() => 0)].flat().at(-1)).toMatchObject({ hash });
    expect(finished({ n: 300, seed: 2 }).hash).not.toBe(hash);
  });
});
