import { questionKinds } from '../questions/kinds.ts';
import { type BlockType, TO_FILL } from './block-shapes.ts';
import type { Findings } from './inline.ts';
import type { CorrectionStep, Inline, ProseBlock, QuestionStep, Step } from './lesson.ts';
import { readLine } from './markdown.ts';
import { readProse } from './prose.ts';
import type { Path, Sheet } from './sheet.ts';

export type Figure = Extract<ProseBlock, { type: 'figure' }>;

/** What a block of any type is read into. */
export type Content = Exclude<Step, { type: 'prose' }> | Figure;

/** What the opening line says beyond the id. */
export type Attributes = {
  readonly kind: QuestionStep['kind'];
  readonly minutes: number;
  readonly run: string;
};

/** The texts of a body, read as Markdown. */
type Body = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly prose: (...path: Path) => ProseBlock[];
  readonly line: (...path: Path) => Inline[];
  readonly lines: (key: string) => Inline[][];
};

/** The body of a block, its texts ready to be read. */
export function bodyOf(sheet: Sheet, findings: Findings): Body {
  const value = isRecord(sheet.value) ? sheet.value : {};
  const line: Body['line'] = (...path) => {
    const excerpt = sheet.excerpt(path);
    return excerpt ? readLine(excerpt, findings) : [];
  };
  return {
    value,
    line,
    prose: (...path) => {
      const excerpt = sheet.excerpt(path);
      return excerpt ? readProse(excerpt, findings) : [];
    },
    lines: (key) => listOf(value[key]).map((_, i) => line(key, i)),
  };
}

type Builders = {
  readonly [Type in BlockType]: (id: string, body: Body, attributes: Attributes) => Content;
};

/** What each type of block becomes. */
export const builders = {
  figure: (id, { value, line }) => ({
    type: 'figure',
    id,
    x: value.x as Figure['x'],
    curves: value.curves as Figure['curves'],
    caption: value.caption === undefined ? null : line('caption'),
  }),
  predict: (id, { value, line, lines, prose }) => ({
    type: 'predict',
    id,
    ask: prose('ask'),
    options: lines('options'),
    hints: lines('hint'),
    seen: prose('seen'),
    reflect: value.reflect === undefined ? null : line('reflect'),
  }),
  question: (id, body, { kind }) => ({
    type: 'question',
    id,
    kind,
    ask: body.prose('ask'),
    ...optionsOf(body, kind),
    hints: body.lines('hint'),
    explain: body.prose('explain'),
  }),
  open: (id, { lines, prose }, { minutes }) => ({
    type: 'open',
    id,
    minutes,
    ask: prose('ask'),
    rubric: lines('rubric'),
    model: prose('model'),
    followups: lines('followups'),
    weak: lines('weak'),
  }),
  run: (id, { prose }, { run }) => ({ type: 'run', id, run, watch: prose('watch'), seen: prose('seen') }),
  lab: (id, { value, line, prose }) => ({
    type: 'lab',
    id,
    story: prose('story'),
    causes: listOf(value.causes).map((_, i) => ({
      text: line('causes', i, 'text'),
      why: line('causes', i, 'why'),
    })),
    repair: prose('repair'),
    seen: prose('seen'),
  }),
  trace: (id, { value, line, prose }) => ({
    type: 'trace',
    id,
    intro: prose('intro'),
    hints: Object.fromEntries(
      Object.keys(isRecord(value.hint) ? value.hint : {}).map((number) => [number, line('hint', number)]),
    ),
    seen: prose('seen'),
  }),
  correction: (id, { value, line, prose }) => ({
    type: 'correction',
    id,
    note: line('note'),
    right: prose('right'),
    evidence: value.evidence as CorrectionStep['evidence'],
  }),
} satisfies Builders;

/** What there is to choose from, to pair or to fill, as the kind of question has it. */
function optionsOf(
  { value, line, lines }: Body,
  kind: QuestionStep['kind'],
): Pick<QuestionStep, 'options' | 'partners' | 'table'> {
  switch (questionKinds[kind].options) {
    case 'explained':
      return {
        options: listOf(value.options).map((_, i) => ({
          text: line('options', i, 'text'),
          why: line('options', i, 'why'),
        })),
      };
    case 'plain':
      return { options: lines('options').map((text) => ({ text, why: null })) };
    case 'pairs':
      return {
        options: listOf(value.pairs).map((_, i) => ({ text: line('pairs', i, 'left'), why: null })),
        partners: listOf(value.pairs).map((_, i) => line('pairs', i, 'right')),
      };
    case 'lines':
      return {
        options: listOf(value.lines).map((each, i) => ({
          text: [...indentOf(each), ...line('lines', i, 'text')],
          why: line('lines', i, 'why'),
        })),
      };
    case 'cells': {
      const rows = listOf(value.rows).map((row, i) =>
        listOf(row).map((cell, j) => (cell === TO_FILL ? null : line('rows', i, j))),
      );
      return { options: [], table: { columns: lines('columns'), rows } };
    }
    case 'none':
      return { options: [] };
  }
}

/** The spaces before a line of a program, which Markdown would take away. */
function indentOf(line: unknown): Inline[] {
  const text = isRecord(line) ? String(line.text ?? '') : '';
  const width = text.length - text.trimStart().length;
  return width > 0 ? [{ type: 'text', value: NO_BREAK.repeat(width) }] : [];
}

const NO_BREAK = '\u00a0';

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
