import { batchNorm4, batchNormBackward4 } from './batch-norm';

// Normalization: y = scale (x - mean) / sqrt(variance + epsilon) + shift. What differs is over which numbers mean and
// variance are taken. Sums are in float64, in one order; a block is `cells` rows of `width` numbers, strides in floats.

let mean: f64 = 0;
let variance: f64 = 0;

/** Mean and variance (divided by the count) of a block of numbers. */
function measure(x: usize, stride: i32, cells: i32, width: i32): void {
  const count = <f64>cells * <f64>width;
  mean = 0;
  variance = 0;
  for (let cell = 0; cell < cells; cell++)
    for (let i = 0; i < width; i++) mean += <f64>load<f32>(x + ((<usize>(cell * stride + i)) << 2));
  mean /= count;
  for (let cell = 0; cell < cells; cell++)
    for (let i = 0; i < width; i++) {
      const distance = <f64>load<f32>(x + ((<usize>(cell * stride + i)) << 2)) - mean;
      variance += distance * distance;
    }
  variance /= count;
}

/** y = scale (x - mean) / sqrt(variance + epsilon) + shift over a block; scale and shift one for each number of a row. */
function normalize(
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
  scale: usize,
  shift: usize,
  cells: i32,
  width: i32,
  epsilon: f32,
): void {
  const inverse = 1 / Math.sqrt(variance + <f64>epsilon);
  for (let i = 0; i < width; i++) {
    const at = (<usize>i) << 2;
    const factor = <f32>(<f64>load<f32>(scale + at) * inverse);
    const middle = <f32>mean;
    const offset = load<f32>(shift + at);
    for (let cell = 0; cell < cells; cell++) {
      const value = load<f32>(x + ((<usize>(cell * xStride)) << 2) + at);
      store<f32>(y + ((<usize>(cell * yStride)) << 2) + at, (value - middle) * factor + offset);
    }
  }
}

/**
 * Adds to dscale and dshift the slopes of a block that was normalized by `mean` and `variance`, and writes
 * dx = inverse (g - mean g - h mean(g h)) with g = scale dy and h the normalized x; dx is left out where it is 0.
 */
function normalizeBackward(
  x: usize,
  xStride: i32,
  dy: usize,
  yStride: i32,
  dx: usize,
  scale: usize,
  dscale: usize,
  dshift: usize,
  cells: i32,
  width: i32,
  epsilon: f32,
): void {
  const inverse = 1 / Math.sqrt(variance + <f64>epsilon);
  let sum: f64 = 0;
  let product: f64 = 0;
  for (let i = 0; i < width; i++) {
    const at = (<usize>i) << 2;
    let own: f64 = 0;
    let ownProduct: f64 = 0;
    for (let cell = 0; cell < cells; cell++) {
      const slope = <f64>load<f32>(dy + ((<usize>(cell * yStride)) << 2) + at);
      own += slope;
      ownProduct += slope * (<f64>load<f32>(x + ((<usize>(cell * xStride)) << 2) + at) - mean) * inverse;
    }
    store<f32>(dscale + at, <f32>(<f64>load<f32>(dscale + at) + ownProduct));
    store<f32>(dshift + at, <f32>(<f64>load<f32>(dshift + at) + own));
    sum += <f64>load<f32>(scale + at) * own;
    product += <f64>load<f32>(scale + at) * ownProduct;
  }
  if (!dx) return;
  const count = <f64>cells * <f64>width;
  sum /= count;
  product /= count;
  for (let cell = 0; cell < cells; cell++)
    for (let i = 0; i < width; i++) {
      const at = (<usize>i) << 2;
      const g = <f64>load<f32>(scale + at) * <f64>load<f32>(dy + ((<usize>(cell * yStride)) << 2) + at);
      const h = (<f64>load<f32>(x + ((<usize>(cell * xStride)) << 2) + at) - mean) * inverse;
      store<f32>(dx + ((<usize>(cell * xStride)) << 2) + at, <f32>(inverse * (g - sum - h * product)));
    }
}

/**
 * Over the batch, each channel by itself, four at a time where there are four. `running` moves the kept mean and variance (unbiased) by `momentum` towards those
 * of the batch; 0 leaves them as they are, and less than 0 takes them in place of the batch's.
 */
