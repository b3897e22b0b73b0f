import type { Table } from '../engine/table.ts';

/** A feature that a person who knows the problem would add, computed from the two that are there. */
type Extra = (x: number, y: number) => number;

/** x² + y²: how far from the middle, whatever the direction. */
const radius: Extra = (x, y) => x * x + y * y;

/** x y: above 0 where both have one sign. */
const product: Extra = (x, y) => x * y;

export const extras = { radius, product } satisfies Record<string, Extra>;

export type ExtraName = keyof typeof extras;

/** [rows, 2] -> [rows, 3]: the same inputs with the extra feature behind them. */
export function withExtra(inputs: Float32Array, name: ExtraName): Float32Array {
  const rows = inputs.length / 2;
  const wider = new Float32Array(rows * 3);
  for (let row = 0; row < rows; row++) {
    const [x, y] = [inputs[2 * row]!, inputs[2 * row + 1]!];
    wider.set([x, y, extras[name](x, y)], 3 * row);
  }
  return wider;
}

/** A table of two features with the extra one. */
export function extended(table: Table, name: ExtraName): Table {
  return { ...table, inputs: withExtra(table.inputs, name), features: 3 };
}

/** The table without its extra feature. */
export function planeOf(table: Table): Table {
  const inputs = new Float32Array(2 * table.rows);
  for (let row = 0; row < table.rows; row++) inputs.set(table.inputs.subarray(3 * row, 3 * row + 2), 2 * row);
  return { ...table, inputs, features: 2 };
}
