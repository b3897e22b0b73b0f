import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, evaluateAt } from '../../src/training/evaluate.ts';
import type { MemberRecord } from '../../src/training/events.ts';
import { measuresIn, parseExpression } from '../../src/training/expression.ts';

/** Two variants (net 2 and 4) under three seeds; the loss falls from 1 to the value given. */
const records: readonly MemberRecord[] = [
  ...[0.5, 0.3, 0.1].map((end, i) => record(i, '2', end)),
  ...[0.2, 0.02, 0.01].map((end, i) => record(3 + i, '4', end)),
];

function record(index: number, net: string, end: number): MemberRecord {
  const member = {
    index,
    variant: net === '2' ? 0 : 1,
    vary: { net },
    seed: 1 + (index % 3),
    steps: 20,
    stepsPerEpoch: 2,
  };
  const point = (step: number, loss: number, acc: number) => ({
    step,
    epoch: step / 2,
    values: { loss, acc },
  });
  return {
    member,
    points: [point(0, 1, 0.5), point(2, 2 * end, 1), point(20, end, 0.75)],
    totals: { diverged: 0, jitter: end / 10 },
  };
}

function valuesOf(text: string): readonly number[] {
  const { value, problem } = parseExpression(text);
  if (!value) throw new Error(problem?.message);
  return evaluate(value, records);
}

describe('an expression over a run', () => {
  test.each([
    ['loss@end[net=2]', [0.5, 0.3, 0.1]],
    ['loss@end', [0.5, 0.3, 0.1, 0.2, 0.02, 0.01]],
    ['loss@start[net=4]', [1, 1, 1]],
    ['loss@best[net=2]', [0.5, 0.3, 0.1]],
    ['acc@best[net=2]', [1, 1, 1]],
    ['acc@end[net=2]', [0.75, 0.75, 0.75]],
    ['loss@step2[net=2]', [1, 0.6, 0.2]],
    ['loss@epoch1[net=2]', [1, 0.6, 0.2]],
    ['loss@tail[net=2]', [0.5, 0.3, 0.1]],
    ['jitter[net=2]', [0.05, 0.03, 0.01]],
    ['max(loss@end)', [0.5]],
    ['median(loss@end[net=2])', [0.3]],
    ['median(loss@end)', [0.15]],
    ['count(loss@end < 0.15)', [3]],
    ['all(loss@end[net=4] < loss@end[net=2])', [1]],
    ['any(loss@end > 0.9)', [0]],
    ['max(0, -1)', [0]],
    ['1 + 2 * 3 - 4 / 2', [5]],
    ['-2 + 5', [3]],
    ['not 1 or 1 and 0', [0]],
    ['abs(-3) == 3 and 1e-3 < 0.01', [1]],
    ['range(loss@end[net=2])', [0.4]],
  ])('%s', (text, expected) => {
    const values = valuesOf(text);
    expect(values).toHaveLength(expected.length);
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i]!, 12);
  });

  test('lists of different lengths have no value', () => {
    expect(valuesOf('loss@end - loss@end[net=2]')).toEqual([Number.NaN]);
  });

  test('a comparison with what was not measured is never true', () => {
    expect(valuesOf('all(nothing@end < 1)')).toEqual([0]);
    expect(valuesOf('all(nothing@end > 1)')).toEqual([0]);
  });

  test('tells the measures that it speaks of', () => {
    const { value } = parseExpression('max(acc@end[net=4]) > 2 * jitter');
    expect(value && measuresIn(value).map(({ text }) => text)).toEqual(['acc@end[net=4]', 'jitter']);
  });

  test.each([
    ['loss@', 'Unexpected'],
    ['loss@soon', '@soon is not known'],
    ['largest(loss@end)', 'largest is not a function'],
    ['loss@end[net]', '"net" is no filter'],
    ['loss@end <', 'Expected expression'],
    ['run.exit(1)', 'Expected'],
    ['loss@end = 3', 'Unexpected'],
    ['"text" == 1', 'is not a number'],
    ['x ? 1 : 2', 'expression over measures'],
    ['', 'expression over measures'],
  ])('%s is refused with a reason', (text, reason) => {
    const { value, problem } = parseExpression(text);
    expect(value).toBeNull();
    expect(problem?.message).toContain(reason);
  });

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { value, problem } = parseExpression(text);
        expect((value === null) !== (problem === null)).toBe(true);
      }),
    );
  });
});

test('a figure is an expression in x', () => {
  const { value } = parseExpression('max(0, x) + tanh(x)');
  expect(value && evaluateAt(value, -1)).toBeCloseTo(Math.tanh(-1), 12);
  expect(value && evaluateAt(value, 2)).toBeCloseTo(2 + Math.tanh(2), 12);
});
