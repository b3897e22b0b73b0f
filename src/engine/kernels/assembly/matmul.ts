// C = A B + bias in tiles of 4 rows by 8 columns, held in registers over all of k. Every element is summed in the
// order of k, whatever the tile it falls into: the shape of a batch never changes the bits of a row.

/** From this length on, eight columns of B are copied together before use: its rows lie too far apart for the cache. */
const LONG: i32 = 32;

/**
 * C [m, n] = A [m, k] B [k, n] + bias [n]. `aRow` and `aStep` are the bytes from one row and one column of A to the
 * next, so that a transposed A costs nothing; n is a multiple of 4; no bias where it is 0.
 */
export function matmul(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
  bias: usize,
  panel: usize,
): void {
  const isPacked = k >= LONG && m >= 8;
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    const at = (<usize>j) << 2;
    if (isPacked) copyPanel(b + at, bRow, panel, k);
    const columns = isPacked ? panel : b + at;
    const step = isPacked ? <usize>32 : bRow;
    rows8(a, aRow, aStep, columns, step, c + at, cRow, m, k, bias ? bias + at : 0);
  }
  if (j < n)
    rows4(
      a,
      aRow,
      aStep,
      b + ((<usize>j) << 2),
      bRow,
      c + ((<usize>j) << 2),
      cRow,
      m,
      k,
      bias ? bias + ((<usize>j) << 2) : 0,
    );
}

/** C [m, n] = A [m, k] B^T for B [n, k]; n is a multiple of 4. Eight rows of B are turned into columns in `panel`. */
export function matmulTransposed(
  a: usize,
  aRow: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
  panel: usize,
): void {
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    turnPanel(b + <usize>j * bRow, bRow, panel, k, 32);
    turnPanel(b + <usize>(j + 4) * bRow, bRow, panel + 16, k, 32);
    rows8(a, aRow, 4, panel, 32, c + ((<usize>j) << 2), cRow, m, k, 0);
  }
  if (j < n) {
    turnPanel(b + <usize>j * bRow, bRow, panel, k, 16);
    rows4(a, aRow, 4, panel, 16, c + ((<usize>j) << 2), cRow, m, k, 0);
  }
}

function copyPanel(b: usize, bRow: usize, panel: usize, k: i32): void {
  for (let l = 0; l < k; l++) {
    v128.store(panel, v128.load(b));
    v128.store(panel, v128.load(b, 16), 16);
    panel += 32;
    b += bRow;
  }
}

/** Writes four rows of B as columns, `step` bytes apart; k is rounded up to whole vectors, where B is padded. */
function turnPanel(b: usize, bRow: usize, panel: usize, k: i32, step: usize): void {
  for (let l = 0; l < k; l += 4) {
    const r0 = v128.load(b);
    const r1 = v128.load(b + bRow);
    const r2 = v128.load(b + bRow * 2);
    const r3 = v128.load(b + bRow * 3);
    const low01 = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
    const high01 = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
    const low23 = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
    const high23 = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
    v128.store(panel, i32x4.shuffle(low01, low23, 0, 1, 4, 5));
    v128.store(panel + step, i32x4.shuffle(low01, low23, 2, 3, 6, 7));
    v128.store(panel + step * 2, i32x4.shuffle(high01, high23, 0, 1, 4, 5));
    v128.store(panel + step * 3, i32x4.shuffle(high01, high23, 2, 3, 6, 7));
    b += 16;
    panel += step * 4;
  }
}

/** Eight columns of C. */
function rows8(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  k: i32,
  bias: usize,
): void {
  const first = bias ? v128.load(bias) : f32x4.splat(0);
  const second = bias ? v128.load(bias, 16) : f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let s00 = first,
      s01 = second,
      s10 = first,
      s11 = second,
      s20 = first,
      s21 = second,
      s30 = first,
      s31 = second;
    let p0 = a,
      p1 = a + aRow,
      p2 = a + aRow * 2,
      p3 = a + aRow * 3,
      q = b;
    for (let l = 0; l < k; l++) {
      const b0 = v128.load(q);
      const b1 = v128.load(q, 16);
      let x = v128.load32_splat(p0);
      s00 = f32x4.add(s00, f32x4.mul(x, b0));
      s01 = f32x4.add(s01, f32x4.mul(x, b1));
      x = v128.load32_splat(p1);
      s10 = f32x4.add(s10, f32x4.mul(x, b0));
      s11 = f32x4.add(s11, f32x4.mul(x, b1));
      x = v128.load32_splat(p2);
      s20 = f32x4.add(s20, f32x4.mul(x, b0));
      s21 = f32x4.add(s21, f32x4.mul(x, b1));
      x = v128.load32_splat(p3);
      s30 = f32x4.add(s30, f32x4.mul(x, b0));
      s31 = f32x4.add(s31, f32x4.mul(x, b1));
      p0 += aStep;
      p1 += aStep;
      p2 += aStep;
      p3 += aStep;
      q += bRow;
    }
    v128.store(c, s00);
    v128.store(c, s01, 16);
    v128.store(c + cRow, s10);
    v128.store(c + cRow, s11, 16);
    v128.store(c + cRow * 2, s20);
    v128.store(c + cRow * 2, s21, 16);
    v128.store(c + cRow * 3, s30);
    v128.store(c + cRow * 3, s31, 16);
    a += aRow * 4;
    c += cRow * 4;
  }
  for (; i < m; i++) {
    let s0 = first,
      s1 = second,
      p = a,
      q = b;
    for (let l = 0; l < k; l++) {
      const x = v128.load32_splat(p);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(q)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(q, 16)));
      p += aStep;
      q += bRow;
    }
    v128.store(c, s0);
    v128.store(c, s1, 16);
    a += aRow;
    c += cRow;
  }
}

/** The last four columns of C. */
function rows4(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  k: i32,
  bias: usize,
): void {
  const first = bias ? v128.load(bias) : f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let s0 = first,
      s1 = first,
      s2 = first,
      s3 = first;
    let p0 = a,
      p1 = a + aRow,
      p2 = a + aRow * 2,
      p3 = a + aRow * 3,
      q = b;
    for (let l = 0; l < k; l++) {
      const b0 = v128.load(q);
      s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(p0), b0));
      s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(p1), b0));
      s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(p2), b0));
      s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(p3), b0));
      p0 += aStep;
      p1 += aStep;
      p2 += aStep;
      p3 += aStep;
      q += bRow;
    }
    v128.store(c, s0);
    v128.store(c + cRow, s1);
    v128.store(c + cRow * 2, s2);
    v128.store(c + cRow * 3, s3);
    a += aRow * 4;
    c += cRow * 4;
  }
  for (; i < m; i++) {
    let sum = first,
      p = a,
      q = b;
    for (let l = 0; l < k; l++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(p), v128.load(q)));
      p += aStep;
      q += bRow;
    }
    v128.store(c, sum);
    a += aRow;
    c += cRow;
  }
}
