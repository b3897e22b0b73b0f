import type { BlockType } from './block-shapes.ts';
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
  question: (id, { value, line, lines, prose }, { kind }) => ({
    type: 'question',
    id,
    kind,
    ask: prose('ask'),
    options: listOf(value.options).map((option, i) =>
      isRecord(option)
        ? { text: line('options', i, 'text'), why: line('options', i, 'why') }
        : { text: line('options', i), why: null },
    ),
    hints: lines('hint'),
    explain: prose('explain'),
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
  correction: (id, { value, line, prose }) => ({
    type: 'correction',
    id,
    note: line('note'),
    right: prose('right'),
    evidence: value.evidence as CorrectionStep['evidence'],
  }),
} satisfies Builders;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
