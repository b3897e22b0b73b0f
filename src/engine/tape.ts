import { activations } from './activations.ts';
import { losses } from './losses.ts';
import type { Arena } from './memory.ts';
import { roundUp } from './memory.ts';
import type { NetworkSpec } from './network.ts';
import { optimizers } from './optimizers.ts';
import type { Tensor, Weights } from './weights.ts';

/** A training step as a list of operations in the kernels' memory. */
export type Tape = {
  /** Gather, forward, loss, backward, update: `step` operations from here; `slopes` leaves the update out. */
  readonly training: { readonly address: number; readonly step: number; readonly slopes: number };
  /** Forward, loss and count of right answers of a batch that lies in `inputs` and `targets`; `outputs` stops before the loss. */
  readonly testing: { readonly address: number; readonly losses: number; readonly outputs: number };
  /** Batch [rows, features] and [rows, targetWidth]. */
  readonly inputs: number;
  readonly targets: number;
  /** Last layer [rows, stride]. */
  readonly outputs: { readonly address: number; readonly width: number; readonly stride: number };
};

/** Where the data of training lies, how it is shaped, and how many rows a batch may have. */
export type Feed = {
  readonly inputs: number;
  readonly targets: number;
  readonly features: number;
  readonly targetWidth: number;
  readonly rows: number;
};

/** Lays out the buffers of a network and writes its tape. */
export function writeTape(arena: Arena, spec: NetworkSpec, feed: Feed, weights: Weights): Tape {
  const inputs = arena.reserve(feed.rows * feed.features * 4);
  const targets = arena.reserve(feed.rows * feed.targetWidth * 4);
  const buffers = reserveLayers(arena, spec, feed, inputs);
  const panel = reservePanel(arena, buffers, feed.rows);
  const layers = spec.layers.map((layer, i) => {
    const input = buffers[i]!;
    const output = buffers[i + 1]!;
    if (layer.type === 'activation') return activation(activations[layer.name].code, input, output);
    const number = spec.layers.slice(0, i + 1).filter(({ type }) => type === 'dense').length;
    return dense(input, output, weights.tensors[2 * number - 2]!, weights.tensors[2 * number - 1]!, panel);
  });
  const last = buffers.at(-1)!;
  const code = losses[spec.loss].code;
  const gather = [
    [CODES.gather, feed.inputs, inputs, feed.features * 4],
    [CODES.gather, feed.targets, targets, feed.targetWidth * 4],
  ];
  const forward = layers.map((layer) => layer.forward);
  const loss = [
    CODES.loss,
    code,
    last.values,
    targets,
    last.slopes,
    last.width,
    last.stride,
    feed.targetWidth,
  ];
  const backward = layers.map((layer) => layer.backward).reverse();
  // Nothing learns before the first dense layer.
  while (backward.length > 0 && backward.at(-1)![0] !== CODES.denseBackward) backward.pop();
  const count = [CODES.count, code, last.values, targets, last.width, last.stride];
  const slopes = [...gather, ...forward, loss, ...backward];
  const testing = [...forward, loss, count];
  return {
    training: {
      address: write(arena, [...slopes, update(weights)]),
      step: slopes.length + 1,
      slopes: slopes.length,
    },
    testing: { address: write(arena, testing), losses: testing.length, outputs: forward.length },
    inputs,
    targets,
    outputs: { address: last.values, width: last.width, stride: last.stride },
  };
}

/** Numbers and operands are those of `kernels/assembly/play.ts`. */
const CODES = {
  gather: 0,
  dense: 1,
  activation: 2,
  loss: 3,
  activationBackward: 4,
  denseBackward: 5,
  optimize: 6,
  count: 7,
} as const;

const WORDS = 16;

/** What flows between two layers: values [rows, stride] and the loss's slopes in them; slopes 0 for the inputs. */
type Buffer = {
  readonly values: number;
  readonly slopes: number;
  readonly width: number;
  readonly stride: number;
};

type Operations = { readonly forward: readonly number[]; readonly backward: readonly number[] };

function reserveLayers(arena: Arena, spec: NetworkSpec, feed: Feed, inputs: number): readonly Buffer[] {
  const buffers: Buffer[] = [{ values: inputs, slopes: 0, width: feed.features, stride: feed.features }];
  for (const layer of spec.layers) {
    const before = buffers.at(-1)!;
    const width = layer.type === 'dense' ? layer.units : before.width;
    const stride = layer.type === 'dense' ? roundUp(width, 4) : before.stride;
    const bytes = feed.rows * stride * 4;
    buffers.push({ values: arena.reserve(bytes), slopes: arena.reserve(bytes), width, stride });
  }
  return buffers;
}

/** Eight columns of the longest sum that any product has. */
function reservePanel(arena: Arena, buffers: readonly Buffer[], rows: number): number {
  return arena.reserve(roundUp(Math.max(rows, ...buffers.map(({ width }) => width)), 4) * 8 * 4);
}

function dense(x: Buffer, y: Buffer, weight: Tensor, bias: Tensor, panel: number): Operations {
  const { dense: forward, denseBackward } = CODES;
  const xRow = x.stride * 4;
  return {
    forward: [forward, x.values, xRow, weight.values, bias.values, y.values, x.width, y.width, panel],
    backward: [
      ...[denseBackward, x.values, xRow, weight.values, y.slopes, weight.gradients, bias.gradients, x.slopes],
      ...[x.width, y.width, panel],
    ],
  };
}

function activation(code: number, x: Buffer, y: Buffer): Operations {
  const rowBytes = x.stride * 4;
  return {
    forward: [CODES.activation, code, x.values, y.values, rowBytes],
    backward: [CODES.activationBackward, code, y.values, y.slopes, x.slopes, rowBytes],
  };
}

function update({
  values,
  gradients,
  slots,
  bytes,
  settings,
  powers,
  optimizer,
}: Weights): readonly number[] {
  return [CODES.optimize, optimizers[optimizer].code, values, gradients, slots, bytes, settings, powers];
}

function write(arena: Arena, operations: readonly (readonly number[])[]): number {
  const address = arena.reserve(operations.length * WORDS * 4);
  const words = arena.integers(address, operations.length * WORDS);
  operations.forEach((operation, i) => {
    words.set(operation, i * WORDS);
  });
  return address;
}
