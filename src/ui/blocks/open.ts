import type { Line } from '../../charts/drawing.ts';
import type { OpenStep } from '../../content/lesson.ts';
import type { ItemProgress } from '../../session/progress.ts';
import type { Stage } from '../../session/stage.ts';
import { piecesOf } from '../layout/inline.ts';
import { hanging, proseLines } from '../layout/prose.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { layField, type TextField } from '../text-field.ts';
import { type BlockSetting, optionLines, titleSection } from './view.ts';

/** An open question: a place to write, and afterwards a model answer and a list of points to tick. */
export function openSections(
  step: OpenStep,
  stage: Stage,
  item: ItemProgress,
  field: TextField,
  setting: BlockSetting,
): readonly Section[] {
  const head: Section[] = [
    titleSection(setting.words.open.title(step.minutes)),
    { lines: proseLines(step.ask, setting) },
  ];
  if (stage.type === 'comparing') return [...head, ...comparingSections(step, stage.cursor, item, setting)];
  return [...head, ...writingSections(field, setting)];
}

function writingSections(field: TextField, { theme, width, words }: BlockSetting): readonly Section[] {
  const { lines, column, row } = layField(field, width - 2);
  const bar = { text: `${theme.marks.bar} `, tone: 'accent' as const };
  const isEmpty = field.text === '';
  const shown = isEmpty ? wrap([{ text: words.open.placeholder, tone: 'muted' }], width - 2) : lines;
  return shown.map((line, i) => ({
    lines: [[bar, ...line]],
    joined: i > 0,
    ...(i === row ? { cursor: { column: column + 2, row: 0 }, mark: `field:${row}` } : {}),
  }));
}

function comparingSections(
  step: OpenStep,
  cursor: number,
  item: ItemProgress,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme, width } = setting;
  const yours =
    item.text === ''
      ? []
      : [label(words.open.yours), { lines: wrap([{ text: item.text, tone: 'muted' }], width), joined: true }];
  const list = (
    title: string,
    items: OpenStep['weak'],
    sign: string,
    tone: 'bad' | 'accent',
  ): readonly Section[] =>
    items.length === 0
      ? []
      : [
          label(title),
          ...items.map((each) => ({
            lines: hanging({ text: sign, tone }, piecesOf(each, theme, setting), width),
            joined: true,
          })),
        ];
  return [
    ...yours,
    { ...label(words.open.model), mark: 'model' },
    { lines: proseLines(step.model, setting), joined: true },
    label(`${words.open.rubric}  ${words.open.score(item.ticked.length, step.rubric.length)}`),
    ...step.rubric.map((content, i) => ({
      lines: optionLines(
        {
          number: i + 1,
          content,
          isUnderCursor: i === cursor,
          box: item.ticked.includes(i) ? theme.marks.chosen : theme.marks.unchosen,
        },
        setting,
      ),
      joined: true,
      ...(i === cursor ? { mark: `cursor:${i}` } : {}),
    })),
    ...list(words.open.weak, step.weak, theme.marks.wrong, 'bad'),
    ...list(words.open.followups, step.followups, theme.marks.bullet, 'accent'),
  ];
}

function label(text: string): Section & { readonly lines: readonly Line[] } {
  return { lines: [[{ text, tone: 'accent', bold: true }]] };
}
