import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createKernels, type KernelInstance, type Kernels, kernelModule } from './kernels/kernels.ts';

/** Kernels over a memory that further threads have as well, under a number by which they know it. */
export type SharedKernels = KernelInstance & { readonly id: number };

/** What all hands are told of a training: `trainTogether` of the kernels, without the hand. */
export type SharedTraining =
  Parameters<Kernels['trainTogether']> extends [number, ...infer Rest] ? Rest : never;

/** Threads beside this one that have begun to wait for work, and a memory that is not in use any more. */
type Crew = { readonly control: Int32Array; readonly ports: MessagePort[]; readonly idle: SharedKernels[] };

/** Cells of the control block: calls so far, hands ready, hands back from a call, the memory meant, and what is told. */
const CALLS = 0;
const READY = 1;
const BACK = 2;
const MEMORY = 3;
const TOLD = 4;

/** Milliseconds after which a thread that does not come back is taken for dead. */
const LOST_MS = 60_000;

const crew: Crew = { control: new Int32Array(new SharedArrayBuffer(64)), ports: [], idle: [] };
let memories = 0;

/** How many hands there are now, this thread among them: it alone until all that were asked for have come. */
export function handsReady(): number {
  const come = Atomics.load(crew.control, READY);
  return come === crew.ports.length ? 1 + come : 1;
}

/** Sees to it that there are so many hands before long. */
export function hire(hands: number): void {
  while (crew.ports.length < hands - 1) {
    const { port1, port2 } = new MessageChannel();
    const hand = crew.ports.push(port1);
    port1.unref();
    for (let id = 1; id <= memories; id++) {
      const known = shared.get(id);
      if (known) port1.postMessage({ id, memory: known.memory });
    }
    const workerData = { hand, control: crew.control, module: kernelModule(true), port: port2 };
    const worker = new Worker(HELPER, { eval: true, workerData, transferList: [port2] });
    // Nobody is missed who does not come: what is not ready is not counted.
    worker.on('error', () => {}).unref();
  }
}

const shared = new Map<number, SharedKernels>();

/** Kernels in a memory that all hands have, zeroed. */
export function takeSharedKernels(): SharedKernels {
  const again = crew.idle.pop();
  if (again) {
    new Uint8Array(again.memory.buffer).fill(0, again.kernels.firstFreeByte());
    return again;
  }
  const kernels = { ...createKernels(true), id: ++memories };
  shared.set(kernels.id, kernels);
  for (const port of crew.ports) port.postMessage({ id: kernels.id, memory: kernels.memory });
  return kernels;
}

/** Takes them back: V8 does not see how much such a memory holds, so that the next training had better use the same. */
export function giveBack(kernels: SharedKernels): void {
  if (crew.idle.length < 2) {
    crew.idle.push(kernels);
    return;
  }
  shared.delete(kernels.id);
  for (const port of crew.ports) port.postMessage({ id: kernels.id });
}

/** Trains with as many hands as `told` says, of those that are ready; returns when all are back. */
export function trainWithHands({ kernels, id }: SharedKernels, told: SharedTraining): void {
  const { control } = crew;
  control[MEMORY] = id;
  control.set(told, TOLD);
  Atomics.add(control, CALLS, 1);
  Atomics.notify(control, CALLS);
  kernels.trainTogether(0, ...told);
  awaitAll();
}

/** None may still be on its way out of a memory that is wiped, or read what the next call is told. */
function awaitAll(): void {
  const { control, ports } = crew;
  for (let back = Atomics.load(control, BACK); back < ports.length; back = Atomics.load(control, BACK))
    if (Atomics.wait(control, BACK, back, LOST_MS) === 'timed-out')
      throw new Error('A thread of the training does not answer any more.');
  Atomics.store(control, BACK, 0);
}

/** The program of a further hand: it sleeps until it is called, learns of new memories, and plays its share. */
const HELPER = `
const { workerData, receiveMessageOnPort } = require('node:worker_threads');
const { hand, control, module, port } = workerData;
const instances = new Map();
let calls = Atomics.load(control, ${CALLS});
Atomics.add(control, ${READY}, 1);
for (;;) {
  Atomics.wait(control, ${CALLS}, calls);
  calls = Atomics.load(control, ${CALLS});
  for (let heard; (heard = receiveMessageOnPort(port)); ) {
    const { id, memory } = heard.message;
    if (!memory) instances.delete(id);
    else instances.set(id, new WebAssembly.Instance(module, { env: { memory, abort() {} } }).exports);
  }
  const told = control.slice(${TOLD});
  if (hand < told[0]) instances.get(control[${MEMORY}]).trainTogether(hand, ...told);
  Atomics.add(control, ${BACK}, 1);
  Atomics.notify(control, ${BACK});
}
`;
