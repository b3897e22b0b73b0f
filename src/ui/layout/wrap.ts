import type { Line, Span } from '../../charts/drawing.ts';
import { isSameInk, letters, lineWidth, mergeSpans, textWidth } from '../../charts/spans.ts';

/** A piece of running text in one style; `isSolid` pieces are not broken at their spaces. */
export type Piece = Omit<Span, 'text'> & { readonly text: string; readonly isSolid?: boolean };

/**
 * Breaks text into lines no wider than `width`, at spaces alone: neither a Korean nor an English word is cut,
 * and punctuation stays with the word it follows. What is wider than a line by itself is cut between characters.
 */
export function wrap(pieces: readonly Piece[], width: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  for (const word of wordsOf(pieces)) {
    const wide = lineWidth(word);
    if (used > 0 && used + 1 + wide > width) {
      lines.push(toLine(line));
      line = [];
      used = 0;
    }
    if (used > 0) line.push(space(line.at(-1), word[0]));
    used += used > 0 ? 1 : 0;
    for (const part of wide > width ? cut(word, width) : [word]) {
      if (used > 0 && used + lineWidth(part) > width) {
        lines.push(toLine(line));
        line = [];
        used = 0;
      }
      line.push(...part);
      used += lineWidth(part);
    }
  }
  if (line.length > 0) lines.push(toLine(line));
  return lines;
}

/** The characters of a text that fit into `width` cells. */
export function headOf(text: string, width: number): string {
  let head = '';
  let used = 0;
  for (const letter of letters(text)) {
    used += textWidth(letter);
    if (used > width) break;
    head += letter;
  }
  return head;
}

function wordsOf(pieces: readonly Piece[]): readonly Piece[][] {
  const words: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const parts = piece.isSolid ? [piece.text] : piece.text.split(/([ \t\n]+)/);
    for (const text of parts) {
      if (text === '') continue;
      if (!piece.isSolid && /^[ \t\n]+$/.test(text)) isOpen = false;
      else if (isOpen) words.at(-1)?.push({ ...piece, text });
      else {
        words.push([{ ...piece, text }]);
        isOpen = true;
      }
    }
  }
  return words;
}

/** A space between two words of one style has that style, so that the runs stay merged. */
function space(before: Piece | undefined, after: Piece | undefined): Piece {
  return before && after && isSameInk(before, after) ? { ...before, text: ' ' } : { text: ' ' };
}

function cut(word: readonly Piece[], width: number): readonly Piece[][] {
  const parts: Piece[][] = [];
  for (const piece of word) {
    let rest = piece.text;
    while (rest !== '') {
      const head = headOf(rest, width) || rest;
      parts.push([{ ...piece, text: head }]);
      rest = rest.slice(head.length);
    }
  }
  return parts;
}

function toLine(pieces: readonly Piece[]): Line {
  // A space that does not break has done its work: on the screen, and to whoever copies from it, it is a space.
  return mergeSpans(
    pieces.map(({ isSolid: _, ...span }): Span => ({ ...span, text: span.text.replaceAll('\u00a0', ' ') })),
  );
}
