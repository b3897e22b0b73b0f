import type { Device } from '../engine/gpu/device.ts';
import { createGpuTrainer } from '../engine/gpu/gpu-trainer.ts';
import { cellsOf } from '../engine/layer.ts';
import { type NetworkSpec, parametersOf, shapesOf } from '../engine/network.ts';
import type { TrainingPlan } from '../engine/plan.ts';
import { createTrainer, type Trainer, type TrainerOptions } from '../engine/trainer.ts';
import type { Speeds } from './speeds.ts';

/** Multiplications of one step forward over a whole batch. */
export function stepWork({ spec, maxBatch }: Pick<TrainerOptions, 'spec' | 'maxBatch'>): number {
  const shapes = shapesOf(spec);
  const ofRow = parametersOf(spec).reduce((sum, { shape, layer }) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return sum + size * (shape.length === 2 ? cellsOf(shapes[layer + 1]!) : 0);
  }, 0);
  return ofRow * maxBatch;
}

/** What speeds are remembered by: the layers with their widths, the batch and the optimizer. */
export function netName({ spec, maxBatch, optimizer }: TrainerOptions): string {
  return `${layersOf(spec)} | batch ${maxBatch} | ${optimizer.name}`;
}

/** Steps of a trial, of which a GPU plays as many in one plan. */
const TRIAL_STEPS = 16;
const TRIAL_SECONDS = 0.25;

/** Trains the net for a moment on both, each by itself and for nothing but its speed. */
export function measureSpeeds(options: TrainerOptions, device: Device): Speeds {
  const quiet = { played: () => {}, failed: () => {} };
  // The GPU first: where it fails, nothing else needs to be known. Its first plan is compiled, which is not its speed.
  const gpu = stepsPerSecond(createGpuTrainer(options, device, quiet), options, 1);
  return { gpu, cpu: stepsPerSecond(createTrainer(options), options, 0) };
}

/** Training steps a second, over about a quarter of a second, after so many plans that do not count. */
export function stepsPerSecond(trainer: Trainer, options: TrainerOptions, warming: number): number {
  const plan = trialPlan(options);
  for (let i = 0; i < warming; i++) trainer.train(plan);
  const startedAt = performance.now();
  let steps = 0;
  do {
    trainer.train(plan);
    steps += TRIAL_STEPS;
  } while (performance.now() - startedAt < TRIAL_SECONDS * 1000);
  const seconds = (performance.now() - startedAt) / 1000;
  trainer.free();
  return steps / seconds;
}

function trialPlan({ data, maxBatch }: TrainerOptions): TrainingPlan {
  return {
    order: Int32Array.from({ length: TRIAL_STEPS * maxBatch }, (_, i) => i % data.rows),
    sizes: new Int32Array(TRIAL_STEPS).fill(maxBatch),
    // What it learns is thrown away: it must only not run off.
    learningRates: new Float32Array(TRIAL_STEPS).fill(1e-6),
  };
}

function layersOf(spec: NetworkSpec): string {
  const names = spec.layers.map((layer) => ('units' in layer ? `${layer.type} ${layer.units}` : layer.type));
  return [spec.inputs, ...names].join(', ');
}
