import { describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { initializers } from '../../src/engine/initializers.ts';
import { throughKernels } from './vectors.ts';

// Off the corners, where a difference sees neither side.
const points = Array.from({ length: 201 }, (_, i) => (i - 100.5) / 12);

describe.each(Object.entries(activations))('%s', (_name, { code, value, slope, suitedInit }) => {
  test('has the slope that differences of its values show', () => {
    const h = 1e-5;
    for (const x of points) expect(slope(x)).toBeCloseTo((value(x + h) - value(x - h)) / (2 * h), 8);
  });

  test('is computed by the kernels as in float64', () => {
    const x = Float32Array.from(points);
    const y = throughKernels(x, (kernels, from, to, bytes) => kernels.activate(code, from, to, bytes));
    for (const [i, each] of y.entries()) expect(each).toBeCloseTo(value(x[i]!), 5);
  });

  test('names a start that there is', () => {
    expect(initializers).toHaveProperty(suitedInit);
  });

  test('has a code of its own', () => {
    expect(Object.values(activations).filter((other) => other.code === code)).toHaveLength(1);
  });
});

test('ReLU is flat at 0', () => {
  expect(activations.relu.slope(0)).toBe(0);
});
