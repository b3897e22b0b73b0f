import { extremes } from './downsample.ts';
import type { ChartStyle, Line, Tone } from './drawing.ts';
import { createScale, position, rangeOf } from './scale.ts';
import { mergeSpans } from './spans.ts';

export type SparklineInput = {
  readonly values: ArrayLike<number>;
  readonly tone: Tone;
  readonly logY?: boolean;
};

// Blocks have eight heights in a cell and braille only four, so they serve where there is braille, too.
const heights = { blocks: '▁▂▃▄▅▆▇█', ascii: '_.-=+*#' };

/** A row of values in one line of text: the course of a loss beside a name. */
export function drawSparkline(input: SparklineInput, columns: number, style: ChartStyle): Line {
  if (columns < 1) return [];
  const isAscii = style.glyphs === 'ascii';
  const letters = isAscii ? heights.ascii : heights.blocks;
  const scale = createScale(rangeOf([input.values], input.logY) ?? [0, 1], input.logY);
  const shown = extremes(input.values, columns);
  return mergeSpans(
    shown.map((value) => {
      if (!Number.isFinite(value)) return { text: isAscii ? 'x' : '✗', tone: 'bad' };
      const height = Math.min(1, Math.max(0, position(scale, value)));
      return { text: letters[Math.round(height * (letters.length - 1))]!, tone: input.tone };
    }),
  );
}
