import type { WrittenRecipe } from '../training/written-recipe.ts';

/** Recipes to begin with, by what they show; their names stand in i18n under the same words. */
export const presets = {
  xor: { data: 'xor', n: '200', noise: '0.1', net: '4', act: 'tanh', lr: '0.03', steps: '600' },
  moons: { data: 'moons', net: '8', act: 'tanh', steps: '500' },
  spirals: {
    ...{ data: 'spirals', net: '32,32', act: 'relu', norm: 'batch', lr: '0.01' },
    ...{ batch: '32', steps: '2000' },
  },
  digits: { data: 'digits', net: '64', act: 'relu', batch: '64', epochs: '10' },
  convolution: {
    ...{ data: 'digits', conv: '8,16', pool: 'max', act: 'relu', n: '600' },
    ...{ batch: '32', epochs: '5' },
  },
  ravine: {
    ...{ kind: 'surface', surface: 'ravine', curvature: '20', steps: '100' },
    vary: 'opt=gd lr=0.09; opt=momentum lr=0.02; opt=adam lr=0.2',
  },
  width: { data: 'moons', noise: '0.3', n: '100', vary: 'net=1,4,64', seeds: '1..5' },
  overfitting: { data: 'moons', noise: '0.4', n: '40', net: '64,64', act: 'relu', steps: '2000' },
  biasVariance: { kind: 'resample', vary: 'degree=1,4,15' },
  deep: { kind: 'depth', data: 'moons', depth: '20', vary: 'init=xavier,normal' },
  forest: { kind: 'classical', learner: 'forest', data: 'moons', noise: '0.3' },
} as const satisfies Record<string, WrittenRecipe>;

export type PresetName = keyof typeof presets;
