import { webGpuPlaces } from '../engine/gpu/adapter.ts';
import { type Device, type DeviceFiles, openDevice } from '../engine/gpu/device.ts';
import type { GpuMode } from '../engine/gpu/gpu-js.ts';
import { createGpuTrainer } from '../engine/gpu/gpu-trainer.ts';
import { createRandom } from '../engine/random.ts';
import { createTrainer, type TrainerOptions } from '../engine/trainer.ts';
import { netName, stepsPerSecond } from './gpu-trial.ts';
import type { GpuMemory } from './speeds.ts';

/** Everything on this machine that can train a net. */
export const benchEngines = ['kernels', 'kernels-2', 'gpu', 'gpujs-webasm', 'gpujs-cpu'] as const;

export type BenchEngine = (typeof benchEngines)[number];

/** Widths of the two hidden layers. */
export const benchWidths = [16, 32, 64, 128, 256, 512, 1024] as const;

export type BenchEvent =
  | { readonly type: 'measured'; readonly engine: BenchEngine; readonly width: number; readonly rate: number }
  /** Wider nets than the last are not asked of an engine that is this slow. */
  | { readonly type: 'left-out'; readonly engine: BenchEngine; readonly width: number }
  | { readonly type: 'absent'; readonly engine: BenchEngine; readonly reason: string }
  | { readonly type: 'found'; readonly engine: BenchEngine; readonly adapter: string };

/** Our kernels on so many threads, or gpu.js in one of its modes. */
const ENGINES = {
  kernels: { threads: 1 },
  'kernels-2': { threads: 2 },
  gpu: { mode: 'webgpu' },
  'gpujs-webasm': { mode: 'webasm' },
  'gpujs-cpu': { mode: 'cpu' },
} as const satisfies Record<BenchEngine, { threads: number } | { mode: GpuMode }>;

/** Fewer steps a second than this, and an engine is spared the wider nets. */
const LEAST_RATE = 8;

/** The same net at growing widths on every engine, in training steps a second; what the GPU and the kernels reach is remembered. */
export function* bench(
  folder: string,
  memory: GpuMemory,
  files?: DeviceFiles,
): Generator<BenchEvent, void, void> {
  const kernels = new Map<number, number>();
  for (const engine of benchEngines) {
    const kind = ENGINES[engine];
    const device = 'mode' in kind ? openDevice(kind.mode, webGpuPlaces(folder), files) : null;
    if (device?.adapter) yield { type: 'found', engine, adapter: device.adapter };
    for (const width of benchWidths) {
      const options = benchOptions(width);
      const rate = device?.failure ? 0 : rateOn(engine, options, device);
      if (device?.failure) {
        yield { type: 'absent', engine, reason: device.failure };
        break;
      }
      yield { type: 'measured', engine, width, rate };
      if (!device) kernels.set(width, Math.max(rate, kernels.get(width) ?? 0));
      if (engine === 'gpu') memory.remember(netName(options), { cpu: kernels.get(width) ?? 0, gpu: rate });
      const wider = benchWidths[benchWidths.indexOf(width) + 1];
      if (rate >= LEAST_RATE || wider === undefined || !device) continue;
      yield { type: 'left-out', engine, width: wider };
      break;
    }
    device?.close();
  }
}

function rateOn(engine: BenchEngine, options: TrainerOptions, device: Device | null): number {
  const quiet = { played: () => {}, failed: () => {} };
  if (device) return stepsPerSecond(createGpuTrainer(options, device, quiet), options, 1);
  const kind = ENGINES[engine];
  const threads = 'threads' in kind ? kind.threads : 1;
  return stepsPerSecond(createTrainer({ ...options, threads }), options, 0);
}

const FEATURES = 64;
const CLASSES = 10;
const ROWS = 1024;
const BATCH = 128;

/** Two hidden layers of ReLU and ten classes, as for small images; what the rows say does not matter for speed. */
function benchOptions(width: number): TrainerOptions {
  const random = createRandom(1);
  const relu = { type: 'activation', name: 'relu' } as const;
  const hidden = { type: 'dense', units: width } as const;
  return {
    spec: {
      inputs: FEATURES,
      layers: [hidden, relu, hidden, relu, { type: 'dense', units: CLASSES }],
      loss: 'ce',
    },
    optimizer: { name: 'adam' },
    data: {
      rows: ROWS,
      features: FEATURES,
      inputs: Float32Array.from({ length: ROWS * FEATURES }, () => random.normal()),
      targets: Float32Array.from({ length: ROWS }, () => random.integer(CLASSES)),
    },
    maxBatch: BATCH,
    init: { name: 'he' },
    random,
  };
}
