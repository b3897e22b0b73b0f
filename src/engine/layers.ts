import type { Layer } from './layer.ts';
import { averagePool, conv2d, globalAverage, maxPool } from './layers/images.ts';
import { batchNorm, groupNorm, instanceNorm, layerNorm } from './layers/norms.ts';
import { dropout, flatten, residual } from './layers/paths.ts';
import { activation, dense, maxout, prelu } from './layers/units.ts';

/** Every kind of layer, by its type. */
export const layers = {
  dense,
  activation,
  prelu,
  maxout,
  dropout,
  residual,
  batchNorm,
  layerNorm,
  groupNorm,
  instanceNorm,
  conv2d,
  maxPool,
  averagePool,
  globalAverage,
  flatten,
};

type SpecOf<Entry> = Entry extends Layer<infer Spec> ? Spec : never;

export type LayerSpec = { [Type in keyof typeof layers]: SpecOf<(typeof layers)[Type]> }[keyof typeof layers];

/** The entry for a layer, which takes that layer. */
export function layerOf(spec: LayerSpec): Layer<LayerSpec> {
  return layers[spec.type] as Layer<LayerSpec>;
}
