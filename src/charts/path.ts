import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { drawPlot, type Plot, type PlotDot } from './plot.ts';
import type { Range } from './scale.ts';
import type { Ink } from './spans.ts';
import { formatNumber } from './ticks.ts';

/** A function of one variable, and the points at which an optimizer stood, in order. */
export type PathInput = {
  readonly curve: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  readonly path: readonly { readonly x: number; readonly y: number }[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xRange?: Range;
  readonly yRange?: Range;
};

/** What there is to say about a path; `start` and `end` are null without one. */
export type PathFacts = {
  readonly steps: number;
  readonly start: { readonly x: number; readonly y: number } | null;
  readonly end: { readonly x: number; readonly y: number } | null;
  /** Steps that went from one side of the curve's lowest point to the other. */
  readonly crossings: number;
  /** The first step whose point is no finite number. */
  readonly divergedAt: number | null;
};

/** Draws an optimizer's path over its function: steps by number while they are few, the last one large. */
export function drawPath(
  input: PathInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<PathFacts>,
): Drawing {
  const plot: Plot = {
    lines: [{ label: '', ...input.curve, tone: 'series0' }],
    dots: pathDots(input.path, style, { tone: 'accent' }),
    xLabel: input.xLabel,
    yLabel: input.yLabel,
    ...(input.xRange && { xRange: input.xRange }),
    ...(input.yRange && { yRange: input.yRange }),
  };
  return { lines: drawPlot(plot, size, style), sentence: describe(pathFacts(input), formatNumber) };
}

const numberedSteps = 10;

/** Steps as dots: early ones lie over late ones, which crowd together near the bottom; the last one lies over all. */
export function pathDots(path: PathInput['path'], style: ChartStyle, ink: Ink): readonly PlotDot[] {
  const [small, large] = style.glyphs === 'ascii' ? ['o', '@'] : ['•', '◉'];
  const last = path.findLastIndex(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const steps = path.slice(0, Math.max(0, last)).map((point, k): PlotDot => {
    const label = k < numberedSteps ? { label: String(k) } : {};
    return { ...point, letter: small!, ink, ...label };
  });
  const end = path[last];
  if (!end) return [];
  const label = String(last);
  return [...steps.reverse(), { ...end, letter: large!, ink: { ...lastInk(ink), bold: true }, label }];
}

function lastInk(ink: Ink): Ink {
  return ink.fg === undefined ? { tone: 'warn' } : { fg: 0xffffff };
}

function pathFacts({ curve, path }: PathInput): PathFacts {
  const bottom = lowestX(curve);
  const broken = path.findIndex(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y));
  const finite = broken < 0 ? path : path.slice(0, broken);
  const sides = finite.map(({ x }) => Math.sign(x - bottom)).filter((side) => side !== 0);
  return {
    steps: Math.max(0, path.length - 1),
    start: finite[0] ?? null,
    end: finite.at(-1) ?? null,
    crossings: sides.filter((side, k) => k > 0 && side !== sides[k - 1]).length,
    divergedAt: broken < 0 ? null : broken,
  };
}

function lowestX({ x, y }: PathInput['curve']): number {
  let lowest = 0;
  for (let k = 1; k < Math.min(x.length, y.length); k++) if (!(y[k]! >= y[lowest]!)) lowest = k;
  return x[lowest] ?? 0;
}
