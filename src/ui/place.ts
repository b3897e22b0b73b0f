import type { Lesson } from '../content/lesson.ts';
import type { Language } from '../i18n/languages.ts';
import type { Progress } from '../session/progress.ts';
import { sliceEnd } from '../session/slice.ts';

/** Where the learner is in the program. */
export type Place =
  | { readonly type: 'language' }
  | { readonly type: 'map'; readonly isAfterPiece?: boolean }
  | { readonly type: 'lesson'; readonly lesson: string; readonly visit: number; readonly until?: number }
  | { readonly type: 'summary'; readonly lesson: string };

type Opening = {
  readonly progress: Progress;
  /** Asked for on the command line. */
  readonly startAt?: string | undefined;
  readonly language?: Language | undefined;
};

/** Where the program opens: what was asked for, then a lesson that was left in the middle, then the map. */
export function firstPlace({ progress, startAt, language }: Opening): Place {
  if (startAt !== undefined) return { type: 'lesson', lesson: startAt, visit: 0 };
  if (progress.language === null && language === undefined) return { type: 'language' };
  const last = progress.lesson === null ? undefined : progress.lessons[progress.lesson];
  return progress.lesson !== null && last && last.finishedAt === null
    ? { type: 'lesson', lesson: progress.lesson, visit: 0 }
    : { type: 'map' };
}

const PIECE_MINUTES = 5;

/** Where a piece ends that begins where the learner is in a lesson. */
export function pieceOf(lesson: Lesson, progress: Progress): number {
  const step = progress.lessons[lesson.id]?.place?.step;
  const at = lesson.text.en.steps.findIndex(({ id }) => id === step);
  return sliceEnd(lesson, Math.max(0, at), PIECE_MINUTES);
}
