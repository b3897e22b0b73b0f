import { type QuestionKind, readable, unreadable } from './kind.ts';

export type MatchKey = { readonly type: 'match' };

/** For each option, whether what was put beside it belongs there. */
export type MatchGrade = { readonly correct: boolean; readonly places: readonly boolean[] };

/** Every option has one partner; the pairs stand in the file as they are right, so an answer, which is the partner beside each option, is right when it counts up from 0. */
export const match: QuestionKind<MatchKey, readonly number[], MatchGrade> = {
  options: 'pairs',
  readKey: (raw) =>
    raw === 'match'
      ? readable({ type: 'match' })
      : unreadable('the answer must be the word match: the pairs stand in the text as they are right'),
  grade: (given, _key) => {
    const places = given.map((partner, option) => partner === option);
    return { correct: places.length > 0 && places.every(Boolean), places };
  },
};
