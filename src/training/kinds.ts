import type { Kind } from './kind.ts';
import { autoencoder } from './kinds/autoencoder.ts';
import { classical } from './kinds/classical.ts';
import { decay } from './kinds/decay.ts';
import { depth } from './kinds/depth.ts';
import { gradientCheck } from './kinds/gradient-check.ts';
import { gradientNoise } from './kinds/gradient-noise.ts';
import { leakage } from './kinds/leakage.ts';
import { neuron } from './kinds/neuron.ts';
import { pairs } from './kinds/pairs.ts';
import { randomFeatures } from './kinds/random-features.ts';
import { randomMatrices } from './kinds/random-matrices.ts';
import { resample } from './kinds/resample.ts';
import { standardize } from './kinds/standardize.ts';
import { surface } from './kinds/surface.ts';
import { train } from './kinds/train.ts';
import { transfer } from './kinds/transfer.ts';

/** Every kind of experiment, by the word that `kind:` takes in a recipe. */
export const kinds = {
  train,
  transfer,
  classical,
  depth,
  surface,
  'gradient-noise': gradientNoise,
  'gradient-check': gradientCheck,
  standardize,
  leakage,
  decay,
  neuron,
  pairs,
  autoencoder,
  resample,
  'random-features': randomFeatures,
  'random-matrices': randomMatrices,
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
