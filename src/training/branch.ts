import { en } from '../i18n/en.ts';
import type { Words } from '../i18n/languages.ts';
import type { Member, RunEvent } from './events.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import { type LiveMember, liveMember, ownerAt } from './live-member.ts';
import { variantsOf } from './recipe.ts';
import { formatValue } from './recipe-keys.ts';
import { changeUnderWay } from './under-way.ts';

/** From where a branch goes on, and with what. */
export type BranchOrder = {
  readonly member: number;
  readonly step: number;
  readonly change: GivenKeys;
  /** The member it comes from goes no further: a setting was changed, and nothing is compared. */
  readonly isInstead: boolean;
};

/** Branches of a run at most: each is a network with a past of its own. */
export const MOST_BRANCHES = 6;

/** What is wrong with one more branch of a member; none where it can be made. */
export function branchProblems(
  members: readonly Member[],
  recipe: Parameters<typeof changeUnderWay>[0],
  change: GivenKeys,
  words: Words['problem'] = en.problem,
): readonly KeyProblem[] {
  const count = members.filter(({ branch }) => branch).length;
  if (count >= MOST_BRANCHES) return [{ key: 'branch', message: words.tooManyBranches(MOST_BRANCHES) }];
  return changeUnderWay(recipe, change, words).problems;
}

/** Starts the network of a changed recipe from where another one stood at a step. Throws where that cannot be. */
export function branchFrom(
  { member: of, step, change, isInstead }: BranchOrder,
  live: readonly LiveMember[],
  budget: number,
  count: { readonly variants: number; readonly members: number },
): { readonly member: LiveMember; readonly events: readonly RunEvent[] } {
  const asked = live.find(({ record }) => record.member.index === of);
  const from = asked && ownerAt(live, asked, step);
  const members = live.map(({ record }) => record.member);
  const problems = from ? branchProblems(members, from.recipe, change) : [];
  const recipe = from && changeUnderWay(from.recipe, change).value;
  if (problems[0] || !from?.history || !from.experiment.save || !recipe)
    throw new RangeError(problems[0]?.message ?? `member ${of} has no past to branch from`);
  const parent = from.record.member;
  const at = Math.min(step, from.experiment.step);
  const branches = members.filter(({ branch }) => branch).length;
  const label = Object.entries(change).map(([key, value]) => [key, formatValue(value)]);
  const member: Member = {
    ...parent,
    index: count.members + branches,
    variant: count.variants + branches,
    vary: { ...parent.vary, ...Object.fromEntries(label) },
    branch: { of: parent.index, step: at, change, isInstead },
  };
  const experiment = variantsOf(recipe)[0]!.start(parent.seed);
  experiment.load?.(from.history.at(at, from.experiment.save));
  from.isHeld ||= isInstead;
  return { member: liveMember(member, recipe, experiment, budget), events: [{ type: 'branched', member }] };
}