export function batchNorm(
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
  scale: usize,
  shift: usize,
  keptMean: usize,
  keptVariance: usize,
  cells: i32,
  width: i32,
  epsilon: f32,
  momentum: f32,
): void {
  let i = 0;
  for (; i + 4 <= width; i += 4) {
    const at = (<usize>i) << 2;
    const xCell = (<usize>xStride) << 2;
    const yCell = (<usize>yStride) << 2;
    batchNorm4(
      x + at,
      xCell,
      y + at,
      yCell,
      scale + at,
      shift + at,
      keptMean + at,
      keptVariance + at,
      cells,
      epsilon,
      momentum,
    );
  }
  for (; i < width; i++) {
    const at = (<usize>i) << 2;
    if (momentum < 0) {
      mean = <f64>load<f32>(keptMean + at);
      variance = <f64>load<f32>(keptVariance + at);
    } else measure(x + at, xStride, cells, 1);
    normalize(x + at, xStride, y + at, yStride, scale + at, shift + at, cells, 1, epsilon);
    // One number alone has no spread that could be kept.
    if (momentum > 0 && cells > 1) {
      const unbiased = (variance * <f64>cells) / <f64>(cells - 1);
      moveTowards(keptMean + at, mean, momentum);
      moveTowards(keptVariance + at, unbiased, momentum);
    }
  }
}

function moveTowards(kept: usize, value: f64, momentum: f32): void {
  const before = <f64>load<f32>(kept);
  store<f32>(kept, <f32>(before + <f64>momentum * (value - before)));
}

export function batchNormBackward(
  x: usize,
  xStride: i32,
  dy: usize,
  yStride: i32,
  dx: usize,
  scale: usize,
  dscale: usize,
  dshift: usize,
  cells: i32,
  width: i32,
  epsilon: f32,
): void {
  let i = 0;
  for (; i + 4 <= width; i += 4) {
    const at = (<usize>i) << 2;
    const own = dx ? dx + at : 0;
    const xCell = (<usize>xStride) << 2;
    const yCell = (<usize>yStride) << 2;
    batchNormBackward4(
      x + at,
      xCell,
      dy + at,
      yCell,
      own,
      scale + at,
      dscale + at,
      dshift + at,
      cells,
      epsilon,
    );
  }
  for (; i < width; i++) {
    const at = (<usize>i) << 2;
    store<f32>(dscale + at, 0);
    store<f32>(dshift + at, 0);
    measure(x + at, xStride, cells, 1);
    const own = dx ? dx + at : 0;
    normalizeBackward(
      x + at,
      xStride,
      dy + at,
      yStride,
      own,
      scale + at,
      dscale + at,
      dshift + at,
      cells,
      1,
      epsilon,
    );
  }
}

/** Over each row by itself, `groups` of its channels apart, with all cells of the row. */
export function groupNorm(
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
  scale: usize,
  shift: usize,
  rows: i32,
  cells: i32,
  width: i32,
  groups: i32,
  epsilon: f32,
): void {
  const size = width / groups;
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      const at = (<usize>(group * size)) << 2;
      measure(x + at, xStride, cells, size);
      normalize(x + at, xStride, y + at, yStride, scale + at, shift + at, cells, size, epsilon);
    }
    x += (<usize>(cells * xStride)) << 2;
    y += (<usize>(cells * yStride)) << 2;
  }
}

export function groupNormBackward(
  x: usize,
  xStride: i32,
  dy: usize,
  yStride: i32,
  dx: usize,
  scale: usize,
  dscale: usize,
  dshift: usize,
  rows: i32,
  cells: i32,
  width: i32,
  groups: i32,
  epsilon: f32,
): void {
  const size = width / groups;
  memory.fill(dscale, 0, (<usize>width) << 2);
  memory.fill(dshift, 0, (<usize>width) << 2);
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      const at = (<usize>(group * size)) << 2;
      const own = dx ? dx + at : 0;
      measure(x + at, xStride, cells, size);
      normalizeBackward(
        x + at,
        xStride,
        dy + at,
        yStride,
        own,
        scale + at,
        dscale + at,
        dshift + at,
        cells,
        size,
        epsilon,
      );
    }
    x += (<usize>(cells * xStride)) << 2;
    dy += (<usize>(cells * yStride)) << 2;
    if (dx) dx += (<usize>(cells * xStride)) << 2;
  }
}
