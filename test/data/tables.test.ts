import { describe, expect, test } from 'vitest';
import type { StoredSet } from '../../src/data/data-set.ts';
import { type DataSetName, dataSets } from '../../src/data/data-sets.ts';
import { type ScaleName, scales } from '../../src/data/scales.ts';
import { makeTables } from '../../src/data/tables.ts';
import type { Table } from '../../src/engine/table.ts';

describe.each(Object.keys(scales) as ScaleName[])('scale %s', (scale) => {
  const wine = { n: 100, noise: 0, features: 13, test: 50 };
  const { train, test: other } = makeTables('wine', { ...wine, scale }, 1);

  test('is found out from the rows to train on, and put on the others as it is', () => {
    const raw = makeTables('wine', wine, 1);
    for (let column = 0; column < 13; column++) {
      const [from, to] = [columnOf(raw.train, column), columnOf(train, column)];
      // Two training rows that differ fix the line; every other row of either part must lie on it.
      const second = from.findIndex((x) => x !== from[0]);
      const slope = (to[second]! - to[0]!) / (from[second]! - from[0]!);
      const onLine = (x: number) => to[0]! + slope * (x - from[0]!);
      columnOf(raw.test!, column).forEach((x, i) => {
        expect(columnOf(other!, column)[i]).toBeCloseTo(onLine(x), 2);
      });
    }
    const others = makeTables('wine', { ...wine, scale, test: 10 }, 1);
    expect(others.train).toEqual(train);
  });

  test('gives columns the size that its name says', () => {
    const first = columnOf(train, 12);
    if (scale === 'standard')
      expect([mean(first), std(first)]).toEqual([expect.closeTo(0, 5), expect.closeTo(1, 5)]);
    if (scale === 'minmax') expect([Math.min(...first), Math.max(...first)]).toEqual([0, 1]);
    if (scale === 'none') expect(Math.max(...first)).toBeGreaterThan(1000);
  });
});

test('a column that is one number all over becomes 0, not a division by 0', () => {
  const set = fileOf(
    [
      [3, 1],
      [3, 2],
      [3, 5],
      [3, 9],
    ],
    [0, 1, 0, 1],
  );
  for (const scale of ['standard', 'minmax'] as const) {
    const { train } = makeTables(set, { n: 4, noise: 0, features: 2, test: 0, scale }, 1);
    expect(columnOf(train, 0)).toEqual([0, 0, 0, 0]);
  }
});

test('numbers to be learnt are scaled with their inputs, classes are not', () => {
  const settings = { n: 100, noise: 0.1, test: 0, scale: 'standard' } as const;
  const line = makeTables('line', { ...settings, features: 1 }, 1).train;
  expect([mean(line.targets), std(line.targets)]).toEqual([expect.closeTo(0, 5), expect.closeTo(1, 5)]);
  expect(new Set(makeTables('moons', { ...settings, features: 2 }, 1).train.targets)).toEqual(
    new Set([0, 1]),
  );
});

describe('oversampling', () => {
  const settings = { n: 1000, noise: 1, features: 2, test: 200 };
  const plain = makeTables('imbalanced', settings, 1);

  test.each([
    [1, 950],
    [0.5, 475],
    [0.01, 50],
  ])('to %d of the largest class makes %d of the smaller', (share, expected) => {
    const { train } = makeTables('imbalanced', { ...settings, oversample: share }, 1);
    expect(train.targets.filter((t) => t === 1)).toHaveLength(expected);
    expect(train.targets.filter((t) => t === 0)).toHaveLength(950);
  });

  test('repeats training rows alone: no row is new, and none to test on is touched', () => {
    const { train, test: other } = makeTables('imbalanced', { ...settings, oversample: 1 }, 1);
    expect(other).toEqual(plain.test);
    const known = new Set(rowsOf(plain.train));
    expect(rowsOf(train).every((row) => known.has(row))).toBe(true);
    expect(new Set(rowsOf(train).slice(1000)).size).toBeGreaterThan(40);
  });

  test.each((Object.keys(dataSets) as DataSetName[]).filter((name) => dataSets[name].task !== 'regression'))(
    'of %s comes to as many rows under every seed',
    (name) => {
      const { features, defaults } = dataSets[name];
      const rows = (seed: number) =>
        makeTables(name, { n: 37, noise: defaults.noise, features, test: 0, oversample: 1 }, seed).train.rows;
      expect([rows(2), rows(3)]).toEqual([rows(1), rows(1)]);
    },
  );
});

