import type { Line, Span } from './drawing.ts';
import { type Ink, isSameInk, letters, textWidth } from './spans.ts';

/** Cells that a chart is drawn into. The right half of a wide letter holds an empty text. */
export type Grid = {
  readonly columns: number;
  readonly rows: number;
  readonly texts: string[];
  readonly inks: Ink[];
};

const blank: Ink = {};

/** Cells that are all blank. */
export function createGrid(columns: number, rows: number): Grid {
  const cells = columns * rows;
  return { columns, rows, texts: Array(cells).fill(' '), inks: Array(cells).fill(blank) };
}

/** Puts one narrow letter into a cell; outside the grid nothing happens. */
export function put(grid: Grid, column: number, row: number, letter: string, ink: Ink): void {
  if (!isInside(grid, column, row)) return;
  const cell = row * grid.columns + column;
  // What is left of a wide letter, half covered, is a blank.
  if (grid.texts[cell] === '') grid.texts[cell - 1] = ' ';
  if (column + 1 < grid.columns && grid.texts[cell + 1] === '') grid.texts[cell + 1] = ' ';
  grid.texts[cell] = letter;
  grid.inks[cell] = ink;
}

/** Writes a text from a cell to the right; letters that do not fit wholly are left out. */
export function write(grid: Grid, column: number, row: number, text: string, ink: Ink): void {
  let at = column;
  for (const letter of letters(text)) {
    const width = textWidth(letter);
    if (at >= 0 && at + width <= grid.columns && row >= 0 && row < grid.rows) {
      for (let k = 0; k < width; k++) put(grid, at + k, row, ' ', ink);
      grid.texts[row * grid.columns + at] = letter;
      for (let k = 1; k < width; k++) grid.texts[row * grid.columns + at + k] = '';
    }
    at += width;
  }
}

/** A place for a text: the first cell of it. */
export type Place = { readonly column: number; readonly row: number };

/** Writes a text at the first of the places where it covers nothing, or at the first of all. */
export function writeWhereFree(grid: Grid, places: readonly Place[], text: string, ink: Ink): void {
  const width = textWidth(text);
  const isFree = ({ column, row }: Place) => {
    for (let k = 0; k < width; k++) if (!isBlank(grid, column + k, row)) return false;
    return true;
  };
  const place = places.find(isFree) ?? places[0];
  if (place) write(grid, place.column, place.row, text, ink);
}

/** Whether a cell lies in the grid and nothing is drawn there yet. */
export function isBlank(grid: Grid, column: number, row: number): boolean {
  return isInside(grid, column, row) && grid.texts[row * grid.columns + column] === ' ';
}

/** The grid as lines of merged spans, without the blanks at their ends. */
export function gridLines(grid: Grid): readonly Line[] {
  return Array.from({ length: grid.rows }, (_, row) => gridLine(grid, row));
}

function gridLine(grid: Grid, row: number): Line {
  const start = row * grid.columns;
  let end = start + grid.columns;
  while (end > start && grid.texts[end - 1] === ' ' && grid.inks[end - 1]!.bg === undefined) end--;
  const spans: Span[] = [];
  let text = '';
  for (let cell = start; cell < end; cell++) {
    text += grid.texts[cell];
    const isLast = cell === end - 1 || !looksSame(grid, cell, cell + 1);
    if (isLast && text !== '') {
      spans.push({ ...grid.inks[cell]!, text });
      text = '';
    }
  }
  return spans;
}

function looksSame(grid: Grid, a: number, b: number): boolean {
  return isSameInk(grid.inks[a]!, grid.inks[b]!);
}

function isInside(grid: Grid, column: number, row: number): boolean {
  return column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
}
