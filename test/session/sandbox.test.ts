import { describe, expect, test } from 'vitest';
import { noRecipes, withRun, withSaved } from '../../src/session/kept-recipes.ts';
import { presets } from '../../src/session/presets.ts';
import {
  currentRecipe,
  openSandbox,
  type Sandbox,
  type SandboxEvent,
  sandboxAfter,
} from '../../src/session/sandbox.ts';
import { rowsOf } from '../../src/session/sandbox-rows.ts';
import { kinds } from '../../src/training/kinds.ts';
import { recipeKeys } from '../../src/training/recipe-keys.ts';
import { readWritten, type WrittenRecipe } from '../../src/training/written-recipe.ts';

const LEFT: SandboxEvent = { type: 'value-turned', by: -1 };
const RIGHT: SandboxEvent = { type: 'value-turned', by: 1 };
const UNDO: SandboxEvent = { type: 'undone' };
const CLEAR: SandboxEvent = { type: 'value-cleared' };
const DONE: SandboxEvent = { type: 'typing-ended' };
const EDIT: SandboxEvent = { type: 'typing-begun' };
const typed = (text: string): SandboxEvent => ({ type: 'text-edited', text });
const begun = (text: string): SandboxEvent => ({ type: 'typing-begun', text });

function at(cursor: Sandbox['cursor'], written: WrittenRecipe = {}): Sandbox {
  return { ...openSandbox(written), cursor };
}

describe('keys change a recipe', () => {
  test.each<[string, Sandbox, readonly SandboxEvent[], WrittenRecipe]>([
    ['right takes the next choice', at('act'), [RIGHT], { act: 'relu' }],
    ['a choice goes round', at('data', { data: 'wine' }), [RIGHT], { data: 'xor' }],
    ['left takes the number before the usual one', at('lr'), [LEFT], { lr: '0.005' }],
    ['right takes the next number', at('lr', { lr: '0.03' }), [RIGHT, RIGHT], { lr: '0.1' }],
    ['batches are doubled', at('batch'), [RIGHT, RIGHT], { batch: '128' }],
    ['at the end of the numbers all stays', at('noise', { noise: '0' }), [LEFT], { noise: '0' }],
    ['layers grow', at('net', { net: '64' }), [RIGHT], { net: '128' }],
    ['a number is typed', at('lr'), [begun('0'), typed('0.07'), DONE], { lr: '0.07' }],
    ['what is there can be edited', at('net', { net: '8' }), [EDIT, typed('8,3'), DONE], { net: '8,3' }],
    ['an emptied field is as if it had never been', at('net', { net: '8' }), [EDIT, typed(' '), DONE], {}],
    ['what is wrong is kept', at('lr'), [begun('x'), DONE], { lr: 'x' }],
    ['a key goes back to what goes without saying', at('lr', { lr: '3' }), [CLEAR], {}],
    ['undo takes back one change after the other', at('lr'), [RIGHT, RIGHT, UNDO], { lr: '0.02' }],
    ['undo gives back what was typed over', at('lr', { lr: '3' }), [begun('4'), DONE, UNDO], { lr: '3' }],
    ['with nothing to undo all stays', at('lr', { lr: '3' }), [UNDO], { lr: '3' }],
    [
      'another kind lets go of the keys that it has not',
      at('kind', { net: '8', lr: '3' }),
      [begun('surface'), DONE],
      { kind: 'surface', lr: '3' },
    ],
    [
      'undo brings them back',
      at('kind', { net: '8', lr: '3' }),
      [begun('surface'), DONE, UNDO],
      { net: '8', lr: '3' },
    ],
    [
      'a recipe that is taken up can be undone',
      at('kind', { net: '8' }),
      [{ type: 'recipe-loaded', recipe: presets.xor }, UNDO],
      { net: '8' },
    ],
    ['a name changes nothing', at('lr'), [{ type: 'naming-begun' }, typed('mine'), DONE], {}],
  ])('%s', (_, before, events, written) => {
    const after = events.reduce(sandboxAfter, before);
    expect(after.written).toEqual(written);
    expect(after.typing).toBeNull();
  });

  test('what is being typed counts already', () => {
    const typing = [begun('0'), typed('0.5')].reduce(sandboxAfter, at('lr'));
    expect(currentRecipe(typing)).toEqual({ lr: '0.5' });
    expect(typing.written).toEqual({});
  });

  test('the cursor goes from key to key and from group to group, and stops at the ends', () => {
    const moved = (...events: SandboxEvent[]) => events.reduce(sandboxAfter, at('kind')).cursor;
    expect(moved({ type: 'cursor-moved', by: -1 })).toBe('kind');
    expect(moved({ type: 'cursor-moved', by: 1 })).toBe('seeds');
    expect(moved({ type: 'group-moved', by: 1 })).toBe('data');
    expect(moved({ type: 'group-moved', by: 1 }, { type: 'group-moved', by: -1 })).toBe('kind');
    expect(moved({ type: 'cursor-moved', by: 999 })).toBe(rowsOf({}).at(-1)?.key);
  });
});

