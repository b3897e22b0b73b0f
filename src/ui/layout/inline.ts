import type { Inline, Source } from '../../content/lesson.ts';
import type { Theme } from '../theme.ts';
import type { Piece } from './wrap.ts';

/** What inline text refers to. */
export type References = { readonly sources: Readonly<Record<string, Source>> };

/** Inline content as styled pieces that can be wrapped. */
export function piecesOf(
  content: readonly Inline[],
  theme: Theme,
  { sources }: References,
  style: Omit<Piece, 'text'> = {},
): readonly Piece[] {
  const pieces = content.flatMap((inline, i): Piece[] => {
    const inner = (nested: readonly Inline[], change: Omit<Piece, 'text'>) => [
      ...piecesOf(nested, theme, { sources }, { ...style, ...change }),
    ];
    switch (inline.type) {
      case 'text':
        // A mark belongs to the sentence before it and never begins a line.
        return [
          { ...style, text: isMark(content[i + 1]) ? inline.value.replace(/\s+$/, NO_BREAK) : inline.value },
        ];
      case 'strong':
        return inner(inline.content, { bold: true });
      case 'emphasis':
        return inner(inline.content, theme.colors === 'none' ? { bold: true } : { tone: 'accent' });
      case 'code':
        return [codePiece(inline.value, theme, style)];
      case 'link':
        return [...inner(inline.content, { tone: 'accent' }), { text: ` (${inline.url})`, tone: 'muted' }];
      case 'claim':
        return [{ text: `${theme.marks.claim}v`, tone: 'good', isSolid: true }];
      case 'cite':
        return [{ text: `[${shortSource(sources[inline.id])}]`, tone: 'muted', isSolid: true }];
    }
  });
  return pieces;
}

/** The ids of one kind of mark in some inline content, each once. */
export function marksIn(content: readonly Inline[], type: 'claim' | 'cite'): readonly string[] {
  const ids = content.flatMap((inline) => {
    if (inline.type === type) return [inline.id];
    return 'content' in inline ? marksIn(inline.content, type) : [];
  });
  return [...new Set(ids)];
}

/** First author and year. */
export function shortSource(source: Source | undefined): string {
  if (!source) return '?';
  const [first = source.authors] = source.authors.split(/,| & | et al/);
  return `${first.trim()} ${source.year}`;
}

const NO_BREAK = '\u00a0';
const LONGEST_SOLID = 28;

function codePiece(value: string, theme: Theme, style: Omit<Piece, 'text'>): Piece {
  const isSolid = value.length <= LONGEST_SOLID;
  return theme.colors === 'none'
    ? { ...style, text: `\`${value}\``, isSolid }
    : { ...style, text: value, tone: 'series5', isSolid };
}

function isMark(inline: Inline | undefined): boolean {
  return inline?.type === 'claim' || inline?.type === 'cite';
}
