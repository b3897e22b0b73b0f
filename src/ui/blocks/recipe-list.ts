import type { Line } from '../../charts/drawing.ts';
import { truncateLine } from '../../charts/spans.ts';
import type { Words } from '../../i18n/languages.ts';
import type { KeptRecipes } from '../../session/kept-recipes.ts';
import { type PresetName, presets } from '../../session/presets.ts';
import type { WrittenRecipe } from '../../training/written-recipe.ts';
import type { Section } from '../sections.ts';
import type { Theme } from '../theme.ts';

/** A recipe that can be taken up, under the heading where it stands. */
export type ListedRecipe = {
  readonly heading: 'presets' | 'saved' | 'recent';
  readonly name: string;
  readonly recipe: WrittenRecipe;
};

/** What can be taken up: what the learner saved and ran, then what comes with the program. */
export function listedRecipes({ saved, recent }: KeptRecipes, words: Words): readonly ListedRecipe[] {
  const names = Object.keys(presets) as PresetName[];
  return [
    ...Object.entries(saved).map(([name, recipe]) => ({ heading: 'saved' as const, name, recipe })),
    ...names.map((name) => ({
      heading: 'presets' as const,
      name: words.screen.sandbox.presets[name],
      recipe: presets[name],
    })),
    ...recent.map((recipe) => ({ heading: 'recent' as const, name: '', recipe })),
  ];
}

/** The recipes below their headings, each with what is written in it. */
export function listSections(
  listed: readonly ListedRecipe[],
  cursor: number,
  width: number,
  theme: Theme,
  words: Words,
): readonly Section[] {
  return listed.flatMap(({ heading, name, recipe }, i): readonly Section[] => {
    const isUnder = i === cursor;
    const text = Object.entries(recipe)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ');
    const line: Line = [
      { text: isUnder ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
      { text: name === '' ? '' : `${name}  `, ...(isUnder ? { bold: true } : {}) },
      { text: text === '' ? words.screen.sandbox.plain : text, tone: 'muted' },
    ];
    const row = {
      lines: [truncateLine(line, width)],
      joined: true,
      ...(isUnder ? { mark: `recipe:${i}` } : {}),
    };
    if (heading === listed[i - 1]?.heading) return [row];
    return [{ lines: [[{ text: words.screen.sandbox.headings[heading], tone: 'muted', bold: true }]] }, row];
  });
}
