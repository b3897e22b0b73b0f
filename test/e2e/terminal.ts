import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export const program = join(import.meta.dirname, '../../dist/cli.js');

/** The real program in a real pseudo-terminal, read as a person reads the screen. */
export type LiveTerminal = {
  /** The rows of the screen, without trailing blanks. */
  screen(): readonly string[];
  /** The column in which the cursor stands, counted from 0. */
  column(): number;
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves once the screen shows what is looked for, over two rows where a sentence is wrapped; fails with the screen if it does not come. */
  see(wanted: string | RegExp | ((text: string) => boolean)): Promise<string>;
  /** Resolves to the exit code. */
  end(): Promise<number>;
  kill(signal: string): void;
  /** All bytes that the program has written. */
  raw(): string;
  /** The most of it that was ever under way at once. */
  mostUnderWay(): number;
};

const PATIENCE_MS = 20_000;

export type Setting = {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Characters that the line to the terminal carries in a second; what is too much waits on it, as it does between computers. */
  readonly carries?: number;
};

/** The program, started with nothing around it. */
export function openTerminal(args: readonly string[], setting: Setting = {}): LiveTerminal {
  return open(process.execPath, [program, ...args], setting);
}

/** A shell, which can start the program, stop it and wake it. */
export function openShell(setting: Setting = {}): LiveTerminal {
  return open('bash', ['--norc', '--noprofile', '-i'], setting);
}

function open(
  file: string,
  args: readonly string[],
  { columns = 80, rows = 24, env = {}, carries }: Setting,
): LiveTerminal {
  // Ink falls silent where CI is set, even to an empty string.
  const { CI: _, ...inherited } = process.env;
  const child = spawn(file, [...args], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: {
      ...(inherited as Record<string, string>),
      LANG: 'C.UTF-8',
      COLORTERM: 'truecolor',
      TERM: 'xterm-256color',
      ...env,
    },
  });
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  const watchers = new Set<() => void>();
  let raw = '';
  /** What of it is on the screen. */
  let drawn = '';
  // A frame comes between marks, and may come in pieces: half of one is nothing that a person sees.
  const isWhole = () => drawn.lastIndexOf('[?2026h') <= drawn.lastIndexOf('[?2026l');
  // Asked by the program, it answers.
  screen.onData((answer) => child.write(answer));
  const draw = (data: string) =>
    screen.write(data, () => {
      drawn += data;
      for (const watcher of [...watchers]) watcher();
    });
  const line = carries === undefined ? null : openLine(carries, draw);
  child.onData((data) => {
    raw += data;
    if (line) line.put(data);
    else draw(data);
  });
  const ended = new Promise<number>((resolve) =>
    child.onExit(({ exitCode }) => {
      line?.close();
      resolve(exitCode);
    }),
  );

  const lines = () => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
    );
  };

  return {
    screen: lines,
    column: () => screen.buffer.active.cursorX,
    press: (keys) => child.write(keys),
    resize(newColumns, newRows) {
      screen.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    see: (wanted) =>
      new Promise((resolve, reject) => {
        const isThere = (text: string) =>
          typeof wanted === 'function'
            ? wanted(text)
            : typeof wanted === 'string'
              ? text.includes(wanted) || text.replace(/\s*\n\s*/g, ' ').includes(wanted)
              : wanted.test(text);
        const look = () => {
          const text = lines().join('\n');
          if (!isWhole() || !isThere(text)) return;
          stop();
          resolve(text);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`waited in vain for ${String(wanted)} on\n${lines().join('\n')}`));
        }, PATIENCE_MS);
        const stop = () => {
          clearTimeout(timer);
          watchers.delete(look);
        };
        watchers.add(look);
        look();
      }),
    end: () => ended,
    kill: (signal) => child.kill(signal),
    raw: () => raw,
    mostUnderWay: () => line?.most() ?? 0,
  };
}

const TICK_MS = 20;

/** A line that carries so many characters a second, and keeps those that wait. */
function openLine(carries: number, deliver: (data: string) => void) {
  let [waiting, most] = ['', 0];
  const ticking = setInterval(() => {
    const some = Math.ceil((carries * TICK_MS) / 1000);
    if (waiting !== '') deliver(waiting.slice(0, some));
    waiting = waiting.slice(some);
  }, TICK_MS);
  return {
    put: (data: string) => {
      waiting += data;
      most = Math.max(most, waiting.length);
    },
    most: () => most,
    close: () => clearInterval(ticking),
  };
}
