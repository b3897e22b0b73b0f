import { describe, expect, test, vi } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { handsReady, hire } from '../../src/engine/hands.ts';
import type { layers } from '../../src/engine/layers.ts';
import type { LayerSpec, NetworkSpec } from '../../src/engine/network.ts';
import { outputsOf } from '../../src/engine/network.ts';
import { type OptimizerSpec, optimizers } from '../../src/engine/optimizers.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createThreadChoice, mostThreads } from '../../src/engine/thread-choice.ts';
import { createTrainer } from '../../src/engine/trainer.ts';

const image = { height: 9, columns: 7, channels: 2 };
const dense = (units: number): LayerSpec => ({ type: 'dense', units });
const act = (name: keyof typeof activations): LayerSpec => ({ type: 'activation', name });
const conv = (units: number): LayerSpec => ({ type: 'conv2d', units, size: 3, padding: 1 });
const flatten: LayerSpec = { type: 'flatten' };

/** A network around each kind of layer, with widths that no number of threads divides. */
const NETS: Readonly<Record<keyof typeof layers, readonly LayerSpec[]>> = {
  dense: [dense(37), act('relu'), dense(11), act('tanh')],
  activation: Object.keys(activations).flatMap((name) => [dense(7), act(name as keyof typeof activations)]),
  prelu: [dense(13), { type: 'prelu' }],
  maxout: [dense(21), { type: 'maxout', pieces: 3 }],
  dropout: [dense(19), { type: 'dropout', rate: 0.4 }, dense(9), { type: 'dropout', rate: 0.2 }],
  batchNorm: [dense(23), { type: 'batchNorm' }, act('relu'), dense(5), { type: 'batchNorm' }],
  layerNorm: [dense(23), { type: 'layerNorm' }, act('relu')],
  groupNorm: [conv(6), { type: 'groupNorm', groups: 3 }, act('silu'), flatten],
  instanceNorm: [conv(5), { type: 'instanceNorm' }, act('relu'), flatten],
  residual: [dense(17), act('gelu'), dense(17), { type: 'residual', over: 2 }, act('tanh')],
  flatten: [conv(3), flatten, dense(8)],
  conv2d: [conv(9), act('relu'), { type: 'conv2d', units: 13, size: 2, step: 2 }, act('relu'), flatten],
  maxPool: [conv(5), { type: 'maxPool', size: 2 }, conv(3), { type: 'maxPool', size: 3, step: 1 }, flatten],
  averagePool: [conv(4), { type: 'averagePool', size: 2 }, flatten],
  globalAverage: [conv(10), act('relu'), { type: 'globalAverage' }],
};

function specOf(hidden: readonly LayerSpec[]): NetworkSpec {
  const isOfImages = hidden[0]?.type === 'conv2d';
  return { inputs: 126, ...(isOfImages ? { image } : {}), layers: [...hidden, dense(3)], loss: 'ce' };
}

/** Weights after a few batches of changing sizes, and their losses. */
function train(spec: NetworkSpec, optimizer: OptimizerSpec, threads: number, rows = 50) {
  const random = createRandom(7);
  const data = {
    inputs: Float32Array.from({ length: rows * spec.inputs }, () => random.normal()),
    targets: Float32Array.from({ length: rows }, (_, i) => i % outputsOf(spec)),
    ...{ rows, features: spec.inputs },
  };
  const trainer = createTrainer({
    ...{ spec, optimizer, data, maxBatch: 21, threads },
    ...{ init: { name: 'he' }, random: random.fork('weights') },
  });
  const sizes = Int32Array.of(21, 1, 20, 5, 21, 3, 2, 13);
  const order = Int32Array.from({ length: 86 }, (_, i) => (i * 7) % rows);
  const losses = trainer.train({ order, sizes, learningRates: new Float32Array(8).fill(0.01) });
  const found = { losses, weights: trainer.flat(), kept: trainer.kept(), evaluated: trainer.evaluate(data) };
  trainer.free();
  return found;
}

