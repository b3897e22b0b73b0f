import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTables } from '../../src/data/tables.ts';
import { type ActivationName, activations } from '../../src/engine/activations.ts';
import { type LossName, losses } from '../../src/engine/losses.ts';
import type { NetworkSpec } from '../../src/engine/network.ts';
import { type OptimizerName, optimizers } from '../../src/engine/optimizers.ts';
import { createRandom } from '../../src/engine/random.ts';
import {
  createTrainer,
  type Trainer,
  type TrainerOptions,
  type TrainingPlan,
} from '../../src/engine/trainer.ts';
import { chain, randomTable, randomWeights, referenceLoss, referenceOutputs } from './reference.ts';

const spec = chain([2, 7, 1], 'tanh', 'bce');
const { train: data, test: others } = makeTables('moons', { n: 50, noise: 0.1, features: 2, test: 300 }, 1);

/** Hashes of weights; they change only with a change of kernels, generator or data, never with the machine. */
const BITS = {
  gd: '800e18869428eebf',
  sgd: '800e18869428eebf',
  momentum: '7de83e7ebdbc8d78',
  nesterov: '9f14eed1867b1b91',
  adagrad: '5728fd8d8a4c5793',
  rmsprop: '66b0dcfa5f4380fb',
  adadelta: '1fada7d80ecab939',
  adamw: '2ce44c4507c714f5',
  adam: '2ce44c4507c714f5',
} satisfies Record<OptimizerName, string>;

