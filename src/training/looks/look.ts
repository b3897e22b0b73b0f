import type { NetworkSpec } from '../../engine/network.ts';
import type { Table } from '../../engine/table.ts';
import type { Trainer } from '../../engine/trainer.ts';
import type { Grid } from '../kind.ts';
import type { TrainSettings } from '../kinds/train.ts';

/** What decides which looks mean something for a network. */
export type LookSubject = {
  readonly settings: TrainSettings;
  readonly spec: NetworkSpec;
  /** Whether there are two classes to be told apart. */
  readonly isOfTwo: boolean;
};

/** A network as it stands; nothing that is asked of it moves its training. */
export type LookedAt = LookSubject & {
  readonly trainer: Trainer;
  readonly train: Table;
  readonly test: Table | null;
  /** All weights before and after the step that comes next, which is taken back; null where none does. */
  trial(): { readonly before: Float32Array; readonly after: Float32Array } | null;
  /** All weights at places of its past, the first ones first. */
  past(most: number): readonly Float32Array[];
};

/** One way to look at a network. */
export type LookKind<Result> = {
  fits(subject: LookSubject): boolean;
  /** Null where there is nothing to be seen just now. */
  take(network: LookedAt, grid: Grid): Result | null;
};

/** Rows that a look asks a network about at most, so that its cost does not grow with the data. */
export const MOST_ROWS = 1000;

/** Rows that lie evenly over a table, at most so many. */
export function someRows(table: Table, most: number): Table {
  if (table.rows <= most) return table;
  const width = table.targets.length / table.rows;
  const at = evenly(table.rows, most);
  const inputs = new Float32Array(most * table.features);
  const targets = new Float32Array(most * width);
  at.forEach((row, i) => {
    inputs.set(table.inputs.subarray(row * table.features, (row + 1) * table.features), i * table.features);
    targets.set(table.targets.subarray(row * width, (row + 1) * width), i * width);
  });
  return { inputs, targets, rows: most, features: table.features };
}

/** Numbers from 0 to below `count`, evenly spread, at most so many. */
export function evenly(count: number, most: number): Int32Array {
  const size = Math.min(count, most);
  return Int32Array.from({ length: size }, (_, i) => Math.floor((i * count) / size));
}

/** The rows that answers are judged by: those of the test where there are some. */
export function judgedRows({ train, test }: LookedAt): {
  readonly part: 'train' | 'test';
  readonly rows: Table;
} {
  return test
    ? { part: 'test', rows: someRows(test, MOST_ROWS) }
    : { part: 'train', rows: someRows(train, MOST_ROWS) };
}

/** Layers that learn, by name, and where their numbers lie in a list of all. */
export function learningLayers(trainer: Trainer): readonly LayerPart[] {
  const parts: { name: string; from: number; to: number }[] = [];
  let from = 0;
  for (const { name, shape } of trainer.shapes) {
    const layer = name.slice(0, name.indexOf('.'));
    const to = from + shape.reduce((a, b) => a * b, 1);
    const last = parts.at(-1);
    if (last?.name === layer) last.to = to;
    else parts.push({ name: layer, from, to });
    from = to;
  }
  return parts;
}

export type LayerPart = { readonly name: string; readonly from: number; readonly to: number };

/** Hidden layers behind their activations: numbers of the layers. */
export function bends({ layers }: LookSubject['spec']): readonly number[] {
  return layers.flatMap(({ type }, i) => (['activation', 'prelu', 'maxout'].includes(type) ? [i] : []));
}