/** All hands of a test have to be there: what is not ready is left out of a training. */
async function ready(hands: number): Promise<void> {
  hire(hands);
  await vi.waitFor(() => expect(handsReady()).toBeGreaterThanOrEqual(hands), { timeout: 60_000 });
}

describe('with two threads and with three, the bits are those of one', () => {
  test.each(Object.entries(NETS))('%s', async (_name, hidden) => {
    await ready(3);
    const alone = train(specOf(hidden), { name: 'adam' }, 1);
    expect(train(specOf(hidden), { name: 'adam' }, 2)).toEqual(alone);
    expect(train(specOf(hidden), { name: 'adam' }, 3)).toEqual(alone);
  });

  test.each(Object.keys(optimizers) as (keyof typeof optimizers)[])('%s', async (name) => {
    await ready(3);
    const around = { clip_norm: 0.5, clip_value: 0.1, decay: 0.1, l1: 0.01 };
    for (const optimizer of [
      { name },
      { name, ...around },
      { name, l1: 0.01, l1_kind: 'subgradient' },
    ] as const)
      expect(train(specOf(NETS.dense), optimizer, 3)).toEqual(train(specOf(NETS.dense), optimizer, 1));
  });

  test('also in a memory that another network has used before', async () => {
    await ready(2);
    const small = specOf(NETS.batchNorm);
    const first = train(small, { name: 'adam' }, 2);
    train(specOf(NETS.conv2d), { name: 'momentum' }, 2);
    expect(train(small, { name: 'adam' }, 2)).toEqual(first);
  });

  test('also in memories that are wiped and taken again at once, a hundred times', async () => {
    await ready(3);
    const alone = train(specOf([dense(5)]), { name: 'gd' }, 1);
    for (let time = 0; time < 100; time++)
      expect(train(specOf([dense(5)]), { name: 'gd' }, 2 + (time % 2))).toEqual(alone);
  });

  test('also while the further threads are not there yet', () => {
    const spec = specOf(NETS.dense);
    // Nobody has asked for so many before.
    expect(handsReady()).toBeLessThan(6);
    expect(train(spec, { name: 'adam' }, 6)).toEqual(train(spec, { name: 'adam' }, 1));
  });
});

describe('the choice between one thread and two', () => {
  /** Threads of each slice of a training whose steps take so long with one and with two. */
  function chosen(ms: Readonly<Record<1 | 2, number>>, slices: number, isReady = (_slice: number) => true) {
    const choice = createThreadChoice();
    return Array.from({ length: slices }, (_, slice) => {
      const { threads, steps } = choice.next(isReady(slice));
      choice.tell(threads, steps, steps * ms[threads]);
      return threads;
    });
  }

  test('takes two where they are faster, and looks at one again now and then', () => {
    const threads = chosen({ 1: 2, 2: 1.2 }, 1000);
    expect(threads.filter((each) => each === 1).length).toBeLessThan(30);
    expect(threads.slice(500)).toContain(1);
  });

  test('stays at one where two are slower or hardly faster, at the cost of a trial a second', () => {
    for (const two of [1.8, 5]) {
      const threads = chosen({ 1: 2, 2: two }, 1000);
      expect(threads.filter((each) => each === 2).length).toBeLessThan(30);
    }
  });

  test('stays at one until the other thread is there', () => {
    const threads = chosen({ 1: 2, 2: 1 }, 100, (slice) => slice >= 50);
    expect(threads.slice(0, 50)).toEqual(Array(50).fill(1));
    expect(threads.slice(60)).toEqual(Array(40).fill(2));
  });

  test('is not even offered to a small network', () => {
    const net = (units: number): NetworkSpec => ({
      inputs: 784,
      layers: [dense(units), dense(10)],
      loss: 'ce',
    });
    expect(mostThreads('auto', net(8), 64)).toBe(1);
    expect(mostThreads(3, net(8), 64)).toBe(3);
    expect([1, 2]).toContain(mostThreads('auto', net(512), 64));
  });
});
