import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { drawPlot, type Plot, type PlotDot } from './plot.ts';
import { type Range, rangeOf } from './scale.ts';
import { formatNumber } from './ticks.ts';

/** Data of one input and one target, and what a network answers over the range. */
export type FitInput = {
  readonly points: readonly { readonly x: number; readonly y: number; readonly held?: boolean }[];
  readonly curve: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curveLabel?: string;
  readonly yRange?: Range;
};

/** What there is to say about a fit. */
export type FitFacts = {
  readonly points: number;
  /** Mean squared distance of the data to the curve; null without either. */
  readonly meanSquare: number | null;
  /** What the curve spans. */
  readonly curveRange: Range | null;
};

/** Draws data as dots and a fitted curve through them; points held out of training are hollow. */
export function drawFit(
  input: FitInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<FitFacts>,
): Drawing {
  const [seen, held] = style.glyphs === 'ascii' ? ['o', 'x'] : ['●', '○'];
  const dots = input.points.map(
    ({ x, y, held: isHeld }): PlotDot => ({
      x,
      y,
      letter: isHeld ? held! : seen!,
      ink: { tone: isHeld ? 'series2' : 'series1' },
    }),
  );
  const plot: Plot = {
    lines: [{ label: input.curveLabel ?? '', ...input.curve, tone: 'accent' }],
    dots,
    xLabel: input.xLabel,
    yLabel: input.yLabel,
    ...(input.yRange && { yRange: input.yRange }),
  };
  return { lines: drawPlot(plot, size, style), sentence: describe(fitFacts(input), formatNumber) };
}

function fitFacts({ points, curve }: FitInput): FitFacts {
  const squares = points
    .map(({ x, y }) => (answerAt(curve, x) - y) ** 2)
    .filter((square) => Number.isFinite(square));
  const sum = squares.reduce((total, square) => total + square, 0);
  return {
    points: points.length,
    meanSquare: squares.length > 0 ? sum / squares.length : null,
    curveRange: rangeOf([curve.y]),
  };
}

// Straight between the samples of the curve; outside of them there is no answer.
function answerAt({ x, y }: FitInput['curve'], at: number): number {
  for (let k = 1; k < x.length; k++) {
    const [from, to] = [x[k - 1]!, x[k]!];
    if (at >= from && at <= to) {
      const along = to === from ? 0 : (at - from) / (to - from);
      return y[k - 1]! * (1 - along) + y[k]! * along;
    }
  }
  return x.length > 0 && x[0] === at ? y[0]! : Number.NaN;
}
