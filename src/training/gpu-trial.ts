import { MOST_STEPS } from '../engine/gpu/chunks.ts';
import type { Device } from '../engine/gpu/device.ts';
import { createGpuTrainer } from '../engine/gpu/gpu-trainer.ts';
import type { NetworkSpec } from '../engine/network.ts';
import type { TrainingPlan } from '../engine/plan.ts';
import { createTrainer, type Trainer, type TrainerOptions } from '../engine/trainer.ts';
import type { Speeds } from './speeds.ts';

/** What speeds are remembered by: the layers with their widths, the batch and the optimizer. */
export function netName({ spec, maxBatch, optimizer }: TrainerOptions): string {
  return `${layersOf(spec)} | batch ${maxBatch} | ${optimizer.name}`;
}

const TRIAL_SECONDS = 0.25;

/** Trains the net for a moment on both, each by itself and for nothing but its speed. */
export function measureSpeeds(options: TrainerOptions, device: Device): Speeds {
  const quiet = { played: () => {}, failed: () => {} };
  // The GPU first: where it fails, nothing else needs to be known. Its first plan is compiled, which is not its speed.
  const gpu = stepsPerSecond(createGpuTrainer(options, device, quiet), options, 1);
  return { gpu, cpu: stepsPerSecond(createTrainer(options), options, 0) };
}

/** Training steps a second: ever longer plans, four times as many steps as the one before, until one takes long enough. */
export function stepsPerSecond(trainer: Trainer, options: TrainerOptions, warming: number): number {
  for (let steps = 1; ; steps *= steps < MOST_STEPS ? 4 : 1) {
    const plan = trialPlan(options, steps);
    // What a GPU compiles at the first plan of a length is not its speed.
    for (let i = 0; i < warming; i++) trainer.train(plan);
    const startedAt = performance.now();
    let played = 0;
    let seconds = 0;
    do {
      trainer.train(plan);
      played += steps;
      seconds = (performance.now() - startedAt) / 1000;
    } while (steps >= MOST_STEPS && seconds < TRIAL_SECONDS);
    if (seconds < TRIAL_SECONDS) continue;
    trainer.free();
    return played / seconds;
  }
}

function trialPlan({ data, maxBatch }: TrainerOptions, steps: number): TrainingPlan {
  return {
    order: Int32Array.from({ length: steps * maxBatch }, (_, i) => i % data.rows),
    sizes: new Int32Array(steps).fill(maxBatch),
    // What it learns is thrown away: it must only not run off.
    learningRates: new Float32Array(steps).fill(1e-6),
  };
}

function layersOf(spec: NetworkSpec): string {
  const names = spec.layers.map((layer) => ('units' in layer ? `${layer.type} ${layer.units}` : layer.type));
  return [spec.inputs, ...names].join(', ');
}
