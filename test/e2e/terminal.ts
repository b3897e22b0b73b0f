import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export const program = join(import.meta.dirname, '../../dist/cli.js');

/** The real program in a real pseudo-terminal, read as a person reads the screen. */
export type LiveTerminal = {
  /** The rows of the screen, without trailing blanks. */
  screen(): readonly string[];
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves once the screen shows what is looked for, over two rows where a sentence is wrapped; fails with the screen if it does not come. */
  see(wanted: string | RegExp | ((text: string) => boolean)): Promise<string>;
  /** Resolves to the exit code. */
  end(): Promise<number>;
  kill(signal: string): void;
  /** All bytes that the program has written. */
  raw(): string;
};

const PATIENCE_MS = 20_000;

export type Setting = {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
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
  { columns = 80, rows = 24, env = {} }: Setting,
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
  child.onData((data) => {
    raw += data;
    screen.write(data, () => {
      drawn += data;
      for (const watcher of [...watchers]) watcher();
    });
  });
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));

  const lines = () => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
    );
  };

  return {
    screen: lines,
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
  };
}
