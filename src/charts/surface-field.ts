import type { ChartStyle, Rgb } from './drawing.ts';
import { type Grid, put } from './grid.ts';
import { boundaryColor, classHeat, classTone, heat } from './palette.ts';
import type { Ink } from './spans.ts';
import type { Area } from './surface.ts';

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

// Two grid rows a cell: the upper in the colour of the letter, the lower in that of the ground.
function paintHeat(grid: Grid, area: Area, field: Field, style: ChartStyle): void {
  const perCell = style.glyphs === 'ascii' ? 1 : 2;
  const view = resample(field, area.columns, area.rows * perCell);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const upper = colorAt(view, column, row * perCell);
      const lower = perCell === 2 ? colorAt(view, column, row * 2 + 1) : upper;
      const ink: Ink = upper === lower ? { bg: upper } : { fg: upper, bg: lower };
      put(grid, area.left + column, area.top + row, upper === lower ? ' ' : '▀', ink);
    }
  }
}

function colorAt(view: Field, column: number, row: number): Rgb {
  if (isBoundary(view, column, row)) return boundaryColor;
  const value = view.values[row * view.columns + column]!;
  if (Number.isNaN(value)) return heat(0.5);
  return view.classes > 2 ? classHeat(classOf(view, value), sureness(view, value)) : heat(value);
}

const ramps = { lines: ' ░▒▓', ascii: ' .:-=+*#' };

function paintShades(grid: Grid, area: Area, field: Field, style: ChartStyle): void {
  const view = resample(field, area.columns, area.rows);
  const ramp = style.glyphs === 'ascii' ? ramps.ascii : ramps.lines;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const value = view.values[row * view.columns + column]!;
      const line = boundaryLetter(view, column, row, style);
      const tone = classTone(classOf(view, value));
      const ink: Ink = line ? { tone: 'text', bold: true } : { tone, dim: true };
      put(grid, area.left + column, area.top + row, line ?? shade(view, value, ramp, style), ink);
    }
  }
}

// With a colour for the class, a shade tells how sure the network is; without one it tells the class as well.
function shade(view: Field, value: number, ramp: string, style: ChartStyle): string {
  if (Number.isNaN(value)) return '?';
  const isOneScale = style.colors === 'none';
  const several = (classOf(view, value) + sureness(view, value)) / view.classes;
  const level = isOneScale ? (view.classes > 2 ? several : value) : sureness(view, value);
  return ramp[Math.min(ramp.length - 1, Math.max(0, Math.floor(level * ramp.length)))]!;
}

// By the sides that the line crosses: 1 above, 2 right, 4 below, 8 left.
const lineLetters = { signs: '·╵╶╰╷│╭├╴╯─┴╮┤┬┼', ascii: ".|-`||.+-'-+.+++" };

function boundaryLetter(view: Field, column: number, row: number, style: ChartStyle): string | null {
  const [a, b] = [classAt(view, column, row), classAt(view, column + 1, row)];
  const [c, d] = [classAt(view, column, row + 1), classAt(view, column + 1, row + 1)];
  const sides = (a !== b ? 1 : 0) + (b !== d ? 2 : 0) + (c !== d ? 4 : 0) + (a !== c ? 8 : 0);
  return sides === 0 ? null : (style.glyphs === 'ascii' ? lineLetters.ascii : lineLetters.signs)[sides]!;
}

// The last point of a class before another one begins, to the right or below.
function isBoundary(view: Field, column: number, row: number): boolean {
  const own = classAt(view, column, row);
  return classAt(view, column + 1, row) !== own || classAt(view, column, row + 1) !== own;
}

function classAt(view: Field, column: number, row: number): number {
  const inside = Math.min(row, view.rows - 1) * view.columns + Math.min(column, view.columns - 1);
  return classOf(view, view.values[inside]!);
}

function classOf(view: Field, value: number): number {
  if (view.classes > 2) return Math.min(view.classes - 1, Math.max(0, Math.floor(value) || 0));
  return value >= 0.5 ? 1 : 0;
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
