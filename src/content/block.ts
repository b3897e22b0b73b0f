import type { Code } from 'mdast';
import { questionKinds } from '../questions/kinds.ts';
import { type BlockType, blockShapes, questionShape } from './block-shapes.ts';
import { type Fence, readFence } from './fence.ts';
import type { Findings } from './inline.ts';
import type { CorrectionStep, Inline, ProseBlock, QuestionStep, Step } from './lesson.ts';
import { readLine } from './markdown.ts';
import { type Excerpt, type Position, problemAt } from './problem.ts';
import { readProse } from './prose.ts';
import { checkShape, unknownName } from './shape.ts';
import { type Path, readYaml, type Sheet } from './sheet.ts';

export type Figure = Extract<ProseBlock, { type: 'figure' }>;

/** A block of a lesson's text and where its parts stand. */
export type Block = {
  readonly id: string;
  readonly type: BlockType;
  /** Null where the block could not be read. */
  readonly content: Exclude<Step, { type: 'prose' }> | Figure | null;
  readonly place: Position;
  /** Where an attribute or a key of the body stands; the opening fence where there is none. */
  readonly at: (path: Path) => Position;
  /** Where a character of a text in the body stands; characters count from 0. */
  readonly within: (path: Path, index: number) => Position;
};

/** True for the name after a fence that begins a block of ours. */
export function isBlockType(name: string | null | undefined): name is BlockType {
  return name !== null && name !== undefined && Object.hasOwn(blockShapes, name);
}

/** Reads one block; what is wrong with it is found all at once. */
export function readBlock(node: Code & { lang: BlockType }, source: Excerpt, findings: Findings): Block {
  const { value: fence, problems } = readFence(node, blockShapes[node.lang].attributes, source);
  findings.problems.push(...problems);
  const sheet = readYaml(fence.body);
  const type = node.lang;
  return {
    id: fence.id,
    type,
    content: readContent(type, fence, sheet, findings),
    place: fence.place,
    at: (path) => {
      const attribute = path.length === 1 ? fence.attributePlace(String(path[0])) : null;
      return attribute ?? (isIn(sheet.value, path) ? sheet.at(path) : fence.place);
    },
    within: (path, index) => sheet.excerpt(path)?.locate(1, index + 1) ?? fence.place,
  };
}

function readContent(type: BlockType, fence: Fence, sheet: Sheet, findings: Findings): Block['content'] {
  const attributes = readAttributes(type, fence, findings);
  const shape = type === 'question' ? attributes && questionShape(attributes.kind) : blockShapes[type].body;
  const fitted = shape ? checkShape(sheet, shape, fence.place) : { value: null, problems: sheet.problems };
  findings.problems.push(...fitted.problems);
  // Built even where something is amiss, for the faults and marks in its texts.
  const content = builders[type](fence.id, bodyOf(sheet, findings), attributes ?? NOTHING);
  return fitted.value === null || attributes === null ? null : content;
}

/** What the opening line says beyond the id. */
type Attributes = { readonly kind: QuestionStep['kind']; readonly minutes: number; readonly run: string };

const NOTHING: Attributes = { kind: 'number', minutes: 0, run: '' };

function readAttributes(type: BlockType, fence: Fence, findings: Findings): Attributes | null {
  const { type: kind, minutes, run } = fence.attributes;
  const fault = (name: string, message: string) => {
    const at = fence.attributePlace(name) ?? fence.place;
    findings.problems.push(
      problemAt(fence.body.file, at, fence.attributes[name] === undefined ? 'missing' : 'shape', message),
    );
    return null;
  };
  if (type === 'question') {
    if (kind !== undefined && Object.hasOwn(questionKinds, kind))
      return { ...NOTHING, kind: kind as Attributes['kind'] };
    const known = Object.keys(questionKinds);
    if (kind === undefined)
      return fault('type', `"type" is missing; say one of type=${known.join(', type=')}`);
    return fault('type', `"${kind}" is no type of question; ${unknownName(kind, known)}`);
  }
  if (type === 'open') {
    const count = Number(minutes);
    if (minutes === undefined)
      return fault('minutes', '"minutes" is missing; say how long an answer may take, such as minutes=3');
    return count > 0 && count <= 60
      ? { ...NOTHING, minutes: count }
      : fault('minutes', '"minutes" must be a number from 1 to 60');
  }
  if (type === 'run')
    return run
      ? { ...NOTHING, run }
      : fault('run', '"run" is missing; name a run of lab.yaml, such as run=its-id');
  return NOTHING;
}

/** The texts of a body, read as Markdown. */
type Body = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly prose: (...path: Path) => ProseBlock[];
  readonly line: (...path: Path) => Inline[];
  readonly lines: (key: string) => Inline[][];
};

function bodyOf(sheet: Sheet, findings: Findings): Body {
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
  readonly [Type in BlockType]: (id: string, body: Body, attributes: Attributes) => Block['content'];
};

const builders = {
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

function isIn(value: unknown, path: Path): boolean {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return false;
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return true;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
