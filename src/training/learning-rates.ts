import { lookForPlateau, type PlateauState, plateauStart, usualPlateau } from '../engine/plateau.ts';
import { rateAt, type ScheduleName } from '../engine/schedules.ts';
import { type NetworkSettings, scheduleOf } from './network-keys.ts';

/** The learning rates of a run: by the step and, where the schedule waits for a plateau, by the losses that it hears of. */
export type LearningRates = {
  /** Whether it wants to hear of the loss. */
  readonly listens: boolean;
  at(step: number): number;
  /** Hears what the loss has come to after so many steps, say once an epoch; during a warm-up it does not count. */
  hear(loss: number, step: number): void;
  /** What it has come to by hearing. */
  plateau: PlateauState;
};

/** Rates of a run of so many steps, before its first. */
export function createRates(
  settings: NetworkSettings & {
    readonly schedule: ScheduleName;
    readonly lr: number;
    readonly steps: number;
  },
): LearningRates {
  const schedule = scheduleOf(settings.schedule, settings);
  const { gamma = usualPlateau.gamma, patience = usualPlateau.patience, warmup = 0 } = schedule;
  const listens = schedule.name === 'plateau';
  let plateau = plateauStart;
  return {
    listens,
    get plateau() {
      return plateau;
    },
    set plateau(state) {
      plateau = state;
    },
    at: (step) => rateAt(schedule, settings.lr * plateau.factor, step, settings.steps),
    hear(loss, step) {
      if (listens && step > warmup)
        plateau = lookForPlateau(plateau, loss, { ...usualPlateau, gamma, patience });
    },
  };
}