test('rows that their publisher keeps to test on are tested on, and no others', () => {
  const set = fileOf([[1], [2], [3], [4]], [0, 1, 0, 1], [[7], [8], [9]]);
  const { train, test: other } = makeTables(set, { n: 4, noise: 0, features: 1, test: 3 }, 1);
  expect([...train.inputs].sort()).toEqual([1, 2, 3, 4]);
  expect([...other!.inputs].sort()).toEqual([7, 8, 9]);
});

type Numbers = readonly (readonly number[])[];

function fileOf(inputs: Numbers, targets: readonly number[], tests?: Numbers): StoredSet {
  const rows = (of: Numbers) => ({
    inputs: Float32Array.from(of.flat()),
    unit: 1,
    targets: Float32Array.from(targets.slice(0, of.length)),
    rows: of.length,
    features: of[0]!.length,
  });
  return {
    ...{ task: 'binary', classes: 2, features: inputs[0]!.length, knobs: [], labels: ['0', '1'] },
    defaults: { n: inputs.length, noise: 0, test: 0 },
    rows: inputs.length,
    read: () => rows(inputs),
    ...(tests ? { testRows: rows(tests) } : {}),
  };
}

function columnOf({ inputs, rows, features }: Table, column: number): readonly number[] {
  return Array.from({ length: rows }, (_, i) => inputs[i * features + column]!);
}

function rowsOf({ inputs, rows, features }: Table): string[] {
  return Array.from({ length: rows }, (_, i) => inputs.subarray(i * features, (i + 1) * features).join());
}

function mean(values: Iterable<number>): number {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

function std(values: Iterable<number>): number {
  const all = [...values];
  return Math.sqrt(mean(all.map((value) => (value - mean(all)) ** 2)));
}

describe('undersampling', () => {
  const settings = { n: 1000, noise: 1, features: 2, test: 200 };

  test.each([
    [1, 50],
    [0.5, 100],
    [0.01, 950],
  ])('to %d leaves %d of the larger class and all of the smaller', (share, expected) => {
    const { train, test: other } = makeTables('imbalanced', { ...settings, undersample: share }, 1);
    expect(train.targets.filter((t) => t === 0)).toHaveLength(expected);
    expect(train.targets.filter((t) => t === 1)).toHaveLength(50);
    expect(other!.rows).toBe(200);
  });
});

describe('wrong labels', () => {
  const settings = { n: 100, noise: 0.1, features: 2, test: 50 };
  const plain = makeTables('moons', settings, 1);

  test('are a share of each class, and none of those to test on', () => {
    const { train, test: other } = makeTables('moons', { ...settings, flip: 0.2 }, 1);
    const wrong = [...train.targets.keys()].filter((row) => train.targets[row] !== plain.train.targets[row]);
    expect(wrong).toHaveLength(20);
    expect(wrong.filter((row) => plain.train.targets[row] === 1)).toHaveLength(10);
    expect(other).toEqual(plain.test);
  });

  test('are also among the rows that are kept back, which are no others than those', () => {
    const { train, validation } = makeTables('moons', { ...settings, validation: 0.3 }, 1);
    expect([train.rows, validation!.rows]).toEqual([70, 30]);
    expect([...train.inputs, ...validation!.inputs]).toEqual([...plain.train.inputs]);
    const flipped = makeTables('moons', { ...settings, validation: 0.3, flip: 0.2 }, 1).validation!;
    expect(flipped.targets.filter((t, row) => t !== validation!.targets[row])).toHaveLength(6);
  });
});

test('an extra feature stands behind the two that it is computed from', () => {
  const plain = makeTables('circles', { n: 5, noise: 0, features: 2, test: 0 }, 1).train;
  const { train } = makeTables('circles', { n: 5, noise: 0, features: 2, test: 0, extra: 'radius' }, 1);
  expect(train.features).toBe(3);
  expect([...train.inputs.subarray(3, 5)]).toEqual([...plain.inputs.subarray(2, 4)]);
  expect(train.inputs[2]).toBeCloseTo(1, 5);
  expect(train.inputs[5]).toBeCloseTo(0.25, 5);
});
