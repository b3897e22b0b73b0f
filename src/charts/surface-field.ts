import type { ChartStyle, Rgb } from './drawing.ts';
import { type Grid, put } from './grid.ts';
import { boundaryColor, classHeat, classTone, darker, heat } from './palette.ts';
import type { Ink } from './spans.ts';
import type { Area } from './surface.ts';
import { boundaryLetter, classOf, fineBoundaryLetter } from './surface-boundary.ts';

/** What a network answers over a grid of points, from the top. */
export type Field = {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
  readonly classes: number;
};

/** Whether values can be shown as colours. */
export function isHeat(style: ChartStyle): boolean {
  return style.colors === 'full' || style.colors === '256';
}

/** Paints a field: as heat where there are colours for it, as shades with a line between the classes otherwise. */
export function paintField(grid: Grid, area: Area, field: Field, style: ChartStyle): void {
  if (field.columns < 1 || field.rows < 1) return;
  if (isHeat(style)) paintHeat(grid, area, field, style);
  else paintShades(grid, area, field, style);
}

// Two grid rows a cell: the upper in the colour of the letter, the lower in that of the ground. Where the classes meet,
// the letter is the line between them.
function paintHeat(grid: Grid, area: Area, field: Field, style: ChartStyle): void {
  const perCell = style.glyphs === 'ascii' ? 1 : 2;
  const view = resample(field, area.columns, area.rows * perCell);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const upper = colorAt(view, column, row * perCell);
      const lower = perCell === 2 ? colorAt(view, column, row * 2 + 1) : upper;
      const line =
        style.glyphs === 'braille'
          ? fineBoundaryLetter(view, { column, row })
          : boundaryLetter(view, { column, row: row * perCell }, style);
      const [x, y] = [area.left + column, area.top + row];
      // On one ground the line stands out best against the darker half.
      if (line) put(grid, x, y, line, { fg: boundaryColor, bg: darker(upper, lower) });
      else if (upper === lower) put(grid, x, y, ' ', { bg: upper });
      else put(grid, x, y, '▀', { fg: upper, bg: lower });
    }
  }
}

function colorAt(view: Field, column: number, row: number): Rgb {
  const value = view.values[row * view.columns + column]!;
  if (!Number.isFinite(value)) return heat(0.5);
  return view.classes > 2 ? classHeat(classOf(view, value), sureness(view, value)) : heat(value);
}

const ramps = { lines: ' ░▒▓', ascii: ' .:-=+*#' };

function paintShades(grid: Grid, area: Area, field: Field, style: ChartStyle): void {
  const view = resample(field, area.columns, area.rows);
  const ramp = style.glyphs === 'ascii' ? ramps.ascii : ramps.lines;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const value = view.values[row * view.columns + column]!;
      const line = boundaryLetter(view, { column, row }, style);
      const tone = classTone(classOf(view, value));
      const ink: Ink = line ? { tone: 'text', bold: true } : { tone, dim: true };
      put(grid, area.left + column, area.top + row, line ?? shade(view, value, ramp, style), ink);
    }
  }
}

// With a colour for the class, a shade tells how sure the network is; without one it tells the class as well.
function shade(view: Field, value: number, ramp: string, style: ChartStyle): string {
  if (!Number.isFinite(value)) return '?';
  const isOneScale = style.colors === 'none';
  const several = (classOf(view, value) + sureness(view, value)) / view.classes;
  const level = isOneScale ? (view.classes > 2 ? several : value) : sureness(view, value);
  return ramp[Math.min(ramp.length - 1, Math.max(0, Math.floor(level * ramp.length)))]!;
}

// 0 at the border between classes, 1 for certain.
function sureness(view: Field, value: number): number {
  if (view.classes <= 2) return Math.abs(value - 0.5) * 2;
  const chance = value - Math.floor(value);
  return (chance - 1 / view.classes) / (1 - 1 / view.classes);
}

function resample(field: Field, columns: number, rows: number): Field {
  if (field.columns === columns && field.rows === rows) return field;
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const from = Math.floor(((row + 0.5) * field.rows) / rows) * field.columns;
    for (let column = 0; column < columns; column++) {
      const at = from + Math.floor(((column + 0.5) * field.columns) / columns);
      values[row * columns + column] = field.values[at] ?? Number.NaN;
    }
  }
  return { values, columns, rows, classes: field.classes };
}
