import type { KeyReading, QuestionKind } from './kind.ts';
import { type MatchKey, match } from './match.ts';
import { type MultipleKey, multiple } from './multiple.ts';
import { type NumberKey, number } from './number.ts';
import { type OrderKey, order } from './order.ts';
import { type ShortKey, short } from './short.ts';
import { type SingleKey, single } from './single.ts';
import { type SpotKey, spot } from './spot.ts';
import { type TableKey, table } from './table.ts';

export type QuestionKey =
  | SingleKey
  | MultipleKey
  | NumberKey
  | OrderKey
  | MatchKey
  | ShortKey
  | TableKey
  | SpotKey;

export type QuestionType = QuestionKey['type'];

type AnyKind = Omit<QuestionKind<never, never, { readonly correct: boolean }>, 'readKey'> & {
  readonly readKey: (raw: unknown, optionCount: number) => KeyReading<QuestionKey>;
};

/** Every kind of question, under the name that a question block gives as its type. */
export const questionKinds = {
  single,
  multiple,
  number,
  order,
  match,
  short,
  table,
  spot,
} satisfies Record<QuestionType, AnyKind>;
