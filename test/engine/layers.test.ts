import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { layers } from '../../src/engine/layers.ts';
import { checkNetwork, type LayerSpec, type NetworkSpec } from '../../src/engine/network.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';
import { createTrainer, type Trainer } from '../../src/engine/trainer.ts';
import { dropoutMask, randomTable, randomWeights, referenceLoss, referenceSlope } from './reference.ts';

const dense = (units: number) => ({ type: 'dense', units }) as const;
const conv = (units: number, size: number, more: { step?: number; padding?: number } = {}) =>
  ({ type: 'conv2d', units, size, ...more }) as const;
const tanh = { type: 'activation', name: 'tanh' } as const;
const plain = (...own: LayerSpec[]): NetworkSpec => ({ inputs: 3, layers: [...own, dense(2)], loss: 'ce' });
const image = { height: 5, columns: 6, channels: 2 };
const images = (...own: LayerSpec[]): NetworkSpec => ({
  ...{ inputs: 60, image, loss: 'ce' },
  layers: [...own, { type: 'flatten' }, dense(3)],
});

const networks: Readonly<Record<string, NetworkSpec>> = {
  prelu: plain(dense(5), { type: 'prelu' }),
  'prelu on the inputs': plain({ type: 'prelu' }, dense(4), tanh),
  'an activation of the inputs': plain(tanh, dense(4), tanh),
  maxout: plain(dense(15), { type: 'maxout', pieces: 3 }),
  dropout: plain(dense(9), tanh, { type: 'dropout', rate: 0.3 }, dense(5), { type: 'dropout', rate: 0.5 }),
  'dropout of the inputs': plain({ type: 'dropout', rate: 0.4 }, dense(4), tanh),
  'batch norm': plain(dense(7), { type: 'batchNorm' }, tanh),
  'batch norm of the inputs': plain({ type: 'batchNorm' }, dense(5), tanh),
  'layer norm': plain(dense(7), { type: 'layerNorm' }, tanh),
  'group norm': plain(dense(6), { type: 'groupNorm', groups: 2 }, tanh),
  residual: plain(dense(5), tanh, dense(5), tanh, { type: 'residual', over: 2 }, tanh),
  'residual from the inputs': plain(dense(3), tanh, { type: 'residual', over: 2 }),
  'two residuals from one place': plain(
    ...([
      dense(5),
      tanh,
      dense(5),
      { type: 'residual', over: 1 },
      tanh,
      { type: 'residual', over: 3 },
    ] as const),
  ),
  conv: images(conv(3, 3), tanh, conv(5, 2)),
  'conv with padding and steps': images(
    conv(3, 3, { padding: 1 }),
    tanh,
    conv(4, 3, { step: 2, padding: 1 }),
  ),
  'max pool': images(conv(3, 2), { type: 'maxPool', size: 2 }),
  'max pool of windows that overlap': images(conv(5, 1), tanh, { type: 'maxPool', size: 3, step: 1 }),
  'average pool': images(conv(3, 1), tanh, { type: 'averagePool', size: 3, step: 2 }),
  'global average': {
    ...{ inputs: 60, image, loss: 'ce' },
    layers: [conv(5, 3, { padding: 1 }), tanh, { type: 'globalAverage' }, dense(3)],
  },
  'batch norm of images': images({ type: 'batchNorm' }, conv(3, 3), { type: 'batchNorm' }, tanh),
  'group norm of images': images(conv(4, 3), { type: 'groupNorm', groups: 2 }, tanh),
  'layer norm of images': images(conv(3, 3), { type: 'layerNorm' }, tanh),
  'instance norm': images(conv(3, 3), { type: 'instanceNorm' }, tanh),
  'dropout of images': images(conv(3, 3), { type: 'dropout', rate: 0.3 }, tanh),
  'residual of images': images(conv(2, 3, { padding: 1 }), tanh, { type: 'residual', over: 2 }, conv(3, 2)),
  'maxout of images': images(conv(6, 2), { type: 'maxout', pieces: 2 }),
};

const SEED = 4;
const masks = (layer: number) =>
  createRandom(SEED)
    .fork(`masks of layer ${layer}`)
    .integer(2 ** 32);

test('every layer has a network here', () => {
  const types = Object.values(networks).flatMap((spec) => spec.layers.map(({ type }) => type));
  expect(new Set(types)).toEqual(new Set(Object.keys(layers)));
});

