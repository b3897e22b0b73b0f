import { type BrailleCanvas, createBraille, setLine } from './braille.ts';
import { type Heights, paintContours } from './contour-ground.ts';
import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import type { Frame } from './frame.ts';
import { pathColor } from './palette.ts';
import { pathDots } from './path.ts';
import { drawPlot } from './plot.ts';
import { position, type Range } from './scale.ts';
import type { Ink } from './spans.ts';
import { paintBraille } from './strokes.ts';
import { isHeat } from './surface-field.ts';
import { formatNumber } from './ticks.ts';

type Point = { readonly x: number; readonly y: number };

/** A function over the plane, and the points at which an optimizer stood, in order. */
export type ContoursInput = Heights & {
  readonly x: Range;
  readonly y: Range;
  readonly path: readonly Point[];
  readonly xLabel: string;
  readonly yLabel: string;
};

/** What there is to say about a path over a plane; what is not known is null. */
export type ContoursFacts = {
  readonly steps: number;
  /** The last point that is made of numbers, and the height below it. */
  readonly end: Point | null;
  readonly height: number | null;
  /** The least height that is shown. */
  readonly lowest: number | null;
  /** The first step whose point is no finite number. */
  readonly divergedAt: number | null;
};

/** Draws a function over the plane as lines of equal height, and an optimizer's path over it. */
export function drawContours(
  input: ContoursInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<ContoursFacts>,
): Drawing {
  const { x, y, path, xLabel, yLabel } = input;
  const ink: Ink = isHeat(style) ? { fg: pathColor } : { tone: 'accent' };
  const ground = (frame: Frame) => {
    const trail = trailOf(frame, path);
    paintContours(frame, input, style, trail.cells);
    if (style.glyphs === 'braille') paintTrail(frame, trail, ink);
  };
  const lines = drawPlot(
    { lines: [], dots: pathDots(path, style, ink), ground, xLabel, yLabel, xRange: x, yRange: y },
    size,
    style,
  );
  return { lines, sentence: describe(contoursFacts(input), formatNumber) };
}

// The way between the steps, so that it is seen where they lie far apart.
function trailOf(frame: Frame, path: readonly Point[]): BrailleCanvas {
  const dots = createBraille(frame.columns, frame.rows);
  const column = (at: Point) => Math.round(position(frame.x, at.x) * (frame.columns * 2 - 1));
  const row = (at: Point) => Math.round((1 - position(frame.y, at.y)) * (frame.rows * 4 - 1));
  path.forEach((to, k) => {
    const from = path[k - 1];
    if (from && isSomewhere(from) && isSomewhere(to))
      setLine(dots, column(from), row(from), column(to), row(to));
  });
  return dots;
}

function paintTrail(frame: Frame, dots: BrailleCanvas, ink: Ink): void {
  paintBraille(frame, dots, (cell) => {
    const at = frame.top + Math.floor(cell / frame.columns);
    const { bg } = frame.grid.inks[at * frame.grid.columns + frame.left + (cell % frame.columns)]!;
    return bg === undefined ? ink : { ...ink, bg };
  });
}

function isSomewhere({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

function contoursFacts(input: ContoursInput): ContoursFacts {
  const { path, values } = input;
  const end = path.findLast(isSomewhere) ?? null;
  const broken = path.findIndex((point) => !isSomewhere(point));
  let lowest: number | null = null;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (Number.isFinite(value) && (lowest === null || value < lowest)) lowest = value;
  }
  return {
    steps: Math.max(0, path.length - 1),
    end,
    height: end && heightAt(input, end),
    lowest,
    divergedAt: broken < 0 ? null : broken,
  };
}

function heightAt({ values, columns, rows, x, y }: ContoursInput, at: Point): number | null {
  const column = Math.floor(((at.x - x[0]) / (x[1] - x[0])) * columns);
  const row = Math.floor(((y[1] - at.y) / (y[1] - y[0])) * rows);
  if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return null;
  const height = values[row * columns + column];
  return height !== undefined && Number.isFinite(height) ? height : null;
}
