import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { drawPlot, type Plot, type PlotLine } from './plot.ts';
import { formatNumber } from './ticks.ts';

/** What a threshold draws as it falls through the scores, and the area below it; NaN where a class is missing. */
export type ThresholdCurve = {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly area: number;
  readonly tone: Tone;
};

export type ThresholdInput = {
  readonly curves: readonly ThresholdCurve[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Stands before the areas in the legend: AUC, AP. */
  readonly areaLabel: string;
  /** Where a threshold that is in use lies. */
  readonly at?: { readonly x: number; readonly y: number; readonly label: string };
};

/** What there is to say about such curves. */
export type ThresholdFacts = readonly { readonly label: string; readonly area: number }[];

/** Draws ROC curves over the diagonal of chance. */
export function drawRoc(
  input: ThresholdInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<ThresholdFacts>,
): Drawing {
  const chance: PlotLine = { label: '', x: [0, 1], y: [0, 1], tone: 'axis', faint: true };
  return drawThresholds(input, { lines: [chance] }, size, style, describe);
}

/** Draws precision over recall, above the share of the positive class, which is what guessing reaches. */
export function drawPrecisionRecall(
  input: ThresholdInput & { readonly base: { readonly y: number; readonly label: string } },
  size: Size,
  style: ChartStyle,
  describe: Describe<ThresholdFacts>,
): Drawing {
  return drawThresholds(input, { lines: [], hline: input.base }, size, style, describe);
}

function drawThresholds(
  { curves, xLabel, yLabel, areaLabel, at }: ThresholdInput,
  base: Pick<Plot, 'lines' | 'hline'>,
  size: Size,
  style: ChartStyle,
  describe: Describe<ThresholdFacts>,
): Drawing {
  const lines = curves.map(({ label, x, y, area, tone }): PlotLine => {
    const named = `${label} ${areaLabel} ${formatNumber(area)}`.trim();
    return { label: named, x, y, tone };
  });
  const letter = style.glyphs === 'ascii' ? '@' : '◉';
  const plot: Plot = {
    ...base,
    lines: [...base.lines, ...lines],
    ...(at && { dots: [{ ...at, letter, ink: { tone: 'warn', bold: true } }] }),
    xLabel,
    yLabel,
    xRange: [0, 1],
    yRange: [0, 1],
  };
  const facts = curves.map(({ label, area }) => ({ label, area }));
  return { lines: drawPlot(plot, size, style), sentence: describe(facts, formatNumber) };
}
