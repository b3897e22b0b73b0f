import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivationName } from '../../src/engine/activations.ts';
import { checkNetwork, type LayerSpec, type NetworkSpec, outputsOf } from '../../src/engine/network.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { activationsOfTensorFlow, byTensorFlow } from './tensorflow.ts';

const act = fc.constantFrom(...(activationsOfTensorFlow as ActivationName[]));
const bend = act.map((name): LayerSpec => ({ type: 'activation', name }));
const level = fc.constantFrom<readonly LayerSpec[]>([], [{ type: 'batchNorm' }], [{ type: 'layerNorm' }]);
const dense = fc
  .tuple(fc.integer({ min: 1, max: 13 }), level, bend)
  .map(([units, norm, activation]): readonly LayerSpec[] => [{ type: 'dense', units }, ...norm, activation]);
const pool = fc.constantFrom<readonly LayerSpec[]>(
  ...[
    [],
    [{ type: 'averagePool', size: 2 } as const],
    [{ type: 'maxPool', size: 2 } as const],
    [{ type: 'maxPool', size: 2, step: 1 } as const],
  ],
);
const conv = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 0, max: 2 }),
    level,
    bend,
    pool,
  )
  .map(([units, size, step, padding, norm, activation, pooled]): readonly LayerSpec[] => [
    ...[{ type: 'conv2d', units, size, step, padding } as const, ...norm, activation, ...pooled],
  ]);
const end = fc.constantFrom<LayerSpec>({ type: 'flatten' }, { type: 'globalAverage' });
const last = fc
  .record({
    units: fc.integer({ min: 1, max: 5 }),
    loss: fc.constantFrom('mse', 'mae', 'huber', 'bce', 'ce'),
  })
  .filter(({ units, loss }) => units > 1 || loss !== 'ce');

const plainNet = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(dense, { maxLength: 3 }), last).map(
  ([inputs, hidden, { units, loss }]): NetworkSpec => ({
    ...{ inputs, loss },
    layers: [...hidden.flat(), { type: 'dense', units }],
  }),
);

const imageNet = fc
  .tuple(
    ...([
      fc.integer({ min: 5, max: 9 }),
      fc.integer({ min: 5, max: 9 }),
      fc.integer({ min: 1, max: 3 }),
    ] as const),
    ...([fc.array(conv, { minLength: 1, maxLength: 2 }), end, last] as const),
  )
  .map(
    ([height, columns, channels, hidden, ending, { units, loss }]): NetworkSpec => ({
      ...{ inputs: height * columns * channels, image: { height, columns, channels }, loss },
      layers: [...hidden.flat(), ending, { type: 'dense', units }],
    }),
  )
  // A window may be larger than what the layers before have left of the image.
  .filter((spec) => checkNetwork(spec).length === 0);

describe('outputs, loss and gradient are those of TensorFlow.js', () => {
  test.each([
    ['plain rows', plainNet, 60],
    ['images', imageNet, 60],
  ] as const)('for random nets of %s', (_name, nets, numRuns) => {
    fc.assert(fc.property(nets, fc.integer({ min: 2, max: 11 }), fc.nat(), agree), { numRuns });
  });
});

/** Both are in float32; sums in another order are apart by a few of its steps, and norms of few numbers stretch that. */
function agree(spec: NetworkSpec, rows: number, seed: number): void {
  const random = createRandom(seed);
  const width = spec.loss === 'ce' ? 1 : outputsOf(spec);
  const targets = { ce: () => random.integer(outputsOf(spec)), bce: () => random.integer(2) };
  const draw = spec.loss === 'ce' || spec.loss === 'bce' ? targets[spec.loss] : () => random.normal();
  const table = {
    inputs: Float32Array.from({ length: rows * spec.inputs }, () => random.normal()),
    targets: Float32Array.from({ length: rows * width }, draw),
    ...{ rows, features: spec.inputs },
  };
  const trainer = createTrainer({
    ...{ spec, optimizer: { name: 'sgd' }, data: table, maxBatch: rows },
    ...{ init: { name: 'xavier' }, random: random.fork('weights') },
  });
  const expected = byTensorFlow(spec, trainer.parameters, table);
  const last = spec.layers.length - 1;
  expectNear(trainer.outputsAt(last, table.inputs, rows, { mode: 'train' }), expected.outputs);
  expectNear([trainer.evaluate(table, { mode: 'train' }).loss], [expected.loss]);
  expectNear(trainer.gradient('all'), expected.gradient);
  trainer.free();
}

function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  const size = Math.max(1, ...Array.from(expected, Math.abs));
  const apart = Math.max(...Array.from(found, (value, i) => Math.abs(value - expected[i]!)));
  expect(apart / size).toBeLessThan(1e-3);
}
