import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { DataOptions } from './data-set.ts';

/** One example while a table is drawn. */
export type Row = { readonly inputs: readonly number[]; readonly target: number };

/** Draws n rows from the stream of their part. */
export function drawTable({ n, random, part }: DataOptions, draw: (random: Random, i: number) => Row): Table {
  const stream = random.fork(part);
  const rows = Array.from({ length: n }, (_, i) => draw(stream, i));
  const features = rows[0]?.inputs.length ?? 0;
  return {
    inputs: Float32Array.from(rows.flatMap(({ inputs }) => inputs)),
    targets: Float32Array.from(rows, ({ target }) => target),
    rows: n,
    features,
  };
}

/** A point of a class, moved by noise along every axis. */
export function blurred(random: Random, noise: number, point: readonly number[], target: number): Row {
  return { inputs: point.map((x) => x + noise * random.normal()), target };
}

/** As many draws from N(0, 1) as asked for. */
export function normals(random: Random, count: number): readonly number[] {
  return Array.from({ length: count }, () => random.normal());
}