describe('training', () => {
  test('lowers the loss until every row of moons is right', () => {
    const trainer = start({ optimizer: { name: 'adam' } });
    const before = trainer.evaluate(data).loss;
    trainer.train(randomPlan(3000, 0.02));
    expect(trainer.evaluate(data).loss).toBeLessThan(before / 10);
    expect(trainer.evaluate(data).correct).toBe(50);
  });

  test.each(Object.keys(optimizers) as OptimizerName[])(
    'with %s gives the same bits however it is cut into calls',
    (name) => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }), (cuts) => {
          const plan = randomPlan(40, 0.05);
          const [whole, split] = [start({ optimizer: { name } }), start({ optimizer: { name } })];
          const losses = whole.train(plan);
          const pieces = cutPlan(plan, cuts).flatMap((piece) => Array.from(split.train(piece)));
          expect(pieces).toEqual(Array.from(losses));
          expect(split.flat()).toEqual(whole.flat());
        }),
        { numRuns: 20, seed: 1 },
      );
    },
  );

  test('is not disturbed by evaluating, predicting, taking gradients and reading weights in between', () => {
    const plan = randomPlan(40, 0.05);
    const [quiet, watched] = [start({}), start({})];
    const losses = quiet.train(plan);
    const seen = cutPlan(plan, [10, 11, 25]).flatMap((piece) => {
      watched.evaluate(others!);
      watched.predict(others!.inputs, others!.rows);
      watched.gradient(Int32Array.of(3, 3, 4));
      watched.parameters.forEach(({ values }) => void values.fill(9));
      return Array.from(watched.train(piece));
    });
    expect(seen).toEqual(Array.from(losses));
    expect(watched.flat()).toEqual(quiet.flat());
  });

  test.each(Object.keys(optimizers) as OptimizerName[])(
    'with %s goes on bit for bit from a state that was saved, in the same trainer and in another',
    (name) => {
      const spec: NetworkSpec = {
        inputs: 2,
        layers: [
          { type: 'dense', units: 7 },
          { type: 'batchNorm' },
          { type: 'prelu' },
          { type: 'dropout', rate: 0.3 },
          { type: 'dense', units: 1 },
        ],
        loss: 'bce',
      };
      const [first, second] = [start({ spec, optimizer: { name } }), start({ spec, optimizer: { name } })];
      const [before, after] = cutPlan(randomPlan(40, 0.05), [17]);
      first.train(before!);
      const state = first.save();
      const losses = first.train(after!);
      const end = [...first.flat(), ...first.kept()];
      for (const trainer of [first, second]) {
        trainer.load(state);
        expect(trainer.train(after!)).toEqual(losses);
        expect([...trainer.flat(), ...trainer.kept()]).toEqual(end);
      }
    },
  );

  test.each(Object.keys(optimizers) as OptimizerName[])(
    'with %s ends at these bits on every machine',
    (name) => {
      const spec = chain([2, 33, 9, 2], 'tanh', 'ce');
      const trainer = start({ spec, optimizer: { name } });
      trainer.train(randomPlan(500, 0.02));
      const hash = createHash('sha256').update(new Uint8Array(trainer.flat().buffer)).digest('hex');
      expect(hash.slice(0, 16)).toBe(BITS[name]);
    },
  );

  test('answers the loss of each batch before its update', () => {
    const trainer = start({});
    const { loss } = trainer.evaluate(data);
    const rates = Float32Array.of(0.5, 0.5);
    const [first, second] = trainer.train({
      order: 'all',
      sizes: Int32Array.of(50, 50),
      learningRates: rates,
    });
    expect(first).toBe(Math.fround(loss));
    expect(second).toBeLessThan(first!);
  });

  test('takes all rows as it takes them named in their order', () => {
    const sizes = new Int32Array(5).fill(50);
    const learningRates = new Float32Array(5).fill(0.1);
    const order = Int32Array.from({ length: 250 }, (_, i) => i % 50);
    const [all, named] = [start({}), start({})];
    expect(all.train({ order: 'all', sizes, learningRates })).toEqual(
      named.train({ order, sizes, learningRates }),
    );
    expect(all.flat()).toEqual(named.flat());
  });

  test('takes batches that differ in size, and rows that come twice', () => {
    const trainer = start({ optimizer: { name: 'gd' } });
    const before = trainer.flat();
    const [short, twice] = [Int32Array.of(3), Int32Array.of(4, 4, 5)].map((rows) => trainer.gradient(rows));
    const learningRates = Float32Array.of(1, 0);
    trainer.train({ order: Int32Array.of(3, 4, 4, 5), sizes: Int32Array.of(1, 3), learningRates });
    trainer.flat().forEach((w, i) => void expect(w).toBe(Math.fround(before[i]! - short![i]!)));
    const [once, other] = [Int32Array.of(4), Int32Array.of(5)].map((rows) => start({}).gradient(rows));
    twice!.forEach((g, i) => void expect(g).toBeCloseTo((2 * once![i]! + other![i]!) / 3, 6));
  });

  test('goes on to the end and says so when it diverges', () => {
    const spec = chain([2, 7, 1], 'relu', 'mse');
    const losses = start({ spec, optimizer: { name: 'sgd' } }).train(randomPlan(200, 1e6));
    expect(losses[0]).toBeLessThan(10);
    expect(losses.at(-1)).toBeNaN();
    // One NaN for all processors, so that the bits of a run that diverged are the same too.
    expect(new Uint32Array(losses.buffer).at(-1)).toBe(0x7fc00000);
  });

  test('passes NaN among the inputs on to the loss', () => {
    for (const activation of Object.keys(activations) as ActivationName[]) {
      for (const loss of Object.keys(losses) as LossName[]) {
        const spec = chain([2, 7, 2], activation, loss);
        const table = randomTable(spec, 9, createRandom(1));
        table.inputs[5] = Number.NaN;
        const trainer = start({ spec, data: table, maxBatch: 9 });
        expect(trainer.evaluate(table).loss, `${activation} ${loss}`).toBeNaN();
      }
    }
  });
});

