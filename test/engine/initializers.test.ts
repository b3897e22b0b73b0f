import { describe, expect, test } from 'vitest';
import { type InitializerName, initializers } from '../../src/engine/initializers.ts';
import { createRandom } from '../../src/engine/random.ts';
import { drawWeights } from '../../src/engine/weights.ts';

const fanIn = 200;
const fanOut = 300;
const expectedStd = {
  zeros: 0,
  normal: 0.05,
  xavier: Math.sqrt(2 / (fanIn + fanOut)),
  he: Math.sqrt(2 / fanIn),
  torch: 1 / Math.sqrt(3 * fanIn),
} satisfies Record<InitializerName, number>;

describe.each(Object.keys(initializers) as InitializerName[])('%s', (name) => {
  const weights = draw(name);

  test('draws weights of its standard deviation around 0', () => {
    // The standard deviation of 60,000 draws is off by 0.3 %, their mean by 0.4 % of it.
    const spread = std(weights.slice(0, fanIn * fanOut));
    expect(Math.abs(spread - expectedStd[name])).toBeLessThanOrEqual(0.015 * expectedStd[name]);
    expect(Math.abs(mean(weights))).toBeLessThanOrEqual(0.02 * expectedStd[name]);
  });

  test('repeats under its seed, and under no other', () => {
    expect(draw(name)).toEqual(weights);
    if (name !== 'zeros') expect(draw(name, 2)).not.toEqual(weights);
  });

  test(name === 'torch' ? 'draws biases as it draws weights' : 'leaves biases at 0', () => {
    const biases = weights.slice(fanIn * fanOut);
    expect(std(biases)).toBeCloseTo(name === 'torch' ? expectedStd.torch : 0, 2);
  });
});

test('torch stays within 1 / sqrt(in)', () => {
  expect(Math.max(...draw('torch').map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(fanIn));
});

test('a layer keeps its weights whatever layers there are before and behind it', () => {
  const dense = (units: number) => ({ type: 'dense', units }) as const;
  const second = (inputs: number, ...more: number[]) => {
    const spec = { inputs, layers: [4, 5, ...more].map(dense), loss: 'mse' } as const;
    return drawWeights(spec, { name: 'normal' }, createRandom(1))
      .subarray((inputs + 1) * 4)
      .slice(0, 4 * 5);
  };
  expect(second(7)).toEqual(second(3));
  expect(second(3, 6)).toEqual(second(3));
});

function draw(name: InitializerName, seed = 1): Float32Array {
  const spec = { inputs: fanIn, layers: [{ type: 'dense', units: fanOut }], loss: 'mse' } as const;
  return drawWeights(spec, { name, std: 0.05 }, createRandom(seed));
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function std(values: Float32Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}