describe.each(Object.entries(networks))('%s', (_name, spec) => {
  const rows = 7;
  const data = randomTable(spec, rows, createRandom(1));
  const weights = randomWeights(spec, createRandom(2));

  test('is a sound network', () => {
    expect(checkNetwork(spec)).toEqual([]);
  });

  test('has the loss in training that float64 comes to', () => {
    const { loss } = start(spec, data, weights).evaluate(data, { mode: 'train' });
    expect(loss).toBeCloseTo(referenceLoss(spec, Array.from(weights), data, masks), 5);
  });

  test('has the gradient that differences show', () => {
    const gradient = start(spec, data, weights).gradient('all');
    const scale = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
    const chosen = Int32Array.from(weights.keys());
    createRandom(3).shuffle(chosen);
    for (const i of chosen.subarray(0, 60)) {
      const expected = referenceSlope(spec, Array.from(weights), i, data, masks);
      expect(Math.abs(gradient[i]! - expected), `weight ${i}`).toBeLessThan(5e-6 * scale + 1e-8);
    }
  });

  test('takes the same step whatever is asked in between', () => {
    const plan = { order: 'all', sizes: Int32Array.of(rows), learningRates: Float32Array.of(0.1) } as const;
    const [quiet, watched] = [start(spec, data, weights), start(spec, data, weights)];
    for (let step = 0; step < 3; step++) {
      watched.gradient('all');
      watched.evaluate(data, { mode: 'train' });
      watched.evaluate(data);
      watched.predict(data.inputs, rows);
      expect(watched.train(plan)).toEqual(quiet.train(plan));
    }
    expect(watched.flat()).toEqual(quiet.flat());
    expect(watched.kept()).toEqual(quiet.kept());
  });
});

test('a network of all kinds of layers ends at these bits on every machine, however it is cut into calls', () => {
  const spec = images(
    ...([conv(6, 3, { padding: 1 }), { type: 'batchNorm' }, { type: 'activation', name: 'gelu' }] as const),
    ...([
      conv(6, 3, { padding: 1 }),
      { type: 'groupNorm', groups: 3 },
      { type: 'residual', over: 3 },
    ] as const),
    ...([{ type: 'prelu' }, { type: 'maxPool', size: 2 }, { type: 'dropout', rate: 0.2 }] as const),
  );
  const data = randomTable(spec, 40, createRandom(1));
  const run = (cuts: readonly number[]) => {
    const trainer = createTrainer({
      ...{ spec, data, maxBatch: 8, optimizer: { name: 'adamw', decay: 0.01, clip_norm: 1 } },
      ...{ init: { name: 'he' }, random: createRandom(SEED) },
    });
    let at = 0;
    for (const steps of cuts) {
      const order = Int32Array.from({ length: steps * 8 }, (_, i) => (at * 8 + i) % 40);
      const learningRates = new Float32Array(steps).fill(0.01);
      trainer.train({ order, sizes: new Int32Array(steps).fill(8), learningRates });
      at += steps;
    }
    const bits = [trainer.flat(), trainer.kept()].map((list) => new Uint8Array(list.buffer));
    return bits
      .reduce((hash, list) => hash.update(list), createHash('sha256'))
      .digest('hex')
      .slice(0, 16);
  };
  expect(run([100])).toBe('80de61fcf8aab5c2');
  expect(run([1, 60, 39])).toBe(run([100]));
});

describe('dropout', () => {
  const rate = 0.3;
  const spec: NetworkSpec = {
    inputs: 5,
    layers: [{ type: 'dropout', rate }, dense(1)],
    loss: 'mse',
  };
  const ones = {
    inputs: new Float32Array(5000).fill(1),
    targets: new Float32Array(1000),
    rows: 1000,
    features: 5,
  };
  const weights = Float32Array.of(1, 1, 1, 1, 1, 0);

  test('keeps seven tenths and makes them larger by as much', () => {
    const kept = Array.from({ length: 100_000 }, (_, cell) => dropoutMask(masks(0), 3, cell, rate));
    const mean = kept.reduce((sum, each) => sum + each) / kept.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.01);
    expect(new Set(kept)).toEqual(new Set([0, 1 / 0.7]));
  });

  test('draws neighbours, steps and layers apart', () => {
    const size = 50_000;
    const draw = (seed: number, step: number, shift = 0) =>
      Array.from({ length: size }, (_, cell) => Number(dropoutMask(seed, step, cell + shift, 0.5) > 0) - 0.5);
    const first = draw(masks(0), 0);
    for (const other of [draw(masks(0), 0, 1), draw(masks(0), 0, 5), draw(masks(0), 1), draw(masks(1), 0)]) {
      const agreement = first.reduce((sum, each, i) => sum + 4 * each * other[i]!, 0) / size;
      expect(Math.abs(agreement)).toBeLessThan(0.02);
    }
  });

  test('answers with all that there is, and in training with what the mask leaves', () => {
    const trainer = start(spec, ones, weights);
    expect(trainer.evaluate(ones).loss).toBe(25);
    expect(new Set(trainer.predict(ones.inputs, 1000))).toEqual(new Set([5]));
    // A sum of five, each 0 or 1 / 0.7, has the mean 5 and the variance 5 * 0.3 / 0.7.
    const inTraining = trainer.evaluate(ones, { mode: 'train' }).loss;
    expect(Math.abs(inTraining - (25 + (5 * 0.3) / 0.7))).toBeLessThan(1);
  });

  test('has another mask at every step, and the same ones in another run', () => {
    const still = {
      order: 'all',
      sizes: new Int32Array(5).fill(7),
      learningRates: new Float32Array(5),
    } as const;
    const losses = start(spec, ones, weights).train(still);
    expect(new Set(losses).size).toBeGreaterThan(3);
    expect(start(spec, ones, weights).train(still)).toEqual(losses);
    const again = start(spec, ones, weights);
    const pieces = [2, 1, 2].flatMap((steps) =>
      Array.from(
        again.train({
          order: 'all',
          sizes: new Int32Array(steps).fill(7),
          learningRates: new Float32Array(steps),
        }),
      ),
    );
    expect(pieces).toEqual(Array.from(losses));
  });
});

