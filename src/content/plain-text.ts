import type { Inline, ProseBlock } from './lesson.ts';

/** Inline content as plain words. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      'value' in inline ? inline.value : 'content' in inline ? plainText(inline.content) : '',
    )
    .join('');
}

/** A block of prose as plain words; a figure is its caption. */
export function plainBlock(block: ProseBlock): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainText(block.content);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'quote':
      return block.content.map(plainText).join('\n');
    case 'formula':
    case 'picture':
      return block.lines.join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainText).join('  ')).join('\n');
    case 'figure':
      return plainText(block.caption ?? []);
  }
}
