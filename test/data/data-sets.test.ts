import { describe, expect, test } from 'vitest';
import { type DataSetName, dataSets } from '../../src/data/data-sets.ts';
import { makeTables } from '../../src/data/tables.ts';
import type { Table } from '../../src/engine/table.ts';

describe.each(Object.keys(dataSets) as DataSetName[])('%s', (name) => {
  const { features, defaults } = dataSets[name];
  const settings = { n: defaults.n, noise: defaults.noise, features, test: 30 };
  const isFixed = name === 'xor';
  const { train, test: other } = makeTables(name, settings, 7);

  test('repeats under its seed, and under no other', () => {
    expect(makeTables(name, settings, 7)).toMatchObject({ train, test: other });
    if (!isFixed) expect(makeTables(name, settings, 8).train).not.toEqual(train);
  });

  test('has as many rows and features as asked for', () => {
    for (const [table, rows] of [[train, defaults.n] as const, [other!, 30] as const]) {
      expect([table.rows, table.features]).toEqual([rows, features]);
      expect(table.inputs).toHaveLength(rows * features);
      expect(table.targets).toHaveLength(rows);
      expect(table.inputs.every(Number.isFinite)).toBe(true);
    }
  });

  test('draws other rows for testing, and the length of neither changes the other', () => {
    if (!isFixed) expect(other!.inputs.slice(0, features)).not.toEqual(train.inputs.slice(0, features));
    const longer = makeTables(name, { ...settings, n: defaults.n + 10 }, 7);
    expect(longer.test).toEqual(other);
    expect(longer.train.inputs.slice(0, train.inputs.length)).toEqual(train.inputs);
    expect(makeTables(name, { ...settings, test: 0 }, 7)).toMatchObject({ train, test: null });
  });
});

test('classes have as many rows each as can be', () => {
  for (const [name, set] of Object.entries(dataSets)) {
    const { task, classes, features } = set;
    if (task === 'regression' || name === 'imbalanced' || 'rows' in set) continue;
    const { train } = makeTables(name as DataSetName, { n: 41, noise: 0.1, features, test: 0 }, 1);
    const counts = Array.from({ length: classes }, (_, c) => train.targets.filter((t) => t === c).length);
    expect(Math.max(...counts) - Math.min(...counts), name).toBeLessThanOrEqual(1);
  }
});

