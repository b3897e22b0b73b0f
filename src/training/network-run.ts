import { type NetworkSpec, outputsOf } from '../engine/network.ts';
import { createRandom, type Random } from '../engine/random.ts';
import { rateAt } from '../engine/schedules.ts';
import type { Table } from '../engine/table.ts';
import { createTrainer, type Trainer } from '../engine/trainer.ts';
import type { Look, Point } from './events.ts';
import { type Experiment, type Grid, nextMeasured, type Span } from './kind.ts';
import type { TrainSettings } from './kinds/train.ts';
import { fitLook, surfaceLook } from './looks.ts';
import { initOf, optimizerOf, scheduleOf } from './network-keys.ts';

type NetworkRun = {
  readonly settings: TrainSettings;
  readonly spec: NetworkSpec;
  readonly train: Table;
  readonly test: Table | null;
  readonly seed: number;
  readonly span: Span;
};

/** A network on its way through its steps. Weights and batch order come from streams of their own under the seed. */
export function createNetworkRun(run: NetworkRun): Experiment {
  const { settings, train, span } = run;
  const { steps, stepsPerEpoch } = span;
  const random = createRandom(run.seed);
  const trainer = trainerFor(run, random.fork('weights'));
  const nextBatches = batchOrder(random.fork('batches'), train.rows, settings.batch);
  const lastEpoch = lastEpochSpread(steps - stepsPerEpoch);
  const schedule = scheduleOf(settings.schedule, settings);
  const curve: number[] = [];
  let step = 0;
  let diverged = false;

  function trainTo(target: number): void {
    const { order, sizes } = nextBatches(target - step);
    const learningRates = Float32Array.from(sizes, (_, i) => rateAt(schedule, settings.lr, step + i, steps));
    const batchLosses = trainer.train({ order, sizes, learningRates });
    const brokeAt = batchLosses.findIndex((loss) => !Number.isFinite(loss));
    for (const [i, loss] of batchLosses.entries()) lastEpoch.add(step + i, loss);
    diverged = brokeAt >= 0;
    step = diverged ? step + brokeAt : target;
  }

  function measure(): Point {
    const values = {
      ...valuesOf(trainer, train, ''),
      ...(run.test ? valuesOf(trainer, run.test, 'test_') : {}),
    };
    if (!Number.isFinite(values.loss)) diverged = true;
    curve.push(values.loss ?? Number.NaN);
    return { ...place(), values };
  }

  /** The weights may have trained on for a few steps, as many as the slice had: they are not asked any more. */
  function broken(): Point {
    const losses = run.test ? { loss: Infinity, test_loss: Infinity } : { loss: Infinity };
    curve.push(Infinity);
    return { ...place(), values: losses };
  }

  const place = () => ({ step, epoch: stepsPerEpoch > 0 ? step / stepsPerEpoch : 0 });

  return {
    get step() {
      return step;
    },
    get diverged() {
      return diverged;
    },
    advanceTo(target) {
      const points: Point[] = step === 0 && curve.length === 0 ? [measure()] : [];
      while (step < target && !diverged) {
        const next = nextMeasured(step, span);
        trainTo(Math.min(next, target));
        if (diverged) points.push(broken());
        else if (step === next) points.push(measure());
      }
      return points;
    },
    look: (grid) => lookAt(trainer, run, grid),
    result: () => ({
      totals: { diverged: Number(diverged), jitter: lastEpoch.std(), ...lineOf(trainer, run) },
      bits: bitsOf(diverged ? new Float32Array() : trainer.flat(), curve),
    }),
    free: () => trainer.free(),
  };
}

/** Every epoch takes all rows once, in a new order; a batch never reaches into the next epoch. */
export function batchOrder(random: Random, rows: number, batch: number) {
  const isWhole = batch === rows;
  const epoch = Int32Array.from({ length: rows }, (_, i) => i);
  let at = rows;
  return (steps: number): { order: Int32Array | 'all'; sizes: Int32Array } => {
    const sizes = new Int32Array(steps).fill(batch);
    if (isWhole) return { order: 'all', sizes };
    const order: number[] = [];
    for (let i = 0; i < steps; i++) {
      if (at >= rows) {
        random.shuffle(epoch);
        at = 0;
      }
      sizes[i] = Math.min(batch, rows - at);
      for (const end = at + sizes[i]!; at < end; at++) order.push(epoch[at]!);
    }
    return { order: Int32Array.from(order), sizes };
  };
}

/** What a linear model of one input has come to: slope and height of its line. */
function lineOf(trainer: Trainer, { settings, train }: NetworkRun): Record<string, number> {
  if (!isLine(settings.net, train.features)) return {};
  const [slope, intercept] = trainer.flat() as unknown as readonly [number, number];
  return { slope, intercept };
}

/** Whether a network of these hidden widths is one weight and one bias. */
export function isLine(net: readonly number[], features: number): boolean {
  return net.length === 0 && features === 1;
}

function trainerFor({ settings, spec, train }: NetworkRun, random: Random): Trainer {
  const trainer = createTrainer({
    spec,
    optimizer: optimizerOf(settings, settings),
    data: train,
    maxBatch: settings.batch,
    init: initOf(settings),
    random,
  });
  if (settings.out_bias === null) return trainer;
  // The biases of the last layer end the list.
  const weights = trainer.flat();
  trainer.setParameters(weights.fill(settings.out_bias, weights.length - outputsOf(spec)));
  return trainer;
}

/** Standard deviation of the batch losses from a step on, by Welford's running sums. */
function lastEpochSpread(from: number) {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(step: number, loss: number) {
      if (step < from) return;
      count++;
      const distance = loss - mean;
      mean += distance / count;
      squares += distance * (loss - mean);
    },
    std: () => (count > 0 ? Math.sqrt(squares / count) : 0),
  };
}

function valuesOf(trainer: Trainer, table: Table, prefix: '' | 'test_'): Record<string, number> {
  const { loss, correct } = trainer.evaluate(table);
  const values: Record<string, number> = { [`${prefix}loss`]: loss };
  if (correct !== null) values[`${prefix}acc`] = correct / table.rows;
  return values;
}

function lookAt(trainer: Trainer, run: NetworkRun, grid: Grid): Look | null {
  const { train, settings } = run;
  if (train.features === 2)
    return surfaceLook((inputs, rows) => trainer.predict(inputs, rows), train, settings.loss, grid);
  return train.features === 1 ? fitLook((inputs, rows) => trainer.predict(inputs, rows), train, grid) : null;
}

/** Final weights and the curve of the training loss, as bytes. */
function bitsOf(weights: Float32Array, curve: readonly number[]): Uint8Array {
  const losses = Float64Array.from(curve);
  const bits = new Uint8Array(weights.byteLength + losses.byteLength);
  bits.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  bits.set(new Uint8Array(losses.buffer), weights.byteLength);
  return bits;
}
