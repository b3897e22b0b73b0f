import { takeRows } from '../data/samples.ts';
import type { Table } from '../engine/table.ts';
import type { Trainer } from '../engine/trainer.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import type { KeyRule } from './recipe-keys.ts';

/** The keys that say how a trained network answers the test rows: for good, or by mistake as in training. */
export const answerRules = {
  mode: { type: 'choice', of: ['eval', 'train'] },
  test_batch: { type: 'whole', from: 1, to: 100_000 },
  test_order: { type: 'choice', of: ['mixed', 'sorted'] },
} as const satisfies Record<string, KeyRule>;

/** Names of those keys, in the order in which forms show them. */
export const answerKeys = Object.keys(answerRules) as (keyof typeof answerRules)[];

/** The values of those keys; null where a key was not given. */
export type AnswerSettings = {
  readonly mode: 'eval' | 'train' | null;
  readonly test_batch: number | null;
  readonly test_order: 'mixed' | 'sorted' | null;
};

/** The settings that a recipe gives, the others null. */
export function answerSettings(given: GivenKeys): AnswerSettings {
  return Object.fromEntries(answerKeys.map((key) => [key, given[key] ?? null])) as AnswerSettings;
}

/** Keys that do not go with the rest of their recipe. */
export function answerProblems(
  given: GivenKeys,
  { mode, test }: AnswerSettings & { readonly test: number },
  words: Words['problem'],
): readonly KeyProblem[] {
  const needTest = given.mode !== undefined && test === 0;
  const idle = (['test_batch', 'test_order'] as const).filter(
    (key) => given[key] !== undefined && mode !== 'train',
  );
  return [
    ...(needTest ? [{ key: 'mode', message: words.onlyWith('mode', 'test', 'test 0') }] : []),
    ...idle.map((key) => ({ key, message: words.onlyWith(key, 'mode train', `mode ${mode ?? 'eval'}`) })),
  ];
}

/** Loss and right answers on a table whose rows are answered as in training, batch after batch: what they come to depends on who stands beside whom. */
export function answerInBatches(trainer: Trainer, table: Table, settings: AnswerSettings) {
  const sums = { loss: 0, correct: 0 };
  for (const batch of batchesOf(table, settings)) {
    const { loss, correct } = trainer.evaluate(batch, { mode: 'train' });
    sums.loss += loss * batch.rows;
    sums.correct += correct ?? 0;
  }
  return { loss: sums.loss / table.rows, correct: sums.correct };
}

/** How many different answers all rows of a table are given in that way: the class of the largest output, or the side of 0 of a single one. */
export function distinctAnswers(
  trainer: Trainer,
  table: Table,
  lastLayer: number,
  settings: AnswerSettings,
): number {
  const answers = new Set<number>();
  for (const { inputs, rows } of batchesOf(table, settings)) {
    const outputs = trainer.outputsAt(lastLayer, inputs, rows, { mode: 'train' });
    const width = outputs.length / rows;
    for (let row = 0; row < rows; row++) {
      const own = outputs.subarray(row * width, (row + 1) * width);
      answers.add(width === 1 ? Number(own[0]! > 0) : own.indexOf(Math.max(...own)));
    }
  }
  return answers.size;
}

/** Usual size of a batch that is answered, where none is given. */
const USUAL_BATCH = 32;

function batchesOf(table: Table, { test_batch, test_order }: AnswerSettings): readonly Table[] {
  const { rows } = table;
  const size = test_batch ?? USUAL_BATCH;
  const order = Array.from({ length: rows }, (_, i) => i);
  if (test_order === 'sorted') order.sort((a, b) => table.targets[a]! - table.targets[b]! || a - b);
  return Array.from({ length: Math.ceil(rows / size) }, (_, batch) => {
    const own = Int32Array.from(order.slice(batch * size, (batch + 1) * size));
    return takeRows({ ...table, unit: 1 }, own);
  });
}
