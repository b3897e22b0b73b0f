import { describe, expect, test } from 'vitest';
import { schedules } from '../../src/engine/schedules.ts';

describe.each(Object.entries(schedules))('%s', (_name, { rate }) => {
  test('starts at the base and is never negative or above it', () => {
    expect(rate(0.3, 0, 100)).toBe(0.3);
    for (let step = 0; step < 100; step++) {
      expect(rate(0.3, step, 100)).toBeGreaterThanOrEqual(0);
      expect(rate(0.3, step, 100)).toBeLessThanOrEqual(0.3);
    }
  });
});

test('cosine is at one half in the middle and near 0 at the end', () => {
  expect(schedules.cosine.rate(1, 50, 100)).toBeCloseTo(0.5, 12);
  expect(schedules.cosine.rate(1, 99, 100)).toBeLessThan(0.001);
});
