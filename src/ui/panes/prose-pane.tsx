import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import type { ProseBlock, Step } from '../../content/lesson.ts';
import type { BlockSetting } from '../blocks/view.ts';
import type { CommandName } from '../keys.ts';
import { chunksBeside } from '../layout/beside.ts';
import { marksInBlocks } from '../layout/marks.ts';
import { type Page, pageOf, paginate } from '../layout/pages.ts';
import { type Chunk, proseChunks, type Setting } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import type { Reader } from '../reader.ts';
import { footerLine, Screen, useDisplay } from '../screen.tsx';
import { usePaneKeys } from '../shell.ts';

/** Pages of prose; `v` runs a claim that is marked on the page. */
export function ProsePane({ reader }: { reader: Reader }) {
  const display = useDisplay();
  const { step, walk, area, send } = reader;
  const blocks = blocksOf(step);
  const pages = paginate(chunksOf(reader), area.rows);
  // A block longer than a page has several: the number of the page is kept as long as the layout is the same.
  const layout = [step.id, area.columns, area.rows, display.language, display.hasBoth].join(' ');
  const [turned, setTurned] = useState({ layout: '', page: 0 });
  const number = Math.min(
    pages.length - 1,
    turned.layout === layout ? turned.page : pageOf(pages, walk.block),
  );
  const page: Page = pages[number] ?? { lines: [], block: 0 };
  const claims = claimsOn(page, pages[number + 1], blocks);
  const turn = (to: number) => {
    setTurned({ layout, page: to });
    send({ type: 'page-turned', block: Math.min(blocks.length - 1, pages[to]?.block ?? 0) });
  };
  const active: CommandName[] = [
    'forward',
    'back',
    ...(claims.length > 0 ? (['check'] as const) : []),
    'down',
    'up',
  ];
  const forward = () => (number + 1 < pages.length ? turn(number + 1) : send({ type: 'went-forward' }));
  const back = () => (number > 0 ? turn(number - 1) : send({ type: 'went-back' }));
  const all = usePaneKeys('prose', active, {
    forward,
    back,
    down: forward,
    up: back,
    check: () => reader.check(claims),
  });
  const notice: Line = pages.length > 1 ? [{ text: `${number + 1}/${pages.length}`, tone: 'muted' }] : [];
  return (
    <Screen
      header={reader.header}
      body={page.lines}
      footer={footerLine(all, display, area.columns)}
      notice={notice}
    />
  );
}

/** The prose of a step with its sources, in both languages side by side where the learner wants them so. */
function chunksOf({ step, setting, other }: Reader): readonly Chunk[] {
  const own = setChunks(blocksOf(step), setting);
  if (!other) return own;
  return chunksBeside(own, setChunks(blocksOf(other.step), other.setting), setting.width);
}

function blocksOf(step: Step): readonly ProseBlock[] {
  return step.type === 'prose' ? step.blocks : [];
}

function setChunks(blocks: readonly ProseBlock[], setting: BlockSetting): readonly Chunk[] {
  return [...proseChunks(blocks, setting), ...sourceChunks(blocks, setting, setting.words.reader.sources)];
}

/** Claims in the blocks that begin on this page, or all of the step where a block runs over pages. */
function claimsOn(page: Page, next: Page | undefined, blocks: readonly ProseBlock[]): readonly string[] {
  const last = next ? Math.max(page.block + 1, next.block) : blocks.length;
  return marksInBlocks(blocks.slice(page.block, last), 'claim');
}

/** Sources that the prose names, in full below it. */
function sourceChunks(blocks: readonly ProseBlock[], setting: Setting, title: string): readonly Chunk[] {
  const lines = sourceLines(blocks, setting, title);
  return lines.length > 0 ? [{ lines, block: blocks.length, isSplittable: false, keepsWithNext: false }] : [];
}
