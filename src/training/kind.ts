import type { Table } from '../engine/table.ts';
import type { createTrainer } from '../engine/trainer.ts';
import type { Words } from '../i18n/languages.ts';
import type { Examples, Look, Point } from './events.ts';
import type { LookName } from './looks/looks.ts';
import type { MemoryUse } from './memory.ts';
import type { KeyName, KeyValue } from './recipe-keys.ts';
import type { Snapshot } from './snapshot.ts';

/** The keys of a recipe that were given, each already within its rule. */
export type GivenKeys = Readonly<Partial<Record<KeyName, KeyValue>>>;

/** Says why a value does not go with the rest of its recipe. */
export type KeyProblem = { readonly key: string; readonly message: string };

/** How many cells of the plane a look answers for. */
export type Grid = { readonly columns: number; readonly rows: number };

/** One member of a run while it trains. */
export type Experiment = {
  readonly step: number;
  /** True once a loss was not finite: nothing is trained any more. */
  readonly diverged: boolean;
  /** Trains on to `step` (or to where it diverges) and gives what was measured on the way; the chunks do not change the bits. */
  advanceTo(step: number): readonly Point[];
  /** What it is like now; `past` are places that it has been at. A look leaves no trace in what follows. */
  look(grid: Grid, name?: LookName, past?: readonly Snapshot[]): Look | null;
  /** All that training changes; where it is missing, there is no way back. */
  save?(): Snapshot;
  /** Takes up where it, or one of the same recipe, stood; so may one of a recipe that was changed under way. */
  load?(snapshot: Snapshot): void;
  /** Measures of the whole run and the bits that its hash is made of. */
  result(): { readonly totals: Readonly<Record<string, number>>; readonly bits: Uint8Array };
  free(): void;
};

/** A recipe with all its defaults, ready to start under any seed. */
export type Prepared = {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Keys that do not go together; what has any is not started. */
  readonly problems: readonly KeyProblem[];
  /** Names that claims may use: of points (`loss@end`) and of the whole run (`jitter`). */
  readonly measures: { readonly points: readonly string[]; readonly totals: readonly string[] };
  readonly span: Span;
  /** What a member needs while it trains, where its keys may make that much; asked only where there are no problems. */
  memory?(): MemoryUse;
  /** The looks that its runs have; without it, only the picture that the experiment draws of itself. */
  looks?(): readonly LookName[];
  examples(seed: number): Examples | null;
  /** The rows of a seed, where its dump has them. */
  tables?(seed: number): { readonly [part in 'train' | 'validation' | 'test']: Table | null };
  /** `make` makes the trainer, which may be one that somebody listens to. */
  start(seed: number, make?: typeof createTrainer): Experiment;
};

/** What the points of a run lie along where that is not training steps: layers, or ever larger models or matrices. */
export const axes = ['layer', 'degree', 'width', 'dimension'] as const;

export type Axis = (typeof axes)[number];

/** Length of a run, and of an epoch (0 where there are none), in training steps, or in what its points lie along instead. */
export type Span = { readonly steps: number; readonly stepsPerEpoch: number; readonly axis?: Axis };

/** One kind of experiment: the keys that its recipes may have, and what they come to. */
export type Kind = {
  readonly keys: readonly KeyName[];
  prepare(given: GivenKeys, words: Words['problem']): Prepared;
};

/** The steps at which a run is measured: about 200 even ones, the ends of epochs (at most 200 of them), the first and the last. */
export function isMeasured(step: number, { steps, stepsPerEpoch }: Span): boolean {
  if (step === steps) return true;
  const everyEpochs = stepsPerEpoch > 0 ? stepsPerEpoch * Math.ceil(steps / stepsPerEpoch / 200) : 0;
  return step % Math.max(1, Math.ceil(steps / 200)) === 0 || (everyEpochs > 0 && step % everyEpochs === 0);
}

/** The next step after `step` that is measured. */
export function nextMeasured(step: number, span: Span): number {
  let next = step + 1;
  while (!isMeasured(next, span)) next++;
  return next;
}
