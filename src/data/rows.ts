import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { DataOptions } from './data-set.ts';

/** One example while a table is drawn. */
export type Row = { readonly inputs: readonly number[]; readonly target: number };

/** Draws n rows from the stream of their part. */
export function drawTable({ n, random, part }: DataOptions, draw: (random: Random, i: number) => Row): Table {
  const stream = random.fork(part);
  const targets = new Float32Array(n);
  let inputs = new Float32Array();
  for (let i = 0; i < n; i++) {
    const row = draw(stream, i);
    if (i === 0) inputs = new Float32Array(n * row.inputs.length);
    inputs.set(row.inputs, i * row.inputs.length);
    targets[i] = row.target;
  }
  return { inputs, targets, rows: n, features: inputs.length / Math.max(1, n) };
}

/** A point of a class, moved by noise along every axis. */
export function blurred(random: Random, noise: number, point: readonly number[], target: number): Row {
  return { inputs: point.map((x) => x + noise * random.normal()), target };
}

/** As many draws from N(0, 1) as asked for. */
export function normals(random: Random, count: number): readonly number[] {
  return Array.from({ length: count }, () => random.normal());
}
