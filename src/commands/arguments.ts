import { parseArgs } from 'node:util';
import type { Words } from '../i18n/languages.ts';
import { nearest } from '../training/recipe.ts';
import { recipeKeys } from '../training/recipe-keys.ts';

/** Whether a flag takes a value, or is there or not. */
export type FlagRule = 'value' | 'switch';

/** Flags that every command knows. */
export const commonFlags = {
  lang: 'value',
  course: 'value',
  'data-dir': 'value',
  backend: 'value',
  json: 'switch',
  plain: 'switch',
  ascii: 'switch',
  'no-color': 'switch',
  help: 'switch',
  version: 'switch',
} satisfies Record<string, FlagRule>;

/** Every key of a recipe is a flag. */
export const recipeFlags: Readonly<Record<string, FlagRule>> = Object.fromEntries(
  ['kind', ...Object.keys(recipeKeys), 'seed', 'seeds', 'vary'].map((key) => [key, 'value']),
);

export type Arguments = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
};

/** Splits the words of a command line by the flags that are known there; the first unknown or empty one is the problem. */
export function readArguments(
  words: readonly string[],
  flags: Readonly<Record<string, FlagRule>>,
  say: Words['command'],
): { readonly value: Arguments; readonly problem: string | null } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, rule]) => [
      name,
      { type: rule === 'value' ? 'string' : 'boolean' } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const positionals: string[] = [];
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  let problem: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const rule = flags[token.name];
    if (rule === undefined) problem ??= say.unknownFlag(token.rawName, flagNearest(token.name, flags));
    else if (rule === 'switch') switches.add(token.name);
    else if (token.value === undefined) problem ??= say.flagNeedsValue(token.rawName);
    else values[token.name] = token.value;
  }
  return { value: { positionals, values, switches }, problem };
}

function flagNearest(name: string, flags: Readonly<Record<string, FlagRule>>): string | null {
  const found = nearest(name, Object.keys(flags));
  return found ? `--${found}` : null;
}
