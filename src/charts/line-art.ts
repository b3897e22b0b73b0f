import asciichart from 'asciichart';
import type { Run } from './downsample.ts';

// asciichart's order: zero mark, axis mark, two ends, level, four corners, upright.
const symbols = {
  blocks: [' ', ' ', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
  ascii: [' ', ' ', '-', '-', '-', '`', '.', '.', "'", '|'],
};

/** A letter of a line, and the cell it stands in. */
export type Stroke = { readonly column: number; readonly row: number; readonly letter: string };

/** One unbroken piece of a line in box-drawing letters. `rowOf` gives rows from the top, in fractions. */
export function drawLineArt(
  piece: readonly Run[],
  rowOf: (value: number) => number,
  size: { readonly columns: number; readonly rows: number },
  glyphs: 'blocks' | 'ascii',
): readonly Stroke[] {
  const from = Math.max(0, piece[0]!.column);
  const samples = sampleColumns(piece, rowOf, from, Math.min(size.columns, piece.at(-1)!.column));
  const bottom = size.rows - 1;
  // In units of rows and from the bottom, asciichart's own rounding has nothing left to round.
  const heights = samples.map((row) => Math.min(bottom + 1, Math.max(-1, bottom - Math.round(row))));
  return plotHeights(heights, bottom, glyphs)
    .flatMap((line, row) => [...line].map((letter, k) => ({ column: from + k, row: row - 1, letter })))
    .filter(
      ({ letter, row, column }) => letter !== ' ' && row >= 0 && row <= bottom && column < size.columns,
    );
}

// One row more above and below lets a line leave the chart.
function plotHeights(
  heights: readonly number[],
  bottom: number,
  glyphs: 'blocks' | 'ascii',
): readonly string[] {
  if (heights.length < 2) return [];
  const config = { min: -1, max: bottom + 1, height: bottom + 2, offset: 1, format: () => ' ' };
  const picture = asciichart.plot([heights], { ...config, symbols: symbols[glyphs] });
  return picture.split('\n').map((line) => line.slice(1));
}

// Between two columns a line needs one height each; of a run's extremes, the one farther from where the line comes from.
function sampleColumns(
  piece: readonly Run[],
  rowOf: (value: number) => number,
  from: number,
  to: number,
): readonly number[] {
  const samples: number[] = [];
  let k = 0;
  for (let column = from; column <= to; column++) {
    while (k < piece.length - 1 && piece[k + 1]!.column <= column) k++;
    const run = piece[k]!;
    const next = piece[k + 1];
    if (run.column >= column || !next)
      samples.push(rowOf(farther(run, samples.at(-1), rowOf, k, piece.length)));
    else {
      const along = (column - run.column) / (next.column - run.column);
      samples.push(rowOf(run.last) * (1 - along) + rowOf(next.first) * along);
    }
  }
  return samples;
}

function farther(
  run: Run,
  before: number | undefined,
  rowOf: (value: number) => number,
  k: number,
  count: number,
): number {
  if (k === count - 1) return run.last;
  if (before === undefined) return run.first;
  return Math.abs(rowOf(run.low) - before) > Math.abs(rowOf(run.high) - before) ? run.low : run.high;
}
