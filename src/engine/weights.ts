import { type InitializerName, initializers } from './initializers.ts';
import type { Kept } from './layer.ts';
import { type Arena, roundUp } from './memory.ts';
import { keptOf, type NetworkSpec, type ParameterSpec, parametersOf } from './network.ts';
import { type OptimizerSpec, optimizers } from './optimizers.ts';
import type { Random } from './random.ts';

/** A tensor in the kernels' memory: rows and columns padded with 0 to multiples of 4, which stay 0 for ever. */
export type Tensor = ParameterSpec & {
  readonly values: number;
  readonly gradients: number;
  readonly rows: number;
  readonly columns: number;
};

/** All weights in one stretch, their gradients in another, and what optimizer and layers keep beside them. */
export type Weights = {
  readonly tensors: readonly Tensor[];
  readonly values: number;
  readonly gradients: number;
  readonly bytes: number;
  readonly rule: OptimizerSpec;
  /** As many stretches as the optimizer has slots, one behind the other. */
  readonly slots: number;
  readonly settings: number;
  readonly powers: number;
  readonly kept: readonly KeptPlace[];
};

/** What a layer keeps, and where. */
export type KeptPlace = Kept & { readonly layer: number; readonly address: number };

/** Makes room for the weights of a network, for its optimizer and for what its layers keep. */
export function reserveWeights(arena: Arena, spec: NetworkSpec, rule: OptimizerSpec): Weights {
  const parameters = parametersOf(spec);
  const bytes = parameters.reduce((sum, { shape }) => sum + paddedBytes(shape), 0);
  const { slots, settings } = optimizers[rule.name];
  const values = arena.reserve(bytes);
  const gradients = arena.reserve(bytes);
  let offset = 0;
  const tensors = parameters.map((parameter): Tensor => {
    const { rows, columns } = matrixOf(parameter.shape);
    const tensor = { ...parameter, rows, columns, values: values + offset, gradients: gradients + offset };
    offset += paddedBytes(parameter.shape);
    return tensor;
  });
  const chosen = Object.entries(settings).map(
    ([name, usual]) => (rule as unknown as Partial<Record<string, number>>)[name] ?? usual,
  );
  const weights = {
    ...{ tensors, values, gradients, bytes, rule, slots: arena.reserve(slots * bytes) },
    settings: arena.reserve(8 * 8),
    powers: arena.reserve(2 * 8),
    kept: keptOf(spec).map((kept) => ({ ...kept, address: arena.reserve(kept.size * 4) })),
  };
  arena.doubles(weights.settings, chosen.length).set(chosen);
  arena.doubles(weights.powers, 2).fill(1);
  for (const { address, size, start } of weights.kept) arena.floats(address, size).fill(start);
  return weights;
}

/** How the weights start: a name, and the numbers that some initializers are told. */
export type InitSpec = {
  readonly name: InitializerName;
  readonly std?: number;
  readonly value?: number;
  /** Where the biases of all dense layers but the last start, in place of what the initializer has for them. */
  readonly hiddenBias?: number;
};

/** Draws the weights at the start: each tensor from a stream of its own, whatever else the network has. */
export function drawWeights(spec: NetworkSpec, init: InitSpec, random: Random): Float32Array {
  const { weights, biases } = initializers[init.name];
  const told = { std: init.std ?? DEFAULT_STD, value: init.value ?? DEFAULT_VALUE };
  const parameters = parametersOf(spec);
  const last = Math.max(...parameters.filter(({ start }) => start === 'bias').map(({ layer }) => layer));
  const tensors = parameters.map(({ name, shape, start, fan, layer }) => {
    const stream = random.fork(name);
    const [rows, columns = 1] = shape as readonly [number, number?];
    if (start === 'weight') return weights(stream, [rows, columns], { ...fan, ...told });
    if (start === 'bias' && init.hiddenBias !== undefined && layer !== last)
      return new Float32Array(rows).fill(init.hiddenBias);
    if (start === 'bias') return biases(stream, rows, { ...fan, ...told });
    return new Float32Array(rows * columns).fill(start);
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
const DEFAULT_VALUE = 0.5;

/** A tensor as rows and columns; a list is one row. */
export function matrixOf(shape: readonly number[]): { rows: number; columns: number } {
  return shape.length === 2 ? { rows: shape[0]!, columns: shape[1]! } : { rows: 1, columns: shape[0]! };
}

/** Bytes of a tensor in the memory of the kernels. */
export function paddedBytes(shape: readonly number[]): number {
  const { rows, columns } = matrixOf(shape);
  return (shape.length === 2 ? roundUp(rows, 4) : 1) * roundUp(columns, 4) * 4;
}
