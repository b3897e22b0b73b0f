import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { type Band, drawPlot, type Mark, type Plot, plotRanges } from './plot.ts';
import type { Range } from './scale.ts';
import { formatNumber } from './ticks.ts';

/** One curve. Faint ones (other seeds, raw values behind smoothed ones) lie dim beneath the others. */
export type CurveSeries = {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly tone: Tone;
  readonly faint?: boolean;
  readonly band?: Band;
};

export type CurvesInput = {
  readonly series: readonly CurveSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logY?: boolean;
  readonly xRange?: Range;
  readonly yRange?: Range;
  readonly marks?: readonly Mark[];
  readonly hline?: { readonly y: number; readonly label: string };
};

/** What there is to say about one curve; `null` where it has no finite point. */
export type SeriesFacts = {
  readonly label: string;
  readonly points: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly lowest: { readonly x: number; readonly y: number } | null;
  readonly highest: { readonly x: number; readonly y: number } | null;
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
  const plot: Plot = { ...input, lines: input.series };
  const series = input.series.filter((line) => !line.faint).map(seriesFacts);
  const ranges = plotRanges(plot);
  return {
    lines: drawPlot(plot, size, style, ranges),
    sentence: describe({ series, ...ranges }, formatNumber),
  };
}

function seriesFacts({ label, x, y }: CurveSeries): SeriesFacts {
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
    brokenAt: broken < 0 ? null : x[broken]!,
  };
}
