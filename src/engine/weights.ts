import { type Fan, type InitializerName, initializers } from './initializers.ts';
import { type Arena, roundUp } from './memory.ts';
import { type NetworkSpec, type ParameterSpec, parametersOf } from './network.ts';
import { type OptimizerName, type OptimizerSpec, optimizers } from './optimizers.ts';
import type { Random } from './random.ts';

/** A tensor in the kernels' memory: rows and columns padded with 0 to multiples of 4, which stay 0 for ever. */
export type Tensor = ParameterSpec & {
  readonly values: number;
  readonly gradients: number;
  readonly rows: number;
  readonly columns: number;
};

/** All weights in one stretch, their gradients in another, and what the optimizer keeps of them. */
export type Weights = {
  readonly tensors: readonly Tensor[];
  readonly values: number;
  readonly gradients: number;
  readonly bytes: number;
  readonly optimizer: OptimizerName;
  /** As many stretches as the optimizer has slots, one behind the other. */
  readonly slots: number;
  readonly settings: number;
  readonly powers: number;
};

/** Makes room for the weights of a network and for its optimizer. */
export function reserveWeights(arena: Arena, spec: NetworkSpec, optimizer: OptimizerSpec): Weights {
  const parameters = parametersOf(spec);
  const bytes = parameters.reduce((sum, { shape }) => sum + paddedBytes(shape), 0);
  const { slots, settings } = optimizers[optimizer.name];
  const values = arena.reserve(bytes);
  const gradients = arena.reserve(bytes);
  let offset = 0;
  const tensors = parameters.map((parameter): Tensor => {
    const { rows, columns } = matrixOf(parameter.shape);
    const tensor = { ...parameter, rows, columns, values: values + offset, gradients: gradients + offset };
    offset += paddedBytes(parameter.shape);
    return tensor;
  });
  const chosen = Object.entries(settings).map(([name, usual]) => Number(optimizer[name] ?? usual));
  const weights = {
    ...{ tensors, values, gradients, bytes, optimizer: optimizer.name, slots: arena.reserve(slots * bytes) },
    settings: arena.reserve(8 * 8),
    powers: arena.reserve(2 * 8),
  };
  arena.doubles(weights.settings, chosen.length).set(chosen);
  arena.doubles(weights.powers, 2).fill(1);
  return weights;
}

/** Draws the weights at the start: each tensor from a stream of its own, whatever else the network has. */
export function drawWeights(
  spec: NetworkSpec,
  init: { name: InitializerName; std?: number },
  random: Random,
): Float32Array {
  const { weight, bias } = initializers[init.name];
  let fan: Fan = { in: 0, out: 0, std: init.std ?? DEFAULT_STD };
  const tensors = parametersOf(spec).map(({ name, shape }) => {
    const stream = random.fork(name);
    const isWeight = shape.length === 2;
    if (isWeight) fan = { ...fan, in: shape[0]!, out: shape[1]! };
    const draw = isWeight ? weight : bias;
    return Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => draw(stream, fan));
  });
  return concatenate(tensors);
}

/** Copies a tensor without its padding. */
export function readTensor(arena: Arena, address: number, { rows, columns }: Tensor): Float32Array {
  const stride = roundUp(columns, 4);
  const padded = arena.floats(address, rows * stride);
  if (stride === columns) return padded.slice();
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    values.set(padded.subarray(row * stride, row * stride + columns), row * columns);
  }
  return values;
}

/** Writes all tensors from one list in their order. */
export function writeTensors(arena: Arena, tensors: readonly Tensor[], flat: Float32Array): void {
  let from = 0;
  for (const { values, rows, columns } of tensors) {
    const stride = roundUp(columns, 4);
    const padded = arena.floats(values, rows * stride);
    for (let row = 0; row < rows; row++, from += columns) {
      padded.set(flat.subarray(from, from + columns), row * stride);
    }
  }
}

/** Lists one behind the other. */
export function concatenate(lists: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    whole.set(list, at);
    at += list.length;
  }
  return whole;
}

const DEFAULT_STD = 0.01;

function matrixOf(shape: readonly number[]): { rows: number; columns: number } {
  return shape.length === 2 ? { rows: shape[0]!, columns: shape[1]! } : { rows: 1, columns: shape[0]! };
}

function paddedBytes(shape: readonly number[]): number {
  const { rows, columns } = matrixOf(shape);
  return (shape.length === 2 ? roundUp(rows, 4) : 1) * roundUp(columns, 4) * 4;
}
