import { type Flow, layerOf } from './layers.ts';
import { losses } from './losses.ts';
import { type Arena, roundUp } from './memory.ts';
import { type NetworkSpec, shapesOf } from './network.ts';
import { type Operation, operations, operationWords } from './operations.ts';
import { optimizers } from './optimizers.ts';
import type { Weights } from './weights.ts';

/** A training step as a list of operations in the kernels' memory. */
export type Tape = {
  /** Gather, forward, loss, backward, update: `step` operations from here; `slopes` leaves the update out. */
  readonly training: { readonly address: number; readonly step: number; readonly slopes: number };
  /** Forward, loss, count of right answers, on a batch that lies in its place; `outputs` stops before the loss. */
  readonly testing: { readonly address: number; readonly losses: number; readonly outputs: number };
  /** Batch: [rows, features] and [rows, targetWidth]. */
  readonly inputs: number;
  readonly targets: number;
  /** Last layer. */
  readonly outputs: Flow;
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
  const targets = arena.reserve(feed.rows * feed.targetWidth * 4);
  const flows = reserveFlows(arena, spec, feed);
  const [inputs, outputs] = [flows[0]!.values, flows.at(-1)!];
  const { forward, backward } = passes(spec, flows, weights, reservePanel(arena, flows, feed.rows));
  const { code } = losses[spec.loss];
  const gather = [
    [operations.gather, feed.inputs, inputs, feed.features * 4],
    [operations.gather, feed.targets, targets, feed.targetWidth * 4],
  ];
  const { width, stride, values, slopes } = outputs;
  const loss = [operations.loss, code, values, targets, slopes, width, stride, feed.targetWidth];
  const count = [operations.count, code, values, targets, width, stride];
  const gradient = [...gather, ...forward, loss, ...backward];
  const testing = [...forward, loss, count];
  const training = [...gradient, update(weights)];
  return {
    training: { address: write(arena, training), step: training.length, slopes: gradient.length },
    testing: { address: write(arena, testing), losses: testing.length, outputs: forward.length },
    ...{ inputs, targets, outputs },
  };
}

function reserveFlows(arena: Arena, spec: NetworkSpec, { rows }: Feed): readonly Flow[] {
  return shapesOf(spec).map((shape, i) => {
    const bytes = rows * shape.stride * 4;
    return { ...shape, values: arena.reserve(bytes), slopes: i > 0 ? arena.reserve(bytes) : 0 };
  });
}

/** Eight columns of the longest sum that any product has. */
function reservePanel(arena: Arena, flows: readonly Flow[], rows: number): number {
  return arena.reserve(roundUp(Math.max(rows, ...flows.map(({ width }) => width)), 4) * 8 * 4);
}

function passes(spec: NetworkSpec, flows: readonly Flow[], { tensors }: Weights, panel: number) {
  const steps = spec.layers.map((layer, i) => {
    const operands = [
      flows[i]!,
      flows[i + 1]!,
      tensors.filter((tensor) => tensor.layer === i),
      panel,
    ] as const;
    const { forward, backward } = layerOf(layer);
    return { forward: forward(layer, ...operands), backward: backward(layer, ...operands) };
  });
  // Nothing is learnt before the first layer that has weights.
  const first = Math.min(...tensors.map(({ layer }) => layer));
  return {
    forward: steps.map(({ forward }) => forward),
    backward: steps
      .slice(first)
      .map(({ backward }) => backward)
      .reverse(),
  };
}

function update({ values, gradients, slots, bytes, settings, powers, optimizer }: Weights): Operation {
  return [operations.optimize, optimizers[optimizer].code, values, gradients, slots, bytes, settings, powers];
}

function write(arena: Arena, tape: readonly Operation[]): number {
  const address = arena.reserve(tape.length * operationWords * 4);
  const words = arena.integers(address, tape.length * operationWords);
  tape.forEach((operation, i) => {
    words.set(operation, i * operationWords);
  });
  return address;
}
