import { parentPort } from 'node:worker_threads';
import { chooseBackend } from './backend.ts';
import type { RunEvent } from './events.ts';
import type { LookName } from './looks/looks.ts';
import type { Command, LookRequest, Pace } from './messages.ts';
import { createRun, type Run } from './run.ts';

/** The training thread: paces one run, hears commands between slices of work, reports 30 times a second: after every third slice. */
const REPORT_MS = 30;
/** Between two of the same look there are at least so many milliseconds, longer for a large grid, which is long in drawing too, and so many times what it costs. */
const LOOK_MS = 25;
const CELLS_A_MS = 500;
const LOOK_SHARE = 12;
/** A slice of work is kept shorter than this, so that a command is never long unheard. */
const SLICE_MS = 11;

let pace: Pace = 'max';
let look: LookRequest | null = null;
/** The step to which the live members may go; Infinity unless the run is paused. */
let goal = Infinity;
let at = 0;
let pending: RunEvent[] = [];
let reportedAt = 0;
/** When each look may be taken again. */
const lookDue = new Map<LookName, number>();
/** A look was asked for that has not been taken yet, or something happened that is to be seen at once. */
let isUrgent = false;
/** Commands that came since somebody last waited for one. */
let unseen = 0;
let wake: (() => void) | null = null;

parentPort?.once('message', (command: Command) => {
  if (command.type !== 'start') return;
  ({ pace, look } = command);
  const { recipe, memory, wish } = command;
  const run = createRun(recipe, { memory, ...(wish ? { backend: chooseBackend(recipe, wish) } : {}) });
  parentPort?.on('message', (next: Command) => {
    hear(next, run);
    unseen++;
    wake?.();
  });
  void train(run);
});

function hear(command: Command, run: Run): void {
  switch (command.type) {
    case 'pause':
      goal = at;
      break;
    case 'resume':
      goal = Infinity;
      break;
    case 'step':
      if (goal !== Infinity) goal = Math.min(goal + command.steps, run.liveSteps);
      break;
    case 'pace':
      pace = command.pace;
      break;
    case 'look':
      look = command.look;
      break;
    case 'branch': {
      const branch = run.branch(command);
      pending.push(...branch.events);
      at = Math.min(at, branch.at);
      goal = goal === Infinity ? goal : at;
      break;
    }
  }
  isUrgent ||= command.type !== 'pace';
}

async function train(run: Run): Promise<void> {
  const startedAt = performance.now();
  let hasFinished = false;
  pending.push(run.started, ...run.advanceLive(0));
  isUrgent = true;
  for (;;) {
    await trainLive(run);
    if (at >= run.liveSteps && run.isWhole && !hasFinished) {
      await trainRest(run, () => (performance.now() - startedAt) / 1000);
      hasFinished = true;
    }
    report(run);
    await heard();
  }
}

/** Trains the live members as far as they may go. */
async function trainLive(run: Run): Promise<void> {
  let stepsPerMs = 1;
  let before = performance.now();
  let owed = 0;
  while (at < Math.min(goal, run.liveSteps)) {
    const now = performance.now();
    const isHurried = pace === 'max' || goal !== Infinity;
    // Steps that the pace asks for since the last slice, but no more than fit into a slice.
    owed = isHurried ? Infinity : owed + ((now - before) / 1000 / Number(pace)) * run.liveSteps;
    before = now;
    const most = Math.min(owed, Math.max(1, stepsPerMs * SLICE_MS));
    const steps = Math.min(Math.floor(most), Math.min(goal, run.liveSteps) - at);
    if (steps > 0) {
      at += steps;
      pending.push(...run.advanceLive(at));
      stepsPerMs = 0.5 * stepsPerMs + 0.5 * (steps / Math.max(0.01, performance.now() - now));
      owed = Number.isFinite(owed) ? Math.min(owed - steps, run.liveSteps) : 0;
      isUrgent ||= at === goal;
    }
    report(run);
    await breath(isHurried ? 0 : SLICE_MS);
  }
  isUrgent = true;
}

/** Trains the other seeds, and tells that the run has finished; stands still while it is paused, and ends where a branch stands for a member. */
async function trainRest(run: Run, seconds: () => number): Promise<void> {
  for (const events of run.rest(seconds)) {
    pending.push(...events);
    report(run);
    await breath(0);
    // A branch is watched, and comes first.
    if (at < run.liveSteps) await trainLive(run);
    while (goal !== Infinity && !events.some(({ type }) => type === 'finished')) {
      report(run);
      await heard();
    }
    if (!run.isWhole) break;
  }
  isUrgent = true;
}

/** Lets commands in. */
function breath(ms: number): Promise<void> {
  return new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
}

/** Waits for a command, unless one has come since the last time. */
async function heard(): Promise<void> {
  if (unseen === 0)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  wake = null;
  unseen = 0;
}

/** Takes the looks that are due; what is past stays as it was, and is looked at once. */
function takeLooks(run: Run, request: LookRequest): void {
  if (request.at !== null) {
    if (isUrgent) pending.push(...run.look(request, request.looks));
    return;
  }
  for (const order of request.looks) {
    const from = performance.now();
    if (!isUrgent && from < (lookDue.get(order.name) ?? 0)) continue;
    pending.push(...run.look(request, [order]));
    const till = performance.now();
    const least = LOOK_MS + (order.columns * order.rows) / CELLS_A_MS;
    lookDue.set(order.name, till + Math.max(least, LOOK_SHARE * (till - from)));
  }
}

function report(run: Run): void {
  const now = performance.now();
  if (!isUrgent && now - reportedAt < REPORT_MS) return;
  // Steps that were asked for are told at once; to look at them from all sides may take longer. An end comes with its picture.
  if (isUrgent && goal !== Infinity) post();
  if (look) takeLooks(run, look);
  isUrgent = false;
  post();
  reportedAt = now;
}

function post(): void {
  if (pending.length === 0) return;
  parentPort?.postMessage(pending);
  pending = [];
}
