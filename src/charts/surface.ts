import type { ChartStyle, Describe, Drawing, Line, Size } from './drawing.ts';
import { createGrid, type Grid, gridLines, put, write } from './grid.ts';
import { classTone, pointColor, shade, wrongColor } from './palette.ts';
import type { Range } from './scale.ts';
import { type Ink, textWidth } from './spans.ts';
import { type Field, isHeat, paintField } from './surface-field.ts';
import { formatNumber } from './ticks.ts';

/** An example over a surface; a wrong one is drawn as a cross. */
export type SurfacePoint = {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  readonly wrong?: boolean;
};

/** `values`: [rows * columns] from the top, the chance of class 1, or with more classes the class plus its chance as a fraction. */
export type SurfaceInput = Field & {
  readonly x: Range;
  readonly y: Range;
  readonly points: readonly SurfacePoint[];
  readonly xLabel?: string;
  readonly yLabel?: string;
};

/** What there is to say about a decision surface. */
export type SurfaceFacts = {
  readonly classes: number;
  /** The share of the plane that goes to each class. */
  readonly shares: readonly number[];
  readonly points: number;
  readonly wrong: number;
};

/** Draws what a network answers over the plane, and the examples on top. */
export function drawSurface(
  input: SurfaceInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<SurfaceFacts>,
): Drawing {
  return { lines: drawLines(input, size, style), sentence: describe(surfaceFacts(input), formatNumber) };
}

/** The grid that a surface of this size can show: what to ask the network for. */
export function gridFor(size: Size, style: ChartStyle): { readonly columns: number; readonly rows: number } {
  const { columns, rows } = layout(size);
  return { columns, rows: style.glyphs !== 'ascii' && isHeat(style) ? rows * 2 : rows };
}

function drawLines(input: SurfaceInput, size: Size, style: ChartStyle): readonly Line[] {
  if (size.columns < 1 || size.rows < 1) return [];
  const grid = createGrid(size.columns, size.rows);
  const area = layout(size);
  paintField(grid, area, input, style);
  for (const point of input.points) if (!point.wrong) drawPoint(grid, area, input, point, style);
  for (const point of input.points) if (point.wrong) drawPoint(grid, area, input, point, style);
  drawLabels(grid, area, input);
  return gridLines(grid);
}

/** Where in the grid the surface lies. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
};

// Fixed, whatever the labels are: the network is asked for its answers before they are known.
function layout(size: Size): Area {
  const left = size.columns >= 24 ? 6 : 0;
  const footer = size.rows >= 6 ? 1 : 0;
  return { left, top: 0, columns: Math.max(1, size.columns - left), rows: Math.max(1, size.rows - footer) };
}

const shapes = {
  signs: { right: ['●', '○', '▲', '◆'], wrong: ['✖', '✕', '✖', '✖'] },
  ascii: { right: ['+', 'x', '^', 'o'], wrong: ['!', '!', '!', '!'] },
};

function drawPoint(
  grid: Grid,
  area: Area,
  input: SurfaceInput,
  point: SurfacePoint,
  style: ChartStyle,
): void {
  const column = Math.floor(((point.x - input.x[0]) / (input.x[1] - input.x[0])) * area.columns);
  const row = Math.floor(((input.y[1] - point.y) / (input.y[1] - input.y[0])) * area.rows);
  // A point on the far edge belongs to the last cell; one beyond is not on the picture.
  const isOnEdge = point.x === input.x[1] || point.y === input.y[0];
  const at = { column: Math.min(column, area.columns - 1), row: Math.min(row, area.rows - 1) };
  if (!(column >= 0 && row >= 0) || (!isOnEdge && (at.column !== column || at.row !== row))) return;
  const { right, wrong } = style.glyphs === 'ascii' ? shapes.ascii : shapes.signs;
  const letter = (point.wrong ? wrong : right)[point.label & 3]!;
  const cell = (area.top + at.row) * grid.columns + area.left + at.column;
  put(grid, area.left + at.column, area.top + at.row, letter, pointInk(grid.inks[cell]!, point, style));
}

function pointInk(under: Ink, point: SurfacePoint, style: ChartStyle): Ink {
  if (!isHeat(style)) return { tone: point.wrong ? 'bad' : classTone(point.label), bold: true };
  if (point.wrong) return { fg: 0xffffff, bg: wrongColor, bold: true };
  return { fg: pointColor(point.label), bg: shade(under.bg ?? 0), bold: true };
}

function drawLabels(grid: Grid, area: Area, input: SurfaceInput): void {
  const ink: Ink = { tone: 'muted' };
  const row = area.top + area.rows;
  if (area.left > 0) {
    const atRow = (text: string, at: number) =>
      write(grid, Math.max(0, area.left - 1 - textWidth(text)), at, text, ink);
    atRow(formatNumber(input.y[1]), area.top);
    if (area.rows > 1) atRow(formatNumber(input.y[0]), row - 1);
    if (area.rows > 2) atRow(fitting(input.yLabel, area.left - 1), area.top + (area.rows >> 1));
  }
  if (row >= grid.rows) return;
  const [low, high] = [formatNumber(input.x[0]), formatNumber(input.x[1])];
  write(grid, area.left, row, low, ink);
  const end = grid.columns - textWidth(high);
  if (end <= area.left + textWidth(low)) return;
  write(grid, end, row, high, ink);
  const room = end - area.left - textWidth(low) - 2;
  const label = fitting(input.xLabel, room);
  write(grid, area.left + ((area.columns - textWidth(label)) >> 1), row, label, ink);
}

function fitting(label: string | undefined, columns: number): string {
  return label !== undefined && textWidth(label) <= columns ? label : '';
}

function surfaceFacts(input: SurfaceInput): SurfaceFacts {
  const counts = Array<number>(input.classes).fill(0);
  for (let k = 0; k < input.values.length; k++) {
    const value = input.values[k]!;
    const label = input.classes > 2 ? Math.floor(value) : value >= 0.5 ? 1 : 0;
    if (label >= 0 && label < input.classes) counts[label]! += 1;
  }
  const total = Math.max(1, input.values.length);
  const wrong = input.points.filter((point) => point.wrong).length;
  return {
    classes: input.classes,
    shares: counts.map((count) => count / total),
    points: input.points.length,
    wrong,
  };
}
