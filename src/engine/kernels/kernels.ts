import { kernelBytes } from './bytes.ts';

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
export type KernelMemory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/** Kernels over a memory of their own; compiled once, whatever the number of instances. */
export function createKernels(): { readonly kernels: Kernels; readonly memory: KernelMemory } {
  compiled ??= new wasm.Module(kernelBytes);
  const memory = new wasm.Memory({ initial: 1 });
  const environment = { memory, abort: () => {} };
  const { exports } = new wasm.Instance(compiled, { env: environment });
  return { kernels: exports as Kernels, memory };
}

// Types of the global that come with neither es2023 nor @types/node.
type WebAssemblyHost = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (limits: { initial: number }) => KernelMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyHost }).WebAssembly;
let compiled: object | undefined;
