import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { kinds } from '../../src/training/kinds.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

function finished(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe({ kind: 'autoencoder', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const event of runRecipe(value, () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

describe('an autoencoder', () => {
  const plane = { data: 'linear', features: 3, n: 60, test: 40, opt: 'adam', lr: 0.02, steps: 1500 };

  test('gives back rows exactly where the bottleneck is as wide as they are, and not where it is narrower', () => {
    const loss = (code: number) => Number(finished({ ...plane, code }).measures['loss@end']);
    expect(loss(3)).toBeLessThan(1e-3);
    // Rows from N(0, 1) have a third of their square in each direction.
    expect(loss(2)).toBeGreaterThan(0.1);
    expect(loss(1)).toBeGreaterThan(1.3 * loss(2));
  });

  test('measures what it says it measures, and comes to the same bits twice', () => {
    const record = { ...plane, net: [5, 4], act: 'maxout', steps: 30 };
    const { measures } = kinds.autoencoder.prepare(record, en.problem);
    const { records, hash } = finished(record);
    expect(Object.keys(records[0]!.points[0]!.values)).toEqual([...measures.points]);
    expect(Object.keys(records[0]!.totals)).toEqual([...measures.totals]);
    expect(finished(record).hash).toBe(hash);
  });

  test('refuses what does not go together', () => {
    const problems = (given: Record<string, string | number>) =>
      kinds.autoencoder.prepare(given, en.problem).problems.map(({ key }) => key);
    expect(problems({ n: 30, batch: 31 })).toEqual(['batch']);
    expect(problems({ opt: 'gd', batch: 5 })).toEqual(['batch']);
    expect(problems({ steps: 5, epochs: 5 })).toEqual(['epochs']);
  });
});
