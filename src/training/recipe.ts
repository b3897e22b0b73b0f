import leven from 'leven';
import { en } from '../i18n/en.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem, Prepared } from './kind.ts';
import { type KindName, kinds } from './kinds.ts';
import { memoryProblems } from './memory.ts';
import {
  formatValue,
  type KeyName,
  type KeyRule,
  type KeyValue,
  readValue,
  recipeKeys,
} from './recipe-keys.ts';
import { formatSeeds, parseSeeds } from './seeds.ts';

/** One flat record: keys as in YAML, JSON and on the command line, with their defaults filled in where all variants agree. */
export type Recipe = {
  readonly kind: KindName;
  readonly seeds: readonly number[];
  /** The keys of each variant that set it apart; one empty record where nothing varies. */
  readonly vary: readonly GivenKeys[];
  /** The keys that were given, without defaults. */
  readonly given: GivenKeys;
};

/** One variant of a recipe, ready to start; `label` has the keys that set it apart, as filters write them. */
export type Variant = Prepared & { readonly label: Readonly<Record<string, string>> };

/** A recipe, or what is wrong with it. */
type Parsed = { readonly value: Recipe | null; readonly problems: readonly KeyProblem[] };

/** Reads a recipe from YAML, JSON or flags; every key that is unknown, out of its range or at odds with another is named. */
export function parseRecipe(
  record: Readonly<Record<string, unknown>>,
  words: Words['problem'] = en.problem,
): Parsed {
  const { kind: kindName = 'train', seed, seeds = seed ?? 1, vary, ...keys } = record;
  if (!(typeof kindName === 'string' && Object.hasOwn(kinds, kindName))) {
    return failed(
      'kind',
      words.notOneOf(
        'kind',
        formatValue(kindName),
        Object.keys(kinds),
        nearest(formatValue(kindName), Object.keys(kinds)),
      ),
    );
  }
  const kind = kindName as KindName;
  const problems: KeyProblem[] = [];
  const given = readKeys(kind, keys, problems, words);
  if (seed !== undefined && record.seeds !== undefined)
    problems.push({ key: 'seed', message: words.seedOrSeeds });
  const seedList = parseSeeds(seeds);
  if (!seedList)
    problems.push({
      key: seed === undefined ? 'seeds' : 'seed',
      message: words.badSeeds(formatValue(seeds)),
    });
  const variants = readVary(kind, vary, problems, words);
  for (const key of Object.keys(given))
    if (variants.some((change) => key in change)) problems.push({ key, message: words.givenTwice(key) });
  const recipe: Recipe = { kind, seeds: seedList ?? [1], vary: variants, given };
  if (problems.length === 0) problems.push(...conflictsOf(recipe, words));
  return problems.length > 0 ? { value: null, problems } : { value: recipe, problems };
}

/** A recipe with some keys changed; keys that have no use any more beside the new ones are let go of. */
export function changeRecipe(
  recipe: Recipe,
  change: GivenKeys,
  words: Words['problem'] = en.problem,
): Parsed {
  let kept: GivenKeys = recipe.given;
  for (;;) {
    const next: Recipe = { ...recipe, given: { ...kept, ...change } };
    const problems = conflictsOf(next, words);
    if (problems.length === 0) return { value: next, problems };
    const useless = problems.map(({ key }) => key).filter((key) => key in kept && !(key in change));
    if (useless.length === 0) return { value: null, problems };
    kept = Object.fromEntries(Object.entries(kept).filter(([key]) => !useless.includes(key)));
  }
}

/** The variants of a recipe in order, ready to start. */
export function variantsOf(recipe: Recipe): readonly Variant[] {
  return recipe.vary.map((change) => ({
    ...kinds[recipe.kind].prepare({ ...recipe.given, ...change }, en.problem),
    label: Object.fromEntries(Object.entries(change).map(([key, value]) => [key, formatValue(value)])),
  }));
}

/** The recipe as the flat record that it was written as, defaults filled in where all variants agree on them. */
export function flatRecipe(recipe: Recipe): Readonly<Record<string, unknown>> {
  const [first, ...others] = variantsOf(recipe).map(({ settings }) => settings);
  const agreed = Object.entries(first ?? {}).filter(
    ([key, value]) =>
      value !== null && others.every((other) => formatValue(other[key]) === formatValue(value)),
  );
  const isVaried = recipe.vary.some((change) => Object.keys(change).length > 0);
  return { ...Object.fromEntries(agreed), seeds: recipe.seeds, ...(isVaried ? { vary: recipe.vary } : {}) };
}

/** The command line that repeats a run. */
export function recipeCommand(recipe: Recipe): string {
  const flags = Object.entries(recipe.given).map(([key, value]) => `--${key} ${formatFlag(value)}`);
  if (recipe.kind !== 'train') flags.unshift(`--kind ${recipe.kind}`);
  const seeds =
    recipe.seeds.length === 1 ? `--seed ${recipe.seeds[0]}` : `--seeds ${formatSeeds(recipe.seeds)}`;
  const vary = formatVary(recipe.vary);
  const quoted = vary?.includes(' ') ? `"${vary}"` : vary;
  return ['dl-tutor run', ...flags, seeds, ...(vary === null ? [] : [`--vary ${quoted}`])].join(' ');
}

