import { expect } from 'vitest';
import type { Trainer } from '../../src/engine/trainer.ts';
import type { Backend } from '../../src/training/backend.ts';
import type { RunEvent } from '../../src/training/events.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

export function recipeOf(record: Readonly<Record<string, unknown>>): Recipe {
  const { value, problems } = parseRecipe(record);
  expect(problems).toEqual([]);
  if (!value) throw new Error('no recipe');
  return value;
}

type Finished = Extract<RunEvent, { type: 'finished' }>;

/** Trains a recipe to its end. */
export function finish(recipe: Recipe, backend?: Backend): Finished {
  const last = [...runRecipe(recipe, () => 0, backend)].at(-1);
  if (last?.type !== 'finished') throw new Error('the run did not finish');
  return last;
}

/** The largest difference of two runs' losses, each as a share of the loss (or of 1 where that is less than 1). */
export function lossDifference(a: Finished, b: Finished): number {
  const [ours, theirs] = [a, b].map(({ records }) => records.flatMap(({ points }) => points));
  expect(ours!.map(({ step }) => step)).toEqual(theirs!.map(({ step }) => step));
  return Math.max(
    ...ours!.map(({ values }, i) => {
      const other = theirs![i]!.values.loss!;
      return Math.abs(values.loss! - other) / Math.max(1, Math.abs(other));
    }),
  );
}

/** The same backend, whose process ends once it has played so many plans. */
export function failingAfter(plans: number, backend: Backend): Backend {
  let played = 0;
  return {
    ...backend,
    make(options, member) {
      const trainer = backend.make(options, member);
      const { train: playOn } = trainer;
      const train: Trainer['train'] = (plan) => {
        if (played++ === plans) backend.close();
        return playOn(plan);
      };
      return Object.defineProperty(trainer, 'train', { value: train });
    },
  };
}
