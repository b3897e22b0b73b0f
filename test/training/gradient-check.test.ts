import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ kind: 'gradient-check', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Extract<RunEvent, { type: 'finished' }> {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const difference = (record: Record<string, unknown>) =>
  [finished({ seeds: '1..5', ...record }).measures['difference@end']].flat() as number[];

describe('a gradient check', () => {
  test.each([
    { data: 'moons', net: [4], act: 'tanh' },
    { data: 'moons', net: [8, 8], act: 'gelu', loss: 'mse' },
    { data: 'iris', net: [5], act: 'sigmoid', scale: 'standard' },
    { data: 'line', net: [] },
  ])('finds backpropagation right to a few parts in ten thousand: %o', (record) => {
    expect(Math.max(...difference(record))).toBeLessThan(5e-4);
  });

  test('finds a forgotten factor, and biases without a slope', () => {
    expect(Math.min(...difference({ fault: 'halved' }))).toBeCloseTo(1, 2);
    expect(Math.min(...difference({ fault: 'no-bias' }))).toBeGreaterThan(0.02);
  });

  test('is worst with a step that is too long, and with one that drowns in rounding', () => {
    const [long, right, short] = [0.1, 1e-3, 1e-5].map((h) => Math.max(...difference({ h })));
    expect(long).toBeGreaterThan(10 * right!);
    expect(short).toBeGreaterThan(10 * right!);
  });

  test('takes two forward passes for every weight', () => {
    const { measures } = finished({ net: [16], loss: 'ce' });
    expect(measures.parameters).toBe(82);
    expect(measures.passes).toBe(164);
  });

  test('comes to the same bits however it is sliced, and to others under another seed', () => {
    const run = createRun(recipe({}));
    for (let at = 0; at <= run.liveSteps; at += 3) run.advanceLive(at);
    run.advanceLive(run.liveSteps);
    const { hash } = finished({});
    expect([...run.rest(() => 0)].flat().at(-1)).toMatchObject({ hash });
    expect(finished({ seed: 2 }).hash).not.toBe(hash);
  });

  test('refuses a loss that does not fit', () => {
    const { problems } = parseRecipe({ kind: 'gradient-check', data: 'line', loss: 'ce' });
    expect(problems.map(({ key }) => key)).toEqual(['loss']);
  });
});
