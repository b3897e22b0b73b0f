// A program in a pseudo-terminal: what it writes, keys for it, and what it costs.
import { readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** Which terminal is it? */
const QUESTION = '\u001b[c';
const ANSWER = '\u001b[?62;22c';

/** Starts a Node program; `onEnd` is called once it has been ended. */
export function open(args, { columns = 80, rows = 24, onEnd = () => {} } = {}) {
  const { CI: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8' },
  });
  const openedAt = performance.now();
  const watchers = new Set();
  let text = '';
  let bytes = 0;
  let end = '';
  child.onData((data) => {
    bytes += data.length;
    // As every terminal does: the tutor waits for the answer before it goes on drawing. A question may come in two pieces.
    if ((end + data).includes(QUESTION)) child.write(ANSWER);
    end = data.slice(1 - QUESTION.length);
    // Only what came since the last key matters; styles would stand between the words.
    text += stripVTControlCharacters(data);
    for (const watcher of [...watchers]) watcher();
  });
  return {
    openedAt,
    pid: child.pid,
    watchers,
    text: () => text,
    bytes: () => bytes,
    forget: () => {
      text = '';
    },
    press: (keys) => child.write(keys),
    kill: () => {
      child.kill('SIGKILL');
      onEnd();
    },
  };
}

/** Milliseconds from a key until something is on the screen: a text, or what an expression matches. */
export async function press(terminal, key, wanted) {
  terminal.forget();
  const pressedAt = performance.now();
  terminal.press(key);
  await see(terminal, wanted);
  return performance.now() - pressedAt;
}

/** Waits until something has been written since the last key. */
export function see(terminal, wanted) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`"${wanted}" did not come; last was ${terminal.text().slice(-400)}`)),
      20_000,
    );
    const look = () => {
      if (terminal.text().search(wanted) < 0) return;
      clearTimeout(timer);
      terminal.watchers.delete(look);
      resolve();
    };
    terminal.watchers.add(look);
    look();
  });
}

/** Seconds that the threads of a process have had a core, the main one by itself, and that the main one has waited for one, on systems that tell it. */
export function coreSeconds(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => schedule(pid, thread));
    const [ran, waited] = schedule(pid, pid);
    return { all: threads.reduce((sum, [seconds]) => sum + seconds, 0), main: ran, waited };
  } catch {
    return { all: Number.NaN, main: Number.NaN, waited: Number.NaN };
  }
}

function schedule(pid, thread) {
  const fields = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
  return [Number(fields[0]) / 1e9, Number(fields[1]) / 1e9];
}
