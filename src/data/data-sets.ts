import type { Task } from '../engine/losses.ts';
import { cos, sin } from '../engine/math.ts';
import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';

/** What a table is made from. `random` belongs to the seed; the two parts have streams of their own under it. */
export type DataOptions = {
  readonly n: number;
  readonly noise: number;
  readonly features: number;
  readonly random: Random;
  readonly part?: Part;
};

export type Part = 'train' | 'test';

/** A source of examples that is written down as a formula: always the same under the same seed. */
export type DataSet = {
  readonly task: Task;
  /** 1 for regression. */
  readonly classes: number;
  readonly features: number;
  readonly defaults: { readonly n: number; readonly noise: number };
  make(options: DataOptions): Table;
};

/** Class 1 where exactly one of the two inputs is 1. Four rows without noise are the four corners; others are copies around them. */
const xor: DataSet = {
  ...{ task: 'binary', classes: 2, features: 2, defaults: { n: 4, noise: 0 } },
  make: (options) =>
    table(options, (random, i) => {
      const first = (i >> 1) & 1;
      const second = i & 1;
      return blurred(random, options.noise, [first, second], first ^ second);
    }),
};

/** Two half circles of radius 1 that reach into each other. */
const moons: DataSet = {
  ...{ task: 'binary', classes: 2, features: 2, defaults: { n: 200, noise: 0.1 } },
  make: (options) =>
    table(options, (random, i) => {
      const angle = Math.PI * random.uniform();
      const [x, y] = [cos(angle), sin(angle)];
      return blurred(random, options.noise, i % 2 === 0 ? [x, y] : [1 - x, 0.5 - y], i % 2);
    }),
};

/** A circle of radius 1, class 0, around one of radius 1/2. */
const circles: DataSet = {
  ...{ task: 'binary', classes: 2, features: 2, defaults: { n: 300, noise: 0.1 } },
  make: (options) =>
    table(options, (random, i) => {
      const angle = 2 * Math.PI * random.uniform();
      const radius = i % 2 === 0 ? 1 : 0.5;
      return blurred(random, options.noise, [radius * cos(angle), radius * sin(angle)], i % 2);
    }),
};

/** Two arms that turn once around the middle: angle 2 pi r, and half a turn more for class 1; r = sqrt(u) spreads evenly. */
const spirals: DataSet = {
  ...{ task: 'binary', classes: 2, features: 2, defaults: { n: 300, noise: 0.02 } },
  make: (options) =>
    table(options, (random, i) => {
      const radius = Math.sqrt(random.uniform());
      const angle = 2 * Math.PI * radius + Math.PI * (i % 2);
      return blurred(random, options.noise, [radius * cos(angle), radius * sin(angle)], i % 2);
    }),
};

/** y = 2x + 1 + noise, x evenly in [-1, 1]. */
const line: DataSet = {
  ...{ task: 'regression', classes: 1, features: 1, defaults: { n: 50, noise: 0.1 } },
  make: (options) =>
    table(options, (random) => {
      const x = 2 * random.uniform() - 1;
      return { inputs: [x], target: 2 * x + 1 + options.noise * random.normal() };
    }),
};

/** y = w x + noise with x and w from N(0, 1); w is one for both parts of a seed. */
const linear: DataSet = {
  ...{ task: 'regression', classes: 1, features: 5, defaults: { n: 256, noise: 0.5 } },
  make(options) {
    const law = options.random.fork('law');
    const w = Array.from({ length: options.features }, () => law.normal());
    return table(options, (random) => {
      const inputs = w.map(() => random.normal());
      const answer = inputs.reduce((sum, x, i) => sum + x * w[i]!, 0);
      return { inputs, target: answer + options.noise * random.normal() };
    });
  },
};

export const dataSets = { xor, moons, circles, spirals, line, linear } satisfies Record<string, DataSet>;

export type DataSetName = keyof typeof dataSets;

type Row = { readonly inputs: readonly number[]; readonly target: number };

/** Draws n rows from the stream of their part; classes take turns, so that they are as many as can be. */
function table({ n, random, part = 'train' }: DataOptions, draw: (random: Random, i: number) => Row): Table {
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

/** A point of a class, moved by noise along both axes. */
function blurred(random: Random, noise: number, point: readonly number[], target: number): Row {
  return { inputs: point.map((x) => x + noise * random.normal()), target };
}
