// The inner loops of a convolution: tiles held in registers over a whole sum, as in matmul.ts.

/** Address of the canvas under a pixel's window; pixels beyond the last repeat it, and write the same numbers again. */
function under(canvas: usize, offsets: usize, pixel: i32, last: i32): usize {
  return canvas + <usize>load<i32>(offsets + ((<usize>min(pixel, last)) << 2));
}

/** Eight units of every pixel. `weights`: [window run, 8]; the rows of a window lie `line` bytes apart, each `run` numbers long. */
export function windows8(
  canvas: usize,
  offsets: usize,
  pixels: i32,
  window: i32,
  run: i32,
  line: usize,
  weights: usize,
  bias: usize,
  y: usize,
  yPixel: usize,
): void {
  const first = bias ? v128.load(bias) : f32x4.splat(0);
  const second = bias ? v128.load(bias, 16) : f32x4.splat(0);
  const down = line - ((<usize>run) << 2);
  for (let i = 0; i < pixels; i += 4) {
    let s00 = first,
      s01 = second,
      s10 = first,
      s11 = second,
      s20 = first,
      s21 = second,
      s30 = first,
      s31 = second;
    let p0 = under(canvas, offsets, i, pixels - 1),
      p1 = under(canvas, offsets, i + 1, pixels - 1),
      p2 = under(canvas, offsets, i + 2, pixels - 1),
      p3 = under(canvas, offsets, i + 3, pixels - 1),
      q = weights;
    for (let u = 0; u < window; u++) {
      for (let l = 0; l < run; l++) {
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
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
        q += 32;
      }
      p0 += down;
      p1 += down;
      p2 += down;
      p3 += down;
    }
    const last = pixels - 1 - i;
    const r1 = y + <usize>min(1, last) * yPixel;
    const r2 = y + <usize>min(2, last) * yPixel;
    const r3 = y + <usize>min(3, last) * yPixel;
    v128.store(y, s00);
    v128.store(y, s01, 16);
    v128.store(r1, s10);
    v128.store(r1, s11, 16);
    v128.store(r2, s20);
    v128.store(r2, s21, 16);
    v128.store(r3, s30);
    v128.store(r3, s31, 16);
    y += yPixel * 4;
  }
}

/** The last four units of every pixel. */
export function windows4(
  canvas: usize,
  offsets: usize,
  pixels: i32,
  window: i32,
  run: i32,
  line: usize,
  weights: usize,
  bias: usize,
  y: usize,
  yPixel: usize,
): void {
  const first = bias ? v128.load(bias) : f32x4.splat(0);
  const down = line - ((<usize>run) << 2);
  for (let i = 0; i < pixels; i += 4) {
    let s0 = first,
      s1 = first,
      s2 = first,
      s3 = first;
    let p0 = under(canvas, offsets, i, pixels - 1),
      p1 = under(canvas, offsets, i + 1, pixels - 1),
      p2 = under(canvas, offsets, i + 2, pixels - 1),
      p3 = under(canvas, offsets, i + 3, pixels - 1),
      q = weights;
    for (let u = 0; u < window; u++) {
      for (let l = 0; l < run; l++) {
        const b = v128.load(q);
        s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(p0), b));
        s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(p1), b));
        s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(p2), b));
        s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(p3), b));
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
        q += 16;
      }
      p0 += down;
      p1 += down;
      p2 += down;
      p3 += down;
    }
    const last = pixels - 1 - i;
    v128.store(y, s0);
    v128.store(y + <usize>min(1, last) * yPixel, s1);
    v128.store(y + <usize>min(2, last) * yPixel, s2);
    v128.store(y + <usize>min(3, last) * yPixel, s3);
    y += yPixel * 4;
  }
}

/** Adds to `taken` rows of dw, of four, x dy over all pixels: eight units of each. `xLine`, `xPixel`: bytes between windows. */
export function addOuter8(
  x: usize,
  xLine: usize,
  xPixel: usize,
  dy: usize,
  yPixel: usize,
  height: i32,
  columns: i32,
  dw: usize,
  wRow: usize,
  taken: i32,
): void {
  // Rows beyond those taken repeat the last: they are summed for nothing and not stored.
  const w1 = dw + <usize>min(1, taken - 1) * wRow;
  const w2 = dw + <usize>min(2, taken - 1) * wRow;
  const w3 = dw + <usize>min(3, taken - 1) * wRow;
  let s00 = v128.load(dw),
    s01 = v128.load(dw, 16),
    s10 = v128.load(w1),
    s11 = v128.load(w1, 16),
    s20 = v128.load(w2),
    s21 = v128.load(w2, 16),
    s30 = v128.load(w3),
    s31 = v128.load(w3, 16);
  for (let i = 0; i < height; i++) {
    let p = x;
    for (let j = 0; j < columns; j++) {
      const b0 = v128.load(dy);
      const b1 = v128.load(dy, 16);
      let a = v128.load32_splat(p);
      s00 = f32x4.add(s00, f32x4.mul(a, b0));
      s01 = f32x4.add(s01, f32x4.mul(a, b1));
      a = v128.load32_splat(p, 4);
      s10 = f32x4.add(s10, f32x4.mul(a, b0));
      s11 = f32x4.add(s11, f32x4.mul(a, b1));
      a = v128.load32_splat(p, 8);
      s20 = f32x4.add(s20, f32x4.mul(a, b0));
      s21 = f32x4.add(s21, f32x4.mul(a, b1));
      a = v128.load32_splat(p, 12);
      s30 = f32x4.add(s30, f32x4.mul(a, b0));
      s31 = f32x4.add(s31, f32x4.mul(a, b1));
      p += xPixel;
      dy += yPixel;
    }
    x += xLine;
  }
  v128.store(dw, s00);
  v128.store(dw, s01, 16);
  if (taken > 1) {
    v128.store(w1, s10);
    v128.store(w1, s11, 16);
  }
  if (taken > 2) {
    v128.store(w2, s20);
    v128.store(w2, s21, 16);
  }
  if (taken > 3) {
    v128.store(w3, s30);
    v128.store(w3, s31, 16);
  }
}

/** The last four units. */
export function addOuter4(
  x: usize,
  xLine: usize,
  xPixel: usize,
  dy: usize,
  yPixel: usize,
  height: i32,
  columns: i32,
  dw: usize,
  wRow: usize,
  taken: i32,
): void {
  const w1 = dw + <usize>min(1, taken - 1) * wRow;
  const w2 = dw + <usize>min(2, taken - 1) * wRow;
  const w3 = dw + <usize>min(3, taken - 1) * wRow;
  let s0 = v128.load(dw),
    s1 = v128.load(w1),
    s2 = v128.load(w2),
    s3 = v128.load(w3);
  for (let i = 0; i < height; i++) {
    let p = x;
    for (let j = 0; j < columns; j++) {
      const b = v128.load(dy);
      s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(p), b));
      s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(p, 4), b));
      s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(p, 8), b));
      s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(p, 12), b));
      p += xPixel;
      dy += yPixel;
    }
    x += xLine;
  }
  v128.store(dw, s0);
  if (taken > 1) v128.store(w1, s1);
  if (taken > 2) v128.store(w2, s2);
  if (taken > 3) v128.store(w3, s3);
}
