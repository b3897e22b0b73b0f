import { isOptionNumber, type QuestionKind, readable, unreadable } from './kind.ts';

export type SingleKey = { readonly type: 'single'; readonly option: number };

/** One option is right. */
export const single: QuestionKind<SingleKey, number, { readonly correct: boolean }> = {
  options: 'explained',
  readKey: (raw, optionCount) =>
    isOptionNumber(raw, optionCount)
      ? readable({ type: 'single', option: raw - 1 })
      : unreadable(`the answer must be the number of the right option, from 1 to ${optionCount}`),
  grade: (given, key) => ({ correct: given === key.option }),
};
