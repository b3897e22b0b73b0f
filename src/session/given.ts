import type { QuestionStep } from '../content/lesson.ts';
import type { QuestionKey } from '../questions/kinds.ts';
import { match } from '../questions/match.ts';
import { multiple } from '../questions/multiple.ts';
import { number } from '../questions/number.ts';
import { order } from '../questions/order.ts';
import { short } from '../questions/short.ts';
import { single } from '../questions/single.ts';
import { spot } from '../questions/spot.ts';
import { cellsOf, table } from '../questions/table.ts';

/** What a learner answers: an option, options, the partner of each option, or what was typed, in a table a line a cell. Options count from 0. */
export type Given = number | readonly number[] | string;

/** How an answer did, as far as the screen has to tell it apart. */
export type Verdict =
  | { readonly type: 'right' }
  | { readonly type: 'wrong' }
  /** What was typed is no number, which is not the same as a wrong one. */
  | { readonly type: 'not-a-number' };

/** Grades an answer by its key; an answer of the wrong shape is wrong. */
export function gradeGiven(given: Given, key: QuestionKey): Verdict {
  switch (key.type) {
    case 'single':
      return verdict(typeof given === 'number' && single.grade(given, key).correct);
    case 'multiple':
      return verdict(isOptions(given) && multiple.grade(given, key).correct);
    case 'order':
      return verdict(isOptions(given) && order.grade(given, key).correct);
    case 'match':
      return verdict(isOptions(given) && match.grade(given, key).correct);
    case 'spot':
      return verdict(typeof given === 'number' && spot.grade(given, key).correct);
    case 'short':
      return verdict(short.grade(String(given), key).correct);
    case 'table': {
      const { correct, values } = table.grade(cellsOf(String(given), key.cells.length), key);
      return values.includes(null) ? { type: 'not-a-number' } : verdict(correct);
    }
    case 'number': {
      const { correct, value } = number.grade(String(given), key);
      return value === null ? { type: 'not-a-number' } : verdict(correct);
    }
  }
}

/** The right answer in the shape in which one is given. */
export function rightAnswer(key: QuestionKey, step: QuestionStep): Given {
  switch (key.type) {
    case 'single':
    case 'spot':
      return key.option;
    case 'multiple':
      return key.options;
    case 'short':
      return key.accept[0] ?? '';
    case 'table':
      return key.cells.join('\n');
    case 'order':
    case 'match':
      return step.options.map((_, option) => option);
    case 'number':
      return `${key.value}${key.unit ?? ''}`;
  }
}

function verdict(isRight: boolean): Verdict {
  return { type: isRight ? 'right' : 'wrong' };
}

function isOptions(given: Given): given is readonly number[] {
  return typeof given === 'object';
}
