import { describe, expect, test } from 'vitest';
import { cos, exp, log, pow, sin, tanh } from '../../src/engine/math.ts';
import { createRandom } from '../../src/engine/random.ts';

const functions = { exp, log, sin, cos, tanh };

describe.each(Object.entries(functions))('%s', (key, own) => {
  const name = key as keyof typeof functions;

  test('agrees with the host to about 2 units in the last place', () => {
    const random = createRandom(1);
    for (let i = 0; i < 20_000; i++) {
      const size = 20 * random.uniform();
      const x = name === 'log' || random.uniform() < 0.5 ? size : -size;
      const [mine, host] = [own(x), Math[name](x)];
      expect(Math.abs(mine - host), `${name}(${x})`).toBeLessThanOrEqual(5e-16 * Math.abs(host));
    }
  });
});

test('pow agrees with the host to about 2 units in the last place', () => {
  const random = createRandom(2);
  for (let i = 0; i < 20_000; i++) {
    const [x, y] = [0.05 + 3 * random.uniform(), 200 * (random.uniform() - 0.5)];
    expect(Math.abs(pow(x, y) - x ** y)).toBeLessThanOrEqual(5e-16 * x ** y);
  }
});

test('the ends of the range are where they belong', () => {
  expect(exp(-Infinity)).toBe(0);
  expect(exp(Infinity)).toBe(Infinity);
  expect(log(0)).toBe(-Infinity);
  expect(log(-1)).toBeNaN();
  expect(tanh(Infinity)).toBe(1);
  expect(pow(0, 0)).toBe(1);
  expect(sin(Number.NaN)).toBeNaN();
});