describe('evaluating', () => {
  test('gives one answer whatever the size of batches', () => {
    const [small, large] = [1, 300].map((maxBatch) => start({ maxBatch }).evaluate(others!));
    expect(small).toEqual(large);
  });

  test('weighs classes over the whole table, not batch by batch', () => {
    const spec = chain([2, 7, 2], 'tanh', 'ce', { weights: [1, 9] });
    const rare = { ...others!, targets: others!.targets.map((_, i) => Number(i > 250)) };
    const [small, large] = [1, 300].map((maxBatch) => start({ spec, maxBatch }));
    expect(small!.evaluate(rare)).toEqual(large!.evaluate(rare));
    expect(small!.evaluate(rare).loss).toBeCloseTo(referenceLoss(spec, Array.from(small!.flat()), rare), 5);
  });

  test.each([
    [
      'bce',
      [
        [-1, 0],
        [2, 1],
        [0, 0],
        [0, 1],
        [-3, 1],
      ],
      3,
    ],
    [
      'mse',
      [
        [0.4, 0],
        [0.6, 1],
        [0.5, 0],
        [0.5, 1],
        [-3, 1],
      ],
      3,
    ],
  ] as const)('counts right answers of %s', (loss, rows, expected) => {
    const identity = { inputs: 1, layers: [{ type: 'dense', units: 1 }], loss } as const;
    const table = {
      inputs: Float32Array.from(rows.map(([x]) => x)),
      targets: Float32Array.from(rows.map(([, t]) => t)),
      ...{ rows: rows.length, features: 1 },
    };
    const trainer = start({ spec: identity, data: table });
    trainer.setParameters(Float32Array.of(1, 0));
    expect(trainer.evaluate(table).correct).toBe(expected);
  });

  test('counts with ce the first of the largest logits', () => {
    const identity = chain([3, 3], 'identity', 'ce');
    const inputs = Float32Array.of(0, 2, 1, 0, 0, 0, 0, 0, 0, 1, 5, 5, 1, 5, 5);
    const table = { inputs, targets: Float32Array.of(1, 0, 1, 1, 2), rows: 5, features: 3 };
    const trainer = start({ spec: identity, data: table });
    trainer.setParameters(Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0));
    expect(trainer.evaluate(table).correct).toBe(3);
  });

  test('counts nothing as right where outputs are NaN', () => {
    for (const loss of ['mse', 'bce', 'ce'] as const) {
      const trainer = start({ spec: chain([2, 7, loss === 'ce' ? 2 : 1], 'tanh', loss) });
      trainer.setParameters(trainer.flat().fill(Number.NaN));
      expect(trainer.evaluate(data).correct, loss).toBe(0);
    }
  });

  test('leaves right answers out where targets are numbers', () => {
    const { train: line } = makeTables('line', { n: 20, noise: 0.1, features: 1, test: 0 }, 1);
    expect(start({ spec: chain([1, 1], 'identity', 'mse'), data: line }).evaluate(line).correct).toBeNull();
  });
});

describe('predicting', () => {
  test.each([[[2, 3]], [[5, 9, 4]], [[40, 33, 10, 1]]])(
    '%j gives the outputs of float64 for any number of rows',
    (widths) => {
      const spec = chain(widths, 'tanh', 'mse');
      const random = createRandom(3);
      const table = randomTable(spec, 150, random);
      const trainer = start({ spec, data: table, maxBatch: 7 });
      const weights = randomWeights(spec, random);
      trainer.setParameters(weights);
      for (const rows of [1, 6, 64, 150]) {
        const outputs = trainer.predict(table.inputs, rows);
        expect(outputs).toHaveLength(rows * widths.at(-1)!);
        const last = Array.from(table.inputs.subarray((rows - 1) * spec.inputs, rows * spec.inputs));
        referenceOutputs(spec, Array.from(weights), last).forEach((expected, i) => {
          expect(outputs[(rows - 1) * widths.at(-1)! + i]).toBeCloseTo(expected, 5);
        });
      }
    },
  );
});

describe('the outputs of a layer', () => {
  const image: NetworkSpec = {
    ...{ inputs: 12, image: { height: 3, columns: 4, channels: 1 }, loss: 'mse' },
    layers: [
      { type: 'conv2d', units: 3, size: 2 },
      { type: 'activation', name: 'relu' },
      { type: 'flatten' },
      { type: 'dense', units: 5 },
      { type: 'dropout', rate: 0.5 },
      { type: 'dense', units: 1 },
    ],
  };

  test('are those of the network that ends there, for any number of rows', () => {
    const table = randomTable(image, 70, createRandom(5));
    const trainer = start({ spec: image, data: table, maxBatch: 4 });
    const weights = Array.from(trainer.flat());
    const last = Array.from(table.inputs.subarray(69 * 12));
    image.layers.forEach((_, layer) => {
      const outputs = trainer.outputsAt(layer, table.inputs, 70);
      const answering = { ...image, layers: image.layers.slice(0, layer + 1) };
      const expected = referenceOutputs(answering, weights, last);
      expect(outputs).toHaveLength(70 * expected.length);
      // Nothing is dropped in answers; the reference drops as in training.
      if (layer < 4)
        expected.forEach((each, i) => void expect(outputs[69 * expected.length + i]).toBeCloseTo(each, 5));
    });
    expect(trainer.outputsAt(4, table.inputs, 70)).toEqual(trainer.outputsAt(3, table.inputs, 70));
    expect(trainer.outputsAt(5, table.inputs, 70)).toEqual(trainer.predict(table.inputs, 70));
  });
});

