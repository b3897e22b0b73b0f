import type { RootContent } from 'mdast';
import { type Block, isBlockType, readBlock } from './block.ts';
import { blockShapes } from './block-shapes.ts';
import type { Findings, Mark } from './inline.ts';
import { placeOf } from './inline.ts';
import type { ProseBlock, Step } from './lesson.ts';
import { type Excerpt, type Position, problemAt } from './problem.ts';
import { isFence, readProseBlock } from './prose.ts';
import { unknownName } from './shape.ts';

/** A text as the reader walks it, with its blocks and marks and where they stand. */
export type Walk = {
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  /** `after` is the id of the block before the mark, or `start`. */
  readonly marks: readonly (Mark & { readonly after: string })[];
  /** The prose steps and where each begins. */
  readonly pages: readonly (Position & { readonly id: string; readonly after: string })[];
};

/** Splits a text into steps: prose begins anew at a heading of depth 2 or 3 and after each block that asks something. */
export function readSteps(nodes: readonly RootContent[], source: Excerpt, findings: Findings): Walk {
  const steps: Step[] = [];
  const blocks: Block[] = [];
  const marks: Walk['marks'][number][] = [];
  const pages: Walk['pages'][number][] = [];
  let after = 'start';
  let count = 0;
  let page: ProseBlock[] | null = null;
  const toPage = (node: RootContent, content: readonly ProseBlock[]) => {
    if (content.length === 0) return;
    const isNewPage =
      node.type === 'heading' && node.depth <= 3 && !page?.every(({ type }) => type === 'heading');
    if (page === null || isNewPage) {
      page = [];
      count++;
      const id = `${after}+${count}`;
      steps.push({ type: 'prose', id, blocks: page });
      pages.push({ id, after, ...placeOf(node, source) });
    }
    page.push(...content);
  };
  for (const node of nodes) {
    if (node.type === 'yaml') continue;
    const found: Findings = { problems: findings.problems, marks: [] };
    const before = after;
    if (!isOurs(node, source)) toPage(node, readPlain(node, source, found));
    else {
      const block = readBlock(node, source, found);
      blocks.push(block);
      if (block.content?.type === 'figure') toPage(node, [block.content]);
      else if (block.type !== 'figure') {
        if (block.content) steps.push(block.content);
        [after, count, page] = [block.id, 0, null];
      }
    }
    const owner = before === after ? before : after;
    marks.push(...found.marks.map((mark) => ({ ...mark, after: owner })));
    findings.marks.push(...found.marks);
  }
  return { steps, blocks, marks, pages };
}

type OurNode = Parameters<typeof readBlock>[0];

function isOurs(node: RootContent, source: Excerpt): node is OurNode {
  return isFence(node, source) && isBlockType(node.lang);
}

function readPlain(node: RootContent, source: Excerpt, findings: Findings): readonly ProseBlock[] {
  if (!isFence(node, source) || node.lang === 'text' || node.lang === 'math')
    return readProseBlock(node, source, findings);
  const known = ['text', 'math', ...Object.keys(blockShapes)];
  const message = node.lang
    ? `"${node.lang}" is no kind of block; ${unknownName(node.lang, known)}`
    : `this fence does not say what it holds; write one of ${known.join(', ')} after it`;
  findings.problems.push(problemAt(source.file, placeOf(node, source), 'markdown', message));
  return [];
}
