import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { drawPlot, type Plot, type PlotDot, seriesMark } from './plot.ts';
import { formatNumber } from './ticks.ts';

/** One measure of every layer, from the inputs on, with its spread where it is known. */
export type ProfileSeries = {
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
  readonly tone: Tone;
};

export type ProfileInput = {
  readonly series: readonly ProfileSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logY?: boolean;
};

/** What a measure is in the first and in the last layer; null where it is no number there. */
export type ProfileFacts = readonly {
  readonly label: string;
  readonly layers: number;
  readonly first: number | null;
  readonly last: number | null;
}[];

/** Draws measures by depth: how activations or gradients fade or grow from layer to layer. */
export function drawProfile(
  input: ProfileInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<ProfileFacts>,
): Drawing {
  const lines = input.series.map(({ label, values, low, high, tone }) => {
    const x = Array.from(values, (_, k) => k + 1);
    return { label, x, y: values, tone, ...(low && high ? { band: { x, low, high } } : {}) };
  });
  const plot: Plot = {
    lines,
    dots: input.series.flatMap((series, k) => layerDots(series, seriesMark(k, style), size)),
    xLabel: input.xLabel,
    yLabel: input.yLabel,
    isWhole: true,
    ...(input.logY && { logY: true }),
  };
  return { lines: drawPlot(plot, size, style), sentence: describe(profileFacts(input), formatNumber) };
}

// A mark at every layer, while they stand far enough apart to be counted.
function layerDots({ values, tone }: ProfileSeries, letter: string, size: Size): readonly PlotDot[] {
  if (values.length * 4 > size.columns) return [];
  return Array.from(values, (y, k) => ({ x: k + 1, y, letter, ink: { tone, bold: true } }));
}

function profileFacts({ series }: ProfileInput): ProfileFacts {
  const finite = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? value : null;
  return series.map(({ label, values }) => ({
    label,
    layers: values.length,
    first: finite(values[0]),
    last: finite(values[values.length - 1]),
  }));
}
