import { Box, Text } from 'ink';
import { createContext, useContext, useEffect, useLayoutEffect } from 'react';
import type { Line, Span } from '../charts/drawing.ts';
import { lineWidth, padLine, shortenLine, truncateLine } from '../charts/spans.ts';
import type { Language, Words } from '../i18n/languages.ts';
import type { Settings } from '../session/settings.ts';
import type { Cell } from './frames.ts';
import { type CommandName, shownKeys } from './keys.ts';
import { GUTTER } from './layout/beside.ts';
import type { PaintedRows } from './terminal.ts';
import { paint, type Theme } from './theme.ts';

/** What every screen is drawn with. */
export type Display = {
  readonly theme: Theme;
  readonly words: Words;
  readonly language: Language;
  readonly columns: number;
  readonly rows: number;
  /** Whether the other language stands beside this one, where there is room. */
  readonly hasBoth: boolean;
  readonly settings: Settings;
  readonly setCursor: (cell: Cell | null) => void;
  readonly setPainted: (rows: PaintedRows) => void;
};

/** The part of the screen between its margins, and the rows between header and footer. */
export type Area = { readonly left: number; readonly columns: number; readonly rows: number };

const DisplayContext = createContext<Display | null>(null);

/** Gives the screens what they are drawn with. */
export const DisplayProvider = DisplayContext.Provider;

/** What this screen is drawn with. */
export function useDisplay(): Display {
  const display = useContext(DisplayContext);
  if (!display) throw new Error('a screen was drawn outside of the app');
  return display;
}

/** The least window in which a lesson can be read. */
export const LEAST = { columns: 36, rows: 12 } as const;

const WIDEST = 120;
/** Prose is read best in lines of this length. */
export const MEASURE = 76;

/** From this width on two languages fit side by side. */
export const BOTH_LEAST = 110;

/** Where things stand in a window of this size. */
export function areaOf({
  columns,
  rows,
  hasBoth,
}: {
  readonly columns: number;
  readonly rows: number;
  readonly hasBoth?: boolean;
}): Area {
  const margin = columns >= 60 ? 2 : 1;
  const widest = hasBoth ? Math.max(WIDEST, 2 * MEASURE + GUTTER) : WIDEST;
  const width = Math.min(columns - 2 * margin, widest);
  return { left: Math.floor((columns - width) / 2), columns: width, rows: rows - (rows >= 20 ? 4 : 3) };
}

type ScreenProps = {
  readonly header: Line;
  /** At most as many lines as the area has rows. */
  readonly body: readonly Line[];
  readonly footer: Line;
  /** Stands at the right above the footer: that there is more, or why a key did nothing. */
  readonly notice?: Line;
  readonly cursor?: Cell | null;
};

/** A whole screen: header, body, footer, each row one run of text, never more rows than the window has. */
export function Screen({ header, body, footer, notice = [], cursor = null }: ScreenProps) {
  const display = useDisplay();
  const { theme, rows, setCursor, setPainted } = display;
  const area = areaOf(display);
  const [column, row] = cursor ? [area.left + cursor.column, 2 + cursor.row] : [-1, -1];
  useEffect(() => {
    setCursor(row < 0 ? null : { column, row });
    return () => setCursor(null);
  }, [column, row, setCursor]);
  const blank = Array.from({ length: Math.max(0, area.rows - body.length) }, (): Line => []);
  const lines = [header, [], ...body.slice(0, area.rows), ...blank];
  if (rows >= 20) lines.push(alignRight(notice, area.columns));
  lines.push(rows >= 20 ? footer : footerWith(notice, footer, area.columns));
  const painted = new Map<number, string>();
  const texts = lines.map((line, i) => {
    const text = ' '.repeat(area.left) + paint(shortenLine(line, area.columns, theme.marks.ellipsis), theme);
    if (line.length <= MOST_SPANS) return text || ' ';
    painted.set(i, text);
    return ' ';
  });
  useLayoutEffect(() => setPainted(painted));
  return (
    <Box flexDirection="column">
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its number
        <Text key={i} wrap="truncate">
          {text}
        </Text>
      ))}
    </Box>
  );
}

