import type { BackendWish } from '../training/backend.ts';
import type { Placement } from '../training/placement.ts';
import { openGpuMemory } from '../training/speeds.ts';
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

/** GPU support, offered once: by the first run that is large enough to gain from it and finds none. */
export function offerLines(
  { reason }: Placement,
  { dataFolder, words }: Pick<Context, 'dataFolder' | 'words'>,
): readonly string[] {
  if (reason?.code !== 'missing' || !openGpuMemory(dataFolder).offers()) return [];
  return [words.backend.offer];
}
