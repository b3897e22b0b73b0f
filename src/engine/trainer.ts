import type { InitializerName } from './initializers.ts';
import { createKernels } from './kernels/kernels.ts';
import { createArena } from './memory.ts';
import { checkNetwork, countParameters, type NetworkSpec, outputsOf, type ParameterSpec } from './network.ts';
import type { OptimizerSpec } from './optimizers.ts';
import type { Random } from './random.ts';
import type { Table } from './table.ts';
import { type Feed, writeTape } from './tape.ts';
import {
  concatenate,
  drawWeights,
  readTensor,
  reserveWeights,
  type Weights,
  writeTensors,
} from './weights.ts';

export type TrainerOptions = {
  readonly spec: NetworkSpec;
  readonly optimizer: OptimizerSpec;
  readonly data: Table;
  /** Rows of the largest batch that will be asked for. */
  readonly maxBatch: number;
  readonly init: { readonly name: InitializerName; readonly std?: number };
  readonly random: Random;
};

/** Batches to train on, a step each. */
export type TrainingPlan = {
  /** Row numbers of all batches, one behind the other; or the first rows of the data every time. */
  readonly order: Int32Array | 'all';
  /** Rows of each batch. */
  readonly sizes: Int32Array;
  readonly learningRates: Float32Array;
};

/** A tensor as it stands; values and gradients (of the last batch) are copies, without padding. */
export type Parameter = Omit<ParameterSpec, 'layer'> & {
  readonly values: Float32Array;
  readonly gradients: Float32Array;
};

export type Evaluation = {
  /** Mean over the rows. */
  readonly loss: number;
  /** Rows answered rightly; null where the targets are numbers and not classes. */
  readonly correct: number | null;
};

/** A network with its data, its optimizer and its memory. The same calls give the same bits on every machine. */
export type Trainer = {
  readonly parameters: readonly Parameter[];
  /** Takes a step a batch; answers the loss of each batch before its update. Cutting a plan in two changes nothing. */
  train(plan: TrainingPlan): Float32Array;
  /** Loss and right answers on any table; disturbs nothing. */
  evaluate(table: Table): Evaluation;
  /** inputs: [rows, features] -> outputs of the last layer, before any sigmoid or softmax: [rows, outputs] */
  predict(inputs: Float32Array, rows: number): Float32Array;
  /** Gradient of the mean loss of these rows of the data, of all weights in the order of `flat`; nothing is updated. */
  gradient(rows: Int32Array | 'all'): Float32Array;
  /** All weights, tensor after tensor. */
  flat(): Float32Array;
  /** Puts weights in the order of `flat` in place of those there are; what the optimizer remembers stays. */
  setParameters(flat: Float32Array): void;
  /** Lets go of the memory; the trainer is of no use afterwards. */
  free(): void;
};

/** Lays out a network in a memory of its own and draws its weights. */
export function createTrainer(options: TrainerOptions): Trainer {
  let machine: Machine | null = createMachine(options);
  const running = (): Machine => {
    if (!machine) throw new Error('the trainer was freed');
    return machine;
  };
  return {
    get parameters() {
      const { weights, arena } = running();
      return weights.tensors.map((tensor) => ({
        name: tensor.name,
        shape: tensor.shape,
        values: readTensor(arena, tensor.values, tensor),
        gradients: readTensor(arena, tensor.gradients, tensor),
      }));
    },
    train: ({ order, sizes, learningRates }) => {
      const { step } = running().tape.training;
      return play(running(), step, order, sizes, learningRates);
    },
    evaluate: (table) => evaluate(running(), table),
    predict: (inputs, rows) => predict(running(), inputs, rows),
    gradient(rows) {
      const { tape, feed, dataRows } = running();
      const size = rows === 'all' ? dataRows : rows.length;
      if (size > feed.rows) throw new RangeError(`${size} rows are more than maxBatch, ${feed.rows}`);
      play(running(), tape.training.slopes, rows, Int32Array.of(size), new Float32Array(1));
      return flatten(running(), 'gradients');
    },
    flat: () => flatten(running(), 'values'),
    setParameters(flat) {
      const expected = countParameters(options.spec);
      if (flat.length !== expected) throw new RangeError(`${flat.length} weights given for ${expected}`);
      writeTensors(running().arena, running().weights.tensors, flat);
    },
    free() {
      machine = null;
    },
  };
}

type Machine = ReturnType<typeof createMachine>;

/** Tables are tested this many rows at a time, where batches are no larger. */
const TEST_ROWS = 64;

function createMachine({ spec, optimizer, data, maxBatch, init, random }: TrainerOptions) {
  const problems = [...checkNetwork(spec), ...checkTable(spec, data)];
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  const { kernels, memory } = createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const feed: Feed = {
    inputs: arena.reserve(data.inputs.byteLength),
    targets: arena.reserve(data.targets.byteLength),
    features: data.features,
    targetWidth: data.targets.length / data.rows,
    rows: Math.max(maxBatch, TEST_ROWS),
  };
  const weights: Weights = reserveWeights(arena, spec, optimizer);
  const tape = writeTape(arena, spec, feed, weights);
  arena.floats(feed.inputs, data.inputs.length).set(data.inputs);
  arena.floats(feed.targets, data.targets.length).set(data.targets);
  writeTensors(arena, weights.tensors, drawWeights(spec, init, random));
  const isBinary = data.targets.every((target) => target === 0 || target === 1);
  const hasAnswers = spec.loss === 'ce' || (isBinary && feed.targetWidth === 1);
  return { spec, kernels, arena, feed, weights, tape, dataRows: data.rows, hasAnswers };
}

