import type { Layer } from './layer.ts';
import { activation, dense, maxout, prelu } from './layers/units.ts';

/** Every kind of layer, by its type. */
export const layers = { dense, activation, prelu, maxout };

type SpecOf<Entry> = Entry extends Layer<infer Spec> ? Spec : never;

export type LayerSpec = { [Type in keyof typeof layers]: SpecOf<(typeof layers)[Type]> }[keyof typeof layers];

/** The entry for a layer, which takes that layer. */
export function layerOf(spec: LayerSpec): Layer<LayerSpec> {
  return layers[spec.type] as Layer<LayerSpec>;
}
