import type { Member, Point, RunEvent } from './events.ts';
import { createHistory, type History } from './history.ts';
import type { Experiment } from './kind.ts';
import type { LookOrder } from './messages.ts';
import type { Recipe } from './recipe.ts';

/** What is known of a member from the points that it has told so far. */
export type Collected = {
  readonly member: Member;
  readonly points: Point[];
  totals: Readonly<Record<string, number>>;
  bits: Uint8Array;
  steps: number;
  hasEnded: boolean;
};

/** A member before its first step. */
export function freshRecord(member: Member): Collected {
  return { member, points: [], totals: {}, bits: new Uint8Array(), steps: 0, hasEnded: false };
}

/** A member that is trained: its network, and its past where that is kept. */
export type LiveMember = {
  readonly record: Collected;
  /** Its recipe alone: one variant, one seed. */
  readonly recipe: Recipe;
  readonly experiment: Experiment;
  readonly history: History | null;
  /** Goes no further: another went on in its place. */
  isHeld: boolean;
};

/** Puts a member and its experiment together; a budget of 0 bytes keeps no past. */
export function liveMember(
  member: Member,
  recipe: Recipe,
  experiment: Experiment,
  budget: number,
): LiveMember {
  return {
    record: freshRecord(member),
    recipe,
    experiment,
    history: budget > 0 ? createHistory(experiment, member, budget) : null,
    isHeld: false,
  };
}

/** Takes a member on to a step, and tells what was measured on the way and how it ended, if it did. */
export function advanceMember({ experiment, history, record }: LiveMember, step: number): RunEvent[] {
  if (record.hasEnded) return [];
  const { index, steps } = record.member;
  const events: RunEvent[] = [];
  for (const point of (history ?? experiment).advanceTo(step)) {
    record.points.push(point);
    events.push({ type: 'measured', member: index, ...point });
  }
  record.steps = experiment.step;
  if (experiment.diverged) events.push({ type: 'diverged', member: index, step: experiment.step });
  if (experiment.diverged || experiment.step >= steps) {
    Object.assign(record, { ...experiment.result(), hasEnded: true });
    events.push({ type: 'ended', member: index, step: experiment.step });
  }
  return events;
}

/** A member, now (null) or at a step of its past. */
export type Asked = { readonly member: number; readonly at: number | null };

/** What a member is like, or was; without a past that is kept, as it is now. */
export function lookAtMember(
  live: readonly LiveMember[],
  { member, at }: Asked,
  orders: readonly LookOrder[],
): readonly RunEvent[] {
  const asked = live.find(({ record }) => record.member.index === member);
  if (!asked) return [];
  const step = Math.min(at ?? Infinity, asked.experiment.step);
  const { experiment, history } = ownerAt(live, asked, step);
  const past = history?.snapshots.filter((snapshot) => snapshot.step < step);
  const take = () => orders.flatMap(({ name, ...grid }) => experiment.look(grid, name, past) ?? []);
  const seen = history ? history.at(step, take) : take();
  return seen.map((look) => ({ type: 'looked', member, step: history ? step : asked.experiment.step, look }));
}

/** Who a member was at a step: what a branch was before it began is what it began from. */
export function ownerAt(live: readonly LiveMember[], asked: LiveMember, step: number): LiveMember {
  const { branch } = asked.record.member;
  if (!branch || step >= branch.step) return asked;
  const parent = live.find(({ record }) => record.member.index === branch.of);
  return parent ? ownerAt(live, parent, step) : asked;
}
