import { Writable } from 'node:stream';
import { type Cell, drawn, type Frame, type Manner, told } from './frames.ts';
import {
  afterAnswer,
  afterSilence,
  afterWriting,
  freshPace,
  mustWait,
  QUESTION,
  wantsAnswer,
} from './line-pace.ts';

/** The screen of its own that the tutor draws on, and the place where Ink's frames go. */
export type Terminal = {
  /** What Ink draws on: it hands over whole frames, and only rows that changed are written. */
  readonly stdout: NodeJS.WriteStream;
  enter(): void;
  leave(): void;
  /** The terminal has gone: nothing is written to it any more. */
  lose(): void;
  /** The terminal has answered, so that it has drawn what came before the question. */
  hear(): void;
  /** Shows the cursor in a cell of the screen, or hides it. */
  setCursor(cell: Cell | null): void;
  /** Rows that stand in place of those of the frame. */
  setPainted(rows: PaintedRows): void;
  /** Told in lines for a screen reader, in place of drawn: only what has changed is said, and nothing is written over. */
  setSpoken(isSpoken: boolean): void;
};

/** Rows of the screen, counted from 0, with their styles as escape sequences. */
export type PaintedRows = ReadonlyMap<number, string>;

const FRAME_MS = 33;
/** A terminal that has not answered for so long may never do. */
const PATIENCE_MS = 3_000;
const NOTHING: Frame = { rows: [], cursor: null };

/** Draws frames on a real terminal, at most 30 a second and never faster than it takes them. */
export function openTerminal(real: NodeJS.WriteStream): Terminal {
  let isEntered = false;
  let manner: Manner = drawn;
  const painter = createPainter(real, () => (isEntered ? manner : null));
  const stdout = frameStream(real, painter.setFrame);
  const resized = () => {
    painter.clear();
    stdout.emit('resize');
  };
  const close = (): boolean => {
    if (!isEntered) return false;
    isEntered = false;
    painter.stop();
    real.off('resize', resized).off('drain', painter.paintSoon);
    return true;
  };
  return {
    stdout,
    setCursor: painter.setCursor,
    setPainted: painter.setPainted,
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      real.write(manner.enter);
      real.on('resize', resized).on('drain', painter.paintSoon);
      painter.clear();
    },
    leave: () => {
      if (close()) real.write(manner.leave);
    },
    setSpoken: (isSpoken) => {
      const next = isSpoken ? told : drawn;
      if (next === manner) return;
      if (isEntered) real.write(manner.leave + next.enter);
      manner = next;
      painter.clear();
    },
    lose: () => void close(),
    hear: painter.hear,
  };
}

/** Brings the latest frame to the terminal when it is time, in the manner of the moment; null while the terminal is not ours. */
function createPainter(real: NodeJS.WriteStream, mannerNow: () => Manner | null) {
  let shown: Frame = NOTHING;
  let [frame, painted, cursor]: [string, PaintedRows, Cell | null] = ['', new Map(), null];
  let timer: NodeJS.Timeout | null = null;
  let paintedAt = 0;
  let pace = freshPace;
  let patience: NodeJS.Timeout | undefined;
  const write = (text: string, manner: Manner) => {
    if (text === '') return;
    const isAsked = manner.asks && wantsAnswer(pace, text.length);
    real.write(isAsked ? text + QUESTION : text);
    pace = afterWriting(pace, text.length, isAsked);
    if (isAsked) patience = setTimeout(loseHope, PATIENCE_MS).unref();
  };
  const loseHope = () => {
    pace = afterSilence(pace);
    paintSoon();
  };
  const hear = () => {
    clearTimeout(patience);
    pace = afterAnswer(pace);
    paintSoon();
  };
  const paintNow = () => {
    timer = null;
    const manner = mannerNow();
    if (!manner) return;
    paintedAt = performance.now();
    const rows = withPainted(frame.split('\n').slice(0, real.rows || 24), painted);
    write(manner.change(shown, { rows, cursor }), manner);
    shown = { rows, cursor };
  };
  const paintSoon = () => {
    if (!mannerNow() || timer || real.writableNeedDrain || mustWait(pace)) return;
    timer = setTimeout(paintNow, Math.max(0, paintedAt + FRAME_MS - performance.now()));
  };
  return {
    paintSoon,
    hear,
    setFrame: (text: string) => {
      frame = text;
      paintSoon();
    },
    setPainted: (rows: PaintedRows) => {
      painted = rows;
      paintSoon();
    },
    setCursor: (cell: Cell | null) => {
      cursor = cell;
      paintSoon();
    },
    clear: () => {
      shown = NOTHING;
      const manner = mannerNow();
      if (manner) real.write(manner.clear);
      paintSoon();
    },
    stop: () => {
      clearTimeout(timer ?? undefined);
      clearTimeout(patience);
      timer = null;
      // What was asked before is answered to others.
      pace = freshPace;
    },
  };
}

function withPainted(rows: readonly string[], painted: PaintedRows): readonly string[] {
  return rows.map((row, i) => painted.get(i) ?? row);
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
