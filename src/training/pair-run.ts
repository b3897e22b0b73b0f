import type { Judge } from '../engine/judged.ts';
import type { NetworkSpec } from '../engine/network.ts';
import { type PairLossName, pairLosses } from '../engine/pair-losses.ts';
import { createRandom, type Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import { createTrainer } from '../engine/trainer.ts';
import { createBatches } from './batches.ts';
import { neighbourAccuracy, spreadOf } from './codes.ts';
import type { Experiment } from './kind.ts';
import type { PairSettings } from './kinds/pairs.ts';
import { stepByStep } from './step-by-step.ts';

type PairRun = {
  readonly settings: PairSettings;
  readonly spec: NetworkSpec;
  /** The layer whose output is the code; what stands behind it is the predictor. */
  readonly codeLayer: number;
  readonly loss: PairLossName;
  readonly table: Table;
  readonly hasClasses: boolean;
  readonly seed: number;
};

/** An encoder on its way. Each step draws two new views of a batch; the loss is measured on two views that stay the same. */
export function createPairRun(run: PairRun): Experiment {
  const { settings, spec, codeLayer, table, seed } = run;
  const span = { steps: settings.steps, stepsPerEpoch: Math.ceil(table.rows / settings.batch) };
  const random = createRandom(seed);
  const viewsOf = (stream: Random, rows: ArrayLike<number>) =>
    concatenateViews(table, rows, settings.view_noise, stream);
  const probe = viewsOf(
    random.fork('probe'),
    Int32Array.from({ length: settings.batch }, (_, i) => i),
  );
  const trainer = createTrainer({
    ...{ spec, maxBatch: 2 * settings.batch, random: random.fork('weights') },
    optimizer: { name: 'momentum', momentum: settings.momentum, decay: settings.decay },
    data: { ...table, targets: new Float32Array(table.rows * settings.code) },
    init: { name: 'he' },
  });
  const judge = judgeOf(run);
  const { next: nextBatches } = createBatches(random.fork('batches'), table.rows, settings.batch);
  const viewStream = random.fork('views');
  const everyRow = Int32Array.from({ length: table.rows }, (_, i) => i);
  const codes = () => trainer.outputsAt(codeLayer, table.inputs, table.rows);
  const probeRows = probe.length / table.features;
  const probeLoss = () => judge((layer) => trainer.outputsAt(layer, probe, probeRows)).loss;
  let isBroken = false;
  return stepByStep({
    span,
    hasStart: true,
    take() {
      const { order } = nextBatches(1);
      const rows = order === 'all' ? everyRow : order;
      isBroken = !Number.isFinite(trainer.trainOn(viewsOf(viewStream, rows), settings.lr, judge));
    },
    measure: () => ({ loss: probeLoss(), spread: spreadOf(codes(), settings.code) }),
    isBroken: () => isBroken,
    totals: () => (run.hasClasses ? { neighbours: neighbourAccuracy(codes(), table, settings.code) } : {}),
    free: () => trainer.free(),
  });
}

/** The loss by what flows behind the code and behind the last layer, which may be the same. */
function judgeOf({ settings, spec, codeLayer, loss }: PairRun): Judge {
  const last = spec.layers.length - 1;
  return (outputsAt) => {
    const views = { p: outputsAt(last), z: outputsAt(codeLayer), width: settings.code };
    const judged = pairLosses[loss](views, settings.temperature ?? 1);
    const both = judged.dp.map((slope, i) => slope + judged.dz[i]!);
    const slopes: [number, Float64Array][] =
      last === codeLayer
        ? [[last, both]]
        : [
            [last, judged.dp],
            [codeLayer, judged.dz],
          ];
    return { loss: judged.loss, slopes: new Map(slopes) };
  };
}

/** [2 rows, features]: the rows with noise, and the rows with other noise. */
function concatenateViews(
  { inputs, features }: Table,
  rows: ArrayLike<number>,
  noise: number,
  random: Random,
): Float32Array {
  return Float32Array.from({ length: 2 * rows.length * features }, (_, at) => {
    const row = rows[Math.floor(at / features) % rows.length]!;
    return inputs[row * features + (at % features)]! + noise * random.normal();
  });
}
