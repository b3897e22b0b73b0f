import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PATIENCE_MS = 60_000;

/** The built program in a pseudo-terminal, as someone meets it who has never opened it. */
export function openScreen({ args, columns, rows }) {
  // Ink falls silent where CI is set, even to an empty string.
  const { CI: _, NO_COLOR: __, ...inherited } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-screens-'));
  // The shell stays when the program has ended: what a terminal still holds would be lost with its last process.
  const command = [process.execPath, program, '--data-dir', folder, ...args];
  const child = spawn('sh', ['-c', '"$0" "$@"; read _', ...command], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: { ...inherited, LANG: 'C.UTF-8', COLORTERM: 'truecolor', TERM: 'xterm-256color' },
  });
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  const watchers = new Set();
  let drawn = '';
  child.onData((data) =>
    terminal.write(data, () => {
      drawn = (drawn + data).slice(-100_000);
      // A frame comes between marks, and may come in pieces: half of one is nothing that a person sees.
      if (drawn.lastIndexOf('[?2026h') > drawn.lastIndexOf('[?2026l')) return;
      for (const watch of [...watchers]) watch();
    }),
  );
  const lines = () =>
    Array.from({ length: rows }, (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '');
  /** Resolves once the screen shows a text, and has stood still for a moment. */
  const see = (wanted) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(still);
        clearTimeout(patience);
        watchers.delete(look);
      };
      let still;
      const look = () => {
        clearTimeout(still);
        if (!wanted.test(lines().join('\n'))) return;
        still = setTimeout(() => {
          stop();
          resolve(lines());
        }, 400);
      };
      const patience = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain for ${wanted} on\n${lines().join('\n')}`));
      }, PATIENCE_MS);
      watchers.add(look);
      look();
    });
  return {
    see,
    press: (keys) => child.write(keys),
    /** Calls back after every change of the screen. */
    watch: (callback) => watchers.add(callback),
    cells: () => Array.from({ length: rows }, (_, y) => rowOf(terminal.buffer.active.getLine(y), columns)),
    close: () => child.kill('SIGHUP'),
  };
}

/** The letters of a row with their colours. */
function rowOf(line, columns) {
  const cells = [];
  for (let x = 0; x < columns; x++) {
    const cell = line?.getCell(x);
    if (!cell || cell.getWidth() === 0) continue;
    cells.push({
      text: cell.getChars() || ' ',
      width: cell.getWidth(),
      x,
      fg: cell.isFgRGB() ? cell.getFgColor() : null,
      bg: cell.isBgRGB() ? cell.getBgColor() : null,
      isBold: cell.isBold() !== 0,
      isDim: cell.isDim() !== 0,
    });
  }
  return cells;
}
