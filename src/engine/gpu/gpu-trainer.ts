import { checkPlan, type TrainingPlan } from '../plan.ts';
import { maskSeedsOf } from '../tape.ts';
import { createTrainer, type Trainer, type TrainerOptions } from '../trainer.ts';
import { MOST_STEPS } from './chunks.ts';
import type { Device } from './device.ts';
import type { Executor } from './program.ts';

/** Hears what plays the plans, and why the processor took over where it did. */
export type GpuNews = {
  readonly played: (executor: Executor) => void;
  readonly failed: (reason: string) => void;
};

/** Seconds that a plan has, with the compiling of its kernels. */
const PLAY_LIMIT = 120;

let programs = 0;

/**
 * A trainer whose steps are taken on the device. It is one on the processor, which gets the state back whenever it is asked for
 * something else; what was trained since then is kept as plans, so that nothing is lost where the device fails: the processor plays
 * them again and goes on.
 */
export function createGpuTrainer(options: TrainerOptions, device: Device, news: GpuNews): Trainer {
  const trainer = createTrainer(options);
  const { train, onProcessor, changed, free } = createShared(trainer, options, device, news);
  return {
    shapes: trainer.shapes,
    maxBatch: trainer.maxBatch,
    get parameters() {
      return onProcessor().parameters;
    },
    train,
    trainOn: (...given) => changed().trainOn(...given),
    evaluate: (...given) => onProcessor().evaluate(...given),
    predict: (...given) => onProcessor().predict(...given),
    outputsAt: (...given) => onProcessor().outputsAt(...given),
    gradient: (rows) => onProcessor().gradient(rows),
    flat: () => onProcessor().flat(),
    setParameters: (flat) => changed().setParameters(flat),
    refill() {
      throw new Error('rows that change from epoch to epoch are not trained on a GPU');
    },
    kept: () => onProcessor().kept(),
    save: () => onProcessor().save(),
    load: (state) => changed().load(state),
    free,
  };
}

/** A trainer on the processor that shares its work with a program on the device. */
function createShared(trainer: Trainer, options: TrainerOptions, device: Device, news: GpuNews) {
  const id = programs++;
  let since: TrainingPlan[] = [];
  let hasProgram = false;
  let isBehind = true;

  /** Sees to it that the device has a program, with the state of this trainer. */
  function catchUp(): void {
    if (!isBehind) return;
    const state = trainer.save();
    const { spec, optimizer, data, maxBatch, random } = options;
    const program = { spec, optimizer, data, maxBatch, maskSeeds: maskSeedsOf(spec, random) };
    device.ask(
      hasProgram ? { type: 'load', id, state } : { type: 'program', id, state, options: program },
      PLAY_LIMIT,
    );
    hasProgram = true;
    isBehind = false;
  }

  function playOnDevice(plan: TrainingPlan): Float32Array | null {
    catchUp();
    const reply = device.ask({ type: 'train', id, plan }, PLAY_LIMIT);
    if (reply.type !== 'trained') return null;
    since.push(plan);
    if (reply.executor) news.played(reply.executor);
    return reply.losses;
  }

  /** The trainer as it stands, with all that the device has done. */
  function onProcessor(): Trainer {
    const reply = since.length > 0 ? device.ask({ type: 'save', id }, PLAY_LIMIT) : null;
    if (reply?.type === 'saved') trainer.load(reply.state);
    else for (const plan of since) trainer.train(plan);
    since = [];
    if (device.failure !== null) news.failed(device.failure);
    return trainer;
  }

  return {
    onProcessor,
    train(plan: TrainingPlan): Float32Array {
      checkPlan(plan, options.maxBatch, options.data.rows);
      const losses = new Float32Array(plan.sizes.length);
      let at = 0;
      for (const piece of piecesOf(plan)) {
        losses.set(playOnDevice(piece) ?? onProcessor().train(piece), at);
        at += piece.sizes.length;
      }
      return losses;
    },
    /** For what changes the trainer, of which the device has to hear. */
    changed(): Trainer {
      const own = onProcessor();
      isBehind = true;
      return own;
    },
    free() {
      if (hasProgram) device.ask({ type: 'free', id }, PLAY_LIMIT);
      trainer.free();
    },
  };
}

/** A plan cut into such as the device plays at a time: cutting changes nothing. */
function* piecesOf({ order, sizes, learningRates }: TrainingPlan): Generator<TrainingPlan, void, void> {
  let row = 0;
  for (let step = 0; step < sizes.length; step += MOST_STEPS) {
    const own = sizes.slice(step, step + MOST_STEPS);
    const rows = own.reduce((sum, size) => sum + size, 0);
    yield {
      order: order === 'all' ? order : order.slice(row, row + rows),
      sizes: own,
      learningRates: learningRates.slice(step, step + MOST_STEPS),
    };
    row += rows;
  }
}
