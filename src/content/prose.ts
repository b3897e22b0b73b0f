import type { BlockContent, Code, List, RootContent, Table } from 'mdast';
import stringWidth from 'string-width';
import { type Findings, placeOf, readInline } from './inline.ts';
import type { Inline, ProseBlock } from './lesson.ts';
import { parseText } from './markdown.ts';
import { type Excerpt, problemAt, withoutControls } from './problem.ts';

/** A narrow terminal shows so many cells of a drawing. */
export const WIDEST = 60;

/** Reads a text inside a block: paragraphs, lists, formulas. */
export function readProse(source: Excerpt, findings: Findings): ProseBlock[] {
  return parseText(source).flatMap((node) => {
    if (!isFence(node, source) || node.lang === 'text' || node.lang === 'math')
      return readProseBlock(node, source, findings);
    complain(
      node,
      `a ${node.lang ?? 'nameless'} block cannot stand inside another; only text and math fences can`,
      source,
      findings,
    );
    return [];
  });
}

/** Reads one block of prose; what a terminal cannot show is a problem. */
export function readProseBlock(node: RootContent, source: Excerpt, findings: Findings): ProseBlock[] {
  switch (node.type) {
    case 'heading':
      if (node.depth === 1 || node.depth > 3)
        complain(node, 'headings have depth 2 or 3; the title stands in the front matter', source, findings);
      return [{ type: 'heading', depth: node.depth, content: readInline(node.children, source, findings) }];
    case 'paragraph':
      return [{ type: 'paragraph', content: readInline(node.children, source, findings) }];
    case 'list':
      return [readList(node, source, findings)];
    case 'blockquote':
      return [
        { type: 'quote', content: node.children.map((child) => readParagraph(child, source, findings)) },
      ];
    case 'table':
      return readTable(node, source, findings);
    case 'code':
      return readLines(node, source, findings);
    default:
      complain(node, UNSHOWN[node.type] ?? `${node.type} is not shown here; take it out`, source, findings);
      return [];
  }
}

/** True for a block between fences, false for an indented one. */
export function isFence(node: RootContent, source: Excerpt): node is Code {
  return node.type === 'code' && /^(?:```|~~~)/.test(written(node, source).trimStart());
}

const UNSHOWN: Readonly<Record<string, string>> = {
  html: 'HTML is not shown; use Markdown, and write a plain < as \\<',
  thematicBreak: 'a rule across the page is not shown; begin a page with a heading',
  definition: 'links by reference are not read; write the address in round brackets after the text',
};

function readList(list: List, source: Excerpt, findings: Findings): ProseBlock {
  // A sentence may begin with its number, as in "384. For 20 units"; shown as a list it would lose it.
  if (list.ordered && list.start !== 1)
    complain(
      list,
      `this begins with "${list.start}." and is read as a list; begin it with a word`,
      source,
      findings,
    );
  const items = list.children.map((item) => {
    const [first, second] = item.children;
    if (second)
      complain(second, 'an item of a list is one paragraph; take the rest out of the list', source, findings);
    return first ? readParagraph(first, source, findings) : [];
  });
  return { type: 'list', ordered: list.ordered === true, items };
}

function readParagraph(node: BlockContent | RootContent, source: Excerpt, findings: Findings): Inline[] {
  if (node.type === 'paragraph') return readInline(node.children, source, findings);
  complain(node, `only a paragraph can stand here, and this is read as ${node.type}`, source, findings);
  return [];
}

function readTable(table: Table, source: Excerpt, findings: Findings): ProseBlock[] {
  const [header = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => readInline(cell.children, source, findings)),
  );
  const uneven = table.children.find((row) => row.children.length !== header.length);
  if (uneven)
    complain(
      uneven,
      `this row has ${uneven.children.length} cells and the header ${header.length}; make them equal`,
      source,
      findings,
    );
  return [{ type: 'table', header, rows }];
}

function readLines(node: Code, source: Excerpt, findings: Findings): ProseBlock[] {
  const lines = withoutControls(node.value).split('\n');
  const isFenced = isFence(node, source);
  const start = node.position?.start ?? { line: 1, column: 1 };
  lines.forEach((line, i) => {
    const width = stringWidth(line);
    if (width <= WIDEST) return;
    const at = source.locate(start.line + i + (isFenced ? 1 : 0), isFenced ? start.column : start.column + 4);
    findings.problems.push(
      problemAt(
        source.file,
        at,
        'width',
        `this line is ${width} cells wide; break it so that it has at most ${WIDEST}`,
      ),
    );
  });
  return [{ type: node.lang === 'text' ? 'picture' : 'formula', lines }];
}

function written(node: Code, source: Excerpt): string {
  const start = node.position?.start ?? { line: 1, column: 1 };
  return (source.value.split('\n')[start.line - 1] ?? '').slice(start.column - 1);
}

function complain(
  node: RootContent | Table['children'][number],
  message: string,
  source: Excerpt,
  findings: Findings,
): void {
  findings.problems.push(problemAt(source.file, placeOf(node, source), 'markdown', message));
}
