import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

const digits = {
  data: 'digits',
  n: 300,
  test: 100,
  net: [16],
  act: 'relu',
  norm: 'batch',
  steps: 20,
  lr: 0.01,
};

function recordOf(more: Record<string, unknown>) {
  const { value, problems } = parseRecipe({ ...digits, ...more });
  if (!value) throw new Error(JSON.stringify(problems));
  for (const event of runRecipe(value, () => 0)) if (event.type === 'finished') return event.records[0]!;
  throw new Error('it did not finish');
}

const last = (record: ReturnType<typeof recordOf>) => record.points.at(-1)?.values ?? {};

describe('test rows that are answered as in training', () => {
  test('one by one all get the same answer: batch norm leaves only its shift', () => {
    const record = recordOf({ mode: 'train', test_batch: 1 });
    expect(record.totals.answers).toBe(1);
    expect(last(record).test_acc).toBeLessThan(0.15);
    expect(last(record).eval_acc).toBeGreaterThan(0.5);
  });

  test('are answered worse beside rows of their own class than in mixed company', () => {
    const mixed = last(recordOf({ mode: 'train', test_batch: 10 })).test_acc ?? 0;
    const sorted = last(recordOf({ mode: 'train', test_batch: 10, test_order: 'sorted' })).test_acc ?? 1;
    expect(sorted).toBeLessThan(mixed - 0.2);
  });

  test('do not change what is trained, nor what is answered for good', () => {
    const forGood = recordOf({});
    const asInTraining = recordOf({ mode: 'train' });
    expect(last(asInTraining).eval_acc).toBe(last(forGood).test_acc);
    expect(last(asInTraining).loss).toBe(last(forGood).loss);
  });

  test('make no difference where nothing depends on the batch', () => {
    const { test_acc, eval_acc } = last(recordOf({ norm: 'layer', mode: 'train', test_batch: 1 }));
    expect(test_acc).toBe(eval_acc);
  });
});

test.each([
  [{ mode: 'train', test: 0 }, 'mode'],
  [{ test_batch: 1 }, 'test_batch'],
  [{ mode: 'eval', test_order: 'sorted' }, 'test_order'],
])('%j is refused', (more, key) => {
  expect(parseRecipe({ ...digits, ...more }).problems.map((problem) => problem.key)).toEqual([key]);
});
