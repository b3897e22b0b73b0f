import { gpuActivations } from '../engine/gpu/activations.ts';
import { isGpuLoss } from '../engine/gpu/judge.ts';
import { isGpuOptimizer } from '../engine/gpu/update.ts';
import type { TrainSettings } from './kinds/train.ts';
import { type Recipe, variantsOf } from './recipe.ts';
import { formatValue } from './recipe-keys.ts';

/** A key of a recipe that keeps it from a GPU, with its value. */
export type Obstacle = { readonly key: string; readonly value: string };

/** What keeps a recipe from a GPU; null where nothing does. */
export function gpuObstacle(recipe: Recipe): Obstacle | null {
  if (recipe.kind !== 'train') return { key: 'kind', value: recipe.kind };
  for (const { settings } of variantsOf(recipe)) {
    const key = obstacleIn(settings as TrainSettings);
    if (key) return { key, value: formatValue(settings[key]) };
  }
  return null;
}

/** Keys that a GPU does not take, whatever they say. */
const REFUSED = ['pos_weight', 'l1', 'clip', 'clip_value', 'input_noise', 'shift', 'mixup'] as const;

function obstacleIn(settings: TrainSettings): keyof TrainSettings | null {
  const { act, loss, opt, norm } = settings;
  if (!Object.hasOwn(gpuActivations, act)) return 'act';
  if (!isGpuLoss(loss)) return 'loss';
  if (!isGpuOptimizer(opt)) return 'opt';
  if (norm !== null && norm !== 'none' && norm !== 'batch') return 'norm';
  return REFUSED.find((key) => settings[key] !== null) ?? null;
}
