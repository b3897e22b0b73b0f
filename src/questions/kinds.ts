import type { KeyReading, QuestionKind } from './kind.ts';
import { type MultipleKey, multiple } from './multiple.ts';
import { type NumberKey, number } from './number.ts';
import { type OrderKey, order } from './order.ts';
import { type SingleKey, single } from './single.ts';

export type QuestionKey = SingleKey | MultipleKey | NumberKey | OrderKey;

export type QuestionType = QuestionKey['type'];

type AnyKind = Omit<QuestionKind<never, never, { readonly correct: boolean }>, 'readKey'> & {
  readonly readKey: (raw: unknown, optionCount: number) => KeyReading<QuestionKey>;
};

/** Every kind of question, under the name that a question block gives as its type. */
export const questionKinds = { single, multiple, number, order } satisfies Record<QuestionType, AnyKind>;
