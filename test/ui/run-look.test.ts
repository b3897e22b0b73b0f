import { expect, test } from 'vitest';
import type { SurfaceLook } from '../../src/training/events.ts';
import { pointsOf } from '../../src/ui/blocks/run-look.ts';

/** The left half of a square is class 0, the right half class 1. */
const look: SurfaceLook = {
  type: 'surface',
  columns: 2,
  rows: 1,
  x: [0, 1],
  y: [0, 1],
  values: Float32Array.of(0.1, 0.9),
  classes: 2,
};

/** Examples that alternate between their classes, each at the middle of its half. */
const alternating = (count: number) => ({
  features: 2,
  inputs: Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 === 1 ? 0.5 : i % 4 === 0 ? 0.25 : 0.75)),
  targets: Float32Array.from({ length: count }, (_, i) => i % 2),
});

test.each([4, 160, 200, 320, 500, 5000])(
  'of %i examples at most 160 are drawn, of both classes alike',
  (count) => {
    const points = pointsOf(alternating(count), look);
    expect(points.length).toBeLessThanOrEqual(160);
    const ones = points.filter(({ label }) => label === 1).length;
    expect(ones / points.length).toBeGreaterThan(0.4);
    expect(ones / points.length).toBeLessThan(0.6);
  },
);

test('an example on the other side of the boundary is wrong', () => {
  const examples = {
    features: 2,
    inputs: Float32Array.of(0.25, 0.5, 0.25, 0.5),
    targets: Float32Array.of(0, 1),
  };
  expect(pointsOf(examples, look).map(({ wrong }) => wrong)).toEqual([false, true]);
});
