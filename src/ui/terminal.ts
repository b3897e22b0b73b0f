import { Writable } from 'node:stream';

/** The screen of its own that the tutor draws on, and the place where Ink's frames go. */
export type Terminal = {
  /** What Ink draws on: it hands over whole frames, and only rows that changed are written. */
  readonly stdout: NodeJS.WriteStream;
  enter(): void;
  leave(): void;
  /** The terminal has gone: nothing is written to it any more. */
  lose(): void;
  /** Shows the cursor in a cell of the screen, or hides it. */
  setCursor(cell: Cell | null): void;
  /** Rows that stand in place of those of the frame. */
  setPainted(rows: PaintedRows): void;
};

/** Rows of the screen, counted from 0, with their styles as escape sequences. */
export type PaintedRows = ReadonlyMap<number, string>;

export type Cell = { readonly column: number; readonly row: number };

const FRAME_MS = 33;
/** Alternate screen, cleared, without wrapping at the edge: a character that is wider than thought harms its own row only; pasted text comes in marks. */
const ENTER = '\u001b[?1049h\u001b[2J\u001b[?7l\u001b[?25l\u001b[?2004h';
const LEAVE = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';
/** Terminals that know it show the frame in one piece, the others ignore it. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** Draws frames on a real terminal, at most 30 a second and never faster than it takes them. */
export function openTerminal(real: NodeJS.WriteStream): Terminal {
  let isEntered = false;
  let shown: readonly string[] = [];
  let frame = '';
  let painted: PaintedRows = new Map();
  let cursor: Cell | null = null;
  let shownCursor: Cell | null = null;
  let timer: NodeJS.Timeout | null = null;
  let paintedAt = 0;

  function paintSoon(): void {
    if (!isEntered || timer || real.writableNeedDrain) return;
    timer = setTimeout(paintNow, Math.max(0, paintedAt + FRAME_MS - performance.now()));
  }

  function paintNow(): void {
    timer = null;
    if (!isEntered) return;
    paintedAt = performance.now();
    const rows = withPainted(frame.split('\n').slice(0, real.rows || 24), painted);
    const changes = changesFrom(shown, rows);
    const place = cursor ? `${at(cursor)}\u001b[?25h` : '\u001b[?25l';
    if (changes || cursor !== shownCursor) real.write(`${BEGIN}\u001b[?25l${changes}${place}${END}`);
    shown = rows;
    shownCursor = cursor;
  }

  function clear(): void {
    shown = [];
    if (isEntered) real.write('\u001b[2J');
    paintSoon();
  }

  function close(): boolean {
    if (!isEntered) return false;
    isEntered = false;
    clearTimeout(timer ?? undefined);
    timer = null;
    real.off('resize', resized).off('drain', paintSoon);
    return true;
  }

  const stdout = frameStream(real, (text) => {
    frame = text;
    paintSoon();
  });
  const resized = () => {
    clear();
    stdout.emit('resize');
  };
  return {
    stdout,
    setCursor: (cell) => {
      cursor = cell;
      paintSoon();
    },
    setPainted: (rows) => {
      painted = rows;
      paintSoon();
    },
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      real.write(ENTER);
      real.on('resize', resized).on('drain', paintSoon);
      clear();
    },
    leave: () => {
      if (close()) real.write(LEAVE);
    },
    lose: () => void close(),
  };
}

function withPainted(rows: readonly string[], painted: PaintedRows): readonly string[] {
  return rows.map((row, i) => painted.get(i) ?? row);
}

/** What to write so that these rows stand where those stood. */
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

/** A stream with the size of the real one that hands on whole frames. */
function frameStream(real: NodeJS.WriteStream, draw: (frame: string) => void): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      if (chunk !== '') draw(chunk);
      done();
    },
  });
  Object.defineProperties(stream, {
    columns: { get: () => real.columns || 80 },
    rows: { get: () => real.rows || 24 },
    // Ink would write escape sequences of its own between frames.
    isTTY: { value: false },
  });
  return stream as NodeJS.WriteStream;
}

/** Hands a text to the clipboard, where the terminal lets programs do that (OSC 52); others ignore it. */
export function copyToClipboard(real: NodeJS.WriteStream, text: string): void {
  real.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
}
