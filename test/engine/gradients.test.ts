import { describe, expect, test } from 'vitest';
import { type ActivationName, activations } from '../../src/engine/activations.ts';
import { type LossName, type LossSettings, losses } from '../../src/engine/losses.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { chain, randomTable, randomWeights, referenceLoss, referenceSlope } from './reference.ts';

// Widths and rows around the sizes of vectors (4), tiles (8) and packed panels (32).
const shapes = [
  { rows: 1, hidden: [] },
  { rows: 4, hidden: [4] },
  { rows: 5, hidden: [3, 2] },
  { rows: 13, hidden: [9, 5, 1] },
  { rows: 66, hidden: [17, 8] },
] as const;

const outputs = { number: [1, 3], logit: [1, 2], class: [2, 5] } as const;
const names = Object.keys(activations) as ActivationName[];

/** Every loss by itself, and every setting that a loss takes. */
const judges: readonly (readonly [LossName, LossSettings])[] = [
  ...(Object.keys(losses) as LossName[]).map((loss) => [loss, {}] as const),
  ['huber', { delta: 0.3 }],
  ['bce', { smoothing: 0.2 }],
  ['bce', { weights: [1, 5] }],
  ['bce', { weights: [0.5, 3], smoothing: 0.1 }],
  ['focal', { gamma: 0, alpha: 0.5 }],
  ['focal', { gamma: 0.5, alpha: 0.9 }],
  ['ce', { smoothing: 0.2 }],
  ['ce', { weights: [1, 5] }],
  ['ce', { weights: [0.5, 3], smoothing: 0.1 }],
  ['focal_ce', { gamma: 0 }],
  ['focal_ce', { gamma: 0.5, weights: [2, 1] }],
];

const cases = [
  ...names.flatMap((activation) => [
    { activation, loss: 'mse', settings: {} } as const,
    { activation, loss: 'ce', settings: {} } as const,
  ]),
  ...judges.map(([loss, settings]) => ({ activation: 'tanh', loss, settings }) as const),
].flatMap(({ activation, loss, settings }) =>
  shapes.flatMap(({ rows, hidden }, i) =>
    outputs[losses[loss].answer]
      // Class weights are given for two.
      .filter((width) => !('weights' in settings) || losses[loss].answer !== 'class' || width === 2)
      .map((width) => ({
        ...{ rows, activation, loss, settings },
        widths: [[1, 2, 3, 35, 6][i]!, ...hidden, width],
      })),
  ),
);

describe('the gradient of a batch', () => {
  test.each(cases)(
    '$widths $activation $loss $settings, $rows rows, is the slope of the loss',
    ({ rows, ...net }) => {
      const spec = chain(net.widths, net.activation, net.loss, net.settings);
      const random = createRandom(rows);
      const data = randomTable(spec, rows, random);
      const weights = randomWeights(spec, random);
      const trainer = createTrainer({
        ...{ spec, data, random, maxBatch: rows },
        ...{ optimizer: { name: 'gd' }, init: { name: 'zeros' } },
      });
      trainer.setParameters(weights);
      const gradient = trainer.gradient('all');
      const scale = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
      // Of a large network, some weights of every tensor: its float64 form is slow.
      const chosen = Int32Array.from(weights.keys());
      random.shuffle(chosen);
      // A float carries 6e-8; a sum of some dozen terms over a few layers loses a few bits more.
      for (const i of chosen.subarray(0, 25)) {
        const expected = referenceSlope(spec, Array.from(weights), i, data);
        expect(Math.abs(gradient[i]! - expected), `weight ${i}`).toBeLessThan(2e-6 * scale + 1e-8);
      }
      expect(trainer.evaluate(data).loss).toBeCloseTo(referenceLoss(spec, Array.from(weights), data), 5);
    },
  );
});
