import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import { type Excerpt, type Position, type Problem, problemAt, withoutControls } from './problem.ts';

export type Path = readonly (string | number)[];

/** YAML that was read: its plain value, and where each part of it stands. */
export type Sheet = {
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where a value stands; the nearest thing around it where it does not exist. */
  readonly at: (path: Path) => Position;
  readonly atKey: (path: Path) => Position;
  /** A text inside the YAML as its writer typed it, ready to be read in its turn. */
  readonly excerpt: (path: Path) => Excerpt | null;
};

/** Reads YAML; what is broken is a problem, and the rest is read all the same. */
export function readYaml(source: Excerpt): Sheet {
  const counter = new LineCounter();
  const document = parseDocument(source.value, { lineCounter: counter, prettyErrors: false });
  const locate = (offset: number): Position => {
    const { line, col } = counter.linePos(Math.min(offset, source.value.length));
    return source.locate(Math.max(1, line), Math.max(1, col));
  };
  const fault = (offset: number, message: string) =>
    problemAt(source.file, locate(offset), 'yaml', `${message}; mend the YAML here`);
  const problems = document.errors.map((error) => fault(error.pos[0], plainMessage(error.message)));
  visit(document, {
    Alias: (_, node) => void problems.push(fault(startOf(node) ?? 0, 'anchors and aliases are not read')),
    Pair: (_, { key }) => {
      if (!isScalar(key)) problems.push(fault(startOf(key) ?? 0, 'a key must be a plain word'));
    },
    Scalar: (_, node) => {
      if (typeof node.value !== 'string' || withoutControls(node.value) === node.value) return;
      node.value = withoutControls(node.value);
      const message = 'this text holds a control character; take it out';
      problems.push(problemAt(source.file, locate(startOf(node) ?? 0), 'control', message));
    },
  });
  const root = document.contents;
  return {
    file: source.file,
    value: problems.some(({ code }) => code === 'yaml') ? null : document.toJS(),
    problems,
    at: (path) => locate(startOf(nodeAt(root, path)) ?? 0),
    atKey: (path) => locate(startOf(pairAt(root, path)?.key) ?? startOf(nodeAt(root, path)) ?? 0),
    excerpt: (path) => {
      const node = nodeAt(root, path);
      return isScalar(node) &&
        node === childAt(nodeAt(root, path.slice(0, -1)), path.at(-1)) &&
        node.value !== null
        ? excerptOf(node, source, counter)
        : null;
    },
  };
}

/** The node at a path, or the deepest one on the way to it. */
function nodeAt(root: Node | null, path: Path): unknown {
  let node: unknown = root;
  for (const key of path) {
    const child = childAt(node, key);
    if (child === undefined || child === null) return node;
    node = child;
  }
  return node;
}

function childAt(node: unknown, key: string | number | undefined): unknown {
  if (isSeq(node)) return typeof key === 'number' ? node.items[key] : undefined;
  return pairIn(node, key)?.value;
}

function pairAt(root: Node | null, path: Path): Pair | undefined {
  return pairIn(nodeAt(root, path.slice(0, -1)), path.at(-1));
}

function pairIn(node: unknown, key: string | number | undefined): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key);
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

/** A number or a yes that stands where a text belongs is taken as it was typed: 1.0 stays 1.0. */
function excerptOf(node: Scalar, source: Excerpt, counter: LineCounter): Excerpt {
  const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const start = counter.linePos(node.range?.[0] ?? 0);
  if (node.type === Scalar.BLOCK_LITERAL) {
    const indent = indentBelow(source.value, start.line);
    return {
      file: source.file,
      value,
      locate: (line, column) => source.locate(start.line + line, indent + column),
    };
  }
  const lead = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? 1 : 0;
  const last = counter.linePos(node.range?.[1] ?? 0).line;
  return {
    file: source.file,
    value,
    // Of folded text the line breaks are gone, and with them the way back into it.
    locate: (line, column) =>
      start.line === last && line === 1
        ? source.locate(start.line, start.col + lead + column - 1)
        : source.locate(start.line, start.col),
  };
}

function indentBelow(text: string, line: number): number {
  const first =
    text
      .split('\n')
      .slice(line)
      .find((each) => each.trim() !== '') ?? '';
  return first.length - first.trimStart().length;
}

function plainMessage(message: string): string {
  const [first = ''] = message.split('\n');
  return first.replace(/[.:]$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
