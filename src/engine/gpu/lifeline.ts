import { Worker } from 'node:worker_threads';

/** Waits where nothing is ever written: the read ends when the last who could write has gone. */
const WAIT = `
  const { readSync } = require('node:fs');
  try {
    while (readSync(0, Buffer.alloc(1)) > 0);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }`;

/**
 * Ends this process with the one that started it and holds the other end of its input. In a thread of its own, since a driver that
 * hangs leaves no other to hear of anything.
 */
export function endWithParent(): void {
  new Worker(WAIT, { eval: true });
}
