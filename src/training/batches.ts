import type { TrainingPlan } from '../engine/plan.ts';
import type { Random } from '../engine/random.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';

/** The order in which rows are trained on: every epoch takes all rows once, in a new order; a batch never reaches into the next. */
export type Batches = {
  /** The batches of so many steps. */
  next(steps: number): Pick<TrainingPlan, 'order' | 'sizes'>;
  /** Batches that go on from here as these do, by themselves. */
  copy(): Batches;
  /** What a copy takes up in memory. */
  readonly bytes: number;
};

/** What keeps a run over so many rows from being cut into batches and epochs as its recipe says. */
export function batchProblems(
  given: GivenKeys,
  { batch, opt }: { readonly batch: number; readonly opt?: string },
  rows: number,
  words: Words['problem'],
): readonly KeyProblem[] {
  const isBoth = given.steps !== undefined && given.epochs !== undefined;
  const size =
    batch > rows
      ? words.batchTooLarge(batch, rows)
      : opt === 'gd' && batch !== rows
        ? words.gdTakesAll(batch, rows)
        : null;
  return [
    ...(size === null ? [] : [{ key: 'batch', message: size }]),
    ...(isBoth ? [{ key: 'epochs', message: words.stepsOrEpochs }] : []),
  ];
}

/** Where the batches of an epoch have come to. */
type Place = { readonly random: Random; readonly epoch: Int32Array; readonly at: number };

/** Batches from their start, before the first shuffle. */
export function createBatches(random: Random, rows: number, batch: number): Batches {
  const epoch = Int32Array.from({ length: rows }, (_, i) => i);
  return batchesFrom({ random, epoch, at: rows }, batch);
}

function batchesFrom(start: Place, batch: number): Batches {
  const { random } = start;
  let { epoch, at } = start;
  const rows = epoch.length;
  const isWhole = batch === rows;

  function next(steps: number) {
    const sizes = new Int32Array(steps).fill(batch);
    if (isWhole) return { order: 'all' as const, sizes };
    const order = new Int32Array(steps * batch);
    let filled = 0;
    for (let i = 0; i < steps; i++) {
      if (at >= rows) {
        // A new list: copies share the one of their epoch.
        epoch = epoch.slice();
        random.shuffle(epoch);
        at = 0;
      }
      sizes[i] = Math.min(batch, rows - at);
      order.set(epoch.subarray(at, at + sizes[i]!), filled);
      filled += sizes[i]!;
      at += sizes[i]!;
    }
    return { order: order.subarray(0, filled), sizes };
  }

  return {
    next,
    copy: () => batchesFrom({ random: random.copy(), epoch, at }, batch),
    bytes: isWhole ? 0 : epoch.byteLength,
  };
}