describe('weights', () => {
  test('come back as they were put, without padding', () => {
    const spec = chain([3, 5, 2], 'relu', 'ce');
    const trainer = start({ spec, data: randomTable(spec, 4, createRandom(1)) });
    const weights = randomWeights(spec, createRandom(2));
    trainer.setParameters(weights);
    expect(trainer.flat()).toEqual(weights);
    expect(trainer.parameters.map(({ name, values }) => [name, values.length])).toEqual([
      ['dense1.weight', 15],
      ['dense1.bias', 5],
      ['dense2.weight', 10],
      ['dense2.bias', 2],
    ]);
    expect(trainer.parameters.flatMap(({ values }) => Array.from(values))).toEqual(Array.from(weights));
  });

  test('carry the gradient of the last batch', () => {
    const trainer = start({});
    const gradient = trainer.gradient('all');
    expect(trainer.parameters.flatMap(({ gradients }) => Array.from(gradients))).toEqual(
      Array.from(gradient),
    );
  });

  test('start from the stream they are given', () => {
    expect(start({ random: createRandom(1) }).flat()).toEqual(start({ random: createRandom(1) }).flat());
    expect(start({ random: createRandom(1) }).flat()).not.toEqual(start({ random: createRandom(2) }).flat());
  });
});

describe('what cannot be', () => {
  const sizes = Int32Array.of(2);
  const learningRates = Float32Array.of(0.1);

  test('a plan that leads out of the data is refused', () => {
    const trainer = start({});
    const refused = (plan: TrainingPlan) => expect(() => trainer.train(plan)).toThrow(RangeError);
    refused({ order: Int32Array.of(0, 50), sizes, learningRates });
    refused({ order: Int32Array.of(-1, 0), sizes, learningRates });
    refused({ order: Int32Array.of(0), sizes, learningRates });
    refused({ order: 'all', sizes: Int32Array.of(51), learningRates });
    refused({ order: 'all', sizes: Int32Array.of(0), learningRates });
    refused({ order: 'all', sizes, learningRates: new Float32Array(2) });
  });

  test('a table that does not fit the network is refused', () => {
    const table = (change: object) => () => start({ data: { ...data, ...change } });
    expect(table({ features: 3 })).toThrow('the table has 3 features, the network 2 inputs');
    expect(table({ targets: new Float32Array(49) })).toThrow('49 targets are not 50 rows of 1');
    const withClasses = (loss: LossName) =>
      start({ spec: chain([2, 2], 'relu', loss), data: { ...data, targets: new Float32Array(50).fill(2) } });
    expect(() => withClasses('ce')).toThrow('a target is not the index of an output');
  });

  test('a trainer that was freed says so', () => {
    const trainer = start({});
    trainer.free();
    expect(() => trainer.flat()).toThrow('the trainer was freed');
  });
});

function start(change: Partial<TrainerOptions>): Trainer {
  return createTrainer({
    ...{
      spec,
      data,
      maxBatch: 50,
      optimizer: { name: 'adam' },
      init: { name: 'xavier' },
      random: createRandom(1),
    },
    ...change,
  });
}

/** Batches of 1 to 9 rows of 50, drawn at random. */
function randomPlan(steps: number, rate: number): TrainingPlan {
  const random = createRandom(steps);
  const sizes = Int32Array.from({ length: steps }, () => 1 + random.integer(9));
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return {
    order: Int32Array.from({ length: rows }, () => random.integer(50)),
    sizes,
    learningRates: new Float32Array(steps).fill(rate),
  };
}

/** The same steps in several plans. */
function cutPlan({ order, sizes, learningRates }: TrainingPlan, cuts: readonly number[]): TrainingPlan[] {
  const ends = [...cuts, sizes.length].sort((a, b) => a - b);
  let [step, row] = [0, 0];
  return ends.map((end) => {
    const own = sizes.subarray(step, end);
    const rows = own.reduce((sum, size) => sum + size, 0);
    const piece = {
      order: order === 'all' ? order : order.subarray(row, row + rows),
      sizes: own,
      learningRates: learningRates.subarray(step, end),
    };
    row += rows;
    step = end;
    return piece;
  });
}
