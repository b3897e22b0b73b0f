import type { Inline, ProseBlock } from '../../content/lesson.ts';

/** The ids of one kind of mark in blocks of prose, each once. */
export function marksInBlocks(blocks: readonly ProseBlock[], type: 'claim' | 'cite'): readonly string[] {
  return [...new Set(blocks.flatMap(inlinesOf).flatMap((content) => marksIn(content, type)))];
}

function marksIn(content: readonly Inline[], type: 'claim' | 'cite'): readonly string[] {
  return content.flatMap((inline) => {
    if (inline.type === type) return [inline.id];
    return 'content' in inline ? marksIn(inline.content, type) : [];
  });
}

function inlinesOf(block: ProseBlock): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'list':
      return block.items;
    case 'quote':
      return block.content;
    case 'table':
      return [...block.header, ...block.rows.flat()];
    case 'figure':
      return block.caption ? [block.caption] : [];
    default:
      return [];
  }
}
