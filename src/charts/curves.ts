import type { Prediction } from './annotations.ts';
import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { type Band, drawPlot, type Mark, type Plot, type PlotDot, plotRanges } from './plot.ts';
import type { Range } from './scale.ts';
import { smooth } from './smoothing.ts';
import type { Strip } from './strip.ts';
import { formatNumber } from './ticks.ts';

/** One curve. Faint ones (other seeds, raw values behind smoothed ones) lie dim beneath the others. */
export type CurveSeries = {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly tone: Tone;
  readonly faint?: boolean;
  readonly band?: Band;
  /** Which of its points is marked as the best. */
  readonly best?: 'lowest' | 'highest';
};

export type CurvesInput = {
  readonly series: readonly CurveSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logY?: boolean;
  readonly xRange?: Range;
  readonly yRange?: Range;
  /** Moments: diverged here, stopped early, a setting changed, a branch begun. */
  readonly marks?: readonly Mark[];
  readonly hline?: { readonly y: number; readonly label: string };
  /** Where the learner expects the end. */
  readonly prediction?: Prediction;
  /** How much of the running mean stays from point to point, from 0 to below 1; the raw curve lies faint behind it. */
  readonly smoothing?: number;
  /** An x at which the legend reads every curve. */
  readonly cursor?: number;
  /** A second quantity along x: the learning rate. */
  readonly strip?: Strip;
};

/** What there is to say about one curve; `null` where it has no finite point. */
export type SeriesFacts = {
  readonly label: string;
  readonly points: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly lowest: { readonly x: number; readonly y: number } | null;
  readonly highest: { readonly x: number; readonly y: number } | null;
  /** Where it turned back, by more than a tenth of its height: a loss that rose again, an accuracy that fell. */
  readonly turn: { readonly x: number; readonly y: number } | null;
  /** The first x whose y is no finite number. */
  readonly brokenAt: number | null;
};

/** What there is to say about a chart of curves. */
export type CurvesFacts = {
  readonly series: readonly SeriesFacts[];
  readonly xRange: Range;
  readonly yRange: Range;
};

/** Draws curves over a common axis: losses, accuracies, norms. `describe` puts their facts into a sentence. */
export function drawCurves(
  input: CurvesInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<CurvesFacts>,
): Drawing {
  const series = input.series.filter((line) => !line.faint).map(seriesFacts);
  const plot = plotOf(input, series, style);
  const ranges = plotRanges(plot);
  return {
    lines: drawPlot(plot, size, style, ranges),
    sentence: describe({ series, ...ranges }, formatNumber),
  };
}

function plotOf(input: CurvesInput, facts: readonly SeriesFacts[], style: ChartStyle): Plot {
  const { cursor, marks = [] } = input;
  const lines = input.series.flatMap((line) => smoothed(line, input));
  const at: Mark[] = cursor === undefined ? [] : [{ x: cursor, label: formatNumber(cursor), tone: 'accent' }];
  return {
    ...input,
    lines: cursor === undefined ? lines : lines.map((line) => readAt(line, cursor)),
    marks: [...marks, ...at],
    dots: input.series.filter((line) => !line.faint).flatMap((line, k) => bestDot(line, facts[k]!, style)),
  };
}

function smoothed(line: CurveSeries, { smoothing, logY }: CurvesInput): readonly CurveSeries[] {
  if (!smoothing || line.faint) return [line];
  const { band: _, ...raw } = line;
  return [
    { ...raw, label: '', faint: true },
    { ...line, y: smooth(line.y, smoothing, logY ?? false) },
  ];
}

function readAt(line: CurveSeries, cursor: number): CurveSeries {
  if (line.faint) return line;
  let k = Math.min(line.x.length, line.y.length) - 1;
  while (k >= 0 && line.x[k]! > cursor) k--;
  return k < 0 ? line : { ...line, label: `${line.label} ${formatNumber(line.y[k]!)}` };
}

function bestDot({ best, tone }: CurveSeries, facts: SeriesFacts, style: ChartStyle): readonly PlotDot[] {
  const point = best && facts[best];
  if (!point) return [];
  const letter = style.glyphs === 'ascii' ? '@' : '◉';
  return [{ ...point, letter, ink: { tone, bold: true }, label: formatNumber(point.y) }];
}

/** Reads one curve. */
export function seriesFacts({ label, x, y }: Pick<CurveSeries, 'label' | 'x' | 'y'>): SeriesFacts {
  const points = Math.min(x.length, y.length);
  let [first, last, lowest, highest, broken] = [-1, -1, -1, -1, -1];
  for (let i = 0; i < points; i++) {
    const value = y[i]!;
    if (!Number.isFinite(value)) {
      if (broken < 0) broken = i;
      continue;
    }
    if (first < 0) first = lowest = highest = i;
    if (value < y[lowest]!) lowest = i;
    if (value > y[highest]!) highest = i;
    last = i;
  }
  const point = (i: number) => (i < 0 ? null : { x: x[i]!, y: y[i]! });
  return {
    label,
    points,
    first: point(first)?.y ?? null,
    last: point(last)?.y ?? null,
    lowest: point(lowest),
    highest: point(highest),
    turn: point(turnOf(y, { first, last, lowest, highest })),
    brokenAt: broken < 0 ? null : x[broken]!,
  };
}

function turnOf(
  y: ArrayLike<number>,
  { first, last, lowest, highest }: Record<'first' | 'last' | 'lowest' | 'highest', number>,
): number {
  if (first < 0) return -1;
  const least = y[highest]! / 10 - y[lowest]! / 10;
  if (Math.min(y[first]!, y[last]!) - y[lowest]! > least) return lowest;
  return y[highest]! - Math.max(y[first]!, y[last]!) > least ? highest : -1;
}
