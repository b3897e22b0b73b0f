import fc from 'fast-check';
import type { ChartStyle, Size } from '../../src/charts/drawing.ts';

/** Any terminal that a chart may find itself in. */
export const anySize: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({ min: 10, max: 120 }),
  rows: fc.integer({ min: 4, max: 40 }),
});

export const anyStyle: fc.Arbitrary<ChartStyle> = fc.record({
  glyphs: fc.constantFrom('braille', 'blocks', 'ascii'),
  colors: fc.constantFrom('full', '256', '16', 'none'),
});

/** Any number that training can give, from denormal to infinite. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
);

export const anyNumbers: fc.Arbitrary<number[]> = fc.array(anyNumber, { maxLength: 60 });

export const anyLabel: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('', '손실', '경사하강법', 'ln 2', '두\n줄'),
);
