import { roundUp } from './memory.ts';
import type { Operation } from './operations.ts';
import type { Tensor } from './weights.ts';

/**
 * How a row is laid out: `height` times `columns` cells of `width` numbers, `stride` floats from one cell to the next.
 * A plain row is one cell; of an image, a cell is a pixel with its channels.
 */
export type RowShape = {
  readonly width: number;
  readonly stride: number;
  readonly height: number;
  readonly columns: number;
};

/** What flows between two layers, [rows, cells, stride]: values, and the slopes of the loss in them (0 before the first layer). */
export type Flow = RowShape & { readonly values: number; readonly slopes: number };

/** A tensor that a layer learns; where it does not start at a number, the initializer draws it. */
export type Learnt = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly start: 'weight' | 'bias' | number;
};

/** Numbers that a layer keeps from step to step without a slope. */
export type Kept = { readonly name: string; readonly size: number; readonly start: number };

/** Training; the same for a look at its slopes, which changes nothing; and answering for good. */
export type Mode = 'train' | 'probe' | 'eval';

/** Where everything lies that a layer works with, as addresses in the kernels' memory. */
export type Place = {
  readonly x: Flow;
  readonly y: Flow;
  readonly tensors: readonly Tensor[];
  /** One for each entry of `keeps`. */
  readonly kept: readonly number[];
  /** Room for eight columns of the longest sum of a matrix product. */
  readonly panel: number;
  /** Room for what a layer asked for, shared by all. */
  readonly room: number;
  /** What flowed before the last layers, `over` of them, for a layer that reaches back. */
  back(over: number): Flow;
  /** Seed of the layer's masks, and the address of the number of steps taken. */
  readonly seed: number;
  readonly clock: number;
};

/** A kind of layer: its shape, what it learns, and what the kernels do for it. */
export type Layer<Spec> = {
  /** What keeps it from standing here; `before` are the shapes up to its input, which is the last. */
  problems(spec: Spec, before: readonly RowShape[]): readonly string[];
  shape(spec: Spec, x: RowShape): RowShape;
  /** `fan`: how many numbers come into a unit, and to how many units an input goes. */
  learns?(spec: Spec, x: RowShape): { readonly fan: Fans; readonly tensors: readonly Learnt[] };
  keeps?(spec: Spec, x: RowShape): readonly Kept[];
  /** Bytes that it writes and reads within one operation. */
  room?(spec: Spec, x: RowShape): number;
  forward(spec: Spec, place: Place, mode: Mode): Operation;
  backward(spec: Spec, place: Place): Operation;
};

export type Fans = { readonly in: number; readonly out: number };

/** A row of `width` numbers, padded to whole vectors. */
export function plainRow(width: number, stride = roundUp(width, 4)): RowShape {
  return { width, stride, height: 1, columns: 1 };
}

/** The same cells padded to whole vectors: the inputs of a network lie without padding, what layers make of them does not. */
export function padded(shape: RowShape): RowShape {
  return { ...shape, stride: roundUp(shape.width, 4) };
}

/** Cells of a row. */
export function cellsOf({ height, columns }: RowShape): number {
  return height * columns;
}

/** Floats from one row to the next. */
export function rowFloats(shape: RowShape): number {
  return cellsOf(shape) * shape.stride;
}

/** A sentence where a number is not whole or too small. */
export function wholeFrom(name: string, value: number, from: number): readonly string[] {
  const isFine = Number.isInteger(value) && value >= from;
  return isFine ? [] : [`${name} must be a whole number from ${from}, not ${value}`];
}
