import {
  drawDot,
  drawLevel,
  drawLineMarks,
  drawPrediction,
  drawUprights,
  nameLevel,
  namePrediction,
  nameUprights,
  type Prediction,
} from './annotations.ts';
import { shadeBand } from './band.ts';
import type { ChartStyle, Line, Size, Tone } from './drawing.ts';
import { drawFrame, type Frame } from './frame.ts';
import { gridLines } from './grid.ts';
import { type Range, rangeOf } from './scale.ts';
import type { Ink } from './spans.ts';
import { drawStrip, type Strip } from './strip.ts';
import { drawStrokes, traceLines } from './strokes.ts';

type Numbers = ArrayLike<number>;

/** A line through points. A faint one is drawn beneath the others and stays out of the legend. */
export type PlotLine = {
  readonly label: string;
  readonly x: Numbers;
  readonly y: Numbers;
  readonly tone: Tone;
  readonly faint?: boolean;
  /** A shaded region between two lines: the spread over seeds. */
  readonly band?: Band;
};

export type Band = { readonly x: Numbers; readonly low: Numbers; readonly high: Numbers };

/** A letter at a point, over all lines. */
export type PlotDot = {
  readonly x: number;
  readonly y: number;
  readonly letter: string;
  readonly ink: Ink;
  /** Beside the dot where there is room. */
  readonly label?: string;
};

/** A vertical line that names a moment: diverged here, best, early stop. */
export type Mark = { readonly x: number; readonly label: string; readonly tone: Tone };

/** All that a plot can hold; what is left out is not drawn. */
export type Plot = {
  readonly lines: readonly PlotLine[];
  readonly dots?: readonly PlotDot[];
  readonly marks?: readonly Mark[];
  /** A level to compare with: a prediction, ln 2. */
  readonly hline?: { readonly y: number; readonly label: string };
  readonly prediction?: Prediction;
  readonly strip?: Strip;
  /** Paints what lies below everything else. */
  readonly ground?: (frame: Frame) => void;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logY?: boolean;
  readonly xRange?: Range;
  readonly yRange?: Range;
  /** Whether x counts something, so that there is nothing between two ticks. */
  readonly isWhole?: boolean;
  readonly axes?: 'edge' | 'zero';
};

const lineMarks = {
  lines: ['●', '▲', '■', '◆', '○', '△', '□', '◇'],
  ascii: ['o', '+', 'x', '*', '#', '@', '%', '&'],
};

/** What tells the k-th named line from the others without colour. */
export function seriesMark(k: number, style: ChartStyle): string {
  const marks = style.glyphs === 'ascii' ? lineMarks.ascii : lineMarks.lines;
  return marks[k % marks.length]!;
}

/** Draws a plot of any kind into lines of spans; a caller that knows its ranges spares finding them again. */
export function drawPlot(
  plot: Plot,
  size: Size,
  style: ChartStyle,
  ranges: PlotRanges = plotRanges(plot),
): readonly Line[] {
  if (size.columns < 2 || size.rows < 2) return [];
  const named = plot.lines.filter((line) => !line.faint && line.label !== '');
  const markOf = (line: PlotLine) => seriesMark(Math.max(0, named.indexOf(line)), style);
  const legend = named.map((line) => ({ label: line.label, mark: markOf(line), tone: line.tone }));
  const frame = drawFrame(
    {
      ...ranges,
      xLabel: plot.xLabel,
      yLabel: plot.yLabel,
      isExact: plot.yRange !== undefined,
      logY: plot.logY ?? false,
      legend,
      hasStrip: plot.strip !== undefined,
      isWhole: plot.isWhole ?? false,
      axes: plot.axes ?? 'edge',
    },
    size,
    style,
  );
  plot.ground?.(frame);
  const ordered = [...plot.lines.filter((line) => line.faint), ...plot.lines.filter((line) => !line.faint)];
  for (const line of ordered) if (line.band) shadeBand(frame, line.band, line.tone, style);
  drawUprights(frame, plot.marks ?? [], style);
  if (plot.hline) drawLevel(frame, plot.hline.y, style);
  if (plot.prediction) drawPrediction(frame, plot.prediction, style);
  const traces = traceLines(frame, ordered, style);
  drawStrokes(frame, ordered, traces, style);
  ordered.forEach((line, k) => {
    drawLineMarks(
      frame,
      traces[k]!,
      line,
      { letter: markOf(line), index: named.indexOf(line), count: named.length },
      style,
    );
  });
  for (const dot of plot.dots ?? []) drawDot(frame, dot);
  nameUprights(frame, plot.marks ?? []);
  if (plot.hline) nameLevel(frame, plot.hline);
  if (plot.prediction) namePrediction(frame, plot.prediction);
  if (plot.strip && frame.strips > 0) drawStrip(frame, plot.strip, style);
  return gridLines(frame.grid);
}

type PlotRanges = { readonly xRange: Range; readonly yRange: Range };

/** What the axes have to span, where the caller has not said so. */
export function plotRanges(plot: Plot): PlotRanges {
  const dots = plot.dots ?? [];
  const bands = plot.lines.flatMap((line) => (line.band ? [line.band] : []));
  const xs = [...plot.lines, ...bands].map((line) => line.x);
  const ys = [...plot.lines.map((line) => line.y), ...bands.flatMap((band) => [band.low, band.high])];
  const predicted = plot.prediction ? [plot.prediction.low, plot.prediction.high] : [];
  const values = [...ys, dots.map((dot) => dot.y), plot.hline ? [plot.hline.y] : [], predicted];
  return {
    xRange: plot.xRange ?? rangeOf([...xs, dots.map((dot) => dot.x)]) ?? [0, 1],
    yRange: plot.yRange ?? rangeOf(values, plot.logY) ?? rangeOf(values) ?? [0, 1],
  };
}
