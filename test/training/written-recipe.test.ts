import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { keyGroups } from '../../src/training/key-groups.ts';
import { valuesOf } from '../../src/training/key-values.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { type KeyName, readValue, recipeKeys } from '../../src/training/recipe-keys.ts';
import { readWritten, writeRecipe } from '../../src/training/written-recipe.ts';

const keys = Object.keys(recipeKeys) as KeyName[];

test.each([
  {},
  { data: 'xor', net: [4, 4], lr: 0.03, seeds: '1..5' },
  { net: [], vary: { act: ['tanh', 'relu'] } },
  { vary: [{ batch: 1, lr: 0.05 }, { batch: 32 }] },
  { vary: [{}, { norm: 'batch' }] },
  { watch: ['gradients', 'weights'], seed: 7 },
  { kind: 'surface', vary: { opt: ['gd', 'adam'], lr: [0.1, 0.01] } },
])('what is written of a recipe makes the same recipe: %j', (record) => {
  const { value, problems } = parseRecipe(record);
  expect(problems).toEqual([]);
  expect(readWritten(writeRecipe(value!)).value).toEqual(value);
});

test('every run of every lesson can be written and read again', () => {
  const course = JSON.parse(readFileSync(new URL('../../dist/course.json', import.meta.url), 'utf8')) as {
    lessons: { lab: { runs: Record<string, Parameters<typeof writeRecipe>[0]> } }[];
  };
  const runs = course.lessons.flatMap(({ lab }) => Object.values(lab.runs));
  expect(runs.length).toBeGreaterThan(20);
  for (const run of runs) expect(readWritten(writeRecipe(run)).value).toEqual(run);
});

test('every key stands in one group, with words in both languages', () => {
  expect(Object.values(keyGroups).flat().sort()).toEqual([...keys].sort());
  const about = [en, ko].map(({ screen }) => Object.keys(screen.sandbox.about).sort());
  expect(about[0]).toEqual([...keys, 'kind', 'seeds', 'vary'].sort());
  expect(about[1]).toEqual(about[0]);
});

test.each(keys)('%s: all values that are offered are allowed, and in their order', (key) => {
  const values = valuesOf(key);
  expect(values.filter((value) => readValue(recipeKeys[key], value) === null)).toEqual([]);
  expect(new Set(values).size).toBe(values.length);
  expect(values.length > 0 || recipeKeys[key].type === 'text').toBe(true);
});
