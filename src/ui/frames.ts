/** A place on the screen, both counted from 0. */
export type Cell = { readonly column: number; readonly row: number };

/** What is on the screen, or is to be. */
export type Frame = { readonly rows: readonly string[]; readonly cursor: Cell | null };

/** A way to bring frames to a terminal: what is written when it is entered and left, and for each change. */
export type Manner = {
  readonly enter: string;
  readonly leave: string;
  readonly clear: string;
  /** Whether the terminal may be asked how far it is: its answer is no key that a learner has pressed. */
  readonly asks: boolean;
  /** Nothing where nothing has changed. */
  readonly change: (before: Frame, after: Frame) => string;
};

const BRACKETED_PASTE = '\u001b[?2004';
const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
/** Terminals that know it show the frame in one piece, the others ignore it. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** On a screen of its own, without wrapping at the edge: a character that is wider than thought harms its own row only. Rows that changed are drawn again. */
export const drawn: Manner = {
  enter: `\u001b[?1049h\u001b[2J\u001b[?7l${HIDE}${BRACKETED_PASTE}h`,
  leave: `${BRACKETED_PASTE}l\u001b[?7h${SHOW}\u001b[?1049l`,
  clear: '\u001b[2J',
  asks: true,
  change: (before, { rows, cursor }) => {
    const changes = changesFrom(before.rows, rows);
    if (changes === '' && cursor === before.cursor) return '';
    return `${BEGIN}${HIDE}${changes}${cursor ? `${at(cursor)}${SHOW}` : HIDE}${END}`;
  },
};

/** For a screen reader: lines that are new are said one below the other, and nothing is written over. */
export const told: Manner = {
  enter: `${BRACKETED_PASTE}h`,
  leave: `${BRACKETED_PASTE}l`,
  clear: '',
  asks: false,
  change: (before, { rows }) => {
    const lines = rows.map((row) => row.trimEnd());
    const known = new Set(before.rows.map((row) => row.trimEnd()));
    // Another header is another page: it is said whole, behind a blank line.
    const isOther = lines[0] !== before.rows[0]?.trimEnd();
    const said = lines.filter((line) => line.trim() !== '' && (isOther || !known.has(line)));
    return said.length === 0 ? '' : `${isOther ? '\r\n' : ''}${said.join('\r\n')}\r\n`;
  },
};

function changesFrom(shown: readonly string[], rows: readonly string[]): string {
  const changed = rows.map((row, i) =>
    row === shown[i] ? '' : `${at({ column: 0, row: i })}${row}\u001b[K`,
  );
  const rest = rows.length < shown.length ? `${at({ column: 0, row: rows.length })}\u001b[J` : '';
  return changed.join('') + rest;
}

function at({ column, row }: Cell): string {
  return `\u001b[${row + 1};${column + 1}H`;
}
