import { columnOf, type Trace } from './downsample.ts';
import type { ChartStyle } from './drawing.ts';
import type { Frame } from './frame.ts';
import { isBlank, put, write, writeWhereFree } from './grid.ts';
import type { Mark, PlotDot, PlotLine } from './plot.ts';
import { position } from './scale.ts';
import { type Ink, textWidth, truncateText } from './spans.ts';

/** Draws the vertical lines of marks. */
export function drawUprights(frame: Frame, marks: readonly Mark[], style: ChartStyle): void {
  for (const mark of marks) {
    const column = markColumn(frame, mark);
    if (column === null) continue;
    for (let row = 0; row < frame.rows; row++) {
      put(frame.grid, column, frame.top + row, style.glyphs === 'ascii' ? ':' : '┊', { tone: mark.tone });
    }
  }
}

/** Names the marks at the top of their lines, on the side that has room. */
export function nameUprights(frame: Frame, marks: readonly Mark[]): void {
  for (const mark of marks) {
    const column = markColumn(frame, mark);
    if (column === null) continue;
    const text = truncateText(mark.label, Math.max(0, frame.columns - 2), '');
    const isRight = column + 1 + textWidth(text) <= frame.left + frame.columns;
    const sides = [column + 1, column - textWidth(text)].filter((start) => isFitting(frame, start, text));
    const start = Math.max(frame.left, isRight ? column + 1 : column - textWidth(text));
    const places = [0, 1, 2, frame.rows - 1].flatMap((row) => sides.map((side) => ({ column: side, row })));
    const inFrame = [...places, { column: start, row: 0 }].map((at) => ({ ...at, row: at.row + frame.top }));
    writeWhereFree(frame.grid, inFrame, text, { tone: mark.tone });
  }
}

/** Draws a level across the plot. */
export function drawLevel(frame: Frame, y: number, style: ChartStyle): void {
  const row = frame.rowOf(y);
  if (!Number.isFinite(y) || row < 0 || row >= frame.rows) return;
  for (let column = 0; column < frame.columns; column++) {
    put(frame.grid, frame.left + column, frame.top + row, style.glyphs === 'ascii' ? '~' : '╌', {
      tone: 'accent',
    });
  }
}

/** Names a level, beside it where there is room. */
export function nameLevel(frame: Frame, level: { readonly y: number; readonly label: string }): void {
  const row = frame.rowOf(level.y);
  if (!Number.isFinite(level.y) || row < 0 || row >= frame.rows) return;
  const text = truncateText(level.label, frame.columns, '');
  const right = frame.left + frame.columns - textWidth(text);
  const middle = frame.left + Math.floor((frame.columns - textWidth(text)) / 2);
  const rows = [row - 1, row + 1].filter((near) => near >= 0 && near < frame.rows);
  const places = [right, middle, frame.left].flatMap((column) => rows.map((near) => ({ column, row: near })));
  const inFrame = [...places, { column: right, row }].map((at) => ({ ...at, row: at.row + frame.top }));
  writeWhereFree(frame.grid, inFrame, text, { tone: 'accent' });
}

/** A stretch of y that was predicted. */
export type Prediction = { readonly low: number; readonly high: number; readonly label: string };

/** Draws a predicted stretch: its ends across the plot, and a bar along the right edge between them. */
export function drawPrediction(frame: Frame, { low, high }: Prediction, style: ChartStyle): void {
  if (Number.isNaN(low) || Number.isNaN(high)) return;
  for (const end of [low, high]) drawLevel(frame, end, style);
  const [top, bottom] = [frame.rowOf(high), frame.rowOf(low)];
  for (let row = Math.max(0, top); row <= Math.min(frame.rows - 1, bottom); row++) {
    put(frame.grid, frame.left + frame.columns - 1, frame.top + row, style.glyphs === 'ascii' ? ']' : '▐', {
      tone: 'accent',
    });
  }
}

/** Names a predicted stretch at one of its ends that can be seen. */
export function namePrediction(frame: Frame, { low, high, label }: Prediction): void {
  const isSeen = (y: number) => frame.rowOf(y) >= 0 && frame.rowOf(y) < frame.rows;
  const y = [high, low].find((end) => Number.isFinite(end) && isSeen(end));
  if (y !== undefined) nameLevel(frame, { y, label });
}

