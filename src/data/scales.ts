import type { Table } from '../engine/table.ts';

/** What a column becomes: (x - shift) / size. */
type Fit = { readonly shift: number; readonly size: number };

/** A way to bring columns to one size; it sees training rows alone. */
export type Scale = (column: Float32Array) => Fit;

/** As it is. */
const none: Scale = () => ({ shift: 0, size: 1 });

/** Mean 0 and standard deviation 1. */
const standard: Scale = (column) => {
  const shift = mean(column);
  return { shift, size: Math.sqrt(mean(Array.from(column, (x) => (x - shift) ** 2))) };
};

/** From 0 to 1. */
const minmax: Scale = (column) => {
  const shift = column.reduce((low, x) => Math.min(low, x), Infinity);
  return { shift, size: column.reduce((high, x) => Math.max(high, x), -Infinity) - shift };
};

export const scales = { none, standard, minmax } satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;

/** A scale that is fitted to a table: give it that table, or any other with the same columns. */
export function fitScale(name: ScaleName, train: Table, scalesTargets: boolean): (table: Table) => Table {
  if (name === 'none') return (table) => table;
  const columns = Array.from({ length: train.features }, (_, i) => fitOf(name, columnOf(train, i)));
  const target = scalesTargets ? fitOf(name, train.targets) : null;
  return (table) => ({
    ...table,
    inputs: table.inputs.map((x, i) => scaled(x, columns[i % table.features]!)),
    targets: target ? table.targets.map((y) => scaled(y, target)) : table.targets,
  });
}

function fitOf(name: ScaleName, column: Float32Array): Fit {
  const { shift, size } = scales[name](column);
  // A column that is one number all over becomes 0.
  return { shift, size: size > 0 ? size : 1 };
}

function scaled(x: number, { shift, size }: Fit): number {
  return (x - shift) / size;
}

function columnOf({ inputs, rows, features }: Table, column: number): Float32Array {
  return Float32Array.from({ length: rows }, (_, row) => inputs[row * features + column]!);
}

function mean(values: Iterable<number>): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    sum += value;
    count++;
  }
  return sum / count;
}
