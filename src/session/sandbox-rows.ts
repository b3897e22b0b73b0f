import { isFileName } from '../data/own-file.ts';
import { en } from '../i18n/en.ts';
import { type KeyGroup, keyGroups } from '../training/key-groups.ts';
import { valuesOf } from '../training/key-values.ts';
import type { GivenKeys, KeyProblem } from '../training/kind.ts';
import { type KindName, kinds } from '../training/kinds.ts';
import { readKeys } from '../training/recipe.ts';
import { formatValue, type KeyName, readValue, recipeKeys } from '../training/recipe-keys.ts';
import type { WrittenRecipe } from '../training/written-recipe.ts';

export type RowKey = 'kind' | 'seeds' | 'vary' | KeyName;

/** One key of the form: what is written there, and what holds without it. */
export type SandboxRow = {
  readonly key: RowKey;
  readonly group: KeyGroup | 'experiment';
  readonly written: string | null;
  readonly usual: string | null;
};

/** The keys that apply to a recipe as it stands, those that belong together below each other; what is written is always among them. */
export function rowsOf(written: WrittenRecipe): readonly SandboxRow[] {
  return formOf(written).rows;
}

export function rowKeysOf(written: WrittenRecipe): readonly RowKey[] {
  return rowsOf(written).map(({ key }) => key);
}

/** What holds for keys of which nothing is written. */
export function defaultsOf(written: WrittenRecipe): Readonly<Partial<Record<string, string>>> {
  return formOf(written).defaults;
}

type Form = {
  readonly rows: readonly SandboxRow[];
  readonly defaults: Readonly<Partial<Record<string, string>>>;
};

/** A form is asked for many times between two changes. */
let last: { readonly written: WrittenRecipe; readonly form: Form } | null = null;

function formOf(written: WrittenRecipe): Form {
  if (last?.written !== written) last = { written, form: makeForm(written) };
  return last.form;
}

function makeForm(written: WrittenRecipe): Form {
  const kind = kindOf(written);
  const given = readGiven(kind, written);
  const { settings } = kinds[kind].prepare(given, en.problem);
  const defaults = Object.fromEntries([
    ['kind', kind],
    ['seeds', '1'],
    ...Object.entries(settings).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, formatValue(value)]],
    ),
  ]) as Record<string, string>;
  const row = (key: RowKey, group: SandboxRow['group']): SandboxRow => ({
    ...{ key, group, written: written[key] ?? null },
    usual: key in written ? null : (defaults[key] ?? null),
  });
  const groups = Object.entries(keyGroups) as [KeyGroup, readonly KeyName[]][];
  const known: readonly KeyName[] = kinds[kind].keys;
  const own = groups.flatMap(([group, keys]) =>
    keys
      .filter((key) => key in written || (known.includes(key) && applies(kind, given, key, defaults[key])))
      .map((key) => row(key, group)),
  );
  const head = (['kind', 'seeds', 'vary'] as const).map((key) => row(key, 'experiment'));
  return { rows: [...head, ...own], defaults };
}

/** Whether some value of a key goes with the rest: one that needs another key first, or other data, does not. */
function applies(kind: KindName, given: GivenKeys, key: KeyName, usual: string | undefined): boolean {
  // A name is only good for the columns and files of the learner's own data.
  if (key === 'target') return isFileName(String(given.data ?? ''));
  const values = valuesOf(key);
  const some = [usual, values[0], values[Math.floor(values.length / 2)], values.at(-1)];
  const tried = [...new Set(some.filter((value) => value !== undefined))];
  return tried.some((text) => {
    const value = readValue(recipeKeys[key], text);
    if (value === null) return false;
    const { problems } = kinds[kind].prepare({ ...given, [key]: value }, en.problem);
    return problems.every((problem) => problem.key !== key);
  });
}

function kindOf({ kind = 'train' }: WrittenRecipe): KindName {
  return Object.hasOwn(kinds, kind) ? (kind as KindName) : 'train';
}

/** The keys that can be read; the others wait to be put right. */
function readGiven(kind: KindName, { kind: _, seeds, vary, ...keys }: WrittenRecipe): GivenKeys {
  const problems: KeyProblem[] = [];
  return readKeys(kind, keys, problems);
}
