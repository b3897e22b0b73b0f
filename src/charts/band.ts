import { createBraille, setDot } from './braille.ts';
import type { ChartStyle, Tone } from './drawing.ts';
import type { Frame } from './frame.ts';
import { put } from './grid.ts';
import type { Band } from './plot.ts';
import { position } from './scale.ts';
import type { Ink } from './spans.ts';
import { paintBraille } from './strokes.ts';

/** Shades the region between two lines, where nothing else is drawn. */
export function shadeBand(frame: Frame, band: Band, tone: Tone, style: ChartStyle): void {
  const isBraille = style.glyphs === 'braille';
  const [across, down] = isBraille ? [2, 4] : [1, 1];
  const width = frame.columns * across;
  const height = frame.rows * down;
  const dots = createBraille(frame.columns, frame.rows);
  const edges = bandEdges(frame, band, width);
  const shade = style.glyphs === 'ascii' ? ':' : '░';
  const ink: Ink = { tone, dim: true };
  const rowOf = (value: number) => Math.round((1 - position(frame.y, value)) * (height - 1));
  for (let x = 0; x < width; x++) {
    const [low, high] = edges(x);
    if (!(low <= high)) continue;
    for (let y = Math.max(0, rowOf(high)); y <= Math.min(height - 1, rowOf(low)); y++) {
      // One dot in four, on the diagonal: a tint rather than a texture.
      if (!isBraille) put(frame.grid, frame.left + x, frame.top + y, shade, ink);
      else if (x % 2 === 0 && y % 2 === (x >> 1) % 2) setDot(dots, x, y);
    }
  }
  if (isBraille) paintBraille(frame, dots, () => ink);
}

// The band's edges over each column: straight between the points that were given.
function bandEdges(frame: Frame, band: Band, width: number): (column: number) => readonly [number, number] {
  const { x, low, high } = band;
  const last = Math.min(x.length, low.length, high.length) - 1;
  let k = 0;
  return (column) => {
    const at = frame.x.low + ((column + 0.5) / width) * (frame.x.high - frame.x.low);
    while (k < last && x[k + 1]! <= at) k++;
    if (last < 0 || at < x[0]! || (at > x[last]! && last > 0 && k === last)) return [NaN, NaN];
    if (k === last) return [low[k]!, high[k]!];
    const along = (at - x[k]!) / (x[k + 1]! - x[k]!);
    return [low[k]! + (low[k + 1]! - low[k]!) * along, high[k]! + (high[k + 1]! - high[k]!) * along];
  };
}
