import type { Line } from '../charts/drawing.ts';
import { textWidth } from '../charts/spans.ts';
import type { Press } from './key-press.ts';

/** Text that is being written; the cursor counts code units and stands between graphemes. */
export type TextField = { readonly text: string; readonly cursor: number };

/** A field with its cursor at the end. */
export function fieldOf(text: string): TextField {
  return { text, cursor: text.length };
}

/** What a field comes to after a key; null where the key means nothing to it. */
export function editField({ text, cursor }: TextField, press: Press): TextField | null {
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  switch (press.key) {
    case 'backspace':
      return { text: withoutLast(before) + after, cursor: withoutLast(before).length };
    case 'left':
      return { text, cursor: withoutLast(before).length };
    case 'right':
      return { text, cursor: cursor + firstOf(after).length };
    case 'home':
    case 'ctrl+a':
      return { text, cursor: before.lastIndexOf('\n') + 1 };
    case 'end':
    case 'ctrl+e':
      return { text, cursor: after.includes('\n') ? cursor + after.indexOf('\n') : text.length };
    case 'ctrl+u':
      return { text: after, cursor: 0 };
    case 'ctrl+w':
      return { text: before.replace(/\S+\s*$/, '') + after, cursor: before.replace(/\S+\s*$/, '').length };
    case 'alt+enter':
      return { text: `${before}\n${after}`, cursor: cursor + 1 };
    default:
      if (press.text === '' || press.key === 'enter' || press.key === 'tab') return null;
      return inserted(before, press.text.replaceAll('\t', '  '), after);
  }
}

/** Jamo that come one by one, or from a Mac's clipboard, become syllables: terminals do not agree on how wide they are alone. */
function inserted(before: string, text: string, after: string): TextField {
  const written = (before + text).normalize('NFC');
  return { text: written + after, cursor: written.length };
}

/** The text in lines no wider than `width`, and the cell where the cursor stands. */
export function layField(
  { text, cursor }: TextField,
  width: number,
): { readonly lines: readonly Line[]; readonly column: number; readonly row: number } {
  const starts = lineStarts(text, width);
  const lines = starts.map(
    (start, i): Line => [{ text: text.slice(start, starts[i + 1]).replace(/\n$/, '') }],
  );
  const row = Math.max(
    0,
    starts.findLastIndex((start) => start <= cursor),
  );
  return { lines, row, column: textWidth(text.slice(starts[row], cursor)) };
}

let segmenter: Intl.Segmenter | null = null;

/** The letters of a text as a reader counts them. */
function graphemesOf(text: string): Intl.Segments {
  // Made when something is first written: that takes a while.
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** Where each line begins: after a line end, or at the word that did not fit, or inside a word longer than a line. */
function lineStarts(text: string, width: number): readonly number[] {
  const starts = [0];
  let wordAt = 0;
  let used = 0;
  for (const { segment, index } of graphemesOf(text)) {
    const start = starts.at(-1) ?? 0;
    // The last cell is left to the cursor; one space may fall into it.
    const room = segment === ' ' ? width : width - 1;
    if (segment !== '\n' && used + textWidth(segment) > room) {
      const next = wordAt > start ? wordAt : index;
      starts.push(next);
      used = textWidth(text.slice(next, index));
    }
    used += textWidth(segment);
    if (segment === ' ' || segment === '\n') wordAt = index + segment.length;
    if (segment === '\n') {
      starts.push(index + 1);
      used = 0;
    }
  }
  return starts;
}

function withoutLast(text: string): string {
  const last = [...graphemesOf(text)].at(-1);
  return last ? text.slice(0, last.index) : text;
}

function firstOf(text: string): string {
  const [first] = graphemesOf(text);
  return first?.segment ?? '';
}
