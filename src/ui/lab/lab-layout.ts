import type { Line, Size } from '../../charts/drawing.ts';
import { padLine, truncateLine } from '../../charts/spans.ts';

/** Where the curves and the panels stand in the body of a lab; without a place, the curves are one of the panels. */
export type LabLayout = {
  readonly curves: Size | null;
  readonly panel: Size;
  /** Panels side by side, and one below the other. */
  readonly across: number;
  readonly down: number;
};

const GAP = 2;
/** Below this a panel says nothing beside the curves. */
const LEAST_PANEL = 26;
const TALL_PANEL = 15;

/** In a narrow window one thing at a time; beside the curves where there is room; several in a large one. */
export function layoutOf({ columns, rows }: Size): LabLayout {
  if (columns < 66) return { curves: null, panel: { columns, rows }, across: 1, down: 1 };
  const down = Math.max(1, Math.min(3, Math.floor(rows / TALL_PANEL)));
  const left = Math.floor((columns - GAP) * (columns >= 110 ? 0.46 : 0.54));
  const right = columns - GAP - left;
  const across = right >= 2 * LEAST_PANEL + GAP + 10 ? 2 : 1;
  const panel = {
    columns: Math.floor((right - (across - 1) * GAP) / across),
    rows: Math.floor(rows / down),
  };
  return { curves: { columns: left, rows }, panel, across, down };
}

/** Blocks of lines side by side, each in its width. */
export function sideBySide(
  blocks: readonly { readonly lines: readonly Line[]; readonly columns: number }[],
): readonly Line[] {
  const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap(({ lines, columns }, i) => {
      const line = truncateLine(lines[row] ?? [], columns);
      return i < blocks.length - 1 ? padLine(line, columns + GAP) : line;
    }),
  );
}

/** Exactly so many lines. */
export function filled(lines: readonly Line[], rows: number): readonly Line[] {
  return Array.from({ length: rows }, (_, row) => lines[row] ?? []);
}
