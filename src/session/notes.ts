import type { Inline, Lesson, LessonText, OpenStep, ProseBlock } from '../content/lesson.ts';
import { plainBlock, plainText } from '../content/plain-text.ts';
import type { Language, Words } from '../i18n/languages.ts';
import { missedIn } from './missed.ts';
import { emptyItem, emptyLesson, entryOf, type ItemProgress, type Progress } from './progress.ts';

/** What a learner takes along from a lesson, as Markdown: its summary, what was missed, and the answers in own words. */
export function notesOf(
  lesson: Lesson,
  progress: Progress,
  language: Language,
  words: Words['screen']['notes'],
): string {
  const text = lesson.text[language];
  const { items } = entryOf(progress.lessons, lesson.id) ?? emptyLesson;
  const missed = missedIn(lesson, progress, language).map(
    ({ asked, evidence, outcome }) =>
      `- **${asked}** (${words.outcomes[outcome]})${evidence === '' ? '' : `\n  ${evidence}`}`,
  );
  const open = text.steps.flatMap((step) =>
    step.type === 'open' ? openNotes(step, entryOf(items, step.id) ?? emptyItem, words) : [],
  );
  return `${[
    `# ${text.title}`,
    ...summaryOf(text),
    ...section(words.missed, missed),
    ...section(words.ownWords, open),
  ].join('\n\n')}\n`;
}

function section(title: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

/** The list in which a lesson sums itself up: the last one whose heading is of the second depth. */
function summaryOf({ steps }: LessonText): readonly string[] {
  const blocks = steps.flatMap((step) => (step.type === 'prose' ? step.blocks : []));
  const heading = blocks.findLastIndex((block) => block.type === 'heading' && block.depth <= 2);
  const list = blocks.slice(heading).find((block) => block.type === 'list');
  const title = blocks[heading];
  if (!title || !list || list.type !== 'list') return [];
  return [`## ${plainBlock(title)}`, list.items.map((item) => `- ${plainText(item)}`).join('\n')];
}

function openNotes(step: OpenStep, item: ItemProgress, words: Words['screen']['notes']): readonly string[] {
  if (item.text === '') return [];
  const ticks = step.rubric.map(
    (point: readonly Inline[], i) => `- [${item.ticked.includes(i) ? 'x' : ' '}] ${plainText(point)}`,
  );
  return [
    `### ${textOf(step.ask)}`,
    item.text.replace(/^/gm, '> '),
    ticks.join('\n'),
    `**${words.model}** ${textOf(step.model)}`,
  ];
}

function textOf(blocks: readonly ProseBlock[]): string {
  return blocks.map(plainBlock).join('\n\n');
}
