import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { BridgeData } from './bridge.ts';
import type { GpuMode } from './gpu-js.ts';
import type { Reply, Request } from './protocol.ts';

/** A process with gpu.js in it, asked from a thread that waits for each answer. */
export type Device = {
  readonly mode: GpuMode;
  /** What the adapter is called; null where gpu.js runs on the processor. */
  readonly adapter: string | null;
  /** Why it is of no use any more; null while it is. */
  readonly failure: string | null;
  /** Answers `failed`, now and ever after, once something has gone wrong or `limit` seconds have passed. */
  ask(request: Request, limit: number): Reply;
  close(): void;
};

/** Where the built bridge and process lie; they stand beside the program. */
export type DeviceFiles = { readonly bridge: URL; readonly process: URL };

/** Seconds that a driver has to start. */
const START_LIMIT = 20;

/** Starts the process and finds an adapter in it; a device that has failed already where there is none. */
export function openDevice(
  mode: GpuMode,
  places: readonly string[],
  files: DeviceFiles = besideTheProgram(),
  startLimit = START_LIMIT,
): Device {
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const data: BridgeData = { port: port2, bell, program: fileURLToPath(files.process) };
  const worker = new Worker(files.bridge, { workerData: data, transferList: [port2] });
  worker.unref();
  port1.unref();
  let failure: string | null = null;

  function ask(request: Request, limit: number): Reply {
    if (failure !== null) return { type: 'failed', reason: failure };
    Atomics.store(bell, 0, 0);
    port1.postMessage(request);
    const heard = Atomics.wait(bell, 0, 0, limit * 1000);
    const reply: Reply =
      heard === 'timed-out'
        ? { type: 'failed', reason: `no answer in ${limit} s` }
        : receiveMessageOnPort(port1)?.message;
    if (reply.type === 'failed') {
      failure = reply.reason;
      close();
    }
    return reply;
  }

  function close(): void {
    failure ??= 'closed';
    port1.postMessage('end');
  }

  const opened = ask({ type: 'open', mode, places }, startLimit);
  return {
    ...{ mode, adapter: opened.type === 'opened' ? opened.adapter : null, ask, close },
    get failure() {
      return failure;
    },
  };
}

function besideTheProgram(): DeviceFiles {
  return {
    bridge: new URL('./gpu-bridge.js', import.meta.url),
    process: new URL('./gpu-process.js', import.meta.url),
  };
}
