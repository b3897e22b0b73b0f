import { type NetworkSpec, outputsOf } from '../engine/network.ts';
import { createRandom, type Random } from '../engine/random.ts';
import { createTrainer, type Trainer } from '../engine/trainer.ts';
import { distinctAnswers } from './answer-keys.ts';
import type { Point } from './events.ts';
import { type Experiment, nextMeasured, type Span } from './kind.ts';
import { evenly, type LookedAt } from './looks/look.ts';
import { looks } from './looks/looks.ts';
import { initOf, optimizerOf } from './network-keys.ts';
import { type Measured, partsOf, totalsOf, valuesOf } from './run-measures.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
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
    const { loss = Number.NaN } = values;
    if (!Number.isFinite(loss)) {
      training.breakOff();
      return broken();
    }
    curve.push(loss);
    return { ...place(), values };
  }

  /** Infinite weights say no more than that, and may have trained on for a few steps, as many as the slice had. */
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
    look: (grid, name = 'picture', past = []) =>
      looks[name].fits(run)
        ? looks[name].take({ ...run, trainer, ...askable(run, trainer, training, past) }, grid)
        : null,
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

/** What looks may ask beyond the network as it stands: all is as it was afterwards. */
function askable(
  { settings, span }: NetworkRun,
  trainer: Trainer,
  training: ReturnType<typeof startTraining>,
  past: readonly Snapshot[],
): Pick<LookedAt, 'trial' | 'past'> {
  const unmoved = <Seen>(ask: () => Seen): Seen => {
    const state = training.save();
    try {
      return ask();
    } finally {
      training.load(state);
    }
  };
  return {
    trial() {
      const next = training.step + 1;
      // At the end of an epoch early stopping may put other weights in their place.
      const isTold = settings.patience === null || next % span.stepsPerEpoch !== 0;
      if (next > span.steps || training.diverged || !isTold) return null;
      const before = trainer.flat();
      return unmoved(() => {
        training.to(next);
        return { before, after: trainer.flat() };
      });
    },
    past: (most) =>
      unmoved(() =>
        [...evenly(past.length, most)].map((i) => {
          trainer.load(past[i]!.training.trainer);
          return trainer.flat();
        }),
      ),
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

/** Final weights and the curve of the training loss, as bytes. */
function bitsOf(weights: Float32Array, curve: readonly number[]): Uint8Array {
  const losses = Float64Array.from(curve);
  const bits = new Uint8Array(weights.byteLength + losses.byteLength);
  bits.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  bits.set(new Uint8Array(losses.buffer), weights.byteLength);
  return bits;
}
