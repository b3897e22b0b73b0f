import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { Words } from '../i18n/languages.ts';
import { countDumped, MOST_DUMPED } from '../training/dump.ts';
import type { Recipe } from '../training/recipe.ts';

/** What keeps the dump of a recipe from being written to a file; asked before anything is trained, it leaves an empty file. */
export function dumpProblem(recipe: Recipe, file: string, say: Words['command']): string | null {
  if (recipe.kind !== 'train') return say.dumpOnlyTrain(recipe.kind);
  const numbers = countDumped(recipe);
  if (numbers > MOST_DUMPED) return say.dumpTooLarge(numbers, MOST_DUMPED);
  try {
    closeSync(openSync(file, 'a'));
    return null;
  } catch (error) {
    return say.unwritable(file, error instanceof Error ? error.message : String(error));
  }
}

/** Writes a dump as JSON; answers the problem where that fails. */
export function writeDump(dump: object, file: string, say: Words['command']): string | null {
  try {
    writeFileSync(file, `${JSON.stringify(dump)}\n`);
    return null;
  } catch (error) {
    return say.unwritable(file, error instanceof Error ? error.message : String(error));
  }
}
