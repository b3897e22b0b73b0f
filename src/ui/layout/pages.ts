import type { Line } from '../../charts/drawing.ts';
import type { Chunk } from './prose.ts';

/** What is on the screen at once, and the first block on it. */
export type Page = { readonly lines: readonly Line[]; readonly block: number };

/** No less than so many lines of a paragraph stand alone at the foot or the head of a page. */
const LEAST = 2;

/** Cuts chunks into pages of `height` rows: between chunks where it can, through a table or picture only where it must. */
export function paginate(chunks: readonly Chunk[], height: number): readonly Page[] {
  const pages: Page[] = [];
  let lines: Line[] = [];
  let block = chunks[0]?.block ?? 0;
  const close = (next: number) => {
    if (lines.length > 0) pages.push({ lines, block });
    lines = [];
    block = next;
  };
  chunks.forEach((chunk, i) => {
    const gap = lines.length > 0 ? 1 : 0;
    const room = height - lines.length - gap;
    const needed = neededAtOnce(chunks, i, height);
    if (lines.length > 0 && needed > room) close(chunk.block);
    let rest = chunk.lines;
    if (lines.length > 0) lines.push([]);
    while (rest.length > height - lines.length) {
      const take = Math.max(1, Math.min(height - lines.length, rest.length - LEAST));
      lines.push(...rest.slice(0, take));
      rest = rest.slice(take);
      close(chunk.block);
    }
    lines.push(...rest);
  });
  close(0);
  return pages.length > 0 ? pages : [{ lines: [], block: 0 }];
}

/** The page on which a block begins; of a block longer than a page, its first. */
export function pageOf(pages: readonly Page[], block: number): number {
  const exact = pages.findIndex((page) => page.block === block);
  if (exact >= 0) return exact;
  return Math.max(
    0,
    pages.findLastIndex((page) => page.block <= block),
  );
}

/** Rows that must be free for a chunk to begin on a page. */
function neededAtOnce(chunks: readonly Chunk[], index: number, height: number): number {
  const chunk = chunks[index];
  if (!chunk) return 0;
  if (chunk.keepsWithNext && chunks[index + 1])
    return Math.min(height, chunk.lines.length + 1 + neededAtOnce(chunks, index + 1, height));
  const isLong = chunk.lines.length >= 2 * LEAST + 1;
  if (chunk.isSplittable && isLong) return LEAST;
  return Math.min(height, chunk.lines.length);
}
