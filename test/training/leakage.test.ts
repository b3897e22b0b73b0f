import { expect, test } from 'vitest';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

function ends(record: Record<string, unknown>): readonly [number, number] {
  const { value } = parseRecipe({ kind: 'leakage', ...record });
  for (const event of runRecipe(value!, () => 0))
    if (event.type === 'finished')
      return [event.measures['leaky_acc@end'] as number, event.measures['proper_acc@end'] as number];
  throw new Error('the run did not finish');
}

test('features chosen on all rows seem to foretell labels that nothing can foretell', () => {
  const [leaky, proper] = ends({});
  expect(leaky).toBeGreaterThan(0.8);
  expect(Math.abs(proper - 0.5)).toBeLessThan(0.1);
});

test('where all features are taken there is nothing to choose, and nothing leaks', () => {
  const [leaky, proper] = ends({ features: 20, k: 20 });
  expect(leaky).toBe(proper);
});

test('one way alone tells what it tells beside the other', () => {
  const told = (choose: string) => {
    const { value } = parseRecipe({ kind: 'leakage', features: 200, draws: 4, choose });
    const finished = [...runRecipe(value!, () => 0)].find((event) => event.type === 'finished');
    return finished?.type === 'finished' ? finished.measures['told_acc@end'] : null;
  };
  expect([told('all'), told('train')]).toEqual(ends({ features: 200, draws: 4 }));
});

test('an odd number of rows and more features than there are are refused', () => {
  const messages = parseRecipe({ kind: 'leakage', n: 51, features: 5, k: 6 }).problems;
  expect(messages.map(({ message }) => message)).toEqual([
    'n: 51 is not allowed; it must be an even whole number from 4.',
    'k: 6 is not allowed; it must be a whole number from 1 to 5.',
  ]);
});
