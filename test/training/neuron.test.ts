import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { kinds } from '../../src/training/kinds.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

function measured(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const event of runRecipe(value, () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const neuron = (record: Record<string, unknown>) =>
  measured({ kind: 'neuron', lr: 0.5, steps: 4000, ...record });

/** Steps to p > 0.9 by the formulas written out. */
function stepsByHand(slope: (p: number) => number, start: number): number {
  let z = start;
  for (let step = 0; ; step++) {
    const p = 1 / (1 + Math.exp(-z));
    if (p > 0.9) return step;
    z -= 0.5 * slope(p);
  }
}

describe('one sigmoid neuron that is to answer 1', () => {
  test.each([-3, -5, -8])('from %d takes the steps that its formula takes', (start) => {
    expect(neuron({ loss: 'bce', start }).measures.steps_to_90).toBe(stepsByHand((p) => p - 1, start));
    expect(neuron({ loss: 'sigmoid_mse', start }).measures.steps_to_90).toBe(
      stepsByHand((p) => 2 * (p - 1) * p * (1 - p), start),
    );
  });

  test('tells its slope and its chance at the start', () => {
    const { values } = neuron({ loss: 'bce', start: 0 }).records[0]!.points[0]!;
    expect(values).toMatchObject({ z: 0, p: 0.5, slope: -0.5 });
    expect(values.loss).toBeCloseTo(Math.LN2, 12);
  });

  test('that has not arrived says so', () => {
    expect(neuron({ loss: 'sigmoid_mse', start: -8, steps: 10 }).measures.steps_to_90).toBe(Infinity);
  });

  test('refuses a loss that does not judge a logit', () => {
    const { problems } = kinds.neuron.prepare({ loss: 'mse' }, en.problem);
    expect(problems).toMatchObject([{ key: 'loss' }]);
  });
});

describe('a network', () => {
  test('starts from the output bias that it is given', () => {
    const around = { data: 'moons', net: [4], opt: 'gd', steps: 1, init: 'zeros', loss: 'sigmoid_mse' };
    const loss = (bias: number) => measured({ ...around, out_bias: bias }).records[0]!.points[0]!.values.loss;
    const p = 1 / (1 + Math.exp(3));
    expect(loss(-3)).toBeCloseTo((p * p + (1 - p) * (1 - p)) / 2, 5);
  });

  test('of one weight tells slope and height of its line, and a deeper one does not', () => {
    const line = { data: 'line', noise: 0, opt: 'gd', lr: 0.3, steps: 300 };
    const { measures } = measured({ ...line, net: [] });
    expect(measures.slope).toBeCloseTo(2, 4);
    expect(measures.intercept).toBeCloseTo(1, 4);
    expect(measured({ ...line, net: [2] }).measures).not.toHaveProperty('slope');
  });
});
