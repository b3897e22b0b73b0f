import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { shortenLine, textWidth } from '../../charts/spans.ts';
import type { Lesson } from '../../content/lesson.ts';
import type { Walk } from '../../session/lesson-walk.ts';
import { type ContentsEntry, contentsOf } from '../contents.ts';
import type { CommandName } from '../keys.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, type Display, footerLine, MEASURE, Screen, useDisplay } from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { useKeys } from '../use-keys.ts';
import { useScroll } from '../use-scroll.ts';

export type ContentsScreenProps = {
  readonly walk: Walk;
  readonly onOpen: (index: number, block: number) => void;
  readonly onClose: () => void;
};

/** What is in a lesson: its headings, and below them what it asks, with how each came out. */
export function ContentsScreen({ walk, onOpen, onClose }: ContentsScreenProps) {
  const display = useDisplay();
  const { words, language } = display;
  const area = areaOf(display);
  const lesson: Lesson = walk.lesson;
  const entries = contentsOf(walk, language, words.screen.contents);
  const here = entries.findLastIndex(
    ({ index, block }) => index < walk.index || (index === walk.index && block <= walk.block),
  );
  const [cursor, setCursor] = useState(Math.max(0, here));
  const move = (by: number) => setCursor(Math.max(0, Math.min(entries.length - 1, cursor + by)));
  const active: readonly CommandName[] = ['openHit', 'down', 'up', 'scrollDown', 'scrollUp', 'close'];
  useKeys({
    active,
    onCommand: (command) => {
      const entry = entries[cursor];
      if (command === 'close') onClose();
      else if (command === 'openHit') {
        if (entry) onOpen(entry.index, entry.block);
      } else if (command === 'down' || command === 'up') move(command === 'down' ? 1 : -1);
      else move(command === 'scrollDown' ? area.rows - 2 : 2 - area.rows);
    },
  });
  const width = Math.min(area.columns, MEASURE);
  const sheet = sheetOf(
    entries.map((entry, i) => entrySection(entry, i === cursor, i === here, display, width)),
  );
  const { offset } = useScroll(sheet, 'contents', area.rows);
  return (
    <Screen
      header={[{ text: `${words.screen.contents.title}: ${lesson.text[language].title}`, bold: true }]}
      body={sheet.lines.slice(offset, offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={[{ text: `${cursor + 1}/${entries.length}`, tone: 'muted' }]}
    />
  );
}

function entrySection(
  { depth, text, outcome }: ContentsEntry,
  isUnderCursor: boolean,
  isHere: boolean,
  { theme }: Display,
  width: number,
): Section {
  const sign = outcome === null ? ' ' : outcomeSign(outcome, theme.marks);
  const lead = `${isUnderCursor ? theme.marks.cursor : ' '} ${'  '.repeat(depth)}${sign} `;
  const style = depth === 0 ? ({ bold: true } as const) : {};
  const tone =
    isUnderCursor || isHere ? ({ tone: 'accent' } as const) : depth === 2 ? ({ tone: 'muted' } as const) : {};
  const [said, room] = [[{ text, ...style, ...tone }], width - textWidth(lead)];
  const [first = [], ...rest] = isUnderCursor
    ? wrap(said, room)
    : [shortenLine(said, room, theme.marks.ellipsis)];
  return {
    lines: [
      [{ text: lead, tone: 'accent' }, ...first],
      ...rest.map((line): Line => [{ text: ' '.repeat(textWidth(lead)) }, ...line]),
    ],
    joined: depth > 0,
    ...(isUnderCursor ? { mark: `entry:${text}` } : {}),
  };
}

function outcomeSign(
  outcome: NonNullable<ContentsEntry['outcome']>,
  marks: Display['theme']['marks'],
): string {
  switch (outcome) {
    case 'right':
    case 'done':
      return marks.right;
    case 'wrong':
      return marks.wrong;
    case 'shown':
      return marks.shown;
    case 'skipped':
      return '-';
    case 'open':
      return ' ';
  }
}
