import { nextValueOf } from '../training/key-values.ts';
import { type KindName, kinds } from '../training/kinds.ts';
import { recipeKeys } from '../training/recipe-keys.ts';
import type { WrittenRecipe } from '../training/written-recipe.ts';
import { isSameRecipe } from './kept-recipes.ts';
import { defaultsOf, type RowKey, rowKeysOf, rowsOf } from './sandbox-rows.ts';

/** A recipe that is being put together: what is written, what was written before, and what is typed right now. */
export type Sandbox = {
  readonly written: WrittenRecipe;
  readonly cursor: RowKey;
  /** What can be gone back to, the newest last. */
  readonly past: readonly WrittenRecipe[];
  /** Text for the key under the cursor, or for the name to save under; it counts as written while it is typed. */
  readonly typing: { readonly of: 'value' | 'name'; readonly text: string } | null;
};

export type SandboxEvent =
  | { readonly type: 'cursor-moved'; readonly by: number }
  | { readonly type: 'group-moved'; readonly by: 1 | -1 }
  | { readonly type: 'value-turned'; readonly by: 1 | -1 }
  /** Back to what holds where nothing is said. */
  | { readonly type: 'value-cleared' }
  /** Without a text, the value as it stands is changed. */
  | { readonly type: 'typing-begun'; readonly text?: string }
  | { readonly type: 'naming-begun' }
  | { readonly type: 'text-edited'; readonly text: string }
  | { readonly type: 'typing-ended' }
  | { readonly type: 'recipe-loaded'; readonly recipe: WrittenRecipe }
  | { readonly type: 'undone' };

const MOST_PAST = 200;

/** A sandbox with a recipe in it. */
export function openSandbox(written: WrittenRecipe): Sandbox {
  return { written, cursor: 'kind', past: [], typing: null };
}

/** What a sandbox comes to after one more event. */
export function sandboxAfter(sandbox: Sandbox, event: SandboxEvent): Sandbox {
  switch (event.type) {
    case 'cursor-moved':
      return { ...sandbox, cursor: movedBy(sandbox, event.by) };
    case 'group-moved':
      return { ...sandbox, cursor: groupBeside(sandbox, event.by) };
    case 'value-turned':
      return turned(sandbox, event.by);
    case 'value-cleared':
      return changed(sandbox, without(sandbox.written, sandbox.cursor));
    case 'typing-begun':
      return { ...sandbox, typing: { of: 'value', text: event.text ?? valueAt(sandbox) ?? '' } };
    case 'naming-begun':
      return { ...sandbox, typing: { of: 'name', text: '' } };
    case 'text-edited':
      return sandbox.typing ? { ...sandbox, typing: { ...sandbox.typing, text: event.text } } : sandbox;
    case 'typing-ended':
      return { ...changed(sandbox, currentRecipe(sandbox)), typing: null };
    case 'recipe-loaded':
      return { ...changed(sandbox, event.recipe), cursor: 'kind', typing: null };
    case 'undone': {
      const written = sandbox.past.at(-1);
      return written ? { ...sandbox, written, past: sandbox.past.slice(0, -1), typing: null } : sandbox;
    }
  }
}

/** The recipe as it stands, with what is being typed. */
export function currentRecipe({ written, cursor, typing }: Sandbox): WrittenRecipe {
  if (typing?.of !== 'value') return written;
  const text = typing.text.trim();
  return text === '' ? without(written, cursor) : withValue(written, cursor, text);
}

function changed(sandbox: Sandbox, written: WrittenRecipe): Sandbox {
  if (isSameRecipe(written, sandbox.written)) return sandbox;
  return { ...sandbox, written, past: [...sandbox.past, sandbox.written].slice(-MOST_PAST) };
}

function turned(sandbox: Sandbox, by: 1 | -1): Sandbox {
  const { cursor, written } = sandbox;
  const next = nextValue(cursor, valueAt(sandbox), by);
  return next === null ? sandbox : changed(sandbox, withValue(written, cursor, next));
}

function nextValue(key: RowKey, value: string | null, by: 1 | -1): string | null {
  if (key === 'kind') {
    const names = Object.keys(kinds);
    return names[(names.indexOf(value ?? 'train') + by + names.length) % names.length] ?? null;
  }
  if (key === 'seeds') {
    const at = SEEDS.findIndex((each) => each === (value ?? '1'));
    return SEEDS[at + by] ?? (at < 0 ? SEEDS[0] : null) ?? null;
  }
  return key === 'vary' ? null : nextValueOf(key, value, by);
}

/** One seed after the other, then several at once. */
const SEEDS = ['1', '2', '3', '1..3', '1..5', '1..10', '1..20'];

function withValue(written: WrittenRecipe, key: RowKey, value: string): WrittenRecipe {
  const next = { ...written, [key]: value };
  if (key !== 'kind' || !Object.hasOwn(kinds, value)) return next;
  // Another kind of experiment has other keys.
  const known: readonly string[] = kinds[value as KindName].keys;
  const isKept = (each: string) => !Object.hasOwn(recipeKeys, each) || known.includes(each);
  return Object.fromEntries(Object.entries(next).filter(([each]) => isKept(each)));
}

function without(written: WrittenRecipe, key: RowKey): WrittenRecipe {
  return Object.fromEntries(Object.entries(written).filter(([each]) => each !== key));
}

/** What is written under the cursor, or what holds without it. */
function valueAt({ written, cursor }: Sandbox): string | null {
  return written[cursor] ?? defaultsOf(written)[cursor] ?? null;
}

function movedBy({ written, cursor }: Sandbox, by: number): RowKey {
  const keys = rowKeysOf(written);
  const at = Math.max(0, keys.indexOf(cursor)) + by;
  return keys[Math.max(0, Math.min(keys.length - 1, at))] ?? 'kind';
}

/** The first key of the next group, or of this one or the one before. */
function groupBeside({ written, cursor }: Sandbox, by: 1 | -1): RowKey {
  const rows = rowsOf(written);
  const heads = rows.filter(({ group }, i) => group !== rows[i - 1]?.group).map(({ key }) => key);
  const at = rows.findIndex(({ key }) => key === cursor);
  const places = heads.map((head) => rows.findIndex(({ key }) => key === head));
  const found = by > 0 ? places.find((place) => place > at) : places.findLast((place) => place < at);
  return rows[found ?? (by > 0 ? at : 0)]?.key ?? 'kind';
}
