import type { Line } from '../charts/drawing.ts';

/** Lines that belong together. Sections stand one below the other, with a blank line between unless they are `joined`. */
export type Section = {
  readonly lines: readonly Line[];
  readonly joined?: boolean;
  /** Names what is shown here; where a mark is new, the view moves to it. */
  readonly mark?: string;
  /** The cell of this section's lines where text is being written. */
  readonly cursor?: { readonly column: number; readonly row: number };
};

/** Sections as rows, with the rows of every mark and of the cursor. */
export type Sheet = {
  readonly lines: readonly Line[];
  readonly marks: ReadonlyMap<string, { readonly top: number; readonly bottom: number }>;
  readonly cursor: { readonly column: number; readonly row: number } | null;
};

/** Lays sections out below each other; empty ones leave no gap. */
export function sheetOf(sections: readonly Section[]): Sheet {
  const lines: Line[] = [];
  const marks = new Map<string, { top: number; bottom: number }>();
  let cursor: Sheet['cursor'] = null;
  for (const section of sections) {
    if (section.lines.length === 0) continue;
    if (lines.length > 0 && !section.joined) lines.push([]);
    const top = lines.length;
    lines.push(...section.lines);
    if (section.mark) marks.set(section.mark, { top, bottom: lines.length - 1 });
    if (section.cursor) cursor = { column: section.cursor.column, row: top + section.cursor.row };
  }
  return { lines, marks, cursor };
}

/** The first row to show so that the rows of a range are seen, moved as little as possible; its top wins. */
export function follow(
  offset: number,
  range: { readonly top: number; readonly bottom: number },
  height: number,
): number {
  const low = Math.max(offset, range.bottom - height + 1);
  return Math.min(low, range.top);
}
