import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import type { ProseBlock } from '../../content/lesson.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Theme } from '../theme.ts';
import { figureLines } from './figure.ts';
import { piecesOf, type References } from './inline.ts';
import { tableLines } from './table.ts';
import { headOf, type Piece, wrap } from './wrap.ts';

/** Lines that belong together; a page is cut between chunks, and inside one only where it is `splittable`. */
export type Chunk = {
  readonly lines: readonly Line[];
  /** Number of the block in its step: places are kept by it. */
  readonly block: number;
  readonly isSplittable: boolean;
  /** A heading does not stay behind at the foot of a page. */
  readonly keepsWithNext: boolean;
};

/** How prose is set: its measure, the terminal's means and what its marks refer to. */
export type Setting = References & {
  readonly width: number;
  readonly theme: Theme;
  /** For what a figure says where it is not seen. */
  readonly chart?: Words['chart'];
};

/** Blocks of prose as chunks of lines; between two of them stands a blank line. */
export function proseChunks(blocks: readonly ProseBlock[], setting: Setting): readonly Chunk[] {
  return blocks.map((block, i) => ({
    lines: blockLines(block, setting),
    block: i,
    isSplittable: block.type === 'paragraph' || block.type === 'list' || block.type === 'quote',
    keepsWithNext: block.type === 'heading',
  }));
}

/** Blocks of prose one below the other. */
export function proseLines(blocks: readonly ProseBlock[], setting: Setting): readonly Line[] {
  return blocks.flatMap((block, i) =>
    i > 0 ? [[], ...blockLines(block, setting)] : blockLines(block, setting),
  );
}

/** Text behind a sign: further lines stand below its first word. */
export function hanging(sign: Piece, content: readonly Piece[], width: number): readonly Line[] {
  const indent = textWidth(sign.text) + 1;
  const lines = wrap(content, width - indent);
  return lines.map((line, i) =>
    i === 0 ? [sign, { text: ' ' }, ...line] : [{ text: ' '.repeat(indent) }, ...line],
  );
}

function blockLines(block: ProseBlock, setting: Setting): readonly Line[] {
  const { width, theme } = setting;
  switch (block.type) {
    case 'heading':
      return wrap(piecesOf(block.content, theme, setting, { bold: true, tone: 'accent' }), width);
    case 'paragraph':
      return wrap(piecesOf(block.content, theme, setting), width);
    case 'list':
      return block.items.flatMap((item, i) => {
        const sign = block.ordered
          ? `${i + 1}.`.padStart(`${block.items.length}.`.length)
          : theme.marks.bullet;
        return hanging({ text: sign, tone: 'accent' }, piecesOf(item, theme, setting), width);
      });
    case 'quote':
      return block.content.flatMap((paragraph) =>
        wrap(piecesOf(paragraph, theme, setting), width - 2).map(
          (line): Line => [{ text: `${theme.marks.bar} `, tone: 'axis' }, ...line],
        ),
      );
    case 'formula':
      return formulaLines(block.lines, width);
    case 'picture':
      return pictureLines(block.lines, width);
    case 'table':
      return tableLines(block.header, block.rows, width, theme, setting);
    case 'figure':
      return figureLines(block, setting);
  }
}

const INDENT = 4;

/** A formula stands indented; where it is too wide, it goes on below with a deeper indent. */
function formulaLines(lines: readonly string[], width: number): readonly Line[] {
  const widest = Math.max(0, ...lines.map(textWidth));
  const indent = Math.max(0, Math.min(INDENT, width - widest));
  return lines.flatMap((line) => {
    if (textWidth(line) <= width - indent) return [[{ text: ' '.repeat(indent) + line }]];
    const lead = line.length - line.trimStart().length;
    return wrap([{ text: line.trim() }], width - lead - INDENT).map(
      (part, i): Line => [{ text: ' '.repeat(lead + (i > 0 ? INDENT : 0)) }, ...part],
    );
  });
}

/** A picture is kept as it is; one that is wider than the screen is shown strip by strip, from left to right. */
function pictureLines(lines: readonly string[], width: number): readonly Line[] {
  const widest = Math.max(0, ...lines.map(textWidth));
  if (widest <= width) {
    const indent = Math.max(0, Math.min(INDENT, width - widest));
    return lines.map((line) => [{ text: ' '.repeat(indent) + line }]);
  }
  const heads = lines.map((line) => headOf(line, width));
  const rest = lines.map((line, i) => line.slice(heads[i]?.length ?? 0));
  return [
    ...heads.map((text): Line => [{ text }]),
    [{ text: '⋯', tone: 'muted' }],
    ...pictureLines(rest, width),
  ];
}
