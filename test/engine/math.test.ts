import { describe, expect, test } from 'vitest';
import { cos, erf, erfc, exp, log, pow, sin, tanh } from '../../src/engine/math.ts';
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

// erf and erfc from Python's math module, which has them from the C library.
const areas: readonly [x: number, erf: number, erfc: number][] = [
  [1e-10, 1.1283791670955126e-10, 0.999999999887162],
  [0.01, 0.011283415555849616, 0.9887165844441503],
  [0.2, 0.22270258921047847, 0.7772974107895215],
  [0.3, 0.3286267594591274, 0.6713732405408726],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [0.84, 0.7651427114549946, 0.23485728854500548],
  [0.85, 0.7706680576083526, 0.2293319423916475],
  [1.0, 0.8427007929497149, 0.15729920705028513],
  [1.24, 0.9205051842990297, 0.07949481570097033],
  [1.26, 0.9252359418101295, 0.0747640581898705],
  [1.7, 0.9837904585907745, 0.016209541409225436],
  [2.2, 0.9981371537020182, 0.0018628462979818894],
  [2.85, 0.9999443437200386, 5.5656279961398957e-5],
  [2.86, 0.9999475988269556, 5.240117304439781e-5],
  [3.5, 0.9999992569016276, 7.430983723414128e-7],
  [4.4, 0.999999999510829, 4.891710270605872e-10],
  [5.9, 0.9999999999999999, 7.190409783550478e-17],
  [6.1, 1.0, 6.314602150193718e-18],
  [9.3, 1.0, 1.6532441840301348e-39],
  [20.0, 1.0, 5.3958656116079005e-176],
];

test.each(areas)(
  'erf and erfc of %d agree with those of C to about 2 units in the last place',
  (x, area, rest) => {
    expect(Math.abs(erf(x) - area)).toBeLessThanOrEqual(5e-16 * Math.abs(area));
    expect(Math.abs(erfc(x) - rest)).toBeLessThanOrEqual(5e-16 * rest);
    expect(erf(-x)).toBe(-erf(x));
  },
);

test('erf and erfc end where they belong', () => {
  expect([erf(Infinity), erf(-Infinity), erf(0), erf(Number.NaN)]).toEqual([1, -1, 0, Number.NaN]);
  expect([erfc(Infinity), erfc(-Infinity), erfc(0), erfc(Number.NaN)]).toEqual([0, 2, 1, Number.NaN]);
});
