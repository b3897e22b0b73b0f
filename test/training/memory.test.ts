import { describe, expect, test } from 'vitest';
import { footprintOf } from '../../src/engine/footprint.ts';
import { createMachine } from '../../src/engine/machine.ts';
import { createRandom } from '../../src/engine/random.ts';

import { ko } from '../../src/i18n/ko.ts';
import { mostBytes } from '../../src/training/memory.ts';
import { parseRecipe } from '../../src/training/recipe.ts';

const LARGE = Array.from({ length: 20 }, () => 4096);

const TOO_LARGE: readonly [string, Record<string, unknown>, string][] = [
  ['weights', { data: 'moons', net: LARGE }, 'net'],
  ['what flows through the layers', { data: 'moons', n: 100_000, opt: 'gd', net: [4096, 4096] }, 'batch'],
  ['rows', { data: 'random-labels', n: 100_000, features: 10_000 }, 'n'],
  [
    'rows of which some are kept back',
    { data: 'random-labels', n: 100_000, features: 10_000, validation: 0.1 },
    'n',
  ],
  [
    'several variants at once',
    {
      data: 'digits',
      vary: {
        lr: Array(40)
          .fill(0.1)
          .map((lr, i) => lr + i / 100),
      },
      net: [4096, 2048],
    },
    'net',
  ],
  ['a deep network', { kind: 'depth', data: 'random-labels', n: 100_000, depth: 100, width: 1000 }, 'n'],
  ['an autoencoder', { kind: 'autoencoder', net: LARGE.slice(10) }, 'net'],
  ['pairs', { kind: 'pairs', net: LARGE, seeds: [1, 2] }, 'net'],
  ['random features', { kind: 'random-features', n: 100_000, features: 10_000 }, 'n'],
  ['leakage', { kind: 'leakage', n: 100_000, features: 10_000, k: 20 }, 'n'],
];

describe('a recipe too large for memory', () => {
  test.each(TOO_LARGE)('by %s is refused with the size it would need', (_name, record, key) => {
    const { value, problems } = parseRecipe(record);
    expect(value).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.key).toBe(key);
    const sentence =
      /^\w+: this recipe would need ([\d.,]+) GB of memory and may need ([\d.]+) GB at most; take less of [\w, ]+\.$/;
    const [, needed, most] = sentence.exec(problems[0]!.message) ?? [];
    expect(Number(needed?.replace(',', ''))).toBeGreaterThan(Number(most));
  });

  test('is refused in Korean as well', () => {
    const { problems } = parseRecipe({ net: LARGE }, ko.problem);
    expect(problems[0]?.message).toMatch(/^net: 이 레시피에는 메모리가 [\d.]+ GB 필요한데/);
  });

  test('is one that would not fit; the largest of the usual sizes do', () => {
    expect(parseRecipe({ data: 'digits', net: [1024, 1024], n: 1000, seeds: '1..20' }).problems).toEqual([]);
    expect(mostBytes()).toBeLessThanOrEqual(2 ** 32);
  });
});

test('what a network is said to take is what it takes', () => {
  const layers = [
    { type: 'conv2d', units: 6, size: 3 } as const,
    { type: 'flatten' } as const,
    { type: 'dense', units: 10 } as const,
  ];
  const spec = { inputs: 144, image: { height: 12, columns: 12, channels: 1 }, layers, loss: 'ce' } as const;
  const rows = 4000;
  const { rows: data, weights, batch } = footprintOf(spec, { name: 'adam' }, rows, 1, 100);
  const table = {
    inputs: new Float32Array(rows * 144),
    targets: new Float32Array(rows),
    rows,
    features: 144,
  };
  const { arena } = createMachine({
    ...{ spec, optimizer: { name: 'adam' }, data: table, maxBatch: 100 },
    ...{ init: { name: 'he' }, random: createRandom(1) },
  });
  const taken = arena.floats(0, 1).buffer.byteLength;
  // Memory comes in pages of 64 KB, the first of which holds the kernels' own constants.
  expect(Math.abs(taken - data - weights - batch)).toBeLessThan(2 * 65_536);
});
