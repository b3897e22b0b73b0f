import { fork } from 'node:child_process';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Reply, Request } from './protocol.ts';

/** What a bridge is given: where replies go, and the cell that wakes whoever waits for one. */
export type BridgeData = { readonly port: MessagePort; readonly bell: Int32Array; readonly program: string };

/**
 * The thread between a trainer, which waits for every answer, and the GPU's process, which answers when it can: it passes
 * requests on and rings for the reply. Where the process ends, that is the reply, to this request and to all that follow.
 */
const { port, bell, program }: BridgeData = workerData;
const gpu = fork(program, {
  serialization: 'advanced',
  // What it reads never comes; that it ends tells the process that this one is gone.
  stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
});
let ended: string | null = null;

port.on('message', (request: Request | 'end') => {
  if (request === 'end') {
    gpu.kill('SIGKILL');
    port.close();
  } else if (ended !== null) ring({ type: 'failed', reason: ended });
  else gpu.send(request);
});
gpu.on('message', (reply: Reply) => ring(reply));
gpu.on('error', (error) => end(error.message));
gpu.on('exit', (code, signal) => end(`the process of the GPU ended with ${signal ?? `code ${code}`}`));

function end(reason: string): void {
  if (ended !== null) return;
  ended = reason;
  ring({ type: 'failed', reason });
}

function ring(reply: Reply): void {
  port.postMessage(reply);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
}
