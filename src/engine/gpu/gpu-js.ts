/** The part of gpu.js that is used here: kernels from source text, and pipelines of many kernels as one plan. */
export type GpuJs = {
  readonly GPU: new (settings: { readonly mode: GpuMode }) => Gpu;
  /** A flat list as a table: [columns, rows] */
  readonly Input: new (
    values: Float32Array,
    size: readonly number[],
  ) => Values;
};

/** Where gpu.js runs its programs: a real adapter, or the processor through its own WebAssembly or plain JavaScript. */
export const gpuModes = ['webgpu', 'webasm', 'cpu'] as const;

export type GpuMode = (typeof gpuModes)[number];

export type Gpu = {
  createKernel(
    text: string,
    settings: {
      readonly output: readonly number[];
      readonly constants: Constants;
      readonly functions: readonly string[];
    },
  ): Kernel;
  createPipeline(
    trace: (...inputs: Handle[]) => Readonly<Record<string, Handle>>,
    settings: { readonly threads: boolean },
  ): Pipeline;
  destroy(): Promise<void>;
};

/** Within a pipeline: records a call and stands for what will come of it. */
export type Kernel = (...inputs: Handle[]) => Handle;

/** Stands for numbers that no program can see before the plan has run. */
export type Handle = { readonly isHandle: true };

export type Values = { readonly value: Float32Array; readonly size: readonly number[] };

export type Constants = Readonly<Record<string, number | Values>>;

/** A plan: tables in, the results of its last steps out, by their names. */
export type Pipeline = {
  (...inputs: Values[]): Promise<Readonly<Record<string, Float32Array | readonly Float32Array[]>>>;
  /** What played it: fused-encoder is the one that is wanted on a GPU. */
  readonly executorKind: string;
  readonly backend: string;
  /** Why the plan is played step by step and not as one; null where it is not. */
  readonly fallbackReason: string | null;
};

/** Loads gpu.js when it is first wanted. */
export async function loadGpuJs(): Promise<GpuJs> {
  const { default: gpuJs } = await import('gpu.js');
  return gpuJs as unknown as GpuJs;
}
