import type { ChartStyle, Tone } from './drawing.ts';
import type { Frame } from './frame.ts';
import { put, write } from './grid.ts';
import { position, rangeOf } from './scale.ts';
import { textWidth, truncateText } from './spans.ts';

/** A second quantity along the same x, in one row below the plot: the learning rate, how many rows a bin holds. */
export type Strip = {
  readonly label: string;
  readonly x: ArrayLike<number>;
  /** Not negative; the height of the row stands for the largest. */
  readonly y: ArrayLike<number>;
  readonly tone: Tone;
};

const heights = { signs: '▁▂▃▄▅▆▇█', ascii: '_.-=+*#' };

/** Draws a strip into the row below the plot; each value holds until the next one, and of several in a column the largest is shown. */
export function drawStrip(frame: Frame, strip: Strip, style: ChartStyle): void {
  const row = frame.top + frame.rows;
  const letters = style.glyphs === 'ascii' ? heights.ascii : heights.signs;
  const largest = Math.max(0, rangeOf([strip.y])?.[1] ?? 0);
  const label = truncateText(strip.label, frame.left - 1, '');
  write(frame.grid, frame.left - 1 - textWidth(label), row, label, { tone: 'muted' });
  columnValues(frame, strip).forEach((value, column) => {
    if (!(value >= 0) || largest === 0) return;
    const letter = letters[Math.round(Math.min(1, value / largest) * (letters.length - 1))]!;
    put(frame.grid, frame.left + column, row, letter, { tone: strip.tone });
  });
}

function columnValues(frame: Frame, { x, y }: Strip): Float64Array {
  const values = new Float64Array(frame.columns).fill(Number.NaN);
  for (let k = 0; k < Math.min(x.length, y.length); k++) {
    const column = Math.round(position(frame.x, x[k]!) * (frame.columns - 1));
    const before = values[column];
    if (before !== undefined && !(before >= y[k]!)) values[column] = y[k]!;
  }
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  for (let column = 1; column <= last; column++) {
    if (Number.isNaN(values[column]!)) values[column] = values[column - 1]!;
  }
  return values;
}