describe('the form', () => {
  const shows = (written: WrittenRecipe) => rowsOf(written).map(({ key }) => key as string);

  test('shows the keys that apply to the kind and the data', () => {
    expect(shows({})).not.toContain('kernel');
    expect(shows({ data: 'digits', conv: '8' })).toContain('kernel');
    expect(shows({})).not.toContain('target');
    expect(shows({ kind: 'surface' })).not.toContain('data');
    expect(shows({ opt: 'adam' })).toContain('beta2');
    expect(shows({ opt: 'gd' })).not.toContain('beta2');
  });

  test('shows what is written even where it does not apply', () => {
    expect(shows({ kernel: '3' })).toContain('kernel');
  });

  test.each(Object.keys(kinds))('of kind %s begins with a recipe that runs', (kind) => {
    expect(readWritten({ kind }).problems).toEqual([]);
    expect(shows({ kind }).slice(0, 3)).toEqual(['kind', 'seeds', 'vary']);
  });

  test('can come to every key of every kind', () => {
    const csv = { data: `${import.meta.dirname}/../../src/data/sets/iris.csv` };
    const states: WrittenRecipe[] = [
      ...Object.keys(kinds).map((kind) => ({ kind })),
      ...Object.keys(recipeKeys).flatMap((key) => statesFor(key)),
      { ...csv },
    ];
    const reached = new Set(states.flatMap(shows));
    expect(Object.keys(recipeKeys).filter((key) => !reached.has(key))).toEqual([]);
  });

  /** Every value of every choice may open the way to another key. */
  function statesFor(key: string): WrittenRecipe[] {
    const rule = recipeKeys[key as keyof typeof recipeKeys];
    const owner = Object.entries(kinds).find(([, kind]) => (kind.keys as readonly string[]).includes(key));
    const kind = owner?.[0] ?? 'train';
    if (rule.type === 'choice') return rule.of.map((value) => ({ kind, [key]: value }));
    return key === 'conv'
      ? [{ data: 'digits', conv: '4' }]
      : key === 'l1' || key === 'validation'
        ? [{ [key]: '0.1' }]
        : [];
  }
});

describe('presets', () => {
  test.each(Object.entries(presets))('%s runs', (_, recipe) => {
    expect(readWritten(recipe).problems).toEqual([]);
  });
});

describe('recipes that are kept', () => {
  test('the same recipe stands among the recent ones once, and first', () => {
    const kept = [{ net: '1' }, { net: '2' }, { net: '1' }].reduce(withRun, noRecipes);
    expect(kept.recent).toEqual([{ net: '1' }, { net: '2' }]);
  });

  test('a name that is taken again names the new recipe', () => {
    const kept = withSaved(withSaved(noRecipes, 'mine', { net: '1' }), 'mine', { net: '2' });
    expect(kept.saved).toEqual({ mine: { net: '2' } });
  });

  test('what is no recipe changes nothing', () => {
    expect(withRun(noRecipes, { net: 4 })).toBe(noRecipes);
    expect(withSaved(noRecipes, 'mine', null)).toBe(noRecipes);
  });
});