/** Draws a dot, and its label beside it where that covers nothing. */
export function drawDot(frame: Frame, dot: PlotDot): void {
  if (!Number.isFinite(dot.x) || !Number.isFinite(dot.y)) return;
  const column = columnOf(frame.x, dot.x, frame.columns);
  const row = frame.rowOf(dot.y);
  if (column < 0 || column >= frame.columns || row < 0 || row >= frame.rows) return;
  // What a dot stands on shows around it.
  const { bg } = frame.grid.inks[(frame.top + row) * frame.grid.columns + frame.left + column]!;
  const ink: Ink = bg === undefined ? dot.ink : { ...dot.ink, bg };
  write(frame.grid, frame.left + column, frame.top + row, dot.letter, ink);
  if (!dot.label) return;
  const width = textWidth(dot.label);
  const sides = [column + 1, column - width].filter((start) =>
    isFitting(frame, frame.left + start, dot.label!),
  );
  const rows = [row, row - 1, row + 1].filter((near) => near >= 0 && near < frame.rows);
  const places = rows.flatMap((near) =>
    sides.map((side) => ({ column: frame.left + side, row: frame.top + near })),
  );
  const free = places.find((at) => isFree(frame, at.column, at.row, width));
  if (free) write(frame.grid, free.column, free.row, dot.label, ink);
}

/** How a line is told from the others without colour. */
export type LineMark = { readonly letter: string; readonly index: number; readonly count: number };

/** Puts a line's mark on it at a few places, and a cross where it first stopped being a number. */
export function drawLineMarks(
  frame: Frame,
  trace: Trace,
  line: PlotLine,
  mark: LineMark,
  style: ChartStyle,
): void {
  const perCell = style.glyphs === 'braille' ? 2 : (frame.columns + 1) / frame.columns;
  const runs = trace.pieces.flat();
  const cellOf = (column: number) => Math.min(frame.columns - 1, Math.floor(column / perCell));
  const ink: Ink = { tone: line.tone, bold: true };
  const isDotOnly = runs.length === 1;
  if (mark.index >= 0 && mark.count > 1 && runs.length > 1) {
    for (const target of markTargets(frame.columns, mark)) {
      const run = runs.find((candidate) => cellOf(candidate.column) === target);
      if (run) putInPlot(frame, target, frame.rowOf(run.last), mark.letter, ink);
    }
  }
  if (isDotOnly) putInPlot(frame, cellOf(runs[0]!.column), frame.rowOf(runs[0]!.last), mark.letter, ink);
  if (!trace.broken) return;
  const row = Math.max(0, Math.min(frame.rows - 1, frame.rowOf(trace.broken.value)));
  const cross = style.glyphs === 'ascii' ? 'x' : '✗';
  putInPlot(frame, cellOf(trace.broken.column), row, cross, { tone: 'bad', bold: true });
}

// The marks of several lines stand in turn, so that they do not cover each other where lines run together.
function markTargets(columns: number, mark: LineMark): readonly number[] {
  const spacing = Math.max(12, Math.min(28, Math.floor(columns / 3)), mark.count * 2);
  const first = Math.floor(((mark.index + 0.5) / mark.count) * spacing);
  return Array.from({ length: Math.ceil((columns - first) / spacing) }, (_, k) => first + k * spacing);
}

function putInPlot(frame: Frame, column: number, row: number, letter: string, ink: Ink): void {
  if (column < 0 || column >= frame.columns || row < 0 || row >= frame.rows) return;
  put(frame.grid, frame.left + column, frame.top + row, letter, ink);
}

function markColumn(frame: Frame, mark: Mark): number | null {
  const along = position(frame.x, mark.x);
  if (!(along >= 0 && along <= 1)) return null;
  return frame.left + columnOf(frame.x, mark.x, frame.columns);
}

function isFitting(frame: Frame, start: number, text: string): boolean {
  return start >= frame.left && start + textWidth(text) <= frame.left + frame.columns;
}

function isFree(frame: Frame, column: number, row: number, width: number): boolean {
  for (let k = 0; k < width; k++) if (!isBlank(frame.grid, column + k, row)) return false;
  return true;
}
