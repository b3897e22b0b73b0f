import { niceStep } from './ticks.ts';

/** How values lie along an axis: 0 at `low`, 1 at `high`. */
export type Scale = {
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  readonly from: number;
  readonly span: number;
};

export type Range = readonly [low: number, high: number];

// Beyond this, differences of two values overflow or vanish.
const largest = 1e300;
const smallest = 1e-300;

/** A scale over a range; one that is empty, or a single value, is widened so that it can be drawn. */
export function createScale(range: Range, isLog = false): Scale {
  const log = isLog && range[1] > smallest;
  const [low, high] = log ? widenLog(range) : widen(range);
  const from = log ? Math.log10(low) : low;
  const to = log ? Math.log10(high) : high;
  return { low, high, isLog: log, from, span: to - from };
}

/** Where a value lies: 0 at the low end, 1 at the high end, outside of them beyond, but never far beyond. */
export function position(scale: Scale, value: number): number {
  const along = scale.isLog ? Math.log10(Math.max(value, smallest)) : value;
  return Math.min(4, Math.max(-3, (along - scale.from) / scale.span));
}

/** The range of all finite values, positive ones only for a log axis; null where there is none. */
export function rangeOf(lists: readonly ArrayLike<number>[], isLog = false): Range | null {
  let low = Infinity;
  let high = -Infinity;
  const floor = isLog ? smallest : -Infinity;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i]!;
      if (value < low && value > floor) low = value;
      if (value > high && value < Infinity && value > floor) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}

/** A range moved outwards to the next half step between ticks: round, and little of the height is lost. */
export function niceRange(range: Range, count: number): Range {
  const [low, high] = widen(range);
  const half = niceStep(high - low, count) / 2;
  return [Math.floor(low / half + 1e-9) * half, Math.ceil(high / half - 1e-9) * half];
}

function widen([low, high]: Range): Range {
  const a = Math.max(-largest, Math.min(low, high, largest));
  const b = Math.min(largest, Math.max(low, high, -largest));
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (b - a > Math.max(size * 1e-12, smallest)) return [a, b];
  const margin = size > smallest ? size * 0.1 : 1;
  return [a - margin, b + margin];
}

function widenLog([low, high]: Range): Range {
  const b = Math.min(high, largest);
  // Zero lies infinitely far down a log axis: four decades are shown instead.
  const a = low > smallest ? Math.min(b, low) : Math.max(smallest, b * 1e-4);
  return b / a > 1.001 ? [a, b] : [a / 2, b * 2];
}
