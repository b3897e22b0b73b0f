import { beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { gpuActivations } from '../../src/engine/gpu/activations.ts';
import { type GpuJs, loadGpuJs } from '../../src/engine/gpu/gpu-js.ts';
import { gpuLayers } from '../../src/engine/gpu/layers.ts';
import { gpuLosses } from '../../src/engine/gpu/losses.ts';
import { gpuOptimizers } from '../../src/engine/gpu/optimizers.ts';
import { createProgram } from '../../src/engine/gpu/program.ts';
import { layers } from '../../src/engine/layers.ts';
import { losses } from '../../src/engine/losses.ts';
import type { LayerSpec, NetworkSpec } from '../../src/engine/network.ts';
import { optimizers } from '../../src/engine/optimizers.ts';
import { maskSeedsOf } from '../../src/engine/tape.ts';
import { createTrainer, type TrainerOptions } from '../../src/engine/trainer.ts';
import { optionsFor } from './networks.ts';

let gpuJs: GpuJs;
beforeAll(async () => {
  gpuJs = await loadGpuJs();
});

/** Trains the same steps on both sides and holds the losses and the weights against each other. */
async function expectSame(options: TrainerOptions, tolerance = 2e-5): Promise<void> {
  const trainer = createTrainer(options);
  const gpu = new gpuJs.GPU({ mode: 'webasm' });
  const program = createProgram(
    gpuJs,
    gpu,
    { ...options, maskSeeds: maskSeedsOf(options.spec, options.random) },
    trainer.save(),
  );
  const sizes = Int32Array.of(8, 8, 7, 8, 5, 8, 8);
  const order = Int32Array.from({ length: 52 }, (_, i) => (i * 7) % options.data.rows);
  const plan = { order, sizes, learningRates: Float32Array.from(sizes, (_, i) => 0.05 + 0.01 * i) };
  const expected = trainer.train(plan);
  const found = await program.train(plan);
  expect(largestDifference(found, expected)).toBeLessThan(tolerance);
  const own = trainer.flat();
  trainer.load(program.save());
  expect(largestDifference(trainer.flat(), own)).toBeLessThan(tolerance);
  expect(program.executor).toEqual({ kind: 'fused-sync', backend: 'webasm', reason: null });
  await program.free();
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((worst, each, i) => Math.max(worst, Math.abs(each - b[i]!)), 0);
}

const dense = (units: number): LayerSpec => ({ type: 'dense', units });
const tanh: LayerSpec = { type: 'activation', name: 'tanh' };

const activationNames = Object.keys(gpuActivations) as (keyof typeof gpuActivations)[];
const lossNames = Object.keys(gpuLosses) as (keyof typeof gpuLosses)[];
const optimizerNames = Object.keys(gpuOptimizers) as (keyof typeof gpuOptimizers)[];

const settable = lossNames.filter((name) => Object.keys(losses[name].settings).length > 0);

/** Every setting of a loss or an optimizer, far from its default. */
function unusual({ settings }: { readonly settings: object }): Readonly<Record<string, number>> {
  const values = {
    ...{ delta: 0.3, smoothing: 0.2, momentum: 0.7, rho: 0.6, beta1: 0.8, beta2: 0.9 },
    epsilon: 0.01,
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in settings));
}

describe('a formula of the GPU has its counterpart on the processor, and the same results', () => {
  test.each([
    ['activations', gpuActivations, activations],
    ['losses', gpuLosses, losses],
    ['optimizers', gpuOptimizers, optimizers],
    ['layers', gpuLayers, layers],
  ])('%s', (_, gpu, cpu) => {
    expect(Object.keys(cpu)).toEqual(expect.arrayContaining(Object.keys(gpu)));
  });

  test.each(activationNames)('activation %s', (name) =>
    expectSame(
      optionsFor({ inputs: 3, layers: [dense(6), { type: 'activation', name }, dense(2)], loss: 'mse' }),
    ),
  );

  test.each(lossNames)('loss %s', (loss) =>
    expectSame(optionsFor({ inputs: 3, layers: [dense(5), tanh, dense(loss === 'ce' ? 4 : 1)], loss })),
  );

  test.each(settable)('loss %s with settings', (loss) =>
    expectSame(
      optionsFor({
        ...{ inputs: 3, layers: [dense(5), tanh, dense(loss === 'ce' ? 4 : 1)], loss },
        lossSettings: unusual(losses[loss]),
      }),
    ),
  );

  test.each(optimizerNames)('optimizer %s', (name) =>
    expectSame(
      optionsFor({ inputs: 3, layers: [dense(5), tanh, dense(1)], loss: 'mse' }, { optimizer: { name } }),
      2e-4,
    ),
  );

  test.each(optimizerNames)('optimizer %s with settings and decay', (name) => {
    const optimizer = { name, decay: 0.3, ...unusual(optimizers[name]) };
    return expectSame(
      optionsFor({ inputs: 3, layers: [dense(5), tanh, dense(1)], loss: 'mse' }, { optimizer }),
      2e-4,
    );
  });

  test('layers: each is in one of the networks below', () => {
    const used = Object.values(networks).flatMap((spec) => spec.layers.map(({ type }) => type));
    expect(used).toEqual(expect.arrayContaining(Object.keys(gpuLayers)));
  });
});

const image = { height: 6, columns: 5, channels: 2 };
const conv: LayerSpec = { type: 'conv2d', units: 3, size: 3, padding: 1 };

const networks: Record<string, NetworkSpec> = {
  'batch norm': { inputs: 3, layers: [dense(6), { type: 'batchNorm' }, tanh, dense(2)], loss: 'mse' },
  dropout: {
    inputs: 3,
    layers: [
      dense(16),
      tanh,
      { type: 'dropout', rate: 0.4 },
      dense(8),
      { type: 'dropout', rate: 0.1 },
      dense(2),
    ],
    loss: 'ce',
  },
  residual: {
    inputs: 4,
    layers: [dense(4), tanh, dense(4), tanh, { type: 'residual', over: 2 }, dense(2)],
    loss: 'mse',
  },
  convolution: { inputs: 60, image, layers: [conv, tanh, { type: 'flatten' }, dense(3)], loss: 'ce' },
  'convolution in steps': {
    ...{ inputs: 60, image, loss: 'ce' },
    layers: [{ type: 'conv2d', units: 4, size: 3, step: 2 }, tanh, { type: 'flatten' }, dense(3)],
  },
  'max pool': {
    inputs: 60,
    image,
    layers: [
      conv,
      { type: 'activation', name: 'relu' },
      { type: 'maxPool', size: 2 },
      conv,
      { type: 'batchNorm' },
      tanh,
      { type: 'globalAverage' },
      dense(3),
    ],
    loss: 'ce',
  },
  'average pool': {
    inputs: 60,
    image,
    layers: [conv, tanh, { type: 'averagePool', size: 2, step: 1 }, conv, { type: 'flatten' }, dense(3)],
    loss: 'ce',
  },
};

describe('whole networks', () => {
  test.each(Object.entries(networks))('%s', (_, spec) => expectSame(optionsFor(spec)));
});
