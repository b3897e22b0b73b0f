import type { Inline, Source } from '../../content/lesson.ts';
import type { Theme } from '../theme.ts';
import type { Piece } from './wrap.ts';

/** What inline text refers to. */
export type References = { readonly sources: Readonly<Record<string, Source>> };

/** Inline content as styled pieces that can be wrapped. */
export function piecesOf(
  content: readonly Inline[],
  theme: Theme,
  references: References,
  style: Style = {},
): readonly Piece[] {
  return content.flatMap((inline, i) => {
    // A mark belongs to the sentence before it and never begins a line.
    const isBeforeMark = isMark(content[i + 1]);
    if (inline.type === 'text')
      return [{ ...style, text: isBeforeMark ? inline.value.replace(/\s+$/, NO_BREAK) : inline.value }];
    return styledPieces(inline, theme, references, style);
  });
}

type Style = Omit<Piece, 'text'>;

function styledPieces(
  inline: Exclude<Inline, { type: 'text' }>,
  theme: Theme,
  references: References,
  style: Style,
): readonly Piece[] {
  const inner = (content: readonly Inline[], change: Style) =>
    piecesOf(content, theme, references, { ...style, ...change });
  switch (inline.type) {
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
      return [{ text: `[${shortSource(references.sources[inline.id])}]`, tone: 'muted', isSolid: true }];
  }
}

/** First author and year. */
export function shortSource(source: Source | undefined): string {
  if (!source) return '?';
  const [first = source.authors] = source.authors.split(/,| & | et al/);
  return `${first.trim()} ${source.year}`;
}

const NO_BREAK = '\u00a0';
const LONGEST_SOLID = 28;

function codePiece(value: string, theme: Theme, style: Style): Piece {
  const isSolid = value.length <= LONGEST_SOLID;
  return theme.colors === 'none'
    ? { ...style, text: `\`${value}\``, isSolid }
    : { ...style, text: value, tone: 'series5', isSolid };
}

function isMark(inline: Inline | undefined): boolean {
  return inline?.type === 'claim' || inline?.type === 'cite';
}
