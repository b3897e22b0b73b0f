import type { ChartStyle, Describe, Drawing, Size, Tone } from './drawing.ts';
import { drawXAxis, type Frame } from './frame.ts';
import { createGrid, gridLines, put, write } from './grid.ts';
import { createScale, position, type Range, rangeOf, type Scale } from './scale.ts';
import { textWidth, truncateText } from './spans.ts';
import { formatNumber } from './ticks.ts';

/** One heap of values: the activations or gradients of a layer. */
export type HistogramGroup = {
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly tone: Tone;
};

export type HistogramInput = {
  /** Drawn one below the other over a common axis. */
  readonly groups: readonly HistogramGroup[];
  readonly xLabel: string;
  /** Values beyond are heaped up at its ends. */
  readonly xRange?: Range;
  /** For sizes of many magnitudes; only positive values are drawn. */
  readonly logX?: boolean;
};

/** What there is to say about one heap of values; mean and deviation are NaN where no value is finite. */
export type GroupFacts = {
  readonly label: string;
  readonly count: number;
  readonly mean: number;
  readonly std: number;
  /** Values that are exactly 0: ReLUs that are off. */
  readonly zeros: number;
  /** Values that are NaN or infinite. */
  readonly broken: number;
};

/** Draws how values are spread, one histogram a group, with the values in its highest bar at its top. */
export function drawHistogram(
  input: HistogramInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<readonly GroupFacts[]>,
): Drawing {
  const facts = input.groups.map(groupFacts);
  const sentence = describe(facts, formatNumber);
  if (size.columns < 2 || size.rows < 2) return { lines: [], sentence };
  const grid = createGrid(size.columns, size.rows);
  const footer = size.rows >= 6 ? 2 : 1;
  const rows = Math.max(1, Math.floor((size.rows - footer) / Math.max(1, input.groups.length)));
  const shown = input.groups.slice(0, Math.floor((size.rows - footer) / rows));
  const names = Math.max(6, ...shown.map(({ label }) => textWidth(label)));
  const left = size.columns >= 24 ? Math.min(names, Math.floor(size.columns / 3)) + 1 : 0;
  const columns = size.columns - left;
  const lists = input.groups.map(({ values }) => values);
  const x = createScale(input.xRange ?? rangeOf(lists, input.logX) ?? [0, 1], input.logX);
  shown.forEach((group, k) => {
    const top = k * rows;
    // A blank line keeps the feet of one heap off the next one's head.
    const gap = rows >= 3 && k > 0 ? 1 : 0;
    const label = truncateText(group.label, left - 1, style.glyphs === 'ascii' ? '' : '…');
    write(grid, 0, top + rows - 1, label, { tone: 'text' });
    const { heights, most } = columnHeights(group.values, x, columns, facts[k]!.count);
    const peak = formatNumber(most);
    if (rows - gap >= 2) write(grid, left - 1 - textWidth(peak), top + gap, peak, { tone: 'muted' });
    drawHeap({ grid, left, top: top + gap, columns, rows: rows - gap }, heights, group.tone, style);
  });
  const plot = { grid, left, top: 0, columns, rows: size.rows - footer, strips: 0, x };
  const rest = input.groups.length - shown.length;
  const more = rest > 0 ? `${style.glyphs === 'ascii' ? '..' : '…'} +${rest}  ` : '';
  drawXAxis(plot, more + input.xLabel, style, footer === 2);
  return { lines: gridLines(grid), sentence };
}

const letters = { signs: ' ▁▂▃▄▅▆▇█', ascii: ' .:#' };

type Place = Pick<Frame, 'grid' | 'left' | 'top' | 'columns' | 'rows'>;

// Whatever is there at all is seen: its lowest step is not rounded away.
function drawHeap(place: Place, heights: Float64Array, tone: Tone, style: ChartStyle): void {
  const ramp = style.glyphs === 'ascii' ? letters.ascii : letters.signs;
  const steps = ramp.length - 1;
  heights.forEach((height, column) => {
    let level = height > 0 ? Math.max(1, Math.round(height * place.rows * steps)) : 0;
    for (let row = place.rows - 1; row >= 0 && level > 0; row--) {
      const letter = ramp[Math.min(steps, level)]!;
      put(place.grid, place.left + column, place.top + row, letter, { tone });
      level -= steps;
    }
  });
}

// As many bins as the number of values bears (Rice's rule), each as many columns wide as they fill.
function columnHeights(
  values: ArrayLike<number>,
  x: Scale,
  columns: number,
  count: number,
): { readonly heights: Float64Array; readonly most: number } {
  const bins = Math.min(columns, Math.max(4, Math.ceil(2 * Math.cbrt(count))));
  const counts = new Float64Array(bins);
  let most = 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value) || (x.isLog && value <= 0)) continue;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(position(x, value) * bins)));
    const next = counts[bin]! + 1;
    counts[bin] = next;
    if (next > most) most = next;
  }
  const heights = Float64Array.from(
    { length: columns },
    (_, column) => counts[Math.floor((column * bins) / columns)]! / (most || 1),
  );
  return { heights, most };
}

function groupFacts({ label, values }: HistogramGroup): GroupFacts {
  let [count, mean, squares, zeros] = [0, 0, 0, 0];
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value)) continue;
    count++;
    if (value === 0) zeros++;
    // Welford's update: no sum of squares that could lose the digits.
    const before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }
  const isEmpty = count === 0;
  return {
    label,
    count,
    mean: isEmpty ? Number.NaN : mean,
    std: isEmpty ? Number.NaN : Math.sqrt(squares / count),
    zeros,
    broken: values.length - count,
  };
}
