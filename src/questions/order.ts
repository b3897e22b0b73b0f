import { type QuestionKind, readable, unreadable } from './kind.ts';

export type OrderKey = { readonly type: 'order' };

/** For each place, whether the right option stands on it. */
export type OrderGrade = { readonly correct: boolean; readonly places: readonly boolean[] };

/** Options are put in order; they stand in the file in the right one, so an answer, which is all of them in the learner's order, is right when it counts up from 0. */
export const order: QuestionKind<OrderKey, readonly number[], OrderGrade> = {
  options: 'plain',
  readKey: (raw) =>
    raw === 'order'
      ? readable({ type: 'order' })
      : unreadable('the answer must be the word order: the options stand in the text in the right order'),
  grade: (given, _key) => {
    const places = given.map((option, place) => option === place);
    return { correct: places.length > 0 && places.every(Boolean), places };
  },
};

/** The order in which options are shown: the same for the same item, everywhere, and never the right one. */
export function shuffledOrder(itemId: string, optionCount: number): readonly number[] {
  const options = Array.from({ length: optionCount }, (_, i) => i);
  let state = hash(itemId);
  for (let last = optionCount - 1; last > 0; last--) {
    state = scramble(state);
    const other = state % (last + 1);
    [options[last], options[other]] = [options[other] ?? 0, options[last] ?? 0];
  }
  const isInOrder = options.every((option, place) => option === place);
  return isInOrder ? [...options.slice(1), ...options.slice(0, 1)] : options;
}

/** FNV-1a */
function hash(text: string): number {
  return (
    [...text].reduce(
      (h, character) => Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193),
      0x811c9dc5,
    ) >>> 0
  );
}

/** One step of mulberry32 */
function scramble(state: number): number {
  const a = (state + 0x6d2b79f5) >>> 0;
  const b = Math.imul(a ^ (a >>> 15), a | 1);
  const c = b ^ (b + Math.imul(b ^ (b >>> 7), b | 61));
  return (c ^ (c >>> 14)) >>> 0;
}