describe('batch norm', () => {
  const spec: NetworkSpec = { inputs: 1, layers: [{ type: 'batchNorm' }, dense(1)], loss: 'mse' };
  const data = { inputs: Float32Array.of(1, 2, 3, 6), targets: new Float32Array(4), rows: 4, features: 1 };
  const weights = Float32Array.of(1, 0, 1, 0);
  const still = (steps: number) =>
    ({ order: 'all', sizes: new Int32Array(steps).fill(4), learningRates: new Float32Array(steps) }) as const;

  test('moves what it keeps a tenth of the way to the mean 3 and the unbiased variance 14 / 3', () => {
    const trainer = start(spec, data, weights);
    expect(trainer.kept()).toEqual(Float32Array.of(0, 1));
    trainer.train(still(1));
    expect(trainer.kept()[0]).toBeCloseTo(0.3, 6);
    expect(trainer.kept()[1]).toBeCloseTo(0.9 + 0.1 * (14 / 3), 6);
  });

  test('answers by what it keeps: each row the same whatever rows there are beside it', () => {
    const trainer = start(spec, data, weights);
    trainer.train(still(200));
    const [y] = trainer.predict(Float32Array.of(6), 1);
    expect(y).toBeCloseTo((6 - 3) / Math.sqrt(14 / 3 + 1e-5), 5);
    expect(trainer.predict(data.inputs, 4)[3]).toBe(y);
  });

  test('has in training a loss of 1, the variance of what it gives', () => {
    const trainer = start(spec, data, weights);
    expect(trainer.evaluate(data, { mode: 'train' }).loss).toBeCloseTo(1, 5);
    expect(trainer.evaluate(data).loss).toBeCloseTo(12.5, 3);
  });
});

describe('what cannot be built', () => {
  test.each([
    [images(dense(3)), 'layer 1: a dense layer takes plain rows: put flatten or globalAverage before it'],
    [images(conv(3, 7)), 'layer 1: a window of 7 x 7 is larger than the image of 5 x 6'],
    [images(conv(3, 3, { step: 0 })), 'layer 1: step must be a whole number from 1, not 0'],
    [
      plain({ type: 'instanceNorm' }),
      'layer 1: instance norm takes images: of one number alone nothing is left',
    ],
    [plain({ type: 'groupNorm', groups: 2 }), 'layer 1: 3 channels cannot be parted into 2 groups'],
    [plain({ type: 'dropout', rate: 1 }), 'layer 1: the rate of dropout is from 0 to below 1, not 1'],
    [plain({ type: 'residual', over: 1 }), 'layer 1: there are no 1 layers before it to reach over'],
    [
      plain(dense(4), { type: 'residual', over: 1 }),
      'layer 2: 4 numbers and, 1 layers before, 3 numbers cannot be added',
    ],
    [{ ...images(), inputs: 61 }, 'an image of 5 x 6 x 2 has not 61 inputs'],
    [{ ...images(), layers: [conv(1, 1)] }, 'a network needs a dense layer'],
  ] as const)('%#: %s', (spec, problem) => {
    expect(checkNetwork(spec)[0]).toBe(problem);
  });
});

function start(spec: NetworkSpec, data: Table, weights: Float32Array): Trainer {
  const trainer = createTrainer({
    ...{ spec, data, maxBatch: data.rows, optimizer: { name: 'adam' }, init: { name: 'zeros' } },
    random: createRandom(SEED),
  });
  trainer.setParameters(weights);
  return trainer;
}
