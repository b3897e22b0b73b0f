import { isOptionNumber, type QuestionKind, readable, unreadable } from './kind.ts';

export type SpotKey = { readonly type: 'spot'; readonly option: number };

/** One line of several is wrong, and is to be found. */
export const spot: QuestionKind<SpotKey, number, { readonly correct: boolean }> = {
  options: 'lines',
  readKey: (raw, lineCount) =>
    isOptionNumber(raw, lineCount)
      ? readable({ type: 'spot', option: raw - 1 })
      : unreadable(`the answer must be the number of the line that is wrong, from 1 to ${lineCount}`),
  grade: (given, key) => ({ correct: given === key.option }),
};
