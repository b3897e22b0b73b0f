import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { flatRecipe, parseRecipe, type Recipe, recipeCommand } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Two clouds that a line divides, with a column of words as the answer. */
const fruit = join(folder, 'my fruit.csv');
const rows = Array.from(
  { length: 40 },
  (_, i) => `${i % 2 ? 'pear' : 'apple'},${(i % 2) * 9 + (i % 5)},${i % 3}`,
);
writeFileSync(fruit, `kind,length,width\n${rows.join('\n')}\n`);

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Extract<RunEvent, { type: 'finished' }> {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

describe('a recipe takes its examples', () => {
  test('from the digits, and learns to read most of them', () => {
    const { measures } = finished({ data: 'digits', net: [32], epochs: 10 });
    expect(measures['test_acc@end']).toBeGreaterThan(0.93);
  });

  test('from wine, scaled unless told otherwise', () => {
    const { measures } = finished({
      ...{ data: 'wine', net: [], opt: 'sgd', epochs: 60 },
      vary: { scale: ['standard', 'none'] },
    });
    expect(measures['test_acc@end[scale=standard]']).toBeGreaterThan(0.93);
    expect(measures['test_acc@end[scale=none]']).toBeLessThan(0.75);
  });

  test('from blobs of as many classes as asked for, one output each', () => {
    expect(finished({ data: 'blobs', classes: 3, n: 60, epochs: 20 }).measures['acc@end']).toBe(1);
  });

  test("from the learner's own file, its target named", () => {
    const own = { data: fruit, target: 'kind', net: [], epochs: 60, lr: 0.1 };
    expect(finished(own).measures['test_acc@end']).toBe(1);
    expect(flatRecipe(recipe(own))).toMatchObject({
      n: 30,
      test: 10,
      features: 2,
      loss: 'bce',
      scale: 'standard',
    });
    expect(recipeCommand(recipe(own))).toContain(`--data "${fruit}" --target kind`);
  });

  test('with the rare ones repeated, which makes its epochs longer', () => {
    const even = { data: 'imbalanced', n: 200, net: [], batch: 19, epochs: 1 };
    expect(flatRecipe(recipe(even)).steps).toBe(11);
    expect(flatRecipe(recipe({ ...even, oversample: 1 })).steps).toBe(20);
    expect(finished({ ...even, oversample: 1, seeds: '1..2' }).measures.diverged).toEqual([0, 0]);
  });

  test('a few, and tests on what is left where less is left than usual', () => {
    expect(flatRecipe(recipe({ data: 'digits', n: 20 }))).toMatchObject({ n: 20, test: 597 });
    expect(flatRecipe(recipe({ data: 'digits', n: 1700 }))).toMatchObject({ n: 1700, test: 97 });
    expect(flatRecipe(recipe({ data: 'digits', test: 1000 }))).toMatchObject({ n: 797, test: 1000 });
  });

  test('for gradients too', () => {
    const { measures } = finished({ kind: 'gradient-noise', data: 'iris', draws: 20 });
    expect(measures.noise).toBeGreaterThan(0);
  });
});

test.each([
  [
    { data: 'digits', n: 1798 },
    'n: the data digits has 1797 rows for training and testing together; n may be 1797',
  ],
  [{ data: 'digits', n: 1500, test: 400 }, 'n may be 1397 at most here'],
  [{ data: 'iris', test: 150 }, 'n: '],
  [{ data: 'iris', noise: 0.1 }, 'noise: the data iris has no such setting'],
  [{ data: 'moons', classes: 3 }, 'classes: the data moons has no such setting'],
  [{ data: 'blobs', share: 0.1 }, 'share: the data blobs has no such setting'],
  [{ data: 'moons', target: 'y' }, 'target: the data moons has no such setting'],
  [{ data: 'line', oversample: 1 }, 'oversample: it is about classes, and the data line has none'],
  [{ data: 'moons', oversample: 2 }, 'oversample: 2 is not allowed'],
  [{ data: 'moons', scale: 'std' }, 'scale: there is no "std"'],
  [{ data: './none.csv' }, 'data: ./none.csv: it cannot be read (ENOENT).'],
  [{ data: fruit, target: 'colour' }, 'has no column "colour"; it has kind, length, width.'],
  [{ data: fruit }, 'words instead of numbers stand in the column kind'],
  [{ data: 'digit' }, 'did you mean "digits"?'],
])('%o is refused in one sentence', (record, message) => {
  const { value, problems } = parseRecipe(record);
  expect(value).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.message.startsWith(`${problems[0].key}: `)).toBe(true);
});

test('a file that is gone when its run begins ends the run with that sentence', () => {
  const passing = join(folder, 'passing.csv');
  writeFileSync(passing, 'x,y\n1,0\n2,1\n3,0\n4,1\n');
  const of = recipe({ data: passing });
  rmSync(passing);
  expect(() => [...runRecipe(of, () => 0)]).toThrow('cannot be read (ENOENT)');
});
