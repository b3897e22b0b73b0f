import { batchRows } from './machine.ts';
import { createMeasure } from './memory.ts';
import type { NetworkSpec } from './network.ts';
import type { OptimizerSpec } from './optimizers.ts';
import { createRandom } from './random.ts';
import { writeTape } from './tape.ts';
import { reserveWeights } from './weights.ts';

/** Bytes that a network takes in the memory of its kernels, by what they are for. */
export type Footprint = { readonly rows: number; readonly weights: number; readonly batch: number };

/** Lays a network out without taking memory: the bytes of its data, of its weights with all that is kept beside them, and of a batch on its way. */
export function footprintOf(
  spec: NetworkSpec,
  optimizer: OptimizerSpec,
  rows: number,
  targetWidth: number,
  maxBatch: number,
): Footprint {
  const arena = createMeasure();
  const data = rows * (spec.inputs + targetWidth) * 4;
  const feed = {
    inputs: 0,
    targets: 0,
    features: spec.inputs,
    targetWidth,
    rows: batchRows(maxBatch),
    hands: 1,
  };
  const weights = reserveWeights(arena, spec, optimizer);
  const learnt = arena.bytes;
  writeTape(arena, spec, feed, weights, createRandom(0));
  return { rows: data, weights: learnt, batch: arena.bytes - learnt };
}
