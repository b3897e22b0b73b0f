import type { Table } from '../engine/table.ts';
import type { Threads } from '../engine/thread-choice.ts';
import type { Trainer, TrainerOptions } from '../engine/trainer.ts';
import type { Member, RunEvent } from './events.ts';
import { flatRecipe, type Recipe, recipeCommand, variantsOf } from './recipe.ts';
import { namedRows, type Recording, recordedTrainer } from './recording.ts';

/** Numbers that a dump may hold at most: its text is then about 200 MB long. */
export const MOST_DUMPED = 20_000_000;

/** Writes down what happens in a run: give `make` to the run, and take the dump when it is over. */
export function createDump(threads: Threads = 'auto') {
  const recordings = new Map<number, Recording>();
  return {
    make(options: TrainerOptions, member: Member): Trainer {
      const { trainer, recording } = recordedTrainer({ ...options, threads });
      recordings.set(member.index, recording);
      return trainer;
    },
    /** Recipe, data, weights before and after, batches, rates and losses of every member, ready for JSON. */
    of({
      recipe,
      hash,
      records,
    }: Extract<RunEvent, { type: 'finished' }>): Readonly<Record<string, unknown>> {
      const variants = variantsOf(recipe);
      return {
        ...{ format: 'dl-tutor dump 1', command: recipeCommand(recipe), recipe: flatRecipe(recipe), hash },
        members: records.map(({ member, points, totals }) => ({
          ...{ seed: member.seed, vary: member.vary, stepsPerEpoch: member.stepsPerEpoch },
          data: namedParts(variants[member.variant]?.tables?.(member.seed) ?? {}),
          ...recordings.get(member.index),
          ...{ points, totals },
        })),
      };
    },
  };
}

/** How many numbers the dump of a recipe would hold, its weights aside. */
export function countDumped(recipe: Recipe): number {
  const numbers = variantsOf(recipe).map(({ span, tables, settings }) => {
    const parts = tables?.(recipe.seeds[0] ?? 1);
    const rows = Object.values(parts ?? {}).reduce((sum, part) => sum + sizeOf(part), 0);
    const isChanged = ['shift', 'input_noise', 'mixup'].some((key) => settings[key]);
    const epochs = isChanged ? Math.ceil(span.steps / span.stepsPerEpoch) : 0;
    const batch = Number(settings.batch);
    // Where a batch is all rows, nobody needs to be told which.
    return rows * (1 + epochs) + span.steps * (3 + (batch === parts?.train?.rows ? 0 : batch));
  });
  return recipe.seeds.length * numbers.reduce((a, b) => a + b, 0);
}

function sizeOf(table: Table | null): number {
  return table ? table.inputs.length + table.targets.length : 0;
}

/** Rows to train on, to validate with and to test with, as far as there are such. */
function namedParts(parts: Readonly<Record<string, Table | null>>) {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, table]) => (table ? [[part, namedRows(table)]] : [])),
  );
}
