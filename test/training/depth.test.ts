import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/training/evaluate.ts';
import type { RunEvent } from '../../src/training/events.ts';
import { parseExpression } from '../../src/training/expression.ts';
import { kinds } from '../../src/training/kinds.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

type Finished = Extract<RunEvent, { type: 'finished' }>;

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ kind: 'depth', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Finished {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

/** A measure layer by layer, of the first member. */
function along(record: Record<string, unknown>, name: string): readonly number[] {
  const [first] = finished(record).records;
  return first!.points.flatMap(({ values }) => (name in values ? [values[name]!] : []));
}

const small = { depth: 4, width: 64, n: 100, seed: 5 };

describe('signals on their way forward', () => {
  test('begin as noise of standard deviation 1, which is layer 0', () => {
    const [inputs, ...layers] = along(small, 'std');
    expect(inputs).toBeCloseTo(1, 1);
    expect(layers).toHaveLength(4);
  });

  test.each([
    ['relu', 0.1, 0.1 * Math.sqrt(64 / 2)],
    ['relu', 1, Math.sqrt(64 / 2)],
    ['identity', 0.1, 0.1 * Math.sqrt(64)],
  ])(
    '%s with weights of deviation %d: every layer multiplies the root mean square by the factor',
    (act, std, factor) => {
      const sizes = along({ ...small, act, init: 'normal', std }, 'rms');
      const factors = sizes.slice(1).map((size, i) => size / sizes[i]!);
      for (const each of factors) expect(each / factor).toBeGreaterThan(0.75);
      for (const each of factors) expect(each / factor).toBeLessThan(1.3);
    },
  );

  test('saturate where tanh is given large weights, and do not where they are small', () => {
    const share = (std: number) => along({ ...small, act: 'tanh', init: 'normal', std }, 'saturated').at(-1)!;
    expect(share(1)).toBeGreaterThan(0.5);
    expect(share(0.05)).toBe(0);
  });

  test('die in every unit of a ReLU network with a bias far below 0, and nothing flows behind it', () => {
    expect(along({ ...small, bias: -50 }, 'dead')).toEqual([1, 1, 1, 1]);
    expect(along({ ...small, bias: -50 }, 'std').slice(1)).toEqual([0, 0, 0, 0]);
  });

  test('are brought back to one size by batch norm, however small the weights are', () => {
    const sizes = along({ ...small, norm: 'batch', init: 'normal', std: 0.05 }, 'rms').slice(1);
    // Half of the square of N(0, 1) is left behind a ReLU.
    for (const size of sizes) expect(Math.abs(size - Math.SQRT1_2)).toBeLessThan(0.05);
  });
});

describe('gradients on their way back', () => {
  const deep = { ...small, data: 'moons', depth: 6, width: 32, pass: 'backward' };

  test('are measured of every hidden layer', () => {
    expect(along(deep, 'grad')).toHaveLength(6);
  });

  test('lose more than two thirds in each layer of sigmoids, whose slope is 1/4 at most', () => {
    // The inputs of layer 1 are no outputs of sigmoids.
    const sizes = along({ ...deep, act: 'sigmoid' }, 'grad').slice(1);
    for (const [i, size] of sizes.slice(0, -1).entries()) expect(size).toBeLessThan(sizes[i + 1]! / 3);
  });

  test('are exactly 0 in all layers whose outputs nobody weighs', () => {
    expect(along({ ...deep, init: 'zeros' }, 'grad')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

test('a run tells its layers one after the other, to the same bits however it is sliced', () => {
  const { seed: _, ...seedless } = small;
  const whole = finished({ ...seedless, seeds: '1..2' });
  const run = createRun(recipe({ ...seedless, seeds: '1..2' }));
  const told = [0, 1, 2, 3, 4].map(
    (at) => run.advanceLive(at).filter(({ type }) => type === 'measured').length,
  );
  expect(told).toEqual([1, 1, 1, 1, 1]);
  expect([...run.rest(() => 0)].flat().at(-1)).toMatchObject({ hash: whole.hash });
  expect(finished({ ...small, seed: 6 }).hash).not.toBe(finished(small).hash);
});

test('the measures that it announces are those that it tells', () => {
  for (const change of [{}, { act: 'tanh' }, { act: 'gelu' }, { pass: 'backward' }]) {
    const { kind: _, ...given } = { kind: 'depth', ...change };
    const announced = kinds.depth.prepare(given, {} as never).measures.points;
    const told = new Set(
      finished({ ...small, ...change }).records[0]!.points.flatMap(({ values }) => Object.keys(values)),
    );
    expect(new Set(announced)).toEqual(told);
  }
});

test('claims name a layer by its number', () => {
  const { value } = parseExpression('std@layer3 / std@start');
  const { records } = finished(small);
  const sizes = along(small, 'std');
  expect(evaluate(value!, records)).toEqual([sizes[3]! / sizes[0]!]);
});

test('what does not go together is said', () => {
  const { problems } = parseRecipe({ kind: 'depth', act: 'relu', std: 1 });
  expect(problems.map(({ message }) => message)).toEqual([
    'std: it goes only with init normal / init uniform, and this recipe has init he.',
  ]);
});
