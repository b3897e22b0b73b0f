import { Worker } from 'node:worker_threads';
import type { BackendWish } from './backend.ts';
import type { BranchOrder } from './branch.ts';
import type { RunEvent } from './events.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Command, LookRequest, Pace, Report } from './messages.ts';
import type { Recipe } from './recipe.ts';

export type { LookRequest, Pace } from './messages.ts';

/** A run in a thread of its own. Every call answers at once; what comes of it arrives as events. */
export type RunHandle = {
  pause(): void;
  resume(): void;
  /** So many training steps while paused, as fast as they go. */
  step(steps: number): void;
  setPace(pace: Pace): void;
  setLook(look: LookRequest | null): void;
  /** Goes on from a step of a member's past with other settings; only where the run was given memory. */
  branch(order: BranchOrder): void;
  /** Ends the thread; no event follows. */
  stop(): void;
};

export type RunOptions = {
  readonly pace: Pace;
  /** The look that is sent along, about 15 times a second; null sends none. */
  readonly look: LookRequest | null;
  /** Bytes for the past of the live members, so that it can be looked at and branched from; none unless said. */
  readonly memory?: number;
  /** Called with what has happened since the last call, at most about 30 times a second. */
  readonly onEvents: (events: readonly RunEvent[]) => void;
  /** Where the steps are to be taken; by the kernels of this program unless said. */
  readonly wish?: BackendWish;
  /** Where the built training thread lies; it stands beside the program. */
  readonly workerUrl?: URL;
};

/** Starts a recipe in a thread of its own. */
export function startRun(recipe: Recipe, options: RunOptions): RunHandle {
  const worker = new Worker(options.workerUrl ?? new URL('./worker.js', import.meta.url));
  let isOver = false;
  const tell = (command: Command) => {
    if (!isOver) worker.postMessage(command);
  };
  const fail = (failure: Failure) => {
    if (isOver) return;
    isOver = true;
    options.onEvents([{ type: 'failed', failure }]);
  };
  worker.on('message', (events: Report) => {
    if (!isOver) options.onEvents(events);
  });
  worker.on('error', (error) => fail(failureOf(error)));
  worker.on('exit', (code) => fail({ cause: 'ended', code }));
  const { pace, look, memory = 0, wish = null } = options;
  tell({ type: 'start', recipe, pace, look, memory, wish });
  return {
    pause: () => tell({ type: 'pause' }),
    resume: () => tell({ type: 'resume' }),
    step: (steps) => tell({ type: 'step', steps }),
    setPace: (pace) => tell({ type: 'pace', pace }),
    setLook: (look) => tell({ type: 'look', look }),
    branch: (order) => tell({ type: 'branch', ...order }),
    stop: () => {
      isOver = true;
      void worker.terminate();
    },
  };
}
