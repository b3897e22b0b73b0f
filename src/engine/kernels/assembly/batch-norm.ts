// Batch norm of four neighbouring channels at a time. Each channel keeps a lane of float64 to itself and is summed in the
// order of the cells, so that it has the bits it would have alone (norms.ts has the channels that are left over).

/** Mean and variance of channels 0 and 1, and of 2 and 3. */
let mean01: v128 = f64x2.splat(0);
let mean23: v128 = f64x2.splat(0);
let variance01: v128 = f64x2.splat(0);
let variance23: v128 = f64x2.splat(0);

function low(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

function high(x: v128): v128 {
  return f64x2.promote_low_f32x4(i32x4.shuffle(x, x, 2, 3, 0, 1));
}

function narrow(first: v128, second: v128): v128 {
  return i32x4.shuffle(f32x4.demote_f64x2_zero(first), f32x4.demote_f64x2_zero(second), 0, 1, 4, 5);
}

function measure4(x: usize, xCell: usize, cells: i32): void {
  const count = f64x2.splat(<f64>cells);
  let sum01 = f64x2.splat(0);
  let sum23 = f64x2.splat(0);
  let at = x;
  for (let cell = 0; cell < cells; cell++) {
    const value = v128.load(at);
    sum01 = f64x2.add(sum01, low(value));
    sum23 = f64x2.add(sum23, high(value));
    at += xCell;
  }
  mean01 = f64x2.div(sum01, count);
  mean23 = f64x2.div(sum23, count);
  const middle01 = mean01;
  const middle23 = mean23;
  sum01 = f64x2.splat(0);
  sum23 = f64x2.splat(0);
  at = x;
  for (let cell = 0; cell < cells; cell++) {
    const value = v128.load(at);
    const distance01 = f64x2.sub(low(value), middle01);
    const distance23 = f64x2.sub(high(value), middle23);
    sum01 = f64x2.add(sum01, f64x2.mul(distance01, distance01));
    sum23 = f64x2.add(sum23, f64x2.mul(distance23, distance23));
    at += xCell;
  }
  variance01 = f64x2.div(sum01, count);
  variance23 = f64x2.div(sum23, count);
}

/** 1 / sqrt(variance + epsilon) */
function inverse(variance: v128, epsilon: f32): v128 {
  return f64x2.div(f64x2.splat(1), f64x2.sqrt(f64x2.add(variance, f64x2.splat(<f64>epsilon))));
}

/** As batchNorm of norms.ts, for the four channels at these addresses; `xCell`, `yCell`: bytes from cell to cell. */
export function batchNorm4(
  x: usize,
  xCell: usize,
  y: usize,
  yCell: usize,
  scale: usize,
  shift: usize,
  keptMean: usize,
  keptVariance: usize,
  cells: i32,
  epsilon: f32,
  momentum: f32,
): void {
  if (momentum < 0) {
    const kept = v128.load(keptMean);
    const spread = v128.load(keptVariance);
    mean01 = low(kept);
    mean23 = high(kept);
    variance01 = low(spread);
    variance23 = high(spread);
  } else measure4(x, xCell, cells);
  const own = v128.load(scale);
  const factor = narrow(
    f64x2.mul(low(own), inverse(variance01, epsilon)),
    f64x2.mul(high(own), inverse(variance23, epsilon)),
  );
  const middle = narrow(mean01, mean23);
  const offset = v128.load(shift);
  for (let cell = 0; cell < cells; cell++) {
    const value = f32x4.mul(f32x4.sub(v128.load(x), middle), factor);
    v128.store(y, f32x4.add(value, offset));
    x += xCell;
    y += yCell;
  }
  // One number alone has no spread that could be kept.
  if (momentum > 0 && cells > 1) {
    const all = f64x2.splat(<f64>cells);
    const others = f64x2.splat(<f64>(cells - 1));
    moveTowards(keptMean, mean01, mean23, momentum);
    const spread01 = f64x2.div(f64x2.mul(variance01, all), others);
    const spread23 = f64x2.div(f64x2.mul(variance23, all), others);
    moveTowards(keptVariance, spread01, spread23, momentum);
  }
}

function moveTowards(kept: usize, value01: v128, value23: v128, momentum: f32): void {
  const before = v128.load(kept);
  const share = f64x2.splat(<f64>momentum);
  const after01 = f64x2.add(low(before), f64x2.mul(share, f64x2.sub(value01, low(before))));
  const after23 = f64x2.add(high(before), f64x2.mul(share, f64x2.sub(value23, high(before))));
  v128.store(kept, narrow(after01, after23));
}

/** As batchNormBackward of norms.ts, for the four channels at these addresses. */
export function batchNormBackward4(
  x: usize,
  xCell: usize,
  dy: usize,
  yCell: usize,
  dx: usize,
  scale: usize,
  dscale: usize,
  dshift: usize,
  cells: i32,
  epsilon: f32,
): void {
  measure4(x, xCell, cells);
  const middle01 = mean01;
  const middle23 = mean23;
  const inverse01 = inverse(variance01, epsilon);
  const inverse23 = inverse(variance23, epsilon);
  let sum01 = f64x2.splat(0);
  let sum23 = f64x2.splat(0);
  let product01 = f64x2.splat(0);
  let product23 = f64x2.splat(0);
  let from = x;
  let slopes = dy;
  for (let cell = 0; cell < cells; cell++) {
    const value = v128.load(from);
    const slope = v128.load(slopes);
    sum01 = f64x2.add(sum01, low(slope));
    sum23 = f64x2.add(sum23, high(slope));
    const distance01 = f64x2.mul(low(slope), f64x2.sub(low(value), middle01));
    const distance23 = f64x2.mul(high(slope), f64x2.sub(high(value), middle23));
    product01 = f64x2.add(product01, f64x2.mul(distance01, inverse01));
    product23 = f64x2.add(product23, f64x2.mul(distance23, inverse23));
    from += xCell;
    slopes += yCell;
  }
  v128.store(dscale, narrow(product01, product23));
  v128.store(dshift, narrow(sum01, sum23));
  if (!dx) return;
  const own = v128.load(scale);
  const own01 = low(own);
  const own23 = high(own);
  const count = f64x2.splat(<f64>cells);
  sum01 = f64x2.div(f64x2.mul(own01, sum01), count);
  sum23 = f64x2.div(f64x2.mul(own23, sum23), count);
  product01 = f64x2.div(f64x2.mul(own01, product01), count);
  product23 = f64x2.div(f64x2.mul(own23, product23), count);
  for (let cell = 0; cell < cells; cell++) {
    const value = v128.load(x);
    const slope = v128.load(dy);
    const h01 = f64x2.mul(f64x2.sub(low(value), middle01), inverse01);
    const h23 = f64x2.mul(f64x2.sub(high(value), middle23), inverse23);
    const g01 = f64x2.sub(f64x2.sub(f64x2.mul(own01, low(slope)), sum01), f64x2.mul(h01, product01));
    const g23 = f64x2.sub(f64x2.sub(f64x2.mul(own23, high(slope)), sum23), f64x2.mul(h23, product23));
    v128.store(dx, narrow(f64x2.mul(inverse01, g01), f64x2.mul(inverse23, g23)));
    x += xCell;
    dy += yCell;
    dx += xCell;
  }
}
