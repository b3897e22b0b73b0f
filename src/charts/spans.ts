import stringWidth from 'string-width';
import type { Line, Span } from './drawing.ts';
import { plainWidth } from './plain-width.ts';

/** How a span looks, without what it says. */
export type Ink = Omit<Span, 'text'>;

let segmenter: Intl.Segmenter | null = null;

/** Cells that a text takes in the terminal; Hangul takes two a letter. */
export function textWidth(text: string): number {
  return plainWidth(text) ?? stringWidth(text);
}

/** Cells that a line takes in the terminal. */
export function lineWidth(line: Line): number {
  return line.reduce((width, span) => width + textWidth(span.text), 0);
}

/** What a reader sees as single letters; whatever takes no cell (control characters) is left out. */
export function letters(text: string): readonly string[] {
  if (plainWidth(text) !== null) return [...text];
  // Made when it is first needed: that takes a while.
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map(({ segment }) => segment).filter((letter) => textWidth(letter) > 0);
}

/** The start of a text that fits into so many cells, ended by `…` (or another mark) where something is cut. */
export function truncateText(text: string, columns: number, ellipsis = '…'): string {
  if (textWidth(text) <= columns) return text;
  const room = columns - textWidth(ellipsis);
  return room < 0 ? '' : takeCells(text, room) + ellipsis;
}

/** Joins neighbours of the same style, and drops empty spans. */
export function mergeSpans(spans: Line): Line {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (span.text === '') continue;
    if (last && isSameInk(last, span)) merged[merged.length - 1] = { ...last, text: last.text + span.text };
    else merged.push(span);
  }
  return merged;
}

/** The start of a line that fits into so many cells; a Hangul letter is never cut in two. */
export function truncateLine(line: Line, columns: number): Line {
  if (lineWidth(line) <= columns) return line;
  const kept: Span[] = [];
  let room = columns;
  for (const span of line) {
    const text = takeCells(span.text, room);
    if (text !== '') kept.push({ ...span, text });
    if (text !== span.text) break;
    room -= textWidth(text);
  }
  return kept;
}

/** The start of a line that fits into so many cells, ended by a mark where something is cut. */
export function shortenLine(line: Line, columns: number, ellipsis: string): Line {
  if (lineWidth(line) <= columns) return line;
  return mergeSpans([
    ...truncateLine(line, columns - textWidth(ellipsis)),
    { text: ellipsis, tone: 'muted' },
  ]);
}

/** A line cut or filled with blanks to exactly so many cells. */
export function padLine(line: Line, columns: number): Line {
  const kept = truncateLine(line, columns);
  const missing = columns - lineWidth(kept);
  return missing > 0 ? mergeSpans([...kept, { text: ' '.repeat(missing) }]) : kept;
}

/** What a line says, without any style. */
export function toPlainText(line: Line): string {
  return line.map((span) => span.text).join('');
}

/** Whether two spans look the same. */
export function isSameInk(a: Ink, b: Ink): boolean {
  return (
    a === b ||
    (a.tone === b.tone && a.fg === b.fg && a.bg === b.bg && !a.bold === !b.bold && !a.dim === !b.dim)
  );
}

function takeCells(text: string, columns: number): string {
  if (plainWidth(text) === text.length) return text.slice(0, Math.max(0, columns));
  let room = columns;
  let taken = '';
  for (const letter of letters(text)) {
    room -= textWidth(letter);
    if (room < 0) break;
    taken += letter;
  }
  return taken;
}
