import { checkClaim } from './claims.ts';
import type { MemberRecord } from './events.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import { changeRecipe, type Recipe, readKeys, variantsOf } from './recipe.ts';
import { formatValue, type KeyName, type KeyValue } from './recipe-keys.ts';
import { median } from './statistics.ts';

/** A run that is broken and how it may be repaired: within how many tries, by which knobs, until it reaches what. */
export type Repair = {
  readonly run: string;
  /** The cause that is right, from 0. */
  readonly cause: number;
  readonly knobs: readonly Knob[];
  readonly tries: number;
  /** An expression over the run that must come out true. */
  readonly goal: string;
  /** For each knob, the value that repairs the run. */
  readonly solution: Setting;
};

/** A key that may be turned to some values; one of them is what the broken run has. */
export type Knob = { readonly key: KeyName; readonly values: readonly KeyValue[]; readonly start: number };

/** For each knob, the number of the value that it stands at. */
export type Setting = readonly number[];

/** How a try came out: the keys that were changed, and what the parts of the goal were measured at. */
export type RepairResult = {
  readonly reached: boolean;
  readonly observed: Readonly<Record<string, number>>;
};

/** The knobs of a run, each with the broken run's own value among its values, and every value that the run cannot have. */
export function readKnobs(
  broken: Recipe,
  written: Readonly<Record<string, readonly unknown[]>>,
): {
  readonly value: readonly Knob[];
  readonly problems: readonly (KeyProblem & { readonly index: number | null })[];
} {
  const settings = variantsOf(broken)[0]?.settings ?? {};
  const problems: (KeyProblem & { readonly index: number | null })[] = [];
  const knobs = Object.entries(written).map(([key, raw]) => {
    const values = raw.flatMap((each, index) => {
      const { value, problems: found } = readKnob(broken, key, each);
      problems.push(...found.map((problem) => ({ ...problem, index })));
      return value === null ? [] : [value];
    });
    const own = settings[key];
    const at = values.findIndex((value) => formatValue(value) === formatValue(own));
    const isListed = at >= 0 || own === null || own === undefined;
    // A key that the run leaves out has no value to go back to: its knob begins left of all others.
    return {
      key: key as KeyName,
      values: isListed ? values : [own as KeyValue, ...values],
      start: isListed ? at : 0,
    };
  });
  return { value: knobs, problems };
}

/** The keys that a setting changes of the broken run. */
export function changeOf(knobs: readonly Knob[], setting: Setting): GivenKeys {
  return Object.fromEntries(
    knobs.flatMap(({ key, values, start }, i) => {
      const value = values[setting[i] ?? start];
      return setting[i] === start || value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The broken run and the changed one as two variants of one recipe, side by side under the same seeds; null where the change does not make a run. */
export function besideBroken(broken: Recipe, change: GivenKeys): Recipe | null {
  const { value: changed } = changeRecipe(broken, change);
  if (!changed) return null;
  const settings = variantsOf(broken)[0]?.settings ?? {};
  const isShared = (key: string) =>
    formatValue(broken.given[key as KeyName]) === formatValue(changed.given[key as KeyName]);
  const own = (recipe: Recipe) => Object.entries(recipe.given).filter(([key]) => !isShared(key));
  // The broken run says what it has by default, so that the chart can name it.
  const defaults = Object.keys(change)
    .filter((key) => !(key in broken.given) && settings[key] !== null && settings[key] !== undefined)
    .map((key) => [key, settings[key]]);
  return {
    ...broken,
    given: Object.fromEntries(Object.entries(broken.given).filter(([key]) => isShared(key))),
    vary: [Object.fromEntries([...own(broken), ...defaults]), Object.fromEntries(own(changed))],
  };
}

/** Judges a try by the records of the changed run, which stands second where the broken one stands beside it. */
export function gradeRepair({ goal, run }: Repair, records: readonly MemberRecord[]): RepairResult {
  const last = Math.max(...records.map(({ member }) => member.variant));
  const tried = records
    .filter(({ member }) => member.variant === last)
    .map((record) => ({ ...record, member: { ...record.member, vary: {} } }));
  const { holds, observed } = checkClaim({ run, expect: goal }, tried);
  const single = Object.entries(observed).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : median(value),
  ]);
  return { reached: holds, observed: Object.fromEntries(single) };
}

/** One value of a knob: within the rule of its key, and of use in the run. */
function readKnob(
  broken: Recipe,
  key: string,
  raw: unknown,
): { readonly value: KeyValue | null; readonly problems: readonly KeyProblem[] } {
  const problems: KeyProblem[] = [];
  const given = readKeys(broken.kind, { [key]: raw }, problems);
  const value = given[key as KeyName];
  if (value === undefined) return { value: null, problems };
  const changed = changeRecipe(broken, given);
  return changed.value ? { value, problems: [] } : { value: null, problems: changed.problems };
}
