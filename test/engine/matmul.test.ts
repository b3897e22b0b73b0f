import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../src/engine/kernels/kernels.ts';
import { createArena, roundUp } from '../../src/engine/memory.ts';
import { createRandom } from '../../src/engine/random.ts';

const size = fc.integer({ min: 1, max: 70 });

describe('the matrix product', () => {
  test('agrees with float64 in any shape', () => {
    fc.assert(
      fc.property(size, size, size, fc.boolean(), (m, n, k, hasBias) => {
        expect(worst(multiply({ m, n, k, hasBias }))).toBeLessThan(3e-5);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('takes A by columns', () => {
    fc.assert(
      fc.property(size, size, size, (m, n, k) => {
        expect(worst(multiply({ m, n, k, isTurned: true }))).toBeLessThan(3e-5);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test('takes B by rows', () => {
    fc.assert(
      fc.property(size, size, size, (m, n, k) => {
        expect(worst(multiplyTransposed(m, n, k))).toBeLessThan(3e-5);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test('gives a row the same bits whatever other rows there are', () => {
    const many = multiply({ m: 37, n: 19, k: 50 }).product;
    for (const m of [1, 2, 7, 9]) {
      const few = multiply({ m, n: 19, k: 50 }).product;
      expect(few).toEqual(many.slice(0, few.length));
    }
  });
});

type Product = { readonly product: readonly number[]; readonly expected: readonly number[] };

/** C [m, n] of random matrices from the kernels, and from float64. */
function multiply(shape: {
  m: number;
  n: number;
  k: number;
  hasBias?: boolean;
  isTurned?: boolean;
}): Product {
  const { m, n, k, hasBias = false, isTurned = false } = shape;
  const { kernels, arena, fill, panel } = workbench(k);
  const stride = roundUp(n, 4);
  const a = fill(m, k, isTurned ? 1 : k, isTurned ? m : 1);
  const b = fill(k, n, stride, 1);
  const bias = fill(1, n, stride, 1);
  const c = arena.reserve(m * stride * 4);
  const [aRow, aStep] = isTurned ? [4, m * 4] : [k * 4, 4];
  kernels.matmul(
    a.at,
    aRow,
    aStep,
    b.at,
    stride * 4,
    c,
    stride * 4,
    m,
    stride,
    k,
    hasBias ? bias.at : 0,
    panel,
  );
  return {
    product: unpad(arena.floats(c, m * stride), n, stride),
    expected: product(m, n, k, a.value, b.value, (j) => (hasBias ? bias.value(0, j) : 0)),
  };
}

function multiplyTransposed(m: number, n: number, k: number): Product {
  const { kernels, arena, fill, panel } = workbench(k);
  const aStride = roundUp(k, 4);
  const stride = roundUp(n, 4);
  const a = fill(m, k, aStride, 1);
  const b = fill(n, k, aStride, 1, stride);
  const c = arena.reserve(m * stride * 4);
  kernels.matmulTransposed(a.at, aStride * 4, b.at, aStride * 4, c, stride * 4, m, stride, k, panel);
  return {
    product: unpad(arena.floats(c, m * stride), n, stride),
    expected: product(
      m,
      n,
      k,
      a.value,
      (l, j) => b.value(j, l),
      () => 0,
    ),
  };
}

function workbench(k: number) {
  const { kernels, memory } = createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const random = createRandom(k);
  let filled = 0;
  /** A matrix with element (i, j) at `i * row + j * column`, zero in between. */
  function fill(rows: number, columns: number, row: number, column: number, paddedRows = rows) {
    const length = Math.max(paddedRows * row, columns * column, rows * columns);
    const at = arena.reserve(length * 4);
    const values = new Float32Array(length);
    const stream = random.fork(`matrix ${filled++}`);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) values[i * row + j * column] = stream.normal();
    }
    arena.floats(at, length).set(values);
    return { at, value: (i: number, j: number) => values[i * row + j * column]! };
  }
  return { kernels, arena, fill, panel: arena.reserve(roundUp(k, 4) * 32) };
}

function product(
  m: number,
  n: number,
  k: number,
  a: (i: number, l: number) => number,
  b: (l: number, j: number) => number,
  bias: (j: number) => number,
): readonly number[] {
  return Array.from({ length: m * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = bias(j);
    for (let l = 0; l < k; l++) sum += a(i, l) * b(l, j);
    return sum;
  });
}

function unpad(values: Float32Array, columns: number, stride: number): readonly number[] {
  return Array.from(values).filter((_, i) => i % stride < columns);
}

/** Largest distance to float64; sums of up to 70 products of N(0, 1) are some tens in size at most. */
function worst({ product, expected }: Product): number {
  return product.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
}
