import type { Line } from '../../charts/drawing.ts';
import { lineWidth } from '../../charts/spans.ts';
import type { Inline, QuestionStep } from '../../content/lesson.ts';
import type { AnsweringStage } from '../../session/answering.ts';
import type { Given } from '../../session/given.ts';
import { piecesOf } from '../layout/inline.ts';
import { beside, GAP } from '../layout/table.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { type BlockSetting, inlineLines, optionLines } from './view.ts';

type Sign = { readonly text: string; readonly tone: 'good' | 'bad' | 'accent' | 'muted' };

/** Options that wait for a choice: to be pointed at, marked, or carried. */
export function openOptions(
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
    const isChoice = step.kind === 'single' || step.kind === 'spot';
    const wasWrong = isChoice && stage.judged?.given === option && !isUnderCursor;
    const sign: Sign | null = isHeld
      ? { text: marks.held, tone: 'accent' }
      : wasWrong
        ? { text: marks.wrong, tone: 'bad' }
        : null;
    const row = {
      number: place + 1,
      content: step.options[option]?.text ?? [],
      isUnderCursor,
      box,
      ...(sign ? { sign } : {}),
    };
    return {
      lines: step.partners
        ? pairLines(row, step.partners[stage.options[place] ?? 0] ?? [], step, setting)
        : optionLines(row, setting),
      joined: place > 0,
      ...(isUnderCursor ? { mark: `cursor:${place}` } : {}),
    };
  });
}

/** Options with signs, and why each that matters is right or wrong. */
export function judgedOptions(
  step: QuestionStep,
  given: Given | null,
  answer: Given,
  setting: BlockSetting,
): readonly Section[] {
  const isIn = (list: Given | null, option: number) =>
    Array.isArray(list) ? list.includes(option) : list === option;
  const isWhole = step.kind === 'order' || step.kind === 'match';
  return step.options.map((option, i) => {
    const isRight = isWhole || isIn(answer, i);
    const wasChosen = !isWhole && isIn(given, i);
    const row = {
      number: i + 1,
      content: option.text,
      isUnderCursor: false,
      sign: signOf(step, isRight, wasChosen, setting),
    };
    const why =
      (isRight || wasChosen) && option.why
        ? inlineLines(option.why, { ...setting, width: setting.width - 5 })
        : [];
    const partner = step.partners?.[i];
    return {
      lines: [
        ...(partner ? pairLines(row, partner, step, setting) : optionLines(row, setting)),
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

/** The line to be found is the one that is wrong, and is marked so. */
function signOf({ kind }: QuestionStep, isRight: boolean, wasChosen: boolean, { theme }: BlockSetting): Sign {
  if (kind === 'spot')
    return isRight ? { text: theme.marks.wrong, tone: 'bad' } : { text: ' ', tone: 'muted' };
  if (isRight) return { text: theme.marks.right, tone: 'good' };
  return wasChosen ? { text: theme.marks.wrong, tone: 'bad' } : { text: ' ', tone: 'muted' };
}

/** Below this, a partner stands under its option and not beside it. */
const LEAST_BESIDE = 56;

/** An option and what stands beside it, which alone moves with the cursor. */
function pairLines(
  row: Parameters<typeof optionLines>[0],
  partner: readonly Inline[],
  { options }: QuestionStep,
  setting: BlockSetting,
): readonly Line[] {
  const { theme, width } = setting;
  const { isUnderCursor } = row;
  const bar = { text: `${theme.marks.bar} `, tone: isUnderCursor ? ('accent' as const) : ('axis' as const) };
  const style = isUnderCursor ? ({ tone: 'accent', bold: true } as const) : {};
  const pieces = piecesOf(partner, theme, setting, style);
  const behindBar = (room: number) => wrap(pieces, room - 2).map((line): Line => [bar, ...line]);
  if (width < LEAST_BESIDE)
    return [
      ...optionLines(row, setting),
      ...behindBar(width - 6).map((line): Line => [{ text: '      ' }, ...line]),
    ];
  const widest = Math.max(...options.map(({ text }) => lineWidth(piecesOf(text, theme, setting))));
  const left = Math.min(widest + OPTION_LEAD, Math.floor((width - GAP) / 2));
  const right = width - left - GAP;
  return beside([optionLines(row, { ...setting, width: left }), behindBar(right)], [left, right]);
}

/** Cells before the text of an option: its sign, its number and the blanks between. */
const OPTION_LEAD = 5;
