import { takeSharedKernels } from './hands.ts';
import { createKernels } from './kernels/kernels.ts';
import { cellsOf } from './layer.ts';
import { losses } from './losses.ts';
import { type Arena, createArena } from './memory.ts';
import { checkNetwork, type NetworkSpec } from './network.ts';
import type { OptimizerSpec } from './optimizers.ts';
import { checkPlan, type TrainingPlan } from './plan.ts';
import type { Random } from './random.ts';
import { checkTable, type Table } from './table.ts';
import { type Feed, type Reel, type Tape, type TestMode, writeTape } from './tape.ts';
import { createTeam } from './team.ts';
import { mostThreads, type Threads } from './thread-choice.ts';
import {
  concatenate,
  drawWeights,
  type InitSpec,
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
  readonly init: InitSpec;
  readonly random: Random;
  /** How many threads train; one unless said. The bits are the same. */
  readonly threads?: Threads;
};

export type Evaluation = {
  /** Mean over the rows, by the weight of their classes where there are class weights. */
  readonly loss: number;
  /** Rows answered rightly; null where the targets are numbers and not classes. */
  readonly correct: number | null;
};

/** A network in the memory of its kernels. */
export type Machine = ReturnType<typeof createMachine>;

/** Rows that there is room for: tables are tested 64 at a time, where batches are no larger. */
export function batchRows(maxBatch: number): number {
  return Math.max(maxBatch, 64);
}

/** Lays out a network in a memory of its own, draws its weights and writes its tape. */
export function createMachine({
  spec,
  optimizer,
  data,
  maxBatch,
  init,
  random,
  threads = 1,
}: TrainerOptions) {
  const problems = [...checkNetwork(spec), ...checkTable(data, spec)];
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  const hands = mostThreads(threads, spec, maxBatch);
  const shared = hands > 1 ? takeSharedKernels() : null;
  const { kernels, memory } = shared ?? createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const feed: Feed = {
    inputs: arena.reserve(data.inputs.byteLength),
    targets: arena.reserve(data.targets.byteLength),
    features: data.features,
    targetWidth: data.targets.length / data.rows,
    rows: batchRows(maxBatch),
    hands,
  };
  const weights: Weights = reserveWeights(arena, spec, optimizer);
  const tape = writeTape(arena, spec, feed, weights, random);
  arena.floats(feed.inputs, data.inputs.length).set(data.inputs);
  arena.floats(feed.targets, data.targets.length).set(data.targets);
  writeTensors(arena, weights.tensors, drawWeights(spec, init, random));
  const isBinary = data.targets.every((target) => target === 0 || target === 1);
  const hasAnswers = losses[spec.loss].answer === 'class' || (isBinary && feed.targetWidth === 1);
  // A table is looked through once, however often it is evaluated: a curve asks hundreds of times.
  const fitting = new WeakSet<Table>([data]);
  const team = shared && createTeam(shared, arena, tape, threads);
  return { spec, kernels, arena, feed, weights, tape, dataRows: data.rows, hasAnswers, fitting, team };
}

/** Plays a tape once for every batch of a plan; answers the mean loss of each. */
export function play(
  { kernels, arena, feed, dataRows, team }: Machine,
  { address, operations }: Reel,
  plan: TrainingPlan,
): Float32Array {
  checkPlan(plan, feed.rows, dataRows);
  const { order, sizes, learningRates } = plan;
  const steps = sizes.length;
  const rowNumbers = order === 'all' ? 0 : order.length;
  const start = arena.borrow((3 * steps + rowNumbers) * 4);
  const [ratesAt, meansAt, ordersAt] = [start + 4 * steps, start + 8 * steps, start + 12 * steps];
  arena.integers(start, steps).set(sizes);
  arena.floats(ratesAt, steps).set(learningRates);
  if (order !== 'all') arena.integers(ordersAt, rowNumbers).set(order);
  const orders = order === 'all' ? 0 : ordersAt;
  if (team) team.play([address, operations, steps, orders, start, ratesAt, meansAt], sizes);
  else kernels.train(address, operations, steps, orders, start, ratesAt, meansAt);
  return withPlainNaN(arena.floats(meansAt, steps).slice());
}

