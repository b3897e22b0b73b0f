import type { LayerSpec } from '../layers.ts';
import type { GpuLayer } from './layer.ts';
import { batchNorm } from './layers/batch-norm.ts';
import { conv2d } from './layers/convolution.ts';
import { dropout } from './layers/dropout.ts';
import { flatten, residual } from './layers/paths.ts';
import { averagePool, globalAverage, maxPool } from './layers/pools.ts';
import { activation, dense } from './layers/units.ts';

/** Every kind of layer that the GPU takes, by its type. */
export const gpuLayers = {
  dense,
  activation,
  dropout,
  residual,
  batchNorm,
  conv2d,
  maxPool,
  averagePool,
  globalAverage,
  flatten,
};

export type GpuLayerType = keyof typeof gpuLayers;

/** The entry for a layer, which takes that layer. */
export function gpuLayerOf(spec: LayerSpec): GpuLayer<LayerSpec> {
  if (!isGpuLayer(spec.type)) throw new Error(`there is no layer ${spec.type} on the GPU`);
  return gpuLayers[spec.type] as GpuLayer<LayerSpec>;
}

export function isGpuLayer(type: string): type is GpuLayerType {
  return Object.hasOwn(gpuLayers, type);
}
