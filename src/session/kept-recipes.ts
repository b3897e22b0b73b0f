import { isWritten, type WrittenRecipe } from '../training/written-recipe.ts';

/** The recipes of a learner's own: those saved under a name, and those that were run last, newest first. */
export type KeptRecipes = {
  readonly saved: Readonly<Record<string, WrittenRecipe>>;
  readonly recent: readonly WrittenRecipe[];
};

export const noRecipes: KeptRecipes = { saved: {}, recent: [] };

const MOST_RECENT = 10;

/** With a recipe under a name; a name that was taken before names the new one. */
export function withSaved(kept: KeptRecipes, name: string, recipe: unknown): KeptRecipes {
  // Not every line of a journal was written by this program.
  if (!isWritten(recipe) || typeof name !== 'string' || name.trim() === '') return kept;
  return { ...kept, saved: { ...kept.saved, [name]: recipe } };
}

/** With a recipe as the one that was run last; each stands there once. */
export function withRun(kept: KeptRecipes, recipe: unknown): KeptRecipes {
  if (!isWritten(recipe)) return kept;
  const others = kept.recent.filter((each) => !isSameRecipe(each, recipe));
  return { ...kept, recent: [recipe, ...others].slice(0, MOST_RECENT) };
}

/** Whether two recipes say the same, in whatever order. */
export function isSameRecipe(a: WrittenRecipe, b: WrittenRecipe): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
