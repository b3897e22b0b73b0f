import type { Line } from '../../charts/drawing.ts';
import type { ProseBlock } from '../../content/lesson.ts';
import { marksInBlocks } from './marks.ts';
import type { Setting } from './prose.ts';
import { wrap } from './wrap.ts';

/** The sources that blocks name, in full under a title; no lines where they name none. `told` is one that stands there already. */
export function sourceLines(
  blocks: readonly ProseBlock[],
  setting: Setting,
  title: string,
  told?: string,
): readonly Line[] {
  const ids = marksInBlocks(blocks, 'cite').filter((id) => id !== told);
  const sources = ids.flatMap((id) => setting.sources[id] ?? []);
  if (sources.length === 0) return [];
  const lines = sources.flatMap(({ authors, year, title: name, where }) =>
    wrap([{ text: `${authors} (${year}). ${name}. ${where}.`, tone: 'muted' }], setting.width),
  );
  return [[{ text: title, tone: 'muted', bold: true }], ...lines];
}