/** Loss and right answers on a table, batch after batch. */
export function evaluate(
  { spec, kernels, arena, tape, feed, hasAnswers, fitting }: Machine,
  table: Table,
  mode: TestMode,
): Evaluation {
  const problems = fitting.has(table) ? [] : checkTable(table, spec);
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  fitting.add(table);
  const { features, targetWidth } = feed;
  kernels.clearTotals();
  for (let from = 0; from < table.rows; from += feed.rows) {
    const to = Math.min(from + feed.rows, table.rows);
    const inputs = table.inputs.subarray(from * features, to * features);
    const targets = table.targets.subarray(from * targetWidth, to * targetWidth);
    writeRows(arena, tape, inputs, features);
    arena.floats(tape.targets, targets.length).set(targets);
    kernels.forward(tape.losses[mode].address, tape.losses[mode].operations, to - from);
  }
  const loss = kernels.totalLoss() / kernels.totalWeight();
  return {
    loss: Number.isNaN(loss) ? Number.NaN : loss,
    correct: hasAnswers ? kernels.totalCorrect() : null,
  };
}

/** What a layer answers, the last one unless said, for good or as in training, without its padding: [rows, cells, width] */
export function outputsOf(
  { kernels, arena, tape, feed, spec }: Machine,
  inputs: Float32Array,
  rows: number,
  layer = spec.layers.length - 1,
  mode: TestMode = 'eval',
): Float32Array {
  const flow = tape.flows[layer + 1]!;
  const { width, stride } = flow;
  const answers = new Float32Array(rows * cellsOf(flow) * width);
  for (let from = 0; from < rows; from += feed.rows) {
    const to = Math.min(from + feed.rows, rows);
    const batch = inputs.subarray(from * feed.features, to * feed.features);
    writeRows(arena, tape, batch, feed.features);
    // An operation a layer, in their order: those behind the one that is asked for need not be played.
    kernels.forward(tape.outputs[mode].address, layer + 1, to - from);
    const cells = (to - from) * cellsOf(flow);
    const outputs = arena.floats(flow.values, cells * stride);
    for (let cell = 0; cell < cells; cell++)
      answers.set(
        outputs.subarray(cell * stride, cell * stride + width),
        (from * cellsOf(flow) + cell) * width,
      );
  }
  return withPlainNaN(answers);
}

/** Puts a batch where the tape takes it from. */
export function writeRows(
  arena: Arena,
  { inputs, inputStride }: Tape,
  rows: Float32Array,
  features: number,
): void {
  if (inputStride === features) {
    arena.floats(inputs, rows.length).set(rows);
    return;
  }
  const places = arena.floats(inputs, (rows.length / features) * inputStride);
  for (let row = 0; row < rows.length / features; row++)
    places.set(rows.subarray(row * features, (row + 1) * features), row * inputStride);
}

/** Writes other rows over the data; one that has the data's shape is looked through no further. */
export function refill({ arena, feed, dataRows }: Machine, { inputs, targets }: Table): void {
  const { features, targetWidth } = feed;
  if (inputs.length !== dataRows * features || targets.length !== dataRows * targetWidth)
    throw new RangeError(`${inputs.length} inputs and ${targets.length} targets for ${dataRows} rows`);
  arena.floats(feed.inputs, inputs.length).set(inputs);
  arena.floats(feed.targets, targets.length).set(targets);
}

/** All weights or all gradients, tensor after tensor. */
export function flatten({ arena, weights }: Machine, which: 'values' | 'gradients'): Float32Array {
  return withPlainNaN(concatenate(weights.tensors.map((tensor) => readTensor(arena, tensor[which], tensor))));
}

/** All that layers keep, one after the other. */
export function readKept({ arena, weights }: Machine): Float32Array {
  const lists = weights.kept.map(({ address, size }) => arena.floats(address, size).slice());
  return withPlainNaN(concatenate(lists));
}

/** The sign and payload of NaN are all that WebAssembly leaves to the processor: they are made the same here. */
function withPlainNaN(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) values[i] = Number.NaN;
  return values;
}
