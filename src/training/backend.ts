import { join } from 'node:path';
import { webGpuPlaces } from '../engine/gpu/adapter.ts';
import { type Device, type DeviceFiles, openDevice } from '../engine/gpu/device.ts';
import type { GpuMode } from '../engine/gpu/gpu-js.ts';
import { createGpuTrainer } from '../engine/gpu/gpu-trainer.ts';
import { multiplications, type Threads } from '../engine/thread-choice.ts';
import { createTrainer, type Trainer, type TrainerOptions } from '../engine/trainer.ts';
import type { Member } from './events.ts';
import { gpuObstacle } from './gpu-obstacles.ts';
import { measureSpeeds, netName } from './gpu-trial.ts';
import { type BackendName, onProcessor, type Placement, type PlacementReason } from './placement.ts';
import type { Recipe } from './recipe.ts';
import { openGpuMemory } from './speeds.ts';

/** Makes the trainer of a member. */
export type MakeTrainer = (options: TrainerOptions, member: Member) => Trainer;

/** Where the trainers of a run do their work. */
export type Backend = {
  readonly make: MakeTrainer;
  /** The same object until something changes. */
  placement(): Placement;
  close(): void;
};

/** What is asked for, and the folder in which GPU support may be installed and speeds are remembered. */
export type BackendWish = {
  readonly backend: BackendName;
  readonly folder: string;
  readonly files?: DeviceFiles;
  /** How many threads of the processor train; as many as pay unless said. The bits are the same. */
  readonly threads?: Threads;
};

/** The kernels of this program: for all that nobody asks to have elsewhere. */
export const processor: Backend = onThreads('auto');

/** The same on so many threads, or on as many as pay. */
export function onThreads(threads: Threads): Backend {
  const make: MakeTrainer = (options) => createTrainer({ ...options, threads });
  return { make, placement: () => onProcessor, close: () => {} };
}

/** The backend that is wished for a recipe. Nothing of a GPU is started before a trainer is made that might use it. */
export function chooseBackend(recipe: Recipe, wish: BackendWish): Backend {
  const own = onThreads(wish.threads ?? 'auto');
  if (wish.backend === 'cpu') return own;
  const obstacle = gpuObstacle(recipe);
  if (!obstacle) return createSwitch(recipe, wish);
  const placement = { ...onProcessor, reason: { code: 'key', ...obstacle } as const };
  // Who asked for no GPU in particular is not told why there is none.
  return wish.backend === 'auto' ? own : { ...own, placement: () => placement };
}

const MODES = { gpu: 'webgpu', 'gpujs-webasm': 'webasm', 'gpujs-cpu': 'cpu' } as const satisfies Record<
  Exclude<BackendName, 'auto' | 'cpu'>,
  GpuMode
>;

/** A net under so many multiplications a step never gains; nor does a run that is over in so many seconds. */
const LEAST_WORK = 2_000_000;
const LEAST_SECONDS = 2;
/** Multiplications a second of the kernels, roughly; a step multiplies forward, and twice backward. */
const KERNEL_SPEED = 12e9;

/** Seconds that a driver has to start where nobody asked for it in particular: one that hangs costs as many at every large run. */
const AUTO_START_LIMIT = 5;

/** Where `gpu add` puts the package in a data folder. */
export function gpuFolder(dataFolder: string): string {
  return join(dataFolder, 'gpu');
}

/** Decides when the first trainer is made, and goes over to the processor for good when the device fails. */
function createSwitch(recipe: Recipe, { backend, folder, files, threads = 'auto' }: BackendWish): Backend {
  let placement: Placement = onProcessor;
  let device: Device | null = null;
  const places = webGpuPlaces(gpuFolder(folder));

  function stay(reason: PlacementReason): null {
    placement = { ...onProcessor, reason };
    return null;
  }

  /** The device for these trainers, or null where the processor is to have them. */
  function open(options: TrainerOptions, { steps }: Member): Device | null {
    if (backend !== 'auto' && backend !== 'cpu') return opened(MODES[backend]);
    const work = options.maxBatch * multiplications(options.spec);
    const seconds = (3 * work * steps * recipe.seeds.length * recipe.vary.length) / KERNEL_SPEED;
    if (work < LEAST_WORK || seconds < LEAST_SECONDS) return stay({ code: 'small' });
    if (places.length === 0) return stay({ code: 'missing', isAsked: false });
    const memory = openGpuMemory(folder);
    const known = memory.speeds(netName(options));
    if (known && known.cpu >= known.gpu) return stay({ code: 'measured', ...known });
    const found = opened('webgpu');
    if (!found) return null;
    const speeds = known ?? measureSpeeds(options, found);
    if (found.failure !== null) return stay({ code: 'no-adapter', detail: found.failure });
    if (!known) memory.remember(netName(options), speeds);
    if (speeds.cpu < speeds.gpu) {
      placement = { ...placement, reason: { code: 'measured', ...speeds } };
      return found;
    }
    found.close();
    return stay({ code: 'measured', ...speeds });
  }

  function opened(mode: GpuMode): Device | null {
    if (mode === 'webgpu' && places.length === 0) return stay({ code: 'missing', isAsked: true });
    const found = openDevice(mode, places, files, backend === 'auto' ? AUTO_START_LIMIT : undefined);
    if (found.failure !== null) return stay({ code: 'no-adapter', detail: found.failure });
    const name = mode === 'webgpu' ? 'gpu' : (`gpujs-${mode}` as const);
    placement = { backend: name, executor: 'starting', adapter: found.adapter, reason: null };
    return found;
  }

  let hasChosen = false;
  return {
    make(given, member) {
      const options = { ...given, threads };
      if (!hasChosen) device = open(options, member);
      hasChosen = true;
      if (!device || device.failure !== null) return createTrainer(options);
      return createGpuTrainer(options, device, {
        played({ kind }) {
          if (placement.executor !== kind) placement = { ...placement, executor: kind };
        },
        failed(detail) {
          if (placement.backend !== 'cpu') stay({ code: 'failed', detail });
        },
      });
    },
    placement: () => placement,
    close: () => device?.close(),
  };
}
