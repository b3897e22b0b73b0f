import { kernelBytes, memoryKindAt } from './bytes.ts';

/** What the compiled kernels export; addresses and lengths are bytes in their memory (see kernels/assembly). */
export type Kernels = {
  firstFreeByte(): number;
  /** Plays a tape `steps` times; see `play.ts` of the kernels. */
  train(
    tape: number,
    count: number,
    steps: number,
    orders: number,
    sizes: number,
    rates: number,
    means: number,
  ): void;
  /** The share of one thread in the same; every thread that takes part calls it. */
  trainTogether(
    hand: number,
    hands: number,
    place: number,
    panelBytes: number,
    roomBytes: number,
    tape: number,
    count: number,
    steps: number,
    orders: number,
    sizes: number,
    rates: number,
    means: number,
  ): void;
  forward(tape: number, count: number, rows: number): void;
  clearTotals(): void;
  totalLoss(): number;
  totalWeight(): number;
  totalCorrect(): number;
  activate(code: number, x: number, y: number, bytes: number): void;
  activateBackward(code: number, x: number, y: number, dy: number, dx: number, bytes: number): void;
  mapVector(code: number, x: number, y: number, bytes: number): void;
  matmul(
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    n: number,
    k: number,
    bias: number,
    panel: number,
  ): void;
  matmulTransposed(
    a: number,
    aRow: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    n: number,
    k: number,
    panel: number,
  ): void;
  exp(x: number): number;
  log(x: number): number;
  sin(x: number): number;
  cos(x: number): number;
  tanh(x: number): number;
  erf(x: number): number;
  erfc(x: number): number;
  pow(x: number, y: number): number;
};

/** Linear memory of WebAssembly: its buffer is another one after it has grown. */
export type KernelMemory = { readonly buffer: ArrayBufferLike; grow(pages: number): number };

export type KernelInstance = { readonly kernels: Kernels; readonly memory: KernelMemory };

/** Kernels over a memory of their own, which threads can share if it is so wanted. */
export function createKernels(isShared = false): KernelInstance {
  const memory = new wasm.Memory({ initial: 1, maximum: MOST_PAGES, shared: isShared });
  const environment = { memory, abort: () => {} };
  const { exports } = new wasm.Instance(kernelModule(isShared), { env: environment });
  return { kernels: exports as Kernels, memory };
}

/** The compiled kernels, for the one kind of memory or the other; compiled once, whatever the number of instances. */
export function kernelModule(isShared: boolean): object {
  const bytes = kernelBytes.slice();
  bytes[memoryKindAt] = isShared ? SHARED : OWN;
  const compiled = modules.get(isShared) ?? new wasm.Module(bytes);
  modules.set(isShared, compiled);
  return compiled;
}

/** Pages of 64 KB that an address of 32 bits reaches; the kernels are compiled for as many. */
const MOST_PAGES = 65_536;
const OWN = 1;
const SHARED = 3;

// Types of the global that come with neither es2023 nor @types/node.
type WebAssemblyHost = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => KernelMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const modules = new Map<boolean, object>();
const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyHost }).WebAssembly;
