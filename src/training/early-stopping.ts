import type { Table } from '../engine/table.ts';
import type { Trainer, TrainerState } from '../engine/trainer.ts';

/** What early stopping remembers: the best look so far and how many have passed since. */
type Watch = { readonly best: number; readonly bestStep: number; readonly waited: number };

/** All that moves: also the weights of the best look, until they are taken, and the step at which it gave up. */
export type StoppingState = {
  readonly watch: Watch;
  readonly best: TrainerState | null;
  readonly stoppedAt: number | null;
};

/** Before the first look. */
const watchStart: Watch = { best: Number.POSITIVE_INFINITY, bestStep: 0, waited: 0 };

/** State in, state out: what one more look at the validation loss changes. Prechelt, 1998. */
function lookForBest(watch: Watch, loss: number, step: number): Watch {
  if (loss < watch.best) return { best: loss, bestStep: step, waited: 0 };
  return { ...watch, waited: watch.waited + 1 };
}

/** Looks at the validation loss at the end of each epoch, keeps the weights of the best look, and gives up after `patience` looks without a better one; null without patience. */
export function earlyStopping(trainer: Trainer, validation: Table | null, patience: number | null) {
  if (patience === null || !validation) return null;
  let watch = watchStart;
  let best: TrainerState | null = null;
  let stoppedAt: number | null = null;
  return {
    get state(): StoppingState {
      return { watch, best, stoppedAt };
    },
    set state(state: StoppingState) {
      ({ watch, best, stoppedAt } = state);
    },
    get hasStopped() {
      return stoppedAt !== null;
    },
    look(step: number) {
      watch = lookForBest(watch, trainer.evaluate(validation).loss, step);
      if (watch.waited === 0) best = trainer.save();
      if (watch.waited >= patience) stoppedAt = step;
    },
    takeBest() {
      if (best) trainer.load(best);
      best = null;
    },
    totals: (step: number) => ({ stopped: stoppedAt ?? step, best_step: watch.bestStep }),
  };
}
