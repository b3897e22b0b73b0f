import type { Lesson, ProseBlock, Step } from '../content/lesson.ts';
import { plainBlock } from '../content/plain-text.ts';
import type { Language } from '../i18n/languages.ts';
import { emptyLesson, entryOf, type Outcome, type Progress } from './progress.ts';

/** A step that did not go right: where it stands, what it asked, and what shows how it is. */
export type Missed = {
  readonly step: string;
  readonly outcome: Extract<Outcome, 'wrong' | 'shown' | 'skipped'>;
  readonly asked: string;
  /** What the run showed, or the explanation; nothing for an open question. */
  readonly evidence: string;
};

/** What was answered wrongly, looked up or skipped in a lesson, in its order. */
export function missedIn(lesson: Lesson, progress: Progress, language: Language): readonly Missed[] {
  const { items } = entryOf(progress.lessons, lesson.id) ?? emptyLesson;
  return lesson.text[language].steps.flatMap((step): Missed[] => {
    const outcome = entryOf(items, step.id)?.outcome;
    if (outcome !== 'wrong' && outcome !== 'shown' && outcome !== 'skipped') return [];
    const { asked, evidence } = saidBy(step);
    return asked === '' ? [] : [{ step: step.id, outcome, asked, evidence }];
  });
}

function saidBy(step: Step): { readonly asked: string; readonly evidence: string } {
  switch (step.type) {
    case 'predict':
      return { asked: textOf(step.ask), evidence: textOf(step.seen) };
    case 'question':
      return { asked: textOf(step.ask), evidence: textOf(step.explain) };
    case 'lab':
      return { asked: textOf(step.story), evidence: textOf(step.seen) };
    case 'trace':
      return { asked: textOf(step.intro), evidence: textOf(step.seen) };
    case 'open':
      return { asked: textOf(step.ask), evidence: '' };
    default:
      return { asked: '', evidence: '' };
  }
}

function textOf(blocks: readonly ProseBlock[]): string {
  return blocks.map(plainBlock).join(' ').replace(/\s+/g, ' ');
}
