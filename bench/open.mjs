import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts an engine; `ask` sends it an order and waits for the answer. Or the problem that keeps it out. */
export async function open([engine, ...options]) {
  const python = engine === 'pytorch' ? findPython() : null;
  if (engine === 'pytorch' && !python) return { problem: 'no Python here has torch' };
  const player = python
    ? spawn(python, [pathOf('engines/pytorch.py'), ...options], { stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn(process.execPath, [pathOf('player.mjs'), engine, ...options], {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
  let complaints = '';
  player.stderr.on('data', (data) => {
    complaints += data;
  });
  const lines = createInterface({ input: player.stdout })[Symbol.asyncIterator]();
  async function ask(order) {
    player.stdin.write(`${JSON.stringify(order)}\n`);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return { problem: errorIn(complaints) };
      // Libraries greet on standard output too.
      if (value.startsWith('{')) return JSON.parse(value);
    }
  }
  // A player that fell is told by its silence.
  player.stdin.on('error', () => {});
  const { about, problem } = await ask({ type: 'about' });
  return { about, problem, ask, close: () => player.stdin.end() };
}

function findPython() {
  const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'];
  return candidates.find((path) => path && spawnSync(path, ['-c', 'import torch']).status === 0);
}

/** What an error says, out of its trace. */
function errorIn(trace) {
  const lines = trace.trim().split('\n');
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? (lines.at(-1) || 'it ended without a word');
}

function pathOf(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}
