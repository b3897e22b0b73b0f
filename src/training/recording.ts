import { type NetworkSpec, parametersOf } from '../engine/network.ts';
import type { Table } from '../engine/table.ts';
import { createTrainer, type Trainer, type TrainerOptions } from '../engine/trainer.ts';

/** Numbers by the names of their axes, the last axis innermost. */
export type Named = {
  readonly name: string;
  readonly shape: Readonly<Record<string, number>>;
  readonly values: readonly number[];
};

/** What was done with a trainer, in the order in which it was. */
export type Recording = {
  readonly network: NetworkSpec;
  readonly optimizer: TrainerOptions['optimizer'];
  initial: readonly Named[];
  /** Rows of each batch, and the numbers of the rows one behind the other; `all` are the first rows every time. */
  readonly batches: { readonly sizes: number[]; rows: number[] | 'all' };
  readonly learningRates: number[];
  /** Mean loss of each batch before its update. */
  readonly losses: number[];
  /** Rows in place of those before, for the steps from `step` on: shift, noise and mixup draw anew each epoch. */
  readonly changed: { readonly step: number; readonly rows: readonly Named[] }[];
  final: readonly Named[];
  /** What layers keep without learning it: running means and variances. */
  kept: readonly number[];
};

/** A trainer that writes down its batches, rates and losses, and its weights before and after. */
export function recordedTrainer(options: TrainerOptions): {
  readonly trainer: Trainer;
  readonly recording: Recording;
} {
  const { spec, optimizer } = options;
  const trainer = createTrainer(options);
  const recording: Recording = {
    ...{ network: spec, optimizer, initial: [], batches: { sizes: [], rows: [] } },
    ...{ learningRates: [], losses: [], changed: [], final: [], kept: [] },
  };
  const { batches, learningRates, losses, changed } = recording;
  const heard: Pick<Trainer, 'train' | 'refill' | 'free'> = {
    train(plan) {
      if (losses.length === 0) recording.initial = namedWeights(trainer, spec);
      const means = trainer.train(plan);
      append(batches.sizes, plan.sizes);
      append(learningRates, plan.learningRates);
      append(losses, means);
      if (plan.order === 'all') batches.rows = 'all';
      else if (batches.rows !== 'all') append(batches.rows, plan.order);
      return means;
    },
    refill(table) {
      changed.push({ step: losses.length, rows: namedRows(table) });
      trainer.refill(table);
    },
    free() {
      recording.final = namedWeights(trainer, spec);
      recording.kept = plainNumbers(trainer.kept());
      trainer.free();
    },
  };
  return { trainer: Object.assign(Object.create(trainer), heard), recording };
}

/** Examples of a table: inputs [rows, features], targets [rows, targets]. */
export function namedRows({ inputs, targets, rows, features }: Table): readonly Named[] {
  return [
    { name: 'inputs', shape: { rows, features }, values: plainNumbers(inputs) },
    { name: 'targets', shape: { rows, targets: targets.length / rows }, values: plainNumbers(targets) },
  ];
}

function namedWeights({ parameters }: Trainer, spec: NetworkSpec): readonly Named[] {
  const specs = parametersOf(spec);
  return parameters.map(({ name, shape, values }, i) => {
    const layer = spec.layers[specs[i]!.layer]!;
    const [first = 1, second] = shape;
    const named =
      layer.type === 'conv2d' && second !== undefined
        ? { height: layer.size, columns: layer.size, channels: first / layer.size ** 2, units: second }
        : second === undefined
          ? { units: first }
          : { in: first, units: second };
    return { name, shape: named, values: plainNumbers(values) };
  });
}

/** Nine digits tell any two float32 apart. */
function plainNumbers(values: Float32Array): readonly number[] {
  return Array.from(values, shortest);
}

function append(list: number[], values: Float32Array | Int32Array): void {
  for (const value of values) list.push(shortest(value));
}

function shortest(value: number): number {
  return Number(value.toPrecision(9));
}
