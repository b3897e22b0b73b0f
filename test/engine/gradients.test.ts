import { describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { losses } from '../../src/engine/losses.ts';
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

const outputs = { mse: [1, 3], bce: [1, 2], ce: [2, 5] } as const;

const cases = (Object.keys(activations) as (keyof typeof activations)[]).flatMap((activation) =>
  (Object.keys(losses) as (keyof typeof losses)[]).flatMap((loss) =>
    shapes.flatMap(({ rows, hidden }, i) =>
      outputs[loss].map((width) => ({
        rows,
        activation,
        loss,
        widths: [[1, 2, 3, 35, 6][i]!, ...hidden, width],
      })),
    ),
  ),
);

describe('the gradient of a batch', () => {
  test.each(cases)('$widths $activation $loss, $rows rows, is the slope of the loss', ({ rows, ...net }) => {
    const spec = chain(net.widths, net.activation, net.loss);
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
    for (const i of chosen.subarray(0, 60)) {
      const expected = referenceSlope(spec, Array.from(weights), i, data);
      expect(Math.abs(gradient[i]! - expected), `weight ${i}`).toBeLessThan(2e-6 * scale + 1e-8);
    }
    expect(trainer.evaluate(data).loss).toBeCloseTo(referenceLoss(spec, Array.from(weights), data), 5);
  });
});
