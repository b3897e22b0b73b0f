import type { RowShape } from '../layer.ts';
import type { Constants, Handle, Kernel } from './gpu-js.ts';

/** What a layer is built from. Flows are [rows, cells * width], without padding; weights are one table a layer, a bias its last row. */
export type Place = {
  readonly x: RowShape;
  readonly y: RowShape;
  /** Rows of the largest batch. */
  readonly rows: number;
  /** Where the two halves of this step's random base stand in the table of steps. */
  readonly base: number;
  /** Compiles the text of a function whose cells are `this.thread.x` (columns) and `this.thread.y` (rows). */
  kernel(text: string, output: readonly [columns: number, rows: number], constants?: Constants): Kernel;
};

/** The rows of the table of steps, one a step of a chunk: rows of the batch, learning rate, and what follows from it. */
export const stepFields = { size: 0, rate: 1, step: 2, spread: 3, keep: 4, bases: 5 } as const;

/** The table of steps, and a cell with the number of the one that is taken. */
export type Step = { readonly table: Handle; readonly at: Handle };

/** What a layer has of its own: what it learns, and what it keeps. */
export type Own = { readonly weights: Handle | undefined; readonly kept: Handle | undefined };

export type Forward = {
  readonly y: Handle;
  /** What is kept after this step. */
  readonly kept?: Handle;
  /** What the way back wants to know again. */
  readonly memo?: Handle;
};

export type Backward = { readonly dx: Handle | null; readonly gradient?: Handle };

/** A layer's kernels. `back` is what flowed before the last layers, `over` of them. */
export type BuiltLayer = {
  forward(x: Handle, own: Own, step: Step, back: (over: number) => Handle): Forward;
  backward(
    dy: Handle,
    at: {
      readonly x: Handle;
      readonly own: Own;
      readonly step: Step;
      readonly memo: Handle | undefined;
      readonly wantsSlopes: boolean;
    },
  ): Backward;
};

/** A kind of layer on the GPU. */
export type GpuLayer<Spec> = (spec: Spec, place: Place) => BuiltLayer;

/** A handle that has to be there. */
export function given(handle: Handle | undefined): Handle {
  if (!handle) throw new Error('a layer misses what it learns or keeps');
  return handle;
}
