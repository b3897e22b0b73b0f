import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { StoredRows } from './data-set.ts';

/** All rows in an order of the seed in which any number of first rows, and of last, has each class as often as it is in the whole. */
export function stratifiedOrder(targets: Float32Array, hasClasses: boolean, random: Random): Int32Array {
  const order = Int32Array.from(targets.keys());
  random.shuffle(order);
  if (!hasClasses) return order;
  const sizes = countByClass(targets);
  const seen = new Map<number, number>();
  // The j-th row of a class of k stands at (j + 1/2) / k of the way.
  const places = Float64Array.from(order, (row) => {
    const label = targets[row]!;
    const j = seen.get(label) ?? 0;
    seen.set(label, j + 1);
    return (j + 0.5) / sizes.get(label)!;
  });
  const ranks = [...order.keys()].sort(
    (a, b) => places[a]! - places[b]! || targets[order[a]!]! - targets[order[b]!]!,
  );
  return Int32Array.from(ranks, (rank) => order[rank]!);
}

/** The rows with these numbers, as a table. */
export function takeRows({ inputs, unit, targets, features }: StoredRows, rows: Int32Array): Table {
  const taken = new Float32Array(rows.length * features);
  rows.forEach((row, i) => {
    for (let k = 0; k < features; k++) taken[i * features + k] = inputs[row * features + k]! * unit;
  });
  return {
    inputs: taken,
    targets: Float32Array.from(rows, (row) => targets[row]!),
    rows: rows.length,
    features,
  };
}

/** Repeats rows of the smaller classes, drawn with replacement, until each has `share` of what the largest has. */
export function oversample(table: Table, share: number, random: Random): Table {
  const sizes = countByClass(table.targets);
  const wanted = Math.round(share * Math.max(...sizes.values()));
  const added = [...sizes.keys()]
    .sort((a, b) => a - b)
    .flatMap((label) => {
      const own = [...table.targets.keys()].filter((row) => table.targets[row] === label);
      return Array.from({ length: Math.max(0, wanted - own.length) }, () => own[random.integer(own.length)]!);
    });
  return takeRows({ ...table, unit: 1 }, Int32Array.from([...table.targets.keys(), ...added]));
}

/** Leaves out rows of the larger classes, drawn at random, until the smallest has `share` of what each of them has. */
export function undersample(table: Table, share: number, random: Random): Table {
  const sizes = countByClass(table.targets);
  const most = Math.round(Math.min(...sizes.values()) / share);
  const order = Int32Array.from(table.targets.keys());
  random.shuffle(order);
  const seen = new Map<number, number>();
  const kept = order.filter((row) => {
    const label = table.targets[row]!;
    seen.set(label, (seen.get(label) ?? 0) + 1);
    return seen.get(label)! <= most;
  });
  return takeRows({ ...table, unit: 1 }, kept.sort());
}

/** Gives `share` of the rows of each class, drawn at random, the label of the next class: the pair noise of Han et al., 2018. */
export function flipLabels(table: Table, share: number, classes: number, random: Random): Table {
  const order = Int32Array.from(table.targets.keys());
  random.shuffle(order);
  const left = new Map(
    [...countByClass(table.targets)].map(([label, size]) => [label, Math.round(share * size)]),
  );
  const targets = table.targets.slice();
  for (const row of order) {
    const label = table.targets[row]!;
    if (left.get(label)! === 0) continue;
    left.set(label, left.get(label)! - 1);
    targets[row] = (label + 1) % classes;
  }
  return { ...table, targets };
}

/** The rows before the last `count`, and those. */
export function splitOff(table: Table, count: number): { readonly kept: Table; readonly off: Table } {
  const { inputs, targets, rows, features } = table;
  const at = rows - count;
  return {
    kept: { inputs: inputs.slice(0, at * features), targets: targets.slice(0, at), rows: at, features },
    off: { inputs: inputs.slice(at * features), targets: targets.slice(at), rows: count, features },
  };
}

function countByClass(targets: Float32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const label of targets) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
