import { parentPort } from 'node:worker_threads';
import { chooseBackend } from './backend.ts';
import type { RunEvent } from './events.ts';
import type { Command, LookRequest, Pace } from './messages.ts';
import { createRun, type Run } from './run.ts';

/** The training thread: paces one run, hears commands between slices of work, reports at most about 30 times a second. */
const REPORT_MS = 33;
const LOOK_MS = 60;
/** A slice of work is kept shorter than this, so that a command is never long unheard. */
const SLICE_MS = 20;

let run: Run | null = null;
let pace: Pace = 'max';
let look: LookRequest | null = null;
let isPaused = false;
let wake: (() => void) | null = null;
let at = 0;
let hasFinished = false;
let pending: RunEvent[] = [];
let reportedAt = 0;
let lookedAt = 0;

parentPort?.on('message', (command: Command) => {
  switch (command.type) {
    case 'start':
      ({ pace, look } = command);
      run = createRun(command.recipe, command.wish ? chooseBackend(command.recipe, command.wish) : undefined);
      void train(run);
      break;
    case 'pause':
      isPaused = true;
      break;
    case 'resume':
      isPaused = false;
      wake?.();
      break;
    case 'step':
      if (run && isPaused && at < run.liveSteps) {
        pending.push(...run.advanceLive(++at));
        report(run, true);
      }
      break;
    case 'pace':
      pace = command.pace;
      break;
    case 'look':
      look = command.look;
      if (run && (isPaused || hasFinished)) report(run, true);
      break;
  }
});

async function train(current: Run): Promise<void> {
  const startedAt = performance.now();
  pending.push(current.started);
  pending.push(...current.advanceLive(0));
  report(current, true);
  await trainLive(current);
  report(current, true);
  for (const events of current.rest(() => (performance.now() - startedAt) / 1000)) {
    pending.push(...events);
    report(current, false);
    await breathe(0);
  }
  hasFinished = true;
  report(current, true);
}

async function trainLive(current: Run): Promise<void> {
  let stepsPerMs = 1;
  let before = performance.now();
  let owed = 0;
  while (at < current.liveSteps) {
    const now = performance.now();
    // Steps that the pace asks for since the last slice, but no more than fit into a slice.
    owed = pace === 'max' ? Infinity : owed + ((now - before) / 1000 / pace) * current.liveSteps;
    before = now;
    const steps = Math.floor(Math.min(owed, Math.max(1, stepsPerMs * SLICE_MS)));
    if (steps > 0) {
      at = Math.min(current.liveSteps, at + steps);
      pending.push(...current.advanceLive(at));
      stepsPerMs = 0.5 * stepsPerMs + 0.5 * (steps / Math.max(0.01, performance.now() - now));
      owed = Number.isFinite(owed) ? Math.min(owed - steps, current.liveSteps) : 0;
      report(current, false);
    }
    const pausedAt = performance.now();
    if (await breathe(pace === 'max' ? 0 : SLICE_MS)) before += performance.now() - pausedAt;
  }
}

/** Lets commands in; stays here while the run is paused. True if it was. */
async function breathe(ms: number): Promise<boolean> {
  await new Promise<void>((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
  if (!isPaused) return false;
  if (run) report(run, true);
  await new Promise<void>((resolve) => {
    wake = resolve;
  });
  wake = null;
  return true;
}

function report(current: Run, isUrgent: boolean): void {
  const now = performance.now();
  if (look && (isUrgent || now - lookedAt >= LOOK_MS) && (isUrgent || now - reportedAt >= REPORT_MS)) {
    const looked = current.look(look.member, look);
    if (looked) pending.push(looked);
    lookedAt = now;
  }
  if (pending.length === 0 || !(isUrgent || now - reportedAt >= REPORT_MS)) return;
  parentPort?.postMessage(pending);
  pending = [];
  reportedAt = now;
}