/** Variants as the command line takes them; null where nothing varies. */
export function formatVary(vary: readonly GivenKeys[]): string | null {
  if (vary.every((change) => Object.keys(change).length === 0)) return null;
  const [key] = Object.keys(vary[0] ?? {});
  const isOneAxis = vary.every((change) => Object.keys(change).length === 1 && key && key in change);
  if (isOneAxis) return `${key}=${vary.map((change) => formatValue(change[key as KeyName])).join(',')}`;
  const variants = vary.map((change) =>
    Object.entries(change)
      .map(([name, value]) => `${name}=${formatValue(value)}`)
      .join(' '),
  );
  return variants.join('; ');
}

/** The known name that a mistyped one comes closest to, if any is close. */
export function nearest(name: string, known: readonly string[]): string | null {
  const [best] = known
    .map((each) => ({ each, distance: leven(name.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const most = Math.max(2, Math.floor((best?.each.length ?? 0) / 3));
  // Of a short name something must be left: two letters can be made into any other two.
  return best && best.distance <= most && best.distance < name.length ? best.each : null;
}

/** Keys that a kind of experiment has, each within its rule; what is wrong is added to the problems. */
export function readKeys(
  kind: KindName,
  keys: Readonly<Record<string, unknown>>,
  problems: KeyProblem[],
  words: Words['problem'] = en.problem,
): GivenKeys {
  const known = kinds[kind].keys as readonly string[];
  const given: Partial<Record<KeyName, KeyValue>> = {};
  for (const [key, raw] of Object.entries(keys)) {
    if (raw === undefined) continue;
    if (!known.includes(key)) {
      problems.push({ key, message: words.unknownKey(key, kind, known, nearest(key, known)) });
      continue;
    }
    const rule = recipeKeys[key as KeyName];
    const value = readValue(rule, raw);
    if (value !== null) given[key as KeyName] = value;
    else if (rule.type === 'choice')
      problems.push({
        key,
        message: words.notOneOf(key, formatValue(raw), rule.of, nearest(formatValue(raw), rule.of)),
      });
    else problems.push({ key, message: words.notAllowed(key, formatValue(raw), describeRule(rule, words)) });
  }
  return given;
}

/** What a key may be, in words. */
export function describeRule(rule: KeyRule, words: Words['problem']): string {
  const write = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });
  const to = 'to' in rule ? write(rule.to) : '';
  switch (rule.type) {
    case 'choice':
      return rule.of.join(', ');
    case 'number':
      return rule.above === undefined
        ? words.numberFrom(write(rule.from ?? 0), to)
        : words.numberAbove(write(rule.above), to);
    case 'whole':
      return words.wholeFrom(write(rule.from), to);
    case 'text':
      return words.text(write(rule.most));
    case 'choices':
      return words.someOf(rule.of);
    case 'widths':
      return words.widths(to, write(rule.most));
  }
}

/** `vary` as a record means every combination of its values; as a list, its records are the variants. */
function readVary(
  kind: KindName,
  vary: unknown,
  problems: KeyProblem[],
  words: Words['problem'],
): readonly GivenKeys[] {
  if (vary === undefined || vary === null) return [{}];
  if (Array.isArray(vary) && vary.length > 0 && vary.every(isRecord))
    return vary.map((each) => readKeys(kind, each, problems, words));
  if (
    !isRecord(vary) ||
    Object.keys(vary).length === 0 ||
    !Object.values(vary).every((each) => Array.isArray(each) && each.length > 0)
  ) {
    problems.push({ key: 'vary', message: words.badVary });
    return [{}];
  }
  return Object.entries(vary).reduce<readonly GivenKeys[]>(
    (combinations, [key, values]) =>
      (values as unknown[]).flatMap((value) => {
        const change = readKeys(kind, { [key]: value }, problems, words);
        return combinations.map((combination) => ({ ...combination, ...change }));
      }),
    [{}],
  );
}

function conflictsOf(recipe: Recipe, words: Words['problem']): readonly KeyProblem[] {
  const variants = recipe.vary.map((change) =>
    kinds[recipe.kind].prepare({ ...recipe.given, ...change }, words),
  );
  const all = variants.flatMap(({ problems }) => problems);
  const uses = all.length > 0 ? [] : variants.map(({ memory }) => memory?.() ?? {});
  if (all.length === 0) return memoryProblems(uses, recipe.seeds.length > 1, words);
  return all.filter((problem, i) => all.findIndex((each) => each.message === problem.message) === i);
}

function formatFlag(value: KeyValue): string {
  const text = Array.isArray(value) && value.length > 0 ? value.join(',') : formatValue(value);
  // What a shell would take apart stands in quotes.
  return /^[\w.,:/\\@%+=가-힣-]+$/.test(text) ? text : `"${text}"`;
}

function failed(key: string, message: string): Parsed {
  return { value: null, problems: [{ key, message }] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
