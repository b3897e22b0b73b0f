import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import type { TraceStep } from '../../content/lesson.ts';
import type { ItemProgress } from '../../session/progress.ts';
import { numberAt, openBlankAt, type TraceStage } from '../../session/tracing.ts';
import { unitName } from '../../training/trace/desk.ts';
import { formulaText, type Named, numbersText, type Terms, writeNumber } from '../../training/trace/terms.ts';
import type { TraceNumber, Walkthrough } from '../../training/trace/trace.ts';
import { hanging, proseLines } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import { type Piece, wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import type { TextField } from '../text-field.ts';
import { fieldSections } from './field.ts';
import { networkLines } from './trace-network.ts';
import { type BlockSetting, inlineLines, signedText, titleSection } from './view.ts';

/** A place of a trace: what the step starts from, one of its numbers beside the network, or what closes it; `rows` are those of the screen. */
export function traceSections(
  step: TraceStep,
  stage: TraceStage,
  item: ItemProgress,
  walkthrough: Walkthrough,
  field: TextField,
  rows: number,
  setting: BlockSetting,
): readonly Section[] {
  const { words } = setting;
  const number = numberAt(walkthrough, stage.place);
  if (!number)
    return [
      titleSection(words.trace.title),
      ...(stage.place === 0 ? startSections(step, walkthrough, setting) : endSections(step, item, setting)),
    ];
  const isOpen = openBlankAt(walkthrough, stage.place, item) !== null;
  const { numbers } = walkthrough.trace;
  const known = numbers.slice(0, stage.place - (isOpen ? 1 : 0));
  const network: Section = {
    lines: networkLines(walkthrough.trace, known, number, setting.width, setting.theme),
  };
  const told: readonly Section[] = [
    {
      lines: [
        ...wrap(
          [{ text: words.trace.kinds[number.kind](subjectOf(number, walkthrough)), bold: true }],
          setting.width,
        ),
        ...equation(number, number.name, [{ text: formulaText(number.formula) }], setting),
        ...(isOpen ? knownLines(number.formula, setting) : settledLines(number, setting)),
      ],
      mark: `number:${stage.place}`,
    },
    ...(isOpen
      ? openSections(step, stage, number, item, field, setting)
      : outcomeSections(number, item, setting)),
  ];
  // In a low window a large network does not push the number out of sight.
  const isFirst = network.lines.length <= rows / 3;
  return [
    titleSection(words.trace.place(words.trace.phases[number.phase], stage.place, numbers.length)),
    ...(isFirst ? [network, ...told] : [...told, network]),
  ];
}

/** The unit or the weight that a number belongs to, by name. */
function subjectOf({ kind, name, at }: TraceNumber, { trace }: Walkthrough): string {
  if (kind === 'slope') return name.replace('∂L/∂', '');
  if (kind === 'new') return name.replace('′', '');
  return at ? unitName(trace.widths, at) : '';
}

function startSections(step: TraceStep, walkthrough: Walkthrough, setting: BlockSetting): readonly Section[] {
  const { words, width, theme } = setting;
  const { trace, blanks } = walkthrough;
  const lists = [...trace.given.rows, ...trace.given.weights];
  return [
    { lines: proseLines(step.intro, setting) },
    { lines: networkLines(trace, [], null, width, theme) },
    {
      lines: [
        ...wrap([{ text: words.trace.start, bold: true }], width),
        ...lists.flatMap((list) => indented([{ text: list.map(said).join(', ') }], width)),
      ],
    },
    { lines: wrap([{ text: words.trace.left(blanks.length), tone: 'muted' }], width) },
  ];
}

function endSections(step: TraceStep, { outcome }: ItemProgress, setting: BlockSetting): readonly Section[] {
  const { words, theme } = setting;
  const isFilled = outcome === 'right' || outcome === 'shown';
  return [
    ...(isFilled
      ? [{ lines: signedText(theme.marks.right, 'good', words.trace.filled, setting), mark: 'filled' }]
      : []),
    { lines: proseLines(step.seen, setting), mark: 'seen' },
    { lines: sourceLines(step.seen, setting, words.reader.sources) },
  ];
}

/** The numbers that a blank is made of, each once. */
function knownLines(formula: Terms, { words, width }: BlockSetting): readonly Line[] {
  const parts = formula.filter((part): part is Named => typeof part !== 'string');
  const distinct = parts.filter(({ name }, i) => parts.findIndex((other) => other.name === name) === i);
  if (distinct.length === 0) return [];
  return indented([{ text: `${words.trace.known} ${distinct.map(said).join(', ')}`, tone: 'muted' }], width);
}

/** The formula with its numbers, what it comes to, and what was measured beside it. */
function settledLines(number: TraceNumber, setting: BlockSetting): readonly Line[] {
  const { formula, value, difference } = number;
  const put = numbersText(formula);
  const result = writeNumber(value);
  return [
    ...(put === formulaText(formula) || put === result ? [] : equation(number, '', [{ text: put }], setting)),
    ...equation(number, '', [{ text: result, bold: true }], setting),
    ...(difference === null ? [] : differenceLines(value, difference, setting)),
  ];
}

function differenceLines(value: number, difference: number, { words, width }: BlockSetting): readonly Line[] {
  const measured = difference
    .toFixed(6)
    .replace(/^-(0\.0+)$/, '$1')
    .replaceAll('-', '−');
  const apart = Math.abs(value - difference)
    .toExponential(0)
    .replaceAll('-', '−');
  const text = words.trace.difference(measured, apart === '0e+0' ? '0' : apart);
  return indented([{ text, tone: 'good' }], width);
}

function openSections(
  step: TraceStep,
  stage: TraceStage,
  number: TraceNumber,
  item: ItemProgress,
  field: TextField,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const hint = step.hints[number.id];
  const isUnread = stage.judged === 'not-a-number';
  return [
    ...fieldSections(`${number.name} =`, field, setting),
    ...(stage.hints > 0
      ? [
          {
            lines: hanging(
              { text: words.question.hint(1, hint ? 2 : 1), tone: 'warn' },
              [{ text: `${words.trace.putIn} ${numbersText(number.formula)}` }],
              setting.width,
            ),
            mark: 'hint:0',
          },
        ]
      : []),
    ...(stage.hints > 1 && hint
      ? [
          {
            lines: [
              ...wrap([{ text: words.question.hint(2, 2), tone: 'warn' }], setting.width),
              ...inlineLines(hint, setting),
            ],
            joined: true,
            mark: 'hint:1',
          },
        ]
      : []),
    ...(stage.judged
      ? [
          {
            lines: signedText(
              theme.marks.wrong,
              isUnread ? 'warn' : 'bad',
              isUnread ? words.question.notANumber : words.trace.wrong,
              setting,
            ),
            mark: `judged:${item.tries.length}`,
          },
        ]
      : []),
  ];
}

/** How a number came out that the learner has filled in. */
function outcomeSections(
  { id, value }: TraceNumber,
  { blanks }: ItemProgress,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const outcome = blanks?.[id];
  if (outcome === 'right')
    return [
      { lines: signedText(theme.marks.right, 'good', words.question.right, setting), mark: `right:${id}` },
    ];
  if (outcome === 'shown')
    return [
      {
        lines: signedText(
          theme.marks.shown,
          'accent',
          `${words.question.shown} ${writeNumber(value)}`,
          setting,
        ),
        mark: `shown:${id}`,
      },
    ];
  return [];
}

/** One line of an equation; their signs stand below each other. */
function equation(
  { name }: TraceNumber,
  left: string,
  right: readonly Piece[],
  { width }: BlockSetting,
): readonly Line[] {
  const gap = ' '.repeat(textWidth(name) - textWidth(left));
  return hanging({ text: `  ${left}${gap} =` }, right, width);
}

function indented(pieces: readonly Piece[], width: number): readonly Line[] {
  return wrap(pieces, width - 2).map((line) => [{ text: '  ' }, ...line]);
}

function said({ name, value }: Named): string {
  return `${name}\u00a0=\u00a0${writeNumber(value)}`;
}
