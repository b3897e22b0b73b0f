import { columnOf } from './downsample.ts';
import type { ChartStyle, Size } from './drawing.ts';
import { createGrid, type Grid, put, write } from './grid.ts';
import { drawLegend, type LegendEntry, legendWidth, packLegend } from './legend.ts';
import { createScale, niceRange, position, type Range, type Scale } from './scale.ts';
import { type Ink, textWidth, truncateText } from './spans.ts';
import { formatTicks, logTicks, niceTicks } from './ticks.ts';

/** What stands around a plot. */
export type FrameSpec = {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xRange: Range;
  readonly yRange: Range;
  /** Keep the y range as it is instead of rounding it outwards. */
  readonly isExact: boolean;
  readonly logY: boolean;
  /** Whether a row is kept free between the plot and the x axis, where there is room. */
  readonly hasStrip: boolean;
  readonly legend: readonly LegendEntry[];
  /** Whether x counts something: layers, steps. */
  readonly isWhole: boolean;
  /** Axes at the edges, or through zero. */
  readonly axes: 'edge' | 'zero';
};

/** The grid with its axes drawn, and where in it the plot lies. */
export type Frame = {
  readonly grid: Grid;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows between the plot and the x axis. */
  readonly strips: number;
  readonly x: Scale;
  readonly y: Scale;
  /** The row of a value, from the top of the plot. */
  readonly rowOf: (value: number) => number;
};

const axisInk: Ink = { tone: 'axis' };
const labelInk: Ink = { tone: 'muted' };
const letters = {
  lines: { left: '│', tick: '┤', corner: '└', bottom: '─', down: '┬', zero: '┼' },
  ascii: { left: '|', tick: '+', corner: '+', bottom: '-', down: '+', zero: '+' },
};

/** Lays out axes, ticks, labels and legend; the smaller the size, the fewer of them there are. */
export function drawFrame(spec: FrameSpec, size: Size, style: ChartStyle): Frame {
  const grid = createGrid(size.columns, size.rows);
  const legend = size.rows >= 5 ? packLegend(spec.legend, spec.yLabel, size, style) : [];
  const top = Math.max(legend.length, size.rows >= 5 && spec.yLabel !== '' ? 1 : 0);
  const footer = (size.rows >= 6 && spec.axes === 'edge' ? 1 : 0) + (size.rows >= 4 ? 1 : 0);
  const strips = spec.hasStrip && size.rows >= 8 ? 1 : 0;
  const rows = size.rows - top - footer - strips;
  const count = Math.max(2, Math.min(8, Math.round(rows / 2)));
  const isNice = !spec.isExact && !spec.logY;
  const y = createScale(isNice ? niceRange(spec.yRange, count) : spec.yRange, spec.logY);
  const ticks = y.isLog ? logTicks(y.low, y.high, Math.max(2, rows / 2)) : niceTicks(y.low, y.high, count);
  const labels = formatTicks(ticks, y.isLog);
  const gutter = Math.max(0, ...labels.map(textWidth)) + 1;
  const left = gutter <= size.columns / 2 ? gutter : 0;
  const columns = size.columns - left;
  // Where an axis is drawn, a tick lies in the row in which the line passes it.
  const rowOf = (value: number) =>
    style.glyphs === 'braille'
      ? Math.floor(Math.round((1 - position(y, value)) * (rows * 4 - 1)) / 4)
      : Math.round((1 - position(y, value)) * (rows - 1));
  const frame: Frame = { grid, left, top, columns, rows, strips, x: createScale(spec.xRange), y, rowOf };
  if (spec.axes === 'zero') drawZeroAxes(frame, style);
  drawYAxis(frame, spec, style, ticks, labels);
  if (footer > 0) drawXAxis(frame, spec.xLabel, style, footer === 2, spec.isWhole);
  const room = legend[0] ? size.columns - legendWidth(legend[0]) - 1 : size.columns;
  const heading = truncateText(spec.yLabel, room, style.glyphs === 'ascii' ? '..' : '…');
  if (top > 0) write(grid, 0, 0, heading, labelInk);
  drawLegend(grid, legend);
  return frame;
}