function play(
  { kernels, arena, tape, feed, dataRows }: Machine,
  operations: number,
  order: Int32Array | 'all',
  sizes: Int32Array,
  rates: Float32Array,
): Float32Array {
  const steps = sizes.length;
  checkPlan(order, sizes, rates, feed.rows, dataRows);
  const rowNumbers = order === 'all' ? 0 : order.length;
  const start = arena.borrow((3 * steps + rowNumbers) * 4);
  const [ratesAt, meansAt, ordersAt] = [start + 4 * steps, start + 8 * steps, start + 12 * steps];
  arena.integers(start, steps).set(sizes);
  arena.floats(ratesAt, steps).set(rates);
  if (order !== 'all') arena.integers(ordersAt, rowNumbers).set(order);
  kernels.train(
    tape.training.address,
    operations,
    steps,
    order === 'all' ? 0 : ordersAt,
    start,
    ratesAt,
    meansAt,
  );
  return withPlainNaN(arena.floats(meansAt, steps).slice());
}

function evaluate({ spec, kernels, arena, tape, feed, hasAnswers }: Machine, table: Table): Evaluation {
  const problems = checkTable(spec, table);
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  const { features, targetWidth } = feed;
  kernels.clearTotals();
  for (let from = 0; from < table.rows; from += feed.rows) {
    const to = Math.min(from + feed.rows, table.rows);
    const inputs = table.inputs.subarray(from * features, to * features);
    const targets = table.targets.subarray(from * targetWidth, to * targetWidth);
    arena.floats(tape.inputs, inputs.length).set(inputs);
    arena.floats(tape.targets, targets.length).set(targets);
    kernels.forward(tape.testing.address, tape.testing.losses, to - from);
  }
  const loss = kernels.totalLoss() / table.rows;
  return {
    loss: Number.isNaN(loss) ? Number.NaN : loss,
    correct: hasAnswers ? kernels.totalCorrect() : null,
  };
}

function predict({ kernels, arena, tape, feed }: Machine, inputs: Float32Array, rows: number): Float32Array {
  const { values, width, stride } = tape.outputs;
  const answers = new Float32Array(rows * width);
  for (let from = 0; from < rows; from += feed.rows) {
    const to = Math.min(from + feed.rows, rows);
    const batch = inputs.subarray(from * feed.features, to * feed.features);
    arena.floats(tape.inputs, batch.length).set(batch);
    kernels.forward(tape.testing.address, tape.testing.outputs, to - from);
    const outputs = arena.floats(values, (to - from) * stride);
    for (let row = from; row < to; row++) {
      const at = (row - from) * stride;
      answers.set(outputs.subarray(at, at + width), row * width);
    }
  }
  return withPlainNaN(answers);
}

function flatten({ arena, weights }: Machine, which: 'values' | 'gradients'): Float32Array {
  return withPlainNaN(concatenate(weights.tensors.map((tensor) => readTensor(arena, tensor[which], tensor))));
}

/** The sign and payload of NaN are all that WebAssembly leaves to the processor: they are made the same here. */
function withPlainNaN(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) values[i] = Number.NaN;
  return values;
}

/** What keeps a table from going into a network. */
function checkTable(spec: NetworkSpec, { inputs, targets, rows, features }: Table): readonly string[] {
  const width = spec.loss === 'ce' ? 1 : outputsOf(spec);
  if (rows < 1) return ['a table needs a row'];
  if (features !== spec.inputs)
    return [`the table has ${features} features, the network ${spec.inputs} inputs`];
  if (inputs.length !== rows * features)
    return [`${inputs.length} inputs are not ${rows} rows of ${features}`];
  if (targets.length !== rows * width) return [`${targets.length} targets are not ${rows} rows of ${width}`];
  const isClass = (target: number) => Number.isInteger(target) && target >= 0 && target < outputsOf(spec);
  if (spec.loss === 'ce' && !targets.every(isClass)) return ['a target is not the index of an output'];
  return [];
}

/** The kernels trust what they are given: numbers that would lead out of the data stop here. */
function checkPlan(
  order: Int32Array | 'all',
  sizes: Int32Array,
  rates: Float32Array,
  most: number,
  rows: number,
): void {
  const largest = order === 'all' ? Math.min(most, rows) : most;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (rates.length !== sizes.length)
    throw new RangeError(`${rates.length} rates for ${sizes.length} batches`);
  if (!sizes.every((size) => size >= 1 && size <= largest))
    throw new RangeError(`a batch has 1 to ${largest} rows`);
  if (order === 'all') return;
  if (order.length < total) throw new RangeError(`${order.length} row numbers for batches of ${total}`);
  if (!order.every((row) => row >= 0 && row < rows))
    throw new RangeError(`a row number is not below ${rows}`);
}
