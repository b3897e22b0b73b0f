import type { PhrasingContent, Text } from 'mdast';
import type { Inline } from './lesson.ts';
import { type Excerpt, type Position, type Problem, problemAt, withoutControls } from './problem.ts';
import { unknownName } from './shape.ts';

/** `[[claim:ID]]` or `[[cite:ID]]` where it stands. */
export type Mark = Position & { readonly type: 'claim' | 'cite'; readonly id: string };

/** What is gathered while a text is read. */
export type Findings = { readonly problems: Problem[]; readonly marks: Mark[] };

/** Reads a line of prose. */
export function readInline(nodes: readonly PhrasingContent[], source: Excerpt, findings: Findings): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return readText(node, source, findings);
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, content: readInline(node.children, source, findings) }];
      case 'inlineCode':
        return [{ type: 'code', value: withoutControls(oneLine(node.value)) }];
      case 'link':
        if (!/^https?:\/\//.test(node.url))
          findings.problems.push(
            problemAt(
              source.file,
              placeOf(node, source),
              'markdown',
              `"${node.url}" is no full address; begin it with https://`,
            ),
          );
        return [
          {
            type: 'link',
            url: withoutControls(node.url),
            content: readInline(node.children, source, findings),
          },
        ];
      default:
        findings.problems.push(
          problemAt(
            source.file,
            placeOf(node, source),
            'markdown',
            UNSHOWN[node.type] ?? `${node.type} is not shown here; write it in words`,
          ),
        );
        return [];
    }
  });
}

/** Where a node of Markdown begins in its file. */
export function placeOf(node: { position?: { start: Position } | undefined }, source: Excerpt): Position {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return source.locate(line, column);
}

const UNSHOWN: Readonly<Record<string, string>> = {
  break:
    'a line break inside a paragraph is not shown; begin a new paragraph, or take the spaces or the backslash off the end of the line',
  html: 'HTML is not shown; use Markdown, and write a plain < as \\<',
  image: 'images are not shown in a terminal; draw it as a figure or in a text fence',
  imageReference: 'images are not shown in a terminal; draw it as a figure or in a text fence',
  linkReference: 'links by reference are not read; write the address in round brackets after the text',
  footnoteReference: 'footnotes are not read; name the source with [[cite:ID]]',
};

const MARK = /\[\[\s*([a-z]+)\s*:\s*([^\]\s]*)\s*\]\]/gi;

function readText(node: Text, source: Excerpt, findings: Findings): Inline[] {
  const value = withoutControls(node.value);
  if (value !== node.value)
    findings.problems.push(
      problemAt(
        source.file,
        placeOf(node, source),
        'control',
        'this text holds a control character; take it out',
      ),
    );
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of value.matchAll(MARK)) {
    if (match.index > end) inlines.push({ type: 'text', value: oneLine(value.slice(end, match.index)) });
    end = match.index + match[0].length;
    const mark = toMark(match, markPlace(node, match.index, source), source, findings);
    if (mark) inlines.push({ type: mark.type, id: mark.id });
  }
  if (end < value.length) inlines.push({ type: 'text', value: oneLine(value.slice(end)) });
  return inlines;
}

function toMark(match: RegExpExecArray, at: Position, source: Excerpt, findings: Findings): Mark | null {
  const [whole, type = '', id = ''] = match;
  if ((type === 'claim' || type === 'cite') && id !== '') {
    const mark = { type, id, ...at } as const;
    findings.marks.push(mark);
    return mark;
  }
  const message =
    id === ''
      ? `${whole} names nothing; put an id after the colon`
      : `${whole} is not a mark; ${unknownName(type, ['claim', 'cite'])}`;
  findings.problems.push(problemAt(source.file, at, 'markdown', message));
  return null;
}

/** On a continued line the indentation is gone from the node's value, so the place is looked up in the source. */
function markPlace(node: Text, index: number, source: Excerpt): Position {
  const before = node.value.slice(0, index).split('\n');
  const start = node.position?.start ?? { line: 1, column: 1 };
  const line = start.line + before.length - 1;
  const inLine = before.at(-1)?.length ?? 0;
  if (before.length === 1) return source.locate(line, start.column + inLine);
  const written = source.value.split('\n')[line - 1] ?? '';
  const found = written.indexOf('[[', inLine);
  return source.locate(line, Math.max(found, inLine) + 1);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
