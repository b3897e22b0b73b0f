import { describe, expect, test } from 'vitest';
import { type DataSetName, dataSets } from '../../src/data/data-sets.ts';
import { makeTables } from '../../src/data/tables.ts';
import type { Table } from '../../src/engine/table.ts';

const stored = Object.entries(dataSets).flatMap(([name, set]) =>
  'rows' in set ? [[name as DataSetName, set] as const] : [],
);

describe.each(stored)('%s', (name, set) => {
  const { n, test: tests } = set.defaults;
  const settings = { n, noise: 0, features: set.features, test: tests };

  test('is in its file what the registry says of it', () => {
    const rows = set.read();
    expect([rows.rows, rows.features]).toEqual([set.rows, set.features]);
    expect(new Set(rows.targets)).toEqual(new Set(set.labels.keys()));
    expect(set.labels).toHaveLength(set.classes);
  });

  test('gives every row once, to train on or to test on', () => {
    const { train, test: other } = makeTables(name, settings, 3);
    const whole = { ...set.read(), inputs: set.read().inputs.map((x) => x * set.read().unit) } as Table;
    expect(n + tests).toBe(set.rows);
    expect([...rowsOf(train), ...rowsOf(other!)].sort()).toEqual(rowsOf(whole).sort());
  });

  test('has each class in every part as often as in the whole, whatever the seed', () => {
    const whole = set.read().targets;
    for (const seed of [1, 2])
      for (const size of [30, n]) {
        const { train, test: other } = makeTables(name, { ...settings, n: size }, seed);
        for (const part of [train, other!])
          for (const label of set.labels.keys()) {
            const expected = (part.rows * countOf(whole, label)) / whole.length;
            expect(Math.abs(countOf(part.targets, label) - expected)).toBeLessThanOrEqual(1);
          }
      }
  });
});

test('the digits are between 0 and 1, and 1,200 are for training', () => {
  const { train } = makeTables('digits', { n: 1200, noise: 0, features: 64, test: 597 }, 1);
  expect(train.rows).toBe(1200);
  expect([Math.min(...train.inputs), Math.max(...train.inputs)]).toEqual([0, 1]);
});

test('the first iris is a setosa of 5.1, 3.5, 1.4 and 0.2 cm', () => {
  const { inputs, targets } = dataSets.iris.read();
  expect([...inputs.slice(0, 4)].map((x) => Number(x.toFixed(1)))).toEqual([5.1, 3.5, 1.4, 0.2]);
  expect(dataSets.iris.labels[targets[0]!]).toBe('setosa');
});

function rowsOf({ inputs, targets, rows, features }: Table): string[] {
  return Array.from({ length: rows }, (_, i) =>
    [...inputs.subarray(i * features, (i + 1) * features), targets[i]].join(),
  );
}

function countOf(targets: Float32Array, label: number): number {
  return targets.filter((each) => each === label).length;
}
