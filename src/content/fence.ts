import type { Code } from 'mdast';
import { placeOf } from './inline.ts';
import { type Excerpt, type Position, type Problem, type ProblemCode, problemAt } from './problem.ts';
import { ID, unknownName } from './shape.ts';

/** The opening line of a block and the YAML between its fences. */
export type Fence = {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: Excerpt;
  readonly place: Position;
  readonly isClosed: boolean;
  readonly attributePlace: (name: string) => Position | null;
};

/** Reads ```` ```predict {#id name=value} ````; `known` are the attributes that a block of this type has. */
export function readFence(
  node: Code,
  known: readonly string[],
  source: Excerpt,
): { readonly value: Fence; readonly problems: readonly Problem[] } {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const lines = source.value.split('\n');
  const opening = lines[start.line - 1] ?? '';
  const open = opening.indexOf('{', start.column - 1);
  const close = opening.lastIndexOf('}');
  const meta = open >= 0 && close > open ? opening.slice(open + 1, close) : '';
  const words = [...meta.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    place: source.locate(start.line, open + 2 + match.index),
  }));
  const place = placeOf(node, source);
  const fault = (code: ProblemCode, message: string, at = place) => problemAt(source.file, at, code, message);
  const problems: Problem[] = [];
  const attributes: Record<string, string> = {};
  for (const word of words.filter(({ text }) => !text.startsWith('#'))) {
    const [name = '', value = ''] = splitOnce(word.text, '=');
    if (!known.includes(name))
      problems.push(
        fault(
          'unknown-key',
          `"${name}" is not known in a block of kind ${node.lang}; ${unknownName(name, known)}`,
          word.place,
        ),
      );
    else attributes[name] = value.replace(/^"(.*)"$/, '$1');
  }
  const ids = words.filter(({ text }) => text.startsWith('#'));
  const id = ids[0]?.text.slice(1) ?? '';
  if (id === '')
    problems.push(
      fault(
        'id',
        `this block has no id; write \`\`\`${node.lang} {#an-id} with an id that is unique in the lesson`,
      ),
    );
  else if (ids.length > 1)
    problems.push(fault('id', 'a block has one id; take the other out', ids[1]?.place));
  else if (!ID.test(id))
    problems.push(
      fault('id', `"${id}" is no id; take lower-case letters and digits, joined by hyphens`, ids[0]?.place),
    );
  const closed = isClosed(node, lines);
  if (!closed)
    problems.push(fault('markdown', 'this block is never closed; end it with a line of the same backticks'));
  const indent = start.column - 1;
  return {
    value: {
      type: node.lang ?? '',
      id,
      attributes,
      body: {
        file: source.file,
        value: node.value,
        locate: (line, column) => source.locate(start.line + line, indent + column),
      },
      place,
      isClosed: closed,
      attributePlace: (name) => words.find(({ text }) => text.startsWith(`${name}=`))?.place ?? null,
    },
    problems,
  };
}

function isClosed(node: Code, lines: readonly string[]): boolean {
  const start = node.position?.start.line ?? 1;
  const end = node.position?.end.line ?? 1;
  const fence = /^(?:`{3,}|~{3,})/.exec((lines[start - 1] ?? '').trimStart())?.[0] ?? '```';
  return end > start && (lines[end - 1] ?? '').trim().startsWith(fence);
}

function splitOnce(text: string, by: string): readonly string[] {
  const index = text.indexOf(by);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
