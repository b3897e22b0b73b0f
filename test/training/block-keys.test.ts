import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ko } from '../../src/i18n/ko.ts';
import { blockKeys, type blockRules, hiddenLayers } from '../../src/training/block-keys.ts';
import type { TrainSettings } from '../../src/training/kinds/train.ts';
import {
  flatRecipe,
  parseRecipe,
  type Recipe,
  recipeCommand,
  variantsOf,
} from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const base = { data: 'digits', n: 60, test: 0, conv: [4, 4], act: 'relu', steps: 5, seed: 3 };

/** A recipe in which each key may be given, and a value that is not the usual one. */
const uses = {
  conv: [{}, [3]],
  kernel: [{}, 5],
  stride: [{}, 2],
  padding: [{}, 0],
  pool: [{}, 'max'],
  head: [{}, 'average'],
  residual: [{}, 'yes'],
} satisfies Record<keyof typeof blockRules, readonly [object, unknown]>;

describe.each(blockKeys)('%s', (key) => {
  const [around, value] = uses[key];
  const recipe = { ...base, ...around };

  test('changes what is trained, to the same bits every time', () => {
    expect(hashOf({ ...recipe, [key]: value })).not.toBe(hashOf(recipe));
    expect(hashOf({ ...recipe, [key]: value })).toBe(hashOf({ ...recipe, [key]: value }));
  });

  test('stands in the recipe that repeats the run', () => {
    const given = parse({ ...recipe, [key]: value });
    expect(flatRecipe(given)).toHaveProperty(key, value);
    expect(recipeCommand(given)).toContain(`--${key} ${value}`);
  });
});

describe('the layers of a recipe', () => {
  test('behind each convolution come norm, activation and pool, then the head and the dense layers', () => {
    const types = typesOf({ conv: [8, 16], net: [12], norm: 'batch', pool: 'max' });
    const block = ['conv2d', 'batchNorm', 'activation', 'maxPool'];
    expect(types).toEqual([...block, ...block, 'flatten', 'dense', 'batchNorm', 'activation']);
  });

  test('instance norm stands behind convolutions only', () => {
    const types = typesOf({ conv: [8], net: [12], norm: 'instance' });
    expect(types).toEqual(['conv2d', 'instanceNorm', 'activation', 'flatten', 'dense', 'activation']);
  });

  test('a skip leads around every hidden layer that keeps its shape, and around no other', () => {
    const types = typesOf({ conv: [4, 4], net: [12, 12], residual: 'yes' });
    const [conv, dense] = [
      ['conv2d', 'activation'],
      ['dense', 'activation'],
    ];
    expect(types).toEqual([
      ...[...conv!, ...conv!, 'residual'],
      ...['flatten', ...dense!, ...dense!, 'residual'],
    ]);
  });

  test('images keep their size unless told otherwise', () => {
    const weights = (record: object) => hidden(record).find(({ type }) => type === 'conv2d');
    expect(weights({ conv: [4], kernel: 5 })).toMatchObject({ size: 5, step: 1, padding: 2 });
    expect(weights({ conv: [4], kernel: 5, padding: 0, stride: 2 })).toMatchObject({ step: 2, padding: 0 });
  });
});

test.each([
  { conv: [8, 16], norm: 'batch', pool: 'max' },
  { conv: [8], norm: 'instance', pool: 'average', net: [16] },
  { conv: [8, 8], norm: 'group', groups: 4, residual: 'yes' },
  { conv: [6], act: 'maxout', stride: 2, dropout: 0.2 },
  { conv: undefined, net: [16, 16, 16], residual: 'yes' },
])('%j learns digits', (change) => {
  const { measures, records } = finished({ ...base, n: 400, test: 200, steps: 150, lr: 0.01, ...change });
  expect(measures.diverged).toBe(0);
  expect(records[0]!.points.at(-1)!.values.test_acc).toBeGreaterThan(0.7);
});

test('images in a file of the learner have their shape from it', () => {
  const file = join(folder, 'train-images-idx3-ubyte');
  const head = (shape: readonly number[]) => [0, 0, 8, shape.length, ...shape.flatMap((n) => [0, 0, 0, n])];
  const pixels = Array.from({ length: 12 * 6 * 5 }, (_, i) => (i * 37) % 256);
  writeFileSync(file, Uint8Array.of(...head([12, 6, 5]), ...pixels));
  writeFileSync(
    file.replace('images-idx3', 'labels-idx1'),
    Uint8Array.of(...head([12]), ...Array(6).fill([0, 1]).flat()),
  );
  const recipe = { ...base, data: file, n: 8, conv: [4], padding: 0, kernel: 5 };
  expect(hashOf(recipe)).toMatch(/^[0-9a-f]+$/);
  expect(problemsOf({ ...recipe, pool: 'max' })).toEqual([
    'pool: at layer 1 of conv the image is only 2 x 1 pixels, too small for it; take fewer layers, a smaller stride or no pool.',
  ]);
});

describe('what does not go together is said in one sentence', () => {
  test.each([
    [{ data: 'moons' }, 'conv: the data moons has no images; take digits or an IDX file'],
    [{ conv: [8, 8, 8, 8], pool: 'max' }, 'pool: at layer 4 of conv the image is only 1 x 1 pixels'],
    [{ kernel: 5, padding: 0, conv: [8, 8, 8] }, 'kernel: at layer 2 of conv the image is only 4 x 4'],
    [
      { conv: [8], kernel: 8, padding: 0, norm: 'instance' },
      'norm: at layer 1 of conv the image is only 1 x 1',
    ],
    [{ conv: [], norm: 'instance' }, 'norm: instance norm levels the pixels of images'],
    [{ conv: undefined, pool: 'max' }, 'pool: it goes only with conv, and this recipe has conv none.'],
    [{ conv: [4], residual: 'yes', net: [6] }, 'residual: no hidden layer here gives as many numbers'],
    [{ conv: [6], norm: 'group', groups: 4 }, 'a whole number that divides the width 6'],
    [{ conv: [0] }, 'conv: 0 is not allowed; it must be widths of the layers such as 16 or 16,16'],
  ])('%j', (change, message) => {
    const problems = problemsOf({ ...base, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test('in Korean too', () => {
    const { problems } = parseRecipe({ ...base, data: 'moons' }, ko.problem);
    expect(problems[0]?.message).toContain('이미지가 아닙니다');
  });
});

function problemsOf(record: Record<string, unknown>): readonly string[] {
  return parseRecipe(record).problems.map(({ message }) => message);
}

function parse(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function hidden(record: object) {
  const [variant] = variantsOf(parse({ ...base, ...record }));
  const image = { height: 8, columns: 8, channels: 1 };
  return hiddenLayers(variant!.settings as TrainSettings, image);
}

const typesOf = (record: object) => hidden(record).map(({ type }) => type);

function finished(record: Record<string, unknown>) {
  for (const event of runRecipe(parse(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const hashOf = (record: Record<string, unknown>) => finished(record).hash;
