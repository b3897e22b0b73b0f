import { type BrailleCanvas, brailleLetter, createBraille, setDot, setLine } from './braille.ts';
import { downsample, type Run, type Trace } from './downsample.ts';
import type { ChartStyle } from './drawing.ts';
import type { Frame } from './frame.ts';
import { put } from './grid.ts';
import { drawLineArt } from './line-art.ts';
import type { PlotLine } from './plot.ts';
import { position } from './scale.ts';
import type { Ink } from './spans.ts';

/** The lines of a plot, gathered to the columns that the terminal can show. */
export function traceLines(frame: Frame, lines: readonly PlotLine[], style: ChartStyle): readonly Trace[] {
  // Braille has two columns a cell; box-drawing letters join the edges of cells, one more than there are cells.
  const columns = style.glyphs === 'braille' ? frame.columns * 2 : frame.columns + 1;
  return lines.map((line) => downsample(line.x, line.y, frame.x, columns));
}

/** Draws the lines into the frame, the last one on top. */
export function drawStrokes(
  frame: Frame,
  lines: readonly PlotLine[],
  traces: readonly Trace[],
  style: ChartStyle,
): void {
  if (style.glyphs === 'braille') drawBrailleLines(frame, lines, traces);
  else drawArtLines(frame, lines, traces, style.glyphs);
}

// Braille carries eight times as many dots as there are cells, so a curve is smooth and its noise is seen; where the
// terminal has no braille, asciichart's joined box-drawing letters make the clearest line.
function drawBrailleLines(frame: Frame, lines: readonly PlotLine[], traces: readonly Trace[]): void {
  const faint = createBraille(frame.columns, frame.rows);
  const main = createBraille(frame.columns, frame.rows);
  const inks: Ink[] = [];
  lines.forEach((line, k) => {
    const own = createBraille(frame.columns, frame.rows);
    for (const piece of traces[k]!.pieces) setPiece(own, piece, dotRow(frame));
    const ink: Ink = line.faint ? { tone: line.tone, dim: true } : { tone: line.tone };
    const shared = line.faint ? faint : main;
    own.cells.forEach((dots, cell) => {
      if (dots === 0) return;
      shared.cells[cell]! |= dots;
      inks[cell] = ink;
    });
  });
  // Over a faint line the other stands alone, so that its shape stays clear.
  paintBraille(frame, faint, (cell) => inks[cell]!);
  paintBraille(frame, main, (cell) => inks[cell]!);
}

/** Puts the cells of a canvas that hold dots into the frame. */
export function paintBraille(frame: Frame, canvas: BrailleCanvas, inkOf: (cell: number) => Ink): void {
  canvas.cells.forEach((dots, cell) => {
    if (dots === 0) return;
    const row = Math.floor(cell / canvas.columns);
    const column = cell % canvas.columns;
    put(frame.grid, frame.left + column, frame.top + row, brailleLetter(dots), inkOf(cell));
  });
}

function dotRow(frame: Frame): (value: number) => number {
  return (value) => Math.round((1 - position(frame.y, value)) * (frame.rows * 4 - 1));
}

function setPiece(canvas: BrailleCanvas, piece: readonly Run[], rowOf: (value: number) => number): void {
  let before: Run | undefined;
  for (const run of piece) {
    if (before) setLine(canvas, before.column, rowOf(before.last), run.column, rowOf(run.first));
    setLine(canvas, run.column, rowOf(run.low), run.column, rowOf(run.high));
    setDot(canvas, run.column, rowOf(run.first));
    before = run;
  }
}

function drawArtLines(
  frame: Frame,
  lines: readonly PlotLine[],
  traces: readonly Trace[],
  glyphs: 'blocks' | 'ascii',
): void {
  const rowOf = (value: number) => (1 - position(frame.y, value)) * (frame.rows - 1);
  lines.forEach((line, k) => {
    const ink: Ink = line.faint ? { tone: line.tone, dim: true } : { tone: line.tone };
    for (const piece of traces[k]!.pieces) {
      for (const { column, row, letter } of drawLineArt(piece, rowOf, frame, glyphs)) {
        put(frame.grid, frame.left + column, frame.top + row, letter, ink);
      }
    }
  });
}
