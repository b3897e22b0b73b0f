import type { Line } from '../../charts/drawing.ts';
import { padLine } from '../../charts/spans.ts';
import type { Section } from '../sections.ts';
import type { Chunk } from './prose.ts';

/** Cells between two columns of text. */
export const GUTTER = 4;

/** Two texts of the same parts side by side, part by part; marks and cursor are those of the left one. */
export function sectionsBeside(
  left: readonly Section[],
  right: readonly Section[],
  width: number,
): readonly Section[] {
  const count = Math.max(left.length, right.length);
  return Array.from({ length: count }, (_, i) => {
    const section = left[i] ?? { lines: [], joined: right[i]?.joined ?? false };
    return { ...section, lines: linesBeside(section.lines, right[i]?.lines ?? [], width) };
  });
}

/** The same for chunks of prose. */
export function chunksBeside(
  left: readonly Chunk[],
  right: readonly Chunk[],
  width: number,
): readonly Chunk[] {
  return left.map((chunk, i) => ({
    ...chunk,
    lines: linesBeside(chunk.lines, right[i]?.lines ?? [], width),
  }));
}

function linesBeside(left: readonly Line[], right: readonly Line[], width: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i): Line => {
    const other = right[i] ?? [];
    const line = left[i] ?? [];
    return other.length === 0 ? line : [...padLine(line, width + GUTTER), ...other];
  });
}
