import type { ChartStyle, Describe, Drawing, Line, Size, Tone } from './drawing.ts';
import { mergeSpans, padLine, textWidth, truncateLine, truncateText } from './spans.ts';
import { formatNumber } from './ticks.ts';

export type Bar = { readonly label: string; readonly value: number; readonly tone: Tone };

export type BarsInput = {
  readonly bars: readonly Bar[];
  /** What a full bar stands for; without it, the largest value. */
  readonly full?: number;
  readonly format?: (value: number) => string;
};

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Draws horizontal bars with their labels and values; what does not fit is counted in the last line. */
export function drawBars(
  input: BarsInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<readonly Bar[]>,
): Drawing {
  const { bars } = input;
  const write = input.format ?? formatNumber;
  const format = (value: number) =>
    style.glyphs === 'ascii' ? write(value).replace('∞', 'inf') : write(value);
  const shown = bars.length > size.rows ? bars.slice(0, Math.max(0, size.rows - 1)) : bars;
  const labelWidth = Math.min(widest(shown.map(({ label }) => label)), Math.floor(size.columns * 0.4));
  const valueWidth = widest(shown.map(({ value }) => format(value)));
  const room = Math.max(0, size.columns - labelWidth - valueWidth - 2);
  const full =
    input.full ?? Math.max(0, ...bars.map(({ value }) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  const lines = shown.map(({ label, value, tone }): Line => {
    const name = padLine(
      [{ text: truncateText(label, labelWidth, ellipsis(style)), tone: 'text' }],
      labelWidth,
    );
    const bar = barText(share(value, full), room, style);
    const number = { text: format(value), tone: 'muted' } as const;
    return truncateLine(
      mergeSpans([...name, { text: ' ' }, { text: bar, tone }, { text: ' ' }, number]),
      size.columns,
    );
  });
  const rest = bars.length - shown.length;
  const more: Line = truncateLine([{ text: `${ellipsis(style)} +${rest}`, tone: 'muted' }], size.columns);
  return {
    lines: rest > 0 && size.rows > 0 ? [...lines, more] : lines,
    sentence: describe(bars, formatNumber),
  };
}

function share(value: number, full: number): number {
  if (Number.isNaN(value) || full <= 0) return 0;
  return Math.min(1, Math.abs(value) / full);
}

// The end of a bar is drawn in eighths of a cell where the terminal has them.
function barText(part: number, columns: number, style: ChartStyle): string {
  if (style.glyphs === 'ascii') return '#'.repeat(Math.round(part * columns));
  const length = Math.round(part * columns * 8);
  return '█'.repeat(length >> 3) + eighths[length & 7];
}

function ellipsis(style: ChartStyle): string {
  return style.glyphs === 'ascii' ? '..' : '…';
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}
