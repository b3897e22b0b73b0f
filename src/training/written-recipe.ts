import { en } from '../i18n/en.ts';
import type { Words } from '../i18n/languages.ts';
import type { KeyProblem } from './kind.ts';
import { formatVary, parseRecipe, type Recipe } from './recipe.ts';
import { formatSeeds } from './seeds.ts';

/** A recipe as texts under its keys, as flags take them; it may be one that cannot be run. */
export type WrittenRecipe = Readonly<Record<string, string>>;

/** A recipe in writing; what goes without saying is left out. */
export function writeRecipe({ kind, given, seeds, vary }: Recipe): WrittenRecipe {
  const varied = formatVary(vary);
  return {
    ...(kind === 'train' ? {} : { kind }),
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, writeValue(value)])),
    ...(seeds.length === 1 && seeds[0] === 1 ? {} : { seeds: formatSeeds(seeds) }),
    ...(varied === null ? {} : { vary: varied }),
  };
}

/** The recipe that the texts make, or every problem with them. */
export function readWritten(
  written: WrittenRecipe,
  words: Words['problem'] = en.problem,
): { readonly value: Recipe | null; readonly problems: readonly KeyProblem[] } {
  const { vary, ...keys } = written;
  return parseRecipe({ ...keys, ...(vary === undefined ? {} : { vary: readVary(vary) }) }, words);
}

/** `net=2,4,16-16` for one axis, `batch=1 lr=0.05; batch=32` for variants outright; the text where it is neither. */
export function readVary(text: string): unknown {
  const variants = text.split(';').map((each) =>
    each
      .split(/\s+/)
      .filter((pair) => pair !== '')
      .map((pair) => pair.split('=')),
  );
  // Of several variants one may be the recipe as it stands.
  if (variants.every((pairs) => pairs.length === 0)) return text;
  if (variants.some((pairs) => pairs.some((pair) => pair.length !== 2 || !pair[0] || !pair[1]))) return text;
  if (variants.length > 1) return variants.map((pairs) => Object.fromEntries(pairs));
  return Object.fromEntries((variants[0] ?? []).map(([key, list = '']) => [key, list.split(',')]));
}

/** True for a record that this program may have written. */
export function isWritten(raw: unknown): raw is WrittenRecipe {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  return isRecord && Object.values(raw).every((each) => typeof each === 'string');
}

function writeValue(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? 'none' : value.join(',');
}
