import type { Line } from '../../charts/drawing.ts';
import type { QuestionStep } from '../../content/lesson.ts';
import type { QuestionKey } from '../../questions/kinds.ts';
import type { AnsweringStage } from '../../session/answering.ts';
import { type Given, rightAnswer } from '../../session/given.ts';
import type { ItemProgress } from '../../session/progress.ts';
import type { Stage } from '../../session/stage.ts';
import { proseLines } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import type { Section } from '../sections.ts';
import { layField, type TextField } from '../text-field.ts';
import {
  type BlockSetting,
  hintSections,
  inlineLines,
  optionLines,
  signedText,
  titleSection,
} from './view.ts';

/** A question: what is asked, the options or the field, hints, and how the answer did. */
export function questionSections(
  step: QuestionStep,
  stage: Stage,
  item: ItemProgress,
  key: QuestionKey | null,
  field: TextField,
  setting: BlockSetting,
): readonly Section[] {
  const { words } = setting;
  const head: Section[] = [
    titleSection(words.question.titles[step.kind]),
    { lines: proseLines(step.ask, setting) },
  ];
  if (stage.type === 'answering') return [...head, ...openSections(step, stage, item, field, setting)];
  if (stage.type === 'settled' && key)
    return [...head, ...settledSections(step, stage.given, item, key, setting)];
  return head;
}

function openSections(
  step: QuestionStep,
  stage: AnsweringStage,
  item: ItemProgress,
  field: TextField,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const answer =
    step.kind === 'number' ? [fieldSection(field, setting)] : optionSections(step, stage, setting);
  const sections: Section[] = [...answer, ...hintSections(step.hints, item.hints, setting)];
  const { judged } = stage;
  if (judged) {
    const isUnread = judged.verdict.type === 'not-a-number';
    const text = isUnread ? words.question.notANumber : words.question.wrong;
    const why = typeof judged.given === 'number' ? (step.options[judged.given]?.why ?? null) : null;
    sections.push({
      lines: [
        ...signedText(theme.marks.wrong, isUnread ? 'warn' : 'bad', text, setting),
        ...(why ? inlineLines(why, { ...setting, width: setting.width - 2 }).map(indented) : []),
      ],
      mark: `judged:${item.tries.length}:${String(judged.given)}`,
    });
  } else if (item.outcome === 'skipped') {
    sections.push({ lines: [[{ text: words.question.skippedBefore, tone: 'muted' }]] });
  }
  return sections;
}

function optionSections(
  step: QuestionStep,
  stage: AnsweringStage,
  setting: BlockSetting,
): readonly Section[] {
  const { marks } = setting.theme;
  const order = step.kind === 'order' ? stage.options : step.options.map((_, i) => i);
  return order.map((option, place) => {
    const isUnderCursor = place === stage.cursor;
    const box =
      step.kind === 'multiple' ? (stage.options.includes(option) ? marks.chosen : marks.unchosen) : '';
    const isHeld = isUnderCursor && stage.isHolding;
    const wasWrong = step.kind === 'single' && stage.judged?.given === option && !isUnderCursor;
    const sign = isHeld
      ? { sign: { text: marks.held, tone: 'accent' as const } }
      : wasWrong
        ? { sign: { text: marks.wrong, tone: 'bad' as const } }
        : {};
    return {
      lines: optionLines(
        { number: place + 1, content: step.options[option]?.text ?? [], isUnderCursor, box, ...sign },
        setting,
      ),
      joined: place > 0,
      ...(isUnderCursor ? { mark: `cursor:${place}` } : {}),
    };
  });
}

function fieldSection(field: TextField, { words, width }: BlockSetting): Section {
  const label = `${words.question.typeNumber} `;
  const { lines, column, row } = layField(field, Math.max(8, width - 24));
  const [first = []] = lines;
  return {
    lines: [[{ text: label, tone: 'muted' }, ...first.map((span) => ({ ...span, bold: true }))]],
    cursor: { column: [...label].length + widerLetters(label) + column, row },
    mark: 'field',
  };
}

/** Options with signs, why each is right or wrong, and the explanation. */
function settledSections(
  step: QuestionStep,
  given: Given | null,
  item: ItemProgress,
  key: QuestionKey,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const isRight = item.outcome === 'right';
  const answer = rightAnswer(key, step);
  const verdict = isRight ? words.question.right : words.question.shown;
  // A right choice stands marked above; a number is said again, and so is what was shown.
  const isSaid = step.kind === 'number' || (!isRight && step.kind !== 'order');
  const value = isSaid ? ` ${answerText(isRight && given !== null ? given : answer, step)}` : '';
  return [
    ...judgedOptions(step, given, answer, setting),
    ...(isRight || step.kind !== 'order'
      ? [
          {
            lines: signedText(
              isRight ? theme.marks.right : theme.marks.shown,
              isRight ? 'good' : 'accent',
              verdict + value,
              setting,
            ),
            mark: `settled:${item.outcome}`,
          },
        ]
      : []),
    { lines: proseLines(step.explain, setting), mark: 'explain' },
    { lines: sourceLines(step.explain, setting, words.reader.sources) },
  ];
}

/** An answer as it would be given: a number, or the numbers of options. */
function answerText(answer: Given, { kind }: QuestionStep): string {
  if (kind === 'number') return String(answer);
  return [answer]
    .flat()
    .map((option) => Number(option) + 1)
    .join(', ');
}

function judgedOptions(
  step: QuestionStep,
  given: Given | null,
  answer: Given,
  setting: BlockSetting,
): readonly Section[] {
  if (step.kind === 'number') return [];
  const { marks } = setting.theme;
  const isIn = (list: Given | null, option: number) =>
    Array.isArray(list) ? list.includes(option) : list === option;
  return step.options.map((option, i) => {
    const isRight = step.kind === 'order' || isIn(answer, i);
    const wasChosen = step.kind !== 'order' && isIn(given, i);
    const sign = isRight
      ? { text: marks.right, tone: 'good' as const }
      : wasChosen
        ? { text: marks.wrong, tone: 'bad' as const }
        : { text: ' ', tone: 'muted' as const };
    const why =
      (isRight || wasChosen) && option.why
        ? inlineLines(option.why, { ...setting, width: setting.width - 5 })
        : [];
    return {
      lines: [
        ...optionLines({ number: i + 1, content: option.text, isUnderCursor: false, sign }, setting),
        ...why.map(
          (line): Line => [
            { text: '     ' },
            ...line.map((span) => (span.tone ? span : { ...span, tone: 'muted' as const })),
          ],
        ),
      ],
      joined: i > 0,
    };
  });
}

function indented(line: Line): Line {
  return [{ text: '  ' }, ...line];
}

function widerLetters(text: string): number {
  return [...text].filter((letter) => /[가-힣]/.test(letter)).length;
}
