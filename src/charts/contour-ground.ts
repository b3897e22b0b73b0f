import { createBraille, setDot } from './braille.ts';
import type { ChartStyle } from './drawing.ts';
import type { Frame } from './frame.ts';
import { put, write } from './grid.ts';
import { contourColor, heightColor } from './palette.ts';
import { rangeOf } from './scale.ts';
import { type Ink, textWidth } from './spans.ts';
import { paintBraille } from './strokes.ts';
import { boundaryLetter } from './surface-boundary.ts';
import { isHeat } from './surface-field.ts';
import { formatNumber } from './ticks.ts';

/** Heights over the plane: [rows * columns] from the top. */
export type Heights = {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
};

/** Draws lines of equal height with their heights, over heights as colours where there are any; `taken` cells get no text. */
export function paintContours(frame: Frame, heights: Heights, style: ChartStyle, taken: Uint8Array): void {
  const range = rangeOf([heights.values]);
  if (!range || heights.columns < 1 || heights.rows < 1) return;
  const [low, high] = range;
  const count = Math.max(3, Math.min(8, Math.round(frame.rows / 2)));
  // The closer to the bottom, the closer the levels: there it matters most, and it is flattest.
  const levels = Array.from({ length: count }, (_, k) => low + (high - low) * ((k + 0.5) / count) ** 3);
  const cells = sample(heights, frame.columns, frame.rows);
  const grounds = isHeat(style)
    ? cells.map((height) => heightColor(Math.cbrt((height - low) / (high - low || 1))))
    : null;
  if (grounds) paintGround(frame, grounds);
  if (high > low) {
    const inkOf = (cell: number): Ink =>
      grounds ? { fg: contourColor, bg: grounds[cell]! } : { tone: 'muted' };
    if (style.glyphs === 'braille') drawFineLines(frame, heights, levels, inkOf);
    else drawLetterLines(frame, cells, levels, style, inkOf);
    nameLevels(frame, cells, levels, taken, inkOf);
  }
}

function paintGround(frame: Frame, grounds: ArrayLike<number>): void {
  for (let cell = 0; cell < frame.columns * frame.rows; cell++) {
    const [row, column] = [Math.floor(cell / frame.columns), cell % frame.columns];
    put(frame.grid, frame.left + column, frame.top + row, ' ', { bg: grounds[cell]! });
  }
}

function drawFineLines(
  frame: Frame,
  heights: Heights,
  levels: readonly number[],
  inkOf: (cell: number) => Ink,
): void {
  const [columns, rows] = [frame.columns * 2, frame.rows * 4];
  const bands = sample(heights, columns, rows).map((height) => bandOf(height, levels));
  const dots = createBraille(frame.columns, frame.rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const own = bands[y * columns + x];
      const isEnd = x + 1 < columns && bands[y * columns + x + 1] !== own;
      if (isEnd || (y + 1 < rows && bands[(y + 1) * columns + x] !== own)) setDot(dots, x, y);
    }
  }
  paintBraille(frame, dots, inkOf);
}

// A band between two levels is a class, and the line between classes the contour.
function drawLetterLines(
  frame: Frame,
  cells: ArrayLike<number>,
  levels: readonly number[],
  style: ChartStyle,
  inkOf: (cell: number) => Ink,
): void {
  const { columns, rows } = frame;
  const values = Float64Array.from(cells, (height) => bandOf(height, levels) + 0.5);
  const view = { values, columns, rows, classes: levels.length + 2 };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const letter = boundaryLetter(view, { column, row }, style);
      if (letter)
        put(frame.grid, frame.left + column, frame.top + row, letter, inkOf(row * columns + column));
    }
  }
}

// As far to the upper right as a line goes: there the names of lines around a bottom stand side by side.
function nameLevels(
  frame: Frame,
  cells: ArrayLike<number>,
  levels: readonly number[],
  trail: Uint8Array,
  inkOf: (cell: number) => Ink,
): void {
  const { columns, rows } = frame;
  if (rows < 8 || columns < 30) return;
  const taken = trail.map((dots) => (dots === 0 ? 0 : 1));
  levels.forEach((level) => {
    const text = formatNumber(level);
    const width = textWidth(text);
    let best = -1;
    for (let row = 1; row < rows - 1; row++) {
      for (let column = 1; column + width < columns; column++) {
        const cell = row * columns + column;
        const isOn = cells[cell]! < level !== cells[cell + 1]! < level;
        const isBetter = best < 0 || worth(cell, columns) > worth(best, columns);
        if (isOn && isBetter && isFree(taken, cell, width)) best = cell;
      }
    }
    if (best < 0) return;
    // One cell of room around a name, in its row and in those beside it.
    for (const row of [-1, 0, 1])
      taken.fill(1, best + row * columns - 1, Math.max(0, best + row * columns + width + 1));
    const [row, column] = [Math.floor(best / columns), best % columns];
    write(frame.grid, frame.left + column, frame.top + row, text, inkOf(best));
  });
}

function worth(cell: number, columns: number): number {
  return (cell % columns) - 2 * Math.floor(cell / columns);
}

function isFree(taken: Uint8Array, cell: number, width: number): boolean {
  for (let k = 0; k < width; k++) if (taken[cell + k] === 1) return false;
  return true;
}

function bandOf(height: number, levels: readonly number[]): number {
  let band = 0;
  while (band < levels.length && height >= levels[band]!) band++;
  return band;
}

// Straight between the heights that were given; the ends of the plot are the ends of the range.
function sample({ values, columns, rows }: Heights, across: number, down: number): Float64Array {
  const at = (column: number, row: number) => {
    const x = Math.max(0, Math.min(column, columns - 1));
    return values[Math.max(0, Math.min(row, rows - 1)) * columns + x] ?? Number.NaN;
  };
  return Float64Array.from({ length: across * down }, (_, cell) => {
    const x = ((cell % across) / Math.max(1, across - 1)) * columns - 0.5;
    const y = (Math.floor(cell / across) / Math.max(1, down - 1)) * rows - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, below] = [x - left, y - top];
    const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return upper * (1 - below) + lower * below;
  });
}
