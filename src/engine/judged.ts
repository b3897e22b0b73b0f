import { type Machine, play, writeRows } from './machine.ts';

/**
 * A loss that no tape knows: from what flows behind layers, [rows, width] each, to its value and its slopes there. Slopes
 * behind a layer that is not the last are added to those that come back through the layers that follow.
 */
export type Judge = (outputsAt: (layer: number) => Float32Array) => {
  readonly loss: number;
  readonly slopes: ReadonlyMap<number, ArrayLike<number>>;
};

/** Takes a step on rows that lie in no table, and answers the loss before its update. Layers behave as in training. */
export function playJudged(
  machine: Machine,
  inputs: Float32Array,
  learningRate: number,
  judge: Judge,
): number {
  const { kernels, arena, tape, feed, spec } = machine;
  const rows = inputs.length / feed.features;
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= feed.rows))
    throw new RangeError(`${inputs.length} inputs are not 1 to ${feed.rows} rows of ${feed.features}`);
  const { ahead, back, update } = tape.pieces;
  writeRows(arena, tape, inputs, feed.features);
  kernels.forward(ahead.address, ahead.operations, rows);
  const { loss, slopes } = judge((layer) => readFlow(machine, layer, rows));
  for (let layer = spec.layers.length - 1; layer >= 0; layer--) {
    if (layer === spec.layers.length - 1) clearSlopes(machine, layer, rows);
    addSlopes(machine, layer, rows, slopes.get(layer) ?? []);
    kernels.forward(back[layer]!.address, back[layer]!.operations, rows);
  }
  const plan = { order: new Int32Array(rows), sizes: Int32Array.of(rows) };
  play(machine, update, { ...plan, learningRates: Float32Array.of(learningRate) });
  return loss;
}

function readFlow({ arena, tape }: Machine, layer: number, rows: number): Float32Array {
  const { width, stride, values } = tape.flows[layer + 1]!;
  const padded = arena.floats(values, rows * stride);
  return Float32Array.from(
    { length: rows * width },
    (_, at) => padded[Math.floor(at / width) * stride + (at % width)]!,
  );
}

function clearSlopes({ arena, tape }: Machine, layer: number, rows: number): void {
  const { stride, slopes } = tape.flows[layer + 1]!;
  arena.floats(slopes, rows * stride).fill(0);
}

function addSlopes({ arena, tape }: Machine, layer: number, rows: number, values: ArrayLike<number>): void {
  const { width, stride, slopes } = tape.flows[layer + 1]!;
  const padded = arena.floats(slopes, rows * stride);
  for (let at = 0; at < values.length; at++)
    padded[Math.floor(at / width) * stride + (at % width)]! += values[at]!;
}
