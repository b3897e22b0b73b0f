import { isOptionNumber, type KeyProblem, type QuestionKind, readable, unreadable } from './kind.ts';

export type MultipleKey = { readonly type: 'multiple'; readonly options: readonly number[] };

/** Which options were left out and which were chosen in error, in the order of the options. */
export type MultipleGrade = {
  readonly correct: boolean;
  readonly missed: readonly number[];
  readonly wrong: readonly number[];
};

/** Any number of options is right; all of them and no other must be chosen. */
export const multiple: QuestionKind<MultipleKey, readonly number[], MultipleGrade> = {
  options: 'explained',
  readKey: (raw, optionCount) => {
    if (!Array.isArray(raw) || raw.length === 0)
      return unreadable('the answer must be the list of the right options, such as [1, 3]');
    const problems = raw.flatMap((each, i) => problemOf(each, i, raw, optionCount));
    if (problems.length > 0) return { value: null, problems };
    const options = raw.map((each) => Number(each) - 1).sort((a, b) => a - b);
    return readable({ type: 'multiple', options });
  },
  grade: (given, key) => {
    const missed = key.options.filter((option) => !given.includes(option));
    const wrong = [...new Set(given)].filter((option) => !key.options.includes(option)).sort((a, b) => a - b);
    return { correct: missed.length + wrong.length === 0, missed, wrong };
  },
};

function problemOf(each: unknown, index: number, all: readonly unknown[], optionCount: number): KeyProblem[] {
  if (!isOptionNumber(each, optionCount))
    return [
      { path: [index], message: `${writtenOf(each)} is no option; options count from 1 to ${optionCount}` },
    ];
  if (all.indexOf(each) < index)
    return [{ path: [index], message: `option ${each} stands here twice; name it once` }];
  return [];
}

/** A value as a message can show it: a record may not know how to be a text. */
function writtenOf(raw: unknown): string {
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
}
