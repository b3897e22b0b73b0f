import type { Drawing, Size } from '../../src/charts/drawing.ts';
import { lineWidth, toPlainText } from '../../src/charts/spans.ts';

/** A drawing as text, one line a row, with a blank one before and after so that snapshots stand clear. */
export function plain(drawing: Drawing): string {
  return `\n${drawing.lines.map(toPlainText).join('\n')}\n`;
}

/** What is wrong with the size of a drawing; empty when nothing is. */
export function overflow(drawing: Drawing, size: Size): readonly string[] {
  const tooMany = drawing.lines.length > size.rows ? [`${drawing.lines.length} lines`] : [];
  const tooWide = drawing.lines.filter((line) => lineWidth(line) > size.columns).map(toPlainText);
  return [...tooMany, ...tooWide];
}
