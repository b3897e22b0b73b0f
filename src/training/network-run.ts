import { planeOf, withExtra } from '../data/extras.ts';
import { type NetworkSpec, outputsOf } from '../engine/network.ts';
import { createRandom, type Random } from '../engine/random.ts';
import { createTrainer, type Trainer } from '../engine/trainer.ts';
import { distinctAnswers } from './answer-keys.ts';
import type { Look, Point } from './events.ts';
import { type Experiment, type Grid, nextMeasured, type Span } from './kind.ts';
import { fitLook, surfaceLook } from './looks.ts';
import { initOf, optimizerOf } from './network-keys.ts';
import { type Measured, partsOf, totalsOf, valuesOf } from './run-measures.ts';
import { snapshotOf } from './snapshot.ts';
import { startTraining } from './training-steps.ts';
import { unitShares } from './unit-shares.ts';
import { watchedValues } from './watches.ts';

type NetworkRun = Measured & {
  readonly spec: NetworkSpec;
  readonly seed: number;
  readonly span: Span;
};

/** A network on its way through its steps. Weights, batch order and what is done to rows come from streams of their own under the seed. */
export function createNetworkRun(run: NetworkRun, make = createTrainer): Experiment {
  const { span } = run;
  const random = createRandom(run.seed);
  const trainer = trainerFor(run, random.fork('weights'), make);
  const training = startTraining(run, trainer, random);
  const parts = partsOf(run, random.fork('test shift'));
  let curve: number[] = [];

  function measure(): Point {
    const values = {
      ...valuesOf(trainer, parts, run.settings),
      ...watchedValues(run.settings.watch ?? [], { ...run, trainer }),
    };
    if (!Number.isFinite(values.loss)) training.breakOff();
    curve.push(values.loss ?? Number.NaN);
    return { ...place(), values };
  }

  /** The weights may have trained on for a few steps, as many as the slice had: they are not asked any more. */
  function broken(): Point {
    curve.push(Infinity);
    return { ...place(), values: Object.fromEntries(parts.map(({ prefix }) => [`${prefix}loss`, Infinity])) };
  }

  const place = () => ({
    step: training.step,
    epoch: span.stepsPerEpoch > 0 ? training.step / span.stepsPerEpoch : 0,
  });

  return {
    get step() {
      return training.step;
    },
    get diverged() {
      return training.diverged;
    },
    advanceTo(target) {
      const points: Point[] = training.step === 0 && curve.length === 0 ? [measure()] : [];
      while (training.step < target && !training.diverged) {
        const next = nextMeasured(training.step, span);
        training.to(Math.min(next, target));
        if (training.diverged) points.push(broken());
        else if (training.step === next) points.push(measure());
      }
      return points;
    },
    look: (grid) => lookAt(trainer, run, grid),
    save: () => snapshotOf(training.save(), curve),
    load(snapshot) {
      training.load(snapshot.training);
      curve = [...snapshot.curve];
    },
    result: () => ({
      totals: {
        ...training.totals(),
        ...lineOf(trainer, run),
        ...(training.diverged ? {} : totalsOf(trainer, run, parts)),
        ...(training.diverged ? {} : answersOf(trainer, run)),
        ...(training.diverged ? {} : unitShares(trainer, run.settings, run.spec, run.train)),
      },
      bits: bitsOf(training.diverged ? new Float32Array() : trainer.flat(), curve),
    }),
    free: () => trainer.free(),
  };
}

/** Where test rows are answered as in training: how many different answers there are. */
function answersOf(trainer: Trainer, { settings, test, spec }: NetworkRun): Record<string, number> {
  if (settings.mode !== 'train' || !test) return {};
  return { answers: distinctAnswers(trainer, test, spec.layers.length - 1, settings) };
}

/** What a linear model of one input has come to: slope and height of its line. */
function lineOf(trainer: Trainer, { settings, spec, train }: NetworkRun): Record<string, number> {
  if (!isLine(settings.net, train.features) || spec.layers.length > 1) return {};
  const [slope, intercept] = trainer.flat() as unknown as readonly [number, number];
  return { slope, intercept };
}

/** Whether a network of these hidden widths is one weight and one bias. */
export function isLine(net: readonly number[], features: number): boolean {
  return net.length === 0 && features === 1;
}

/** A trainer with the weights that a run starts from. */
export function trainerFor(
  { settings, spec, train }: Pick<NetworkRun, 'settings' | 'spec' | 'train'>,
  random: Random,
  make: typeof createTrainer = createTrainer,
): Trainer {
  const trainer = make({
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

function lookAt(trainer: Trainer, { train, settings }: NetworkRun, grid: Grid): Look | null {
  const predict = (inputs: Float32Array, rows: number) => trainer.predict(inputs, rows);
  if (settings.extra !== null) {
    const { extra } = settings;
    const bent = (inputs: Float32Array, rows: number) => predict(withExtra(inputs, extra), rows);
    return surfaceLook(bent, planeOf(train), settings.loss, grid);
  }
  if (train.features === 2) return surfaceLook(predict, train, settings.loss, grid);
  return train.features === 1 ? fitLook(predict, train, grid) : null;
}

/** Final weights and the curve of the training loss, as bytes. */
function bitsOf(weights: Float32Array, curve: readonly number[]): Uint8Array {
  const losses = Float64Array.from(curve);
  const bits = new Uint8Array(weights.byteLength + losses.byteLength);
  bits.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  bits.set(new Uint8Array(losses.buffer), weights.byteLength);
  return bits;
}
