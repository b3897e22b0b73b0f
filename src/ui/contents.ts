import type { ProseBlock, Step } from '../content/lesson.ts';
import { plainBlock, plainText } from '../content/plain-text.ts';
import type { Language, Words } from '../i18n/languages.ts';
import type { Walk } from '../session/lesson-walk.ts';
import { entryOf, type Outcome } from '../session/progress.ts';

/** One line of the contents of a lesson: a heading, or what a step asks. */
export type ContentsEntry = {
  readonly index: number;
  readonly block: number;
  /** 0 and 1 are headings, 2 is a step below them. */
  readonly depth: number;
  readonly text: string;
  /** How it came out; null where nothing is asked. */
  readonly outcome: Outcome | null;
};

/** The contents of a lesson in their order, with what came of each step so far. */
export function contentsOf(
  { lesson, items }: Walk,
  language: Language,
  words: Words['screen']['contents'],
): readonly ContentsEntry[] {
  return lesson.text[language].steps.flatMap((step: Step, index): ContentsEntry[] => {
    if (step.type === 'prose')
      return step.blocks.flatMap((block, i) =>
        block.type === 'heading'
          ? [
              {
                index,
                block: i,
                depth: block.depth <= 2 ? 0 : 1,
                text: plainText(block.content),
                outcome: null,
              },
            ]
          : [],
      );
    const outcome = step.type === 'correction' ? null : (entryOf(items, step.id)?.outcome ?? 'open');
    return [{ index, block: 0, depth: 2, text: `${words.kinds[step.type]}: ${saidFirst(step)}`, outcome }];
  });
}

/** The first words of a step. */
function saidFirst(step: Exclude<Step, { type: 'prose' }>): string {
  switch (step.type) {
    case 'correction':
      return plainText(step.note);
    case 'run':
      return firstOf(step.watch);
    case 'lab':
      return firstOf(step.story);
    case 'trace':
      return firstOf(step.intro);
    default:
      return firstOf(step.ask);
  }
}

function firstOf(blocks: readonly ProseBlock[]): string {
  return blocks[0] ? plainBlock(blocks[0]) : '';
}
