import type { Line, Span } from '../../charts/drawing.ts';
import { lineWidth } from '../../charts/spans.ts';
import type { Inline } from '../../content/lesson.ts';
import type { Theme } from '../theme.ts';
import { piecesOf, type References } from './inline.ts';
import { wrap } from './wrap.ts';

/** Blanks between two columns. */
export const GAP = 3;

/** A table with aligned columns; where it is too wide, its widest columns give way and their cells wrap. */
export function tableLines(
  header: readonly Inline[][],
  rows: readonly (readonly Inline[][])[],
  width: number,
  theme: Theme,
  references: References,
): readonly Line[] {
  const pieces = (cell: readonly Inline[], isHead: boolean) =>
    piecesOf(cell, theme, references, isHead ? { bold: true } : {});
  const all = [header, ...rows];
  const columns = Math.max(...all.map((row) => row.length));
  const natural = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...all.map((row, i) => lineWidth(pieces(row[column] ?? [], i === 0)))),
  );
  const widths = narrowed(natural, width - GAP * (columns - 1));
  const lines = all.map((row, i) =>
    beside(
      widths.map((wide, column) => wrap(pieces(row[column] ?? [], i === 0), wide)),
      widths,
    ),
  );
  const total = widths.reduce((sum, wide) => sum + wide, GAP * (columns - 1));
  const rule: Line = [{ text: theme.marks.rule.repeat(total), tone: 'axis' }];
  const [head = [], ...body] = lines;
  // With cells of several lines, rows run together unless something stands between them.
  const isTall = body.some((row) => row.length > 1);
  return [...head, rule, ...body.flatMap((row, i) => (isTall && i > 0 ? [[], ...row] : row))];
}

/** Takes the excess from the widest columns first. */
function narrowed(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  while (widths.reduce((a, b) => a + b, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    const before = widths[widest] ?? 1;
    if (before <= 4) break;
    widths[widest] = before - 1;
  }
  return widths;
}

/** Cells side by side, each padded to its column. */
export function beside(cells: readonly (readonly Line[])[], widths: readonly number[]): readonly Line[] {
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    cells.flatMap((cell, column): Span[] => {
      const line = cell[row] ?? [];
      const isLast = column === cells.length - 1;
      const blank = isLast ? 0 : (widths[column] ?? 0) - lineWidth(line) + GAP;
      return blank > 0 ? [...line, { text: ' '.repeat(blank) }] : [...line];
    }),
  );
}
