import type { QuestionStep } from '../../content/lesson.ts';
import type { QuestionKey } from '../../questions/kinds.ts';
import { shownForm } from '../../questions/short.ts';
import { cellsOf, table } from '../../questions/table.ts';
import type { AnsweringStage } from '../../session/answering.ts';
import { type Given, rightAnswer } from '../../session/given.ts';
import type { ItemProgress } from '../../session/progress.ts';
import type { Stage } from '../../session/stage.ts';
import { proseLines } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import type { TextField } from '../text-field.ts';
import { fieldSections } from './field.ts';
import { judgedOptions, openOptions } from './question-options.ts';
import { cellName, openTable, rightTable } from './question-table.ts';
import { type BlockSetting, hintSections, inlineLines, signedText, titleSection } from './view.ts';

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
  if (!key) return head;
  if (stage.type === 'answering')
    return [
      ...head,
      ...answerSections(step, stage, key, field, setting),
      ...hintSections(step.hints, item.hints, setting),
      ...judgedSections(step, stage, key, item, setting),
    ];
  if (stage.type === 'settled') return [...head, ...settledSections(step, stage.given, item, key, setting)];
  return head;
}

function answerSections(
  step: QuestionStep,
  stage: AnsweringStage,
  key: QuestionKey,
  field: TextField,
  setting: BlockSetting,
): readonly Section[] {
  const { question } = setting.words;
  switch (key.type) {
    case 'number':
      return fieldSections(question.typeNumber, field, setting);
    case 'short':
      return fieldSections(question.typeShort, field, setting);
    case 'table':
      return [
        openTable(step, stage, key, setting),
        ...fieldSections(`${cellName(step, stage.cursor)}:`, field, setting),
      ];
    default:
      return openOptions(step, stage, setting);
  }
}

/** How the last answer did. */
function judgedSections(
  step: QuestionStep,
  { judged }: AnsweringStage,
  key: QuestionKey,
  item: ItemProgress,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  if (!judged)
    return item.outcome === 'skipped'
      ? [{ lines: wrap([{ text: words.question.skippedBefore, tone: 'muted' }], setting.width) }]
      : [];
  const isUnread = judged.verdict.type === 'not-a-number';
  const wrong = step.kind === 'short' ? words.question.wrongTyped : words.question.wrong;
  const places = placesOf(judged.given, key);
  const counted = places
    ? `${words.question.inPlace(places.filter(Boolean).length, places.length)} ${wrong}`
    : wrong;
  const why = typeof judged.given === 'number' ? (step.options[judged.given]?.why ?? null) : null;
  return [
    {
      lines: [
        ...signedText(
          theme.marks.wrong,
          isUnread ? 'warn' : 'bad',
          isUnread ? words.question.notANumber : counted,
          setting,
        ),
        ...(why
          ? inlineLines(why, { ...setting, width: setting.width - 2 }).map((line) => [
              { text: '  ' },
              ...line,
            ])
          : []),
      ],
      mark: `judged:${item.tries.length}:${String(judged.given)}`,
    },
  ];
}

/** Of an answer that is made of parts, which of them are right. */
function placesOf(given: Given, key: QuestionKey): readonly boolean[] | null {
  if (key.type === 'table') return table.grade(cellsOf(String(given), key.cells.length), key).places;
  if ((key.type === 'order' || key.type === 'match') && typeof given === 'object')
    return given.map((option, place) => option === place);
  return null;
}

/** The answer with its signs and reasons, and the explanation. */
function settledSections(
  step: QuestionStep,
  given: Given | null,
  item: ItemProgress,
  key: QuestionKey,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const isRight = item.outcome === 'right';
  const isWhole = key.type === 'order' || key.type === 'match' || key.type === 'table';
  const value = saidAnswer(step, isRight ? given : null, key, isRight, setting);
  const verdict = isRight ? words.question.right : words.question.shown;
  return [
    ...(key.type === 'table'
      ? [rightTable(step, key, setting)]
      : judgedOptions(step, given, rightAnswer(key, step), setting)),
    ...(isRight || !isWhole
      ? [
          {
            lines: signedText(
              isRight ? theme.marks.right : theme.marks.shown,
              isRight ? 'good' : 'accent',
              [verdict, value].filter(Boolean).join(' '),
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

/** What was typed is said again, and so is what was only shown: numbers of options. A right choice stands marked above. */
function saidAnswer(
  step: QuestionStep,
  given: Given | null,
  key: QuestionKey,
  isRight: boolean,
  { language }: BlockSetting,
): string {
  switch (key.type) {
    case 'number':
      return String(given ?? rightAnswer(key, step));
    case 'short':
      return String(given ?? shownForm(key, language === 'ko'));
    case 'single':
    case 'spot':
      return isRight ? '' : `${key.option + 1}`;
    case 'multiple':
      return isRight ? '' : key.options.map((option) => option + 1).join(', ');
    default:
      return '';
  }
}
