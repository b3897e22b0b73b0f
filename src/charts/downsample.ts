import { position, type Scale } from './scale.ts';

/** Neighbouring points that fall into one column: enough of them to draw the same picture as all would. */
export type Run = {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
};

/** A line in columns: unbroken pieces of it, and where a value that is no number first broke it. */
export type Trace = {
  readonly pieces: readonly (readonly Run[])[];
  readonly broken: { readonly column: number; readonly value: number } | null;
};

/** Gathers a line of any length into at most about one run a column; first, last, least and largest survive. */
export function downsample(x: ArrayLike<number>, y: ArrayLike<number>, scale: Scale, columns: number): Trace {
  const pieces: Run[][] = [];
  let piece: Run[] = [];
  let broken: Trace['broken'] = null;
  const perUnit = (columns - 1) / scale.span;
  const length = Math.min(x.length, y.length);
  let column = NaN;
  let first = 0;
  let last = 0;
  let low = 0;
  let high = 0;
  const endRun = () => {
    if (!Number.isNaN(column)) piece.push({ column, first, last, low, high });
    column = NaN;
  };
  const endPiece = () => {
    endRun();
    if (piece.length > 0) pieces.push(piece);
    piece = [];
  };
  for (let i = 0; i < length; i++) {
    const value = y[i]!;
    const at = Math.min(columns, Math.max(-1, Math.round((x[i]! - scale.from) * perUnit)));
    if (!Number.isFinite(value) || Number.isNaN(at)) {
      if (broken === null && !Number.isNaN(at)) broken = { column: at, value: breakHeight(value, y[i - 1]) };
      endPiece();
      continue;
    }
    if (at === column) {
      last = value;
      if (value < low) low = value;
      else if (value > high) high = value;
      continue;
    }
    endRun();
    column = at;
    first = last = low = high = value;
  }
  endPiece();
  return { pieces, broken };
}

/** Least and largest of neighbouring values, in the order in which they come: at most `count` values in all. */
export function extremes(values: ArrayLike<number>, count: number): readonly number[] {
  if (values.length <= count) return Array.from(values);
  const parts = Math.max(1, Math.floor(count / 2));
  const pairs = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * values.length) / parts);
    return extremePair(values, from, Math.floor(((part + 1) * values.length) / parts));
  });
  return pairs.flat().slice(0, count);
}

// A value that is no number is what most has to be seen.
function extremePair(values: ArrayLike<number>, from: number, to: number): readonly number[] {
  let low = from;
  let high = from;
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(values[i]!)) return [values[i]!, values[i]!];
    if (values[i]! < values[low]!) low = i;
    if (values[i]! > values[high]!) high = i;
  }
  return [values[Math.min(low, high)]!, values[Math.max(low, high)]!];
}

/** The columns of a scale, for values that are not part of a line. */
export function columnOf(scale: Scale, value: number, columns: number): number {
  return Math.round(position(scale, value) * (columns - 1));
}

// A line breaks at the height where it was last, unless it left the chart for good above or below.
function breakHeight(value: number, before: number | undefined): number {
  if (!Number.isNaN(value)) return value;
  return before !== undefined && Number.isFinite(before) ? before : Infinity;
}
