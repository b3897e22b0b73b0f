import type { BackendWish } from '../training/backend.ts';
import type { Context } from './command.ts';

/** Where a run of the learner's own is trained: wherever it is fastest, unless said. */
export function runWish({
  backend,
  dataFolder: folder,
}: Pick<Context, 'backend' | 'dataFolder'>): BackendWish {
  return { backend: backend ?? 'auto', folder };
}

/** Where runs behind claims and predictions are trained: their bits are promised, so that only force takes them from the CPU. */
export function lessonWish({
  backend,
  dataFolder: folder,
}: Pick<Context, 'backend' | 'dataFolder'>): BackendWish {
  return { backend: backend === null || backend === 'auto' ? 'cpu' : backend, folder };
}
