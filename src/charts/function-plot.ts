import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { drawPlot, type Plot } from './plot.ts';
import { type Range, rangeOf } from './scale.ts';
import { formatNumber } from './ticks.ts';

/** Functions given by their samples, all over the same range of x. */
export type FunctionPlotInput = {
  readonly functions: readonly {
    readonly label: string;
    readonly x: ArrayLike<number>;
    readonly y: ArrayLike<number>;
  }[];
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly yRange?: Range;
};

/** What there is to say about functions: what each of them spans. */
export type FunctionFacts = {
  readonly functions: readonly { readonly label: string; readonly range: Range | null }[];
  readonly xRange: Range | null;
};

/** Draws functions with axes through zero, for the figures of lessons. */
export function drawFunctions(
  input: FunctionPlotInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<FunctionFacts>,
): Drawing {
  const plot: Plot = {
    lines: input.functions.map((line, k) => ({ ...line, tone: `series${(k & 7) as 0}` satisfies Tone })),
    xLabel: input.xLabel ?? '',
    yLabel: input.yLabel ?? '',
    ...(input.yRange && { yRange: input.yRange }),
    axes: 'zero',
  };
  const functions = input.functions.map(({ label, y }) => ({ label, range: rangeOf([y]) }));
  const xRange = rangeOf(input.functions.map(({ x }) => x));
  return { lines: drawPlot(plot, size, style), sentence: describe({ functions, xRange }, formatNumber) };
}
