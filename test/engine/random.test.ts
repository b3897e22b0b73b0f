import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, type Random, xoshiro128 } from '../../src/engine/random.ts';

describe('a stream of random numbers', () => {
  test('repeats under its seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        expect(uniforms(createRandom(seed), 20)).toEqual(uniforms(createRandom(seed), 20));
      }),
    );
  });

  test('comes from xoshiro128**: the values of its authors for the state 1, 2, 3, 4', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('goes on by itself in a copy, which forks as it does', () => {
    const stream = createRandom(4);
    uniforms(stream, 7);
    const copy = stream.copy();
    const ahead = uniforms(copy, 5);
    expect(uniforms(stream, 5)).toEqual(ahead);
    expect(uniforms(copy.fork('a'), 3)).toEqual(uniforms(stream.fork('a'), 3));
  });

  test('gives these numbers on every machine', () => {
    expect(uniforms(createRandom(7), 3)).toMatchInlineSnapshot(`
      [
        0.4199263220153189,
        0.3772790120442603,
        0.5332771287322298,
      ]
    `);
    expect(normals(createRandom(7), 3)).toMatchInlineSnapshot(`
      [
        -0.7484616057553414,
        -1.1065610874959866,
        -1.8860555110763777,
      ]
    `);
  });

  test('differs between neighbouring seeds from the first number on', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).uniform());
    expect(new Set(firsts).size).toBe(1000);
    expect(
      chiSquare(
        firsts.map((value) => Math.floor(value * 10)),
        10,
      ),
    ).toBeLessThan(30);
  });

  test('is even: chi square over 100 cells', () => {
    // 99 degrees of freedom: above 149 once in a thousand.
    const cells = uniforms(createRandom(1), 100_000).map((value) => Math.floor(value * 100));
    expect(chiSquare(cells, 100)).toBeLessThan(149);
  });

  test('shows no tie between a number and the next', () => {
    const values = uniforms(createRandom(2), 100_000);
    const tie = values.slice(1).reduce((sum, value, i) => sum + (value - 0.5) * (values[i]! - 0.5), 0);
    expect(Math.abs((12 * tie) / values.length)).toBeLessThan(0.015);
  });

  test('is normal: moments, and the share within one and two deviations', () => {
    const values = normals(createRandom(3), 200_000);
    const moment = (power: number) => values.reduce((sum, x) => sum + x ** power, 0) / values.length;
    expect(moment(1)).toBeCloseTo(0, 1.5);
    expect(moment(2)).toBeCloseTo(1, 1.5);
    expect(Math.abs(moment(3))).toBeLessThan(0.03);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
    expect(share(values, 1)).toBeCloseTo(0.6827, 2);
    expect(share(values, 2)).toBeCloseTo(0.9545, 2);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('whole numbers', () => {
  test('stay below their limit, and reach all of it evenly', () => {
    const random = createRandom(4);
    const draws = Array.from({ length: 70_000 }, () => random.integer(7));
    // 6 degrees of freedom: above 22.5 once in a thousand.
    expect(chiSquare(draws, 7)).toBeLessThan(22.5);
  });

  test('are unbiased where the limit does not divide the range', () => {
    const random = createRandom(5);
    const limit = 3 * 2 ** 30;
    const low = Array.from({ length: 30_000 }, () => random.integer(limit)).filter((x) => x < limit / 3);
    // Taking the remainder alone would give one half.
    expect(low.length / 30_000).toBeCloseTo(1 / 3, 1.7);
  });
});

describe('shuffling', () => {
  test('keeps every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0 }), (length, seed) => {
        const order = Int32Array.from({ length }, (_, i) => i);
        createRandom(seed).shuffle(order);
        expect(order.toSorted()).toEqual(Int32Array.from({ length }, (_, i) => i));
      }),
    );
  });

  test('brings all orders of three about equally often', () => {
    const random = createRandom(6);
    const orders = Array.from({ length: 12_000 }, () => {
      const order = Int32Array.of(0, 1, 2);
      random.shuffle(order);
      return ['0,1,2', '0,2,1', '1,0,2', '1,2,0', '2,0,1', '2,1,0'].indexOf(order.join());
    });
    // 5 degrees of freedom: above 20.5 once in a thousand.
    expect(chiSquare(orders, 6)).toBeLessThan(20.5);
  });
});

describe('a fork', () => {
  test('is the same for the same label however far its parent has gone, and does not move it', () => {
    const parent = createRandom(8);
    const early = uniforms(parent.fork('weights'), 5);
    expect(parent.uniform()).toBe(createRandom(8).uniform());
    expect(uniforms(parent.fork('weights'), 5)).toEqual(early);
  });

  test('differs by label, by order of labels and from its parent', () => {
    const random = createRandom(9);
    const streams = [
      ...[random, random.fork('a'), random.fork('b'), random.fork('ab'), random.fork('')],
      ...[random.fork('a').fork('b'), random.fork('b').fork('a'), createRandom(10).fork('a')],
    ];
    expect(new Set(streams.map((stream) => stream.uniform())).size).toBe(streams.length);
  });

  test('goes its own way: no tie with its parent or its sister', () => {
    const random = createRandom(11);
    const [own, first, second] = [random, random.fork('1'), random.fork('2')].map((each) =>
      normals(each, 50_000),
    );
    for (const [x, y] of [[own!, first!] as const, [first!, second!] as const]) {
      expect(Math.abs(x.reduce((sum, value, i) => sum + value * y[i]!, 0) / x.length)).toBeLessThan(0.02);
    }
  });
});

function uniforms(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.uniform());
}

function normals(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.normal());
}

function chiSquare(draws: readonly number[], cells: number): number {
  const counts = new Array<number>(cells).fill(0);
  for (const draw of draws) counts[draw]!++;
  const expected = draws.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function share(values: readonly number[], within: number): number {
  return values.filter((value) => Math.abs(value) < within).length / values.length;
}
