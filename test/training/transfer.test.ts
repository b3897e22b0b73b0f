import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { kinds } from '../../src/training/kinds.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

type Finished = Extract<RunEvent, { type: 'finished' }>;

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ kind: 'transfer', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Finished {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const small = { n: 300, test: 200, net: [32], labels: 20, lr: 0.01, epochs: 8, steps: 100, seed: 2 };
const end = (reuse: string, name = 'test_acc@end') => Number(finished({ ...small, reuse }).measures[name]);

describe('odd or even digits from 20 labels', () => {
  test('are told better behind layers that know digits than behind layers that were never trained', () => {
    expect(end('frozen')).toBeGreaterThan(end('random') + 0.05);
  });

  test('are learnt whatever the hidden layers come from, each in its own way', () => {
    const runs = ['none', 'fine-tune', 'frozen', 'random'].map((reuse) => finished({ ...small, reuse }));
    for (const { measures } of runs) expect(Number(measures['acc@end'])).toBeGreaterThan(0.8);
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(4);
  });

  test('come after a pretraining that is the same for all', () => {
    expect(end('none', 'pretrained_acc')).toBe(end('frozen', 'pretrained_acc'));
    expect(end('none', 'pretrained_acc')).toBeGreaterThan(0.75);
  });
});

test('without pretraining rows of their own the labels are not there', () => {
  const { problems } = parseRecipe({ kind: 'transfer', n: 1700, labels: 200 });
  expect(problems).toHaveLength(1);
});

test('comes to the same bits however its steps are sliced', () => {
  const run = createRun(recipe(small));
  for (let at = 0; at <= 100; at += 7) run.advanceLive(at);
  run.advanceLive(100);
  expect([...run.rest(() => 0)].flat().at(-1)).toMatchObject({ hash: finished(small).hash });
});

test('the measures that it announces are those that it tells', () => {
  const { points, totals } = kinds.transfer.prepare({}, {} as never).measures;
  const [record] = finished(small).records;
  expect(Object.keys(record!.points[0]!.values)).toEqual(points);
  expect(Object.keys(record!.totals)).toEqual(totals);
});
