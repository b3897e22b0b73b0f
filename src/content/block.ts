import type { Code } from 'mdast';
import { questionKinds } from '../questions/kinds.ts';
import { type Attributes, bodyOf, builders, type Content } from './block-content.ts';
import { type BlockType, blockShapes, questionShape } from './block-shapes.ts';
import { type Fence, readFence } from './fence.ts';
import type { Findings } from './inline.ts';
import { type Excerpt, type Position, problemAt } from './problem.ts';
import { checkShape, unknownName } from './shape.ts';
import { type Path, readYaml, type Sheet } from './sheet.ts';

/** A block of a lesson's text and where its parts stand. */
export type Block = {
  readonly id: string;
  readonly type: BlockType;
  /** Null where the block could not be read. */
  readonly content: Content | null;
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
  const type = node.lang;
  // What follows an open fence is the rest of the lesson: no fault of the block's own.
  const sheet = readYaml(fence.isClosed ? fence.body : { ...fence.body, value: '' });
  return {
    id: fence.id,
    type,
    content: fence.isClosed ? readContent(type, fence, sheet, findings) : null,
    place: fence.place,
    at: (path) => {
      if (path.length === 0) return fence.place;
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

function isIn(value: unknown, path: Path): boolean {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return false;
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return true;
}
