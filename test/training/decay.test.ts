import { expect, test } from 'vitest';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

function ends(record: Record<string, unknown>): readonly [number, number] {
  const { value } = parseRecipe({ kind: 'decay', ...record });
  for (const event of runRecipe(value!, () => 0))
    if (event.type === 'finished')
      return [event.measures['loud@end'] as number, event.measures['quiet@end'] as number];
  throw new Error('the run did not finish');
}

test('decay coupled to Adam shrinks the weight whose gradients are quiet and hardly the loud one', () => {
  const [loud, quiet] = ends({ opt: 'adam' });
  expect(quiet).toBeLessThan(0.1);
  expect(loud).toBeGreaterThan(0.25);
});

test('decoupled it shrinks both by (1 - rate decay) a step', () => {
  for (const w of ends({ opt: 'adamw' })) expect(Math.abs(w - 0.999_5 ** 2000)).toBeLessThan(0.13);
  expect(ends({ opt: 'adam', coupling: 'decoupled' })).toEqual(ends({ opt: 'adamw' }));
});

test('for plain SGD both come to the same', () => {
  const [coupled, decoupled] = [ends({ opt: 'sgd' }), ends({ opt: 'sgd', coupling: 'decoupled' })];
  coupled.forEach((w, i) => {
    expect(w).toBeCloseTo(decoupled[i]!, 12);
  });
});
