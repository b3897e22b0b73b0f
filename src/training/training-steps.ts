import type { ImageShape } from '../data/data-set.ts';
import type { NetworkSpec } from '../engine/network.ts';
import { type OptimizerName, optimizers } from '../engine/optimizers.ts';
import type { PlateauState } from '../engine/plateau.ts';
import type { Random } from '../engine/random.ts';
import { underOptimizer } from '../engine/state.ts';
import type { Table } from '../engine/table.ts';
import type { Trainer, TrainerState } from '../engine/trainer.ts';
import { createAugmenter } from './augment.ts';
import { type Batches, createBatches } from './batches.ts';
import { earlyStopping, type StoppingState } from './early-stopping.ts';
import type { Span } from './kind.ts';
import type { TrainSettings } from './kinds/train.ts';
import { createRates } from './learning-rates.ts';
import { createLossSums, type SumsState } from './loss-sums.ts';

/** What is trained on, and how. */
type TrainingRun = {
  readonly settings: TrainSettings;
  readonly spec: NetworkSpec;
  readonly train: Table;
  readonly validation: Table | null;
  readonly image: ImageShape | undefined;
  readonly span: Span;
};

/** All that moves while a network trains; whoever takes it up goes on bit for bit. */
export type TrainingState = {
  readonly step: number;
  readonly diverged: boolean;
  readonly trainer: TrainerState;
  readonly optimizer: OptimizerName;
  readonly batches: Batches;
  /** Where the stream of what is done to rows stood when this epoch began, or stands as the next one begins. */
  readonly changes: Random;
  readonly sums: SumsState;
  readonly stopping: StoppingState | null;
  readonly plateau: PlateauState;
};

/** Row numbers that are worked out ahead at most, so that a long way between two measures takes no more memory than a short one. */
const MOST_ROWS = 2 ** 18;
const MOST_STEPS = 2 ** 14;

/** Takes the trainer through the batches of its steps: what changes rows or looks at the weights from epoch to epoch has it stop there. */
export function startTraining(run: TrainingRun, trainer: Trainer, random: Random) {
  const { settings, train, span } = run;
  const { steps, stepsPerEpoch } = span;
  const stopping = earlyStopping(trainer, run.validation, settings.patience);
  const sums = createLossSums(steps - stepsPerEpoch);
  const rates = createRates(settings);
  const slice = Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_ROWS / settings.batch)));
  let batches = createBatches(random.fork('batches'), train.rows, settings.batch);
  const rows = createRowChanges(run, trainer, random.fork('augment'));
  let step = 0;
  let diverged = false;

  function trainOn(target: number): void {
    const { order, sizes } = batches.next(target - step);
    const learningRates = Float32Array.from(sizes, (_, i) => rates.at(step + i));
    const batchLosses = trainer.train({ order, sizes, learningRates });
    const brokeAt = batchLosses.findIndex((loss) => !Number.isFinite(loss));
    sums.add(step, batchLosses, sizes);
    diverged = brokeAt >= 0;
    step = diverged ? step + brokeAt : target;
  }

  function endEpoch(): void {
    stopping?.look(step);
    const mean = sums.takeMean();
    if (rates.listens) rates.hear(run.validation ? trainer.evaluate(run.validation).loss : mean, step);
  }

  return {
    get step() {
      return step;
    },
    get diverged() {
      return diverged;
    },
    breakOff() {
      diverged = true;
    },
    to(target: number) {
      while (step < target && !diverged && !stopping?.hasStopped) {
        const epochEnd = step - (step % stepsPerEpoch) + stepsPerEpoch;
        if (step % stepsPerEpoch === 0) rows.change();
        trainOn(
          Math.min(target, step + slice, rows.areChanged || stopping || rates.listens ? epochEnd : Infinity),
        );
        if (step % stepsPerEpoch === 0 && !diverged) endEpoch();
      }
      if (diverged) return;
      // One that was stopped stands still where it was best, and so does one at the end of its steps.
      if (stopping?.hasStopped || target === steps) stopping?.takeBest();
      step = target;
    },
    totals: () => ({
      ...{ diverged: Number(diverged), jitter: sums.spread() },
      ...(stopping?.totals(step) ?? {}),
    }),
    save: (): TrainingState => ({
      ...{ step, diverged, trainer: trainer.save(), optimizer: settings.opt, batches: batches.copy() },
      changes: rows.stream(step % stepsPerEpoch === 0),
      ...{ sums: sums.state, stopping: stopping?.state ?? null, plateau: rates.plateau },
    }),
    load(state: TrainingState) {
      ({ step, diverged } = state);
      const isSame = optimizers[state.optimizer].code === optimizers[settings.opt].code;
      trainer.load(isSame ? state.trainer : underOptimizer(state.trainer, run.spec, settings.opt));
      batches = state.batches.copy();
      rows.load(state.changes, step % stepsPerEpoch === 0);
      sums.state = state.sums;
      rates.plateau = state.plateau;
      if (state.stopping && stopping) stopping.state = state.stopping;
    },
  };
}

/** What is done to the rows when an epoch begins, from a stream that can be taken up where it stood. */
function createRowChanges({ settings, train, image }: TrainingRun, trainer: Trainer, random: Random) {
  const augment = createAugmenter(settings, train, image);
  let stream = random;
  let before = random.copy();

  function change(): void {
    before = stream.copy();
    if (augment) trainer.refill(augment(stream));
  }

  return {
    areChanged: augment !== null,
    change,
    stream: (isBetweenEpochs: boolean) => (isBetweenEpochs ? stream : before).copy(),
    load(state: Random, isBetweenEpochs: boolean) {
      stream = state.copy();
      // In the middle of an epoch its rows are made anew, as they were made when it began.
      if (!isBetweenEpochs) change();
    },
  };
}