/** Ink reads every letter of every row again for every frame. Rows of more spans than prose has, those of charts, go to the terminal as they are. */
const MOST_SPANS = 4;

/** Cells for a number such as 12/34 and the gap before it. */
const PAGE_NUMBER = 7;

/** The commands that work now, each with its first key; the way out and the help are kept where room is short. */
export function footerLine(active: readonly CommandName[], { words, rows }: Display, most: number): Line {
  const { keys, keyNames } = words.screen;
  // In a low window the number of the page stands beside the keys.
  const columns = rows >= 20 ? most : most - PAGE_NUMBER;
  const isNarrow = columns < 60;
  const gap = isNarrow ? 2 : 3;
  const entry = (command: CommandName): Line => {
    const [key] = shownKeys(command, active, 1);
    if (key === undefined) return [];
    const name: Span = { text: nameOfKey(key, keyNames), tone: 'accent' };
    return isNarrow && command === 'help'
      ? [name]
      : [name, { text: ` ${keys[command].short}`, tone: 'muted' }];
  };
  const width = (entries: readonly Line[]) =>
    entries.reduce((sum, each) => sum + lineWidth(each) + gap, -gap);
  const shown = active.filter((command) => !SILENT.has(command));
  const last = shown.filter((command) => LAST.has(command)).map(entry);
  const kept: Line[] = [];
  for (const each of shown.filter((command) => !LAST.has(command)).map(entry)) {
    if (each.length === 0 || width([...kept, each, ...last]) > columns) continue;
    kept.push(each);
  }
  const entries = [...kept, ...last].filter((each) => each.length > 0);
  return entries.flatMap((each, i) => (i > 0 ? [{ text: ' '.repeat(gap) }, ...each] : each));
}

/** That so many rows are below those in view; empty where there are none. */
export function moreLine(below: number, { words, theme }: Pick<Display, 'words' | 'theme'>): Line {
  return below > 0 ? [{ text: `${theme.marks.more} ${words.screen.reader.more(below)}`, tone: 'muted' }] : [];
}

/** The same as a notice, with the key that leads there; in a low window no words, for it stands beside the keys. */
export function moreNotice(below: number, display: Display, key = ''): Line {
  if (display.rows < 20 && below > 0)
    return [{ text: `${display.theme.marks.more} ${below}`, tone: 'muted' }];
  const line = moreLine(below, display);
  return line.length > 0 && key !== '' ? [...line, { text: ` (${key})`, tone: 'muted' }] : line;
}

/** A key as the learner finds it on the keyboard. */
export function nameOfKey(key: string, names: Words['screen']['keyNames']): string {
  const arrows: Readonly<Record<string, string>> = { up: '↑', down: '↓', left: '←', right: '→' };
  return names[key as keyof typeof names] ?? arrows[key] ?? key;
}

/** Left and right parts on one row; the right one gives way, and the window cuts the left one. */
export function spread(left: Line, right: Line, columns: number): Line {
  const gap = columns - lineWidth(left) - lineWidth(right);
  if (gap < 2) return left;
  return [...left, { text: ' '.repeat(gap) }, ...right];
}

/** In a low window the notice stands beside the keys, or in their place where there is no room for both. */
function footerWith(notice: Line, footer: Line, columns: number): Line {
  const hasRoom = lineWidth(footer) + lineWidth(notice) + 2 <= columns;
  return notice.length === 0 || hasRoom ? spread(footer, notice, columns) : alignRight(notice, columns);
}

function alignRight(line: Line, columns: number): Line {
  const width = lineWidth(line);
  return width === 0 || width > columns
    ? truncateLine(line, columns)
    : padLine([{ text: ' '.repeat(columns - width) }, ...line], columns);
}

/** Keys that are found without being told: the help names them. */
const SILENT: ReadonlySet<CommandName> = new Set([
  'onward',
  'choose',
  'up',
  'down',
  'scrollUp',
  'scrollDown',
]);
const LAST: ReadonlySet<CommandName> = new Set(['help', 'leave', 'quit']);
