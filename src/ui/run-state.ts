import type { Examples, Look, Member, PictureLook, RunEvent } from '../training/events.ts';
import type { Failure } from '../training/failure.ts';
import { onProcessor, type Placement } from '../training/placement.ts';
import type { Recipe } from '../training/recipe.ts';

/** What is known of a run from the events that have come so far. */
export type RunState = {
  readonly recipe: Recipe;
  readonly status: 'running' | 'paused' | 'finished' | 'failed';
  readonly members: readonly Member[];
  readonly examples: Examples | null;
  /** By the index of a member. */
  readonly curves: readonly Curve[];
  readonly looks: Readonly<Record<number, PictureLook>>;
  /** All looks that have come of a member, each with the step that it is of. */
  readonly seen: Readonly<Record<number, Seen>>;
  readonly finished: Extract<RunEvent, { type: 'finished' }> | null;
  readonly placement: Placement;
  readonly failure: Failure | null;
  /** For the speed: steps counted since a moment in milliseconds. */
  readonly clock: { readonly since: number; readonly steps: number; readonly rate: number };
};

/** The looks of a member by their types. */
export type Seen = {
  readonly [Type in Look['type']]?: { readonly step: number; readonly look: LookOf<Type> };
};

type LookOf<Type extends Look['type']> = Extract<Look, { readonly type: Type }>;

/** What was measured of one member; all lists are of one length. */
export type Curve = {
  readonly steps: readonly number[];
  readonly epochs: readonly number[];
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** Last step that is known of. */
  readonly step: number;
  readonly divergedAt: number | null;
  readonly hasEnded: boolean;
};

const emptyCurve: Curve = { steps: [], epochs: [], values: {}, step: 0, divergedAt: null, hasEnded: false };

/** A run that has told nothing yet. */
export function freshRun(recipe: Recipe, now: number): RunState {
  return {
    recipe,
    status: 'running',
    members: [],
    examples: null,
    curves: [],
    looks: {},
    seen: {},
    finished: null,
    placement: onProcessor,
    failure: null,
    clock: { since: now, steps: 0, rate: 0 },
  };
}

/** What a run comes to after more events. */
export function applyRun(run: RunState, events: readonly RunEvent[], now: number): RunState {
  const curves = [...run.curves];
  const after = events.reduce((state, event) => applyEvent(state, event, curves), run);
  return { ...after, curves, clock: tick(run.clock, curves, now) };
}

/** The members that are shown live: the first seed of every variant. */
export function liveMembers(run: RunState): readonly Member[] {
  const [first] = run.members;
  return run.members.filter(({ seed }) => seed === first?.seed);
}

/** The member that the others wait for, and how far it is. */
export function leader(run: RunState): { readonly member: Member; readonly curve: Curve } | null {
  const all = liveMembers(run).map((member) => ({ member, curve: run.curves[member.index] ?? emptyCurve }));
  const going = all.filter(({ curve }) => !curve.hasEnded);
  return [...(going.length > 0 ? going : all)].sort((a, b) => b.member.steps - a.member.steps)[0] ?? null;
}

/** True once every live member has ended and only the other seeds are still trained. */
export function isResting(run: RunState): boolean {
  const live = liveMembers(run);
  return live.length > 0 && !run.finished && live.every(({ index }) => run.curves[index]?.hasEnded);
}

/** How many members have been trained to their end. */
export function endedCount(run: RunState): number {
  return run.curves.filter(({ hasEnded }) => hasEnded).length;
}

function applyEvent(run: RunState, event: RunEvent, curves: Curve[]): RunState {
  switch (event.type) {
    case 'started':
      curves.push(...event.members.map(() => emptyCurve));
      return { ...run, members: event.members, examples: event.examples };
    case 'placed':
      return { ...run, placement: event };
    case 'branched':
      curves[event.member.index] = { ...emptyCurve, step: event.member.branch?.step ?? 0 };
      return { ...run, members: [...run.members, event.member] };
    case 'measured':
      curves[event.member] = withPoint(curves[event.member] ?? emptyCurve, event);
      return run;
    case 'diverged':
      curves[event.member] = { ...(curves[event.member] ?? emptyCurve), divergedAt: event.step };
      return run;
    case 'ended':
      curves[event.member] = { ...(curves[event.member] ?? emptyCurve), step: event.step, hasEnded: true };
      return isSettled(run, curves) ? { ...run, status: 'finished' } : run;
    case 'looked':
      curves[event.member] = reached(curves[event.member] ?? emptyCurve, event.step);
      return withLook(run, event);
    case 'finished':
      return { ...run, status: 'finished', finished: event };
    case 'failed':
      return { ...run, status: 'failed', failure: event.failure };
  }
}

/** Whether branches were made, and every live member has ended or was left for a branch in its place. */
function isSettled(run: RunState, curves: readonly Curve[]): boolean {
  const branches = run.members.flatMap(({ branch }) => branch ?? []);
  const isLeft = (index: number) => branches.some(({ of, isInstead }) => isInstead && of === index);
  const isOver = ({ index }: Member) => curves[index]?.hasEnded || isLeft(index);
  return branches.length > 0 && liveMembers(run).every(isOver);
}

function withLook(run: RunState, { member, step, look }: Extract<RunEvent, { type: 'looked' }>): RunState {
  const seen = { ...run.seen, [member]: { ...run.seen[member], [look.type]: { step, look } } };
  const isPicture = look.type === 'surface' || look.type === 'fit' || look.type === 'path';
  return isPicture ? { ...run, seen, looks: { ...run.looks, [member]: look } } : { ...run, seen };
}

/** A look at the past does not take a member back. */
function reached(curve: Curve, step: number): Curve {
  return step > curve.step ? { ...curve, step } : curve;
}

/** The training room measures a member some hundred times at most, so that curves stay short whatever the run's length. */
function withPoint(curve: Curve, { step, epoch, values }: Extract<RunEvent, { type: 'measured' }>): Curve {
  const names = new Set([...Object.keys(curve.values), ...Object.keys(values)]);
  return {
    ...curve,
    step,
    steps: [...curve.steps, step],
    epochs: [...curve.epochs, epoch],
    values: Object.fromEntries(
      [...names].map((name) => [
        name,
        [...(curve.values[name] ?? curve.steps.map(() => Number.NaN)), values[name] ?? Number.NaN],
      ]),
    ),
  };
}

/** Steps a second over the last half second or so. */
function tick(clock: RunState['clock'], curves: readonly Curve[], now: number): RunState['clock'] {
  const seconds = (now - clock.since) / 1000;
  if (seconds < 0.5) return clock;
  const steps = curves.reduce((sum, { step }) => sum + step, 0);
  return { since: now, steps, rate: Math.max(0, (steps - clock.steps) / seconds) };
}