describe('shapes', () => {
  const clean = (name: DataSetName, n: number) =>
    rowsOf(makeTables(name, { n, noise: 0, features: 2, test: 0 }, 1).train);

  test('xor is the four corners, exactly', () => {
    expect(clean('xor', 4)).toEqual([
      { x: [0, 0], t: 0 },
      { x: [0, 1], t: 1 },
      { x: [1, 0], t: 1 },
      { x: [1, 1], t: 0 },
    ]);
  });

  test('xor of more rows with noise lies around the corners', () => {
    const { train } = makeTables('xor', { n: 2000, noise: 0.1, features: 2, test: 0 }, 1);
    const offsets = rowsOf(train).map(({ x, t }) => {
      const corner = x.map(Math.round);
      expect(corner[0]! ^ corner[1]!).toBe(t);
      return x[0]! - corner[0]!;
    });
    expect(std(offsets)).toBeCloseTo(0.1, 2);
  });

  test('moons are half circles around (0, 0), above, and (1, 1/2), below', () => {
    for (const { x, t } of clean('moons', 200)) {
      const [dx, dy] = [x[0]! - t, x[1]! - t / 2];
      expect(Math.hypot(dx, dy)).toBeCloseTo(1, 5);
      expect(t === 0 ? dy : -dy).toBeGreaterThanOrEqual(-1e-6);
    }
  });

  test('circles have radii 1 and 1/2', () => {
    for (const { x, t } of clean('circles', 200)) expect(Math.hypot(...x)).toBeCloseTo(t === 0 ? 1 : 0.5, 5);
  });

  test('spirals turn once, half a turn apart', () => {
    for (const { x, t } of clean('spirals', 200)) {
      const radius = Math.hypot(...x);
      const angle = 2 * Math.PI * radius + Math.PI * t;
      expect(x[0]).toBeCloseTo(radius * Math.cos(angle), 4);
      expect(x[1]).toBeCloseTo(radius * Math.sin(angle), 4);
    }
  });

  test('line is y = 2x + 1', () => {
    for (const { x, t } of clean('line', 50)) expect(t).toBeCloseTo(2 * x[0]! + 1, 5);
  });

  test('blobs of five are the corners and the middle, of three a triangle', () => {
    const centres = [
      [5, 5],
      [-5, 5],
      [-5, -5],
      [5, -5],
      [0, 0],
    ];
    for (const { x, t } of clean('blobs', 10)) {
      expect(x[0]).toBeCloseTo(centres[t]![0]!, 5);
      expect(x[1]).toBeCloseTo(centres[t]![1]!, 5);
    }
    const three = rowsOf(makeTables('blobs', { n: 3, noise: 0, features: 2, test: 0, classes: 3 }, 1).train);
    const sides = three.map(({ x }, i) =>
      Math.hypot(x[0]! - three[(i + 1) % 3]!.x[0]!, x[1]! - three[(i + 1) % 3]!.x[1]!),
    );
    for (const side of sides) expect(side).toBeCloseTo(5 * Math.SQRT2 * Math.sqrt(3), 4);
  });

  test('clusters lie around as many centres as asked for, the same in training and in testing', () => {
    const { train, test: other } = makeTables(
      'clusters',
      { n: 6, noise: 0, features: 3, test: 6, classes: 3 },
      1,
    );
    expect(train.features).toBe(3);
    expect(new Set(rowsOf(train).map(({ x }) => x.join())).size).toBe(3);
    expect(other).toEqual(train);
  });

  test.each([
    [1000, 0.05, 50],
    [5000, 0.05, 250],
    [40, 0.25, 10],
    [100, 0.5, 50],
  ])('imbalanced has of %d rows the share %d in class 1, spread evenly', (n, share, rare) => {
    const { train } = makeTables('imbalanced', { n, noise: 0, features: 2, test: 0, share }, 1);
    expect(train.targets.filter((t) => t === 1)).toHaveLength(rare);
    expect(train.targets.slice(0, n / 2).filter((t) => t === 1).length).toBeCloseTo(rare / 2, -1);
    for (const { x, t } of rowsOf(train)) expect(x).toEqual(t === 1 ? [2, 1] : [0, 0]);
  });

  test('random labels say nothing of their inputs', () => {
    const { train } = makeTables('random-labels', { n: 10_000, noise: 2, features: 3, test: 0 }, 1);
    const rows = rowsOf(train);
    for (const column of [0, 1, 2]) {
      const mean = (label: number) =>
        rows.filter(({ t }) => t === label).reduce((sum, { x }) => sum + x[column]!, 0) / 5000;
      expect(Math.abs(mean(0) - mean(1))).toBeLessThan(0.15);
    }
    expect(std(rows.map(({ x }) => x[0]!))).toBeCloseTo(2, 1);
  });

  test('sine is one whole wave, polynomial goes up, down and up', () => {
    for (const { x, t } of clean('sine', 40)) expect(t).toBeCloseTo(Math.sin(Math.PI * x[0]!), 5);
    for (const { x, t } of clean('polynomial', 40)) expect(t).toBeCloseTo(4 * x[0]! ** 3 - 3 * x[0]!, 5);
  });

  test('outliers are the tenth farthest right, 15 too high, and only among rows to train on', () => {
    const { train, test: other } = makeTables('outliers', { n: 50, noise: 0, features: 1, test: 50 }, 1);
    const fromRight = rowsOf(train).sort((a, b) => b.x[0]! - a.x[0]!);
    for (const [i, { x, t }] of fromRight.entries()) expect(t).toBeCloseTo(2 * x[0]! + (i < 5 ? 16 : 1), 4);
    for (const { x, t } of rowsOf(other!)) expect(t).toBeCloseTo(2 * x[0]! + 1, 5);
  });

  test('noise has the deviation that is asked for', () => {
    const { train } = makeTables('line', { n: 5000, noise: 0.3, features: 1, test: 0 }, 1);
    expect(std(rowsOf(train).map(({ x, t }) => t - 2 * x[0]! - 1))).toBeCloseTo(0.3, 1.7);
  });

  test('linear follows one law of as many features as asked for, in training and in testing', () => {
    const { train, test: other } = makeTables('linear', { n: 3, noise: 0, features: 3, test: 20 }, 1);
    const [a, b, c] = rowsOf(train);
    for (const { x, t } of rowsOf(other!)) {
      // Three rows fix the law: by Cramer's rule, any other is a mix of them.
      const whole = determinant(a!.x, b!.x, c!.x);
      const mix = [determinant(x, b!.x, c!.x), determinant(a!.x, x, c!.x), determinant(a!.x, b!.x, x)];
      const expected = (mix[0]! * a!.t + mix[1]! * b!.t + mix[2]! * c!.t) / whole;
      expect(Math.abs(t - expected)).toBeLessThan(1e-4 * (1 + Math.abs(expected)));
    }
  });
});

function rowsOf({ inputs, targets, rows, features }: Table) {
  return Array.from({ length: rows }, (_, i) => ({
    x: Array.from(inputs.subarray(i * features, (i + 1) * features)),
    t: targets[i]!,
  }));
}

function std(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function determinant(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const [[a0, a1, a2], [b0, b1, b2], [c0, c1, c2]] = [a, b, c] as unknown as number[][] as [
    Triple,
    Triple,
    Triple,
  ];
  return a0 * (b1 * c2 - b2 * c1) - a1 * (b0 * c2 - b2 * c0) + a2 * (b0 * c1 - b1 * c0);
}

type Triple = [number, number, number];