function drawYAxis(
  frame: Frame,
  spec: FrameSpec,
  style: ChartStyle,
  ticks: readonly number[],
  labels: readonly string[],
): void {
  if (frame.left === 0) return;
  const { left, tick } = style.glyphs === 'ascii' ? letters.ascii : letters.lines;
  const used = new Set<number>();
  const edge = frame.left - 1;
  for (let row = 0; row < frame.rows; row++) {
    if (spec.axes === 'edge') put(frame.grid, edge, frame.top + row, left, axisInk);
  }
  ticks.forEach((value, k) => {
    const row = frame.rowOf(value);
    if (row < 0 || row >= frame.rows || used.has(row)) return;
    used.add(row);
    write(frame.grid, edge - textWidth(labels[k]!), frame.top + row, labels[k]!, labelInk);
    if (spec.axes === 'edge') put(frame.grid, edge, frame.top + row, tick, axisInk);
  });
}

/** Draws the x axis below a plot: its line where there is room, ticks and name. */
export function drawXAxis(
  frame: Omit<Frame, 'y' | 'rowOf'>,
  xLabel: string,
  style: ChartStyle,
  hasLine: boolean,
  isWhole = false,
): void {
  const { grid, left, top, columns, rows, strips, x } = frame;
  const { corner, bottom, down } = style.glyphs === 'ascii' ? letters.ascii : letters.lines;
  const row = top + rows + strips;
  if (hasLine) {
    for (let k = 0; k < columns; k++) put(grid, left + k, row, bottom, axisInk);
    put(grid, left - 1, row, corner, axisInk);
  }
  const labelRow = row + (hasLine ? 1 : 0);
  const label = truncateText(xLabel, Math.floor(columns * 0.4), '');
  const labelColumn = grid.columns - textWidth(label);
  write(grid, labelColumn, labelRow, label, labelInk);
  const count = Math.max(columns < 24 ? 2 : 3, Math.floor(columns / (isWhole ? 8 : 10)));
  const all = x.isLog ? logTicks(x.low, x.high, count) : niceTicks(x.low, x.high, count);
  const ticks = isWhole ? all.filter((tick) => Number.isInteger(tick)) : all;
  const texts = formatTicks(ticks, x.isLog);
  let free = 0;
  ticks.forEach((value, k) => {
    const column = left + columnOf(x, value, columns);
    const width = textWidth(texts[k]!);
    const room = (label === '' ? grid.columns : labelColumn - 2) - width;
    const start = Math.max(0, Math.min(column - Math.floor((width - 1) / 2), grid.columns - width));
    if (start < free || start > room) return;
    write(grid, start, labelRow, texts[k]!, labelInk);
    if (hasLine) put(grid, column, row, down, axisInk);
    free = start + width + 2;
  });
}

// Axes through zero are part of the plot: what is drawn later lies over them.
function drawZeroAxes(frame: Frame, style: ChartStyle): void {
  const { grid, left, top, columns, rows, x, y } = frame;
  const { left: upright, bottom, zero } = style.glyphs === 'ascii' ? letters.ascii : letters.lines;
  const ink: Ink = { tone: 'axis' };
  const hasX = x.low <= 0 && x.high >= 0;
  const hasY = !y.isLog && y.low <= 0 && y.high >= 0;
  const column = left + columnOf(x, 0, columns);
  const row = top + frame.rowOf(0);
  if (hasY) for (let k = 0; k < columns; k++) put(grid, left + k, row, bottom, ink);
  if (hasX) for (let k = 0; k < rows; k++) put(grid, column, top + k, upright, ink);
  if (hasX && hasY) put(grid, column, row, zero, ink);
}
