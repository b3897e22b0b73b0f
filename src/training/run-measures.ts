import type { ImageShape } from '../data/data-set.ts';
import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { Trainer } from '../engine/trainer.ts';
import { answerInBatches } from './answer-keys.ts';
import { faded, shifted } from './augment.ts';
import { accuracyAt, measureClasses, scoresOf } from './class-measures.ts';
import type { TrainSettings } from './kinds/train.ts';

/** What a network is measured on, and how. */
export type Measured = {
  readonly settings: TrainSettings;
  readonly train: Table;
  readonly test: Table | null;
  readonly validation: Table | null;
  /** How the inputs lie in an image, where they do. */
  readonly image: ImageShape | undefined;
  /** Whether there are two classes to be told apart. */
  readonly isOfTwo: boolean;
};

/** The tables that a run is measured on, and what the names of their measures begin with. */
export function partsOf(
  { train, test, validation, image, settings }: Measured,
  random: Random,
): readonly Part[] {
  const { test_shift: shift, test_contrast: contrast } = settings;
  const moved = test && shift && image ? shifted(test, image, shift, random) : test;
  const tested = moved && contrast ? faded(moved, contrast) : moved;
  return [
    { table: train, prefix: '' },
    ...(tested ? [{ table: tested, prefix: 'test_' }] : []),
    ...(validation ? [{ table: validation, prefix: 'val_' }] : []),
  ];
}

export type Part = { readonly table: Table; readonly prefix: string };

/** Loss, and share of right answers where there are such, on each of the tables. */
export function valuesOf(trainer: Trainer, parts: readonly Part[], settings: TrainSettings) {
  const values: Record<string, number> = {};
  for (const { table, prefix } of parts) {
    const isAsInTraining = settings.mode === 'train' && prefix === 'test_';
    const forGood = trainer.evaluate(table);
    const { loss, correct } = isAsInTraining ? answerInBatches(trainer, table, settings) : forGood;
    values[`${prefix}loss`] = loss;
    if (forGood.correct === null) continue;
    if (isAsInTraining) values.eval_acc = forGood.correct / table.rows;
    const scores = settings.threshold === null ? null : scoresFor(trainer, table, settings);
    values[`${prefix}acc`] =
      scores && !isAsInTraining ? accuracyAt(scores, table) : (correct ?? 0) / table.rows;
  }
  return values;
}

function scoresFor(trainer: Trainer, { inputs, rows }: Table, { loss, threshold }: TrainSettings) {
  return scoresOf(trainer.predict(inputs, rows), rows, loss, threshold ?? 0.5);
}

/** Measures of the weights, of biases none, and where there are two classes of how they are told. */
export function totalsOf(trainer: Trainer, { settings, isOfTwo }: Measured, parts: readonly Part[]) {
  const weights = trainer.parameters.filter(({ name }) => name.endsWith('.weight'));
  const sum = (term: (w: number) => number) =>
    weights.reduce((whole, { values }) => values.reduce((part, w) => part + term(w), whole), 0);
  const totals = { w_norm: Math.sqrt(sum((w) => w * w)), zeros: sum((w) => Number(w === 0)) };
  if (!isOfTwo) return totals;
  const ofClasses = parts.flatMap(({ table, prefix }) =>
    Object.entries(measureClasses(scoresFor(trainer, table, settings), table)).map(
      ([name, value]) => [prefix + name, value] as const,
    ),
  );
  return { ...totals, ...Object.fromEntries(ofClasses) };
}
