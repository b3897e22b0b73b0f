import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { drawPlot, type Plot } from './plot.ts';
import { formatNumber } from './ticks.ts';

/** Answers of similar chance: the mean chance that was claimed, and the share that came true. */
export type ReliabilityBin = {
  readonly chance: number;
  readonly share: number;
  readonly count: number;
};

export type ReliabilityInput = {
  /** By rising chance. */
  readonly bins: readonly ReliabilityBin[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Stands before the row that shows how many answers a bin holds. */
  readonly countLabel: string;
};

/** What there is to say about the reliability of chances. */
export type ReliabilityFacts = {
  readonly count: number;
  /** Expected calibration error: the mean distance of share and chance, weighted by the bins' counts; null without answers. */
  readonly error: number | null;
  /** How much the chances exceed the shares on the whole: above 0 is overconfidence. */
  readonly excess: number | null;
};

/** Draws how often chances come true: on the diagonal they can be relied on, below it they promise too much. */
export function drawReliability(
  input: ReliabilityInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<ReliabilityFacts>,
): Drawing {
  const bins = input.bins.filter(({ count }) => count > 0);
  const x = bins.map(({ chance }) => chance);
  const letter = style.glyphs === 'ascii' ? 'o' : '●';
  const plot: Plot = {
    lines: [
      { label: '', x: [0, 1], y: [0, 1], tone: 'axis', faint: true },
      { label: '', x, y: bins.map(({ share }) => share), tone: 'series0' },
    ],
    dots: bins.map(({ chance, share }) => ({ x: chance, y: share, letter, ink: { tone: 'series0' } })),
    strip: { label: input.countLabel, x, y: bins.map(({ count }) => count), tone: 'muted' },
    xLabel: input.xLabel,
    yLabel: input.yLabel,
    xRange: [0, 1],
    yRange: [0, 1],
  };
  return { lines: drawPlot(plot, size, style), sentence: describe(reliabilityFacts(bins), formatNumber) };
}

function reliabilityFacts(bins: readonly ReliabilityBin[]): ReliabilityFacts {
  const known = bins.filter(({ chance, share }) => Number.isFinite(chance) && Number.isFinite(share));
  const count = known.reduce((sum, bin) => sum + bin.count, 0);
  if (!(count > 0 && count < Infinity)) return { count: 0, error: null, excess: null };
  const mean = (of: (bin: ReliabilityBin) => number) =>
    known.reduce((sum, bin) => sum + (bin.count / count) * of(bin), 0);
  return {
    count,
    error: mean(({ chance, share }) => Math.abs(chance - share)),
    excess: mean(({ chance, share }) => chance - share),
  };
}
