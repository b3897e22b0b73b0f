import { exp4, log1p4, sigmoid4 } from './vector-math';

// The codes are those of src/engine/losses.ts.
const MSE: i32 = 0;
const BCE: i32 = 1;
const CE: i32 = 2;

/**
 * Adds the loss of every row to `sum`, and writes the slope of their mean in the outputs, 0 into the padding.
 * y, dy: [rows, stride]; targets: [rows, targetWidth]
 */
export function addLosses(
  sum: f64,
  code: i32,
  y: usize,
  targets: usize,
  dy: usize,
  rows: i32,
  outputs: i32,
  stride: i32,
  targetWidth: i32,
): f64 {
  const width = (<usize>stride) << 2;
  const share = <f32>(1.0 / <f64>rows);
  for (let row = 0; row < rows; row++) {
    if (code == MSE) sum += squares(y, targets, dy, outputs, share);
    else if (code == BCE) sum += binaryEntropy(y, targets, dy, outputs, share);
    else if (code == CE) sum += entropy(y, <i32>load<f32>(targets), dy, outputs, width, share);
    else unreachable();
    for (let i = outputs; i < stride; i++) store<f32>(dy + ((<usize>i) << 2), 0);
    y += width;
    dy += width;
    targets += (<usize>targetWidth) << 2;
  }
  return sum;
}

/** How many rows are answered rightly: class 1 above 0 (logits) or 0.5 (plain outputs), or the first largest logit. */
export function countCorrect(code: i32, y: usize, targets: usize, rows: i32, outputs: i32, stride: i32): i32 {
  let count = 0;
  const border: f32 = code == MSE ? 0.5 : 0;
  for (let row = 0; row < rows; row++) {
    const target = load<f32>(targets + ((<usize>row) << 2));
    const logits = y + <usize>(row * stride) * 4;
    if (code == CE) count += i32(isLargest(logits, <i32>target, outputs));
    else count += i32(target > 0.5 ? load<f32>(logits) > border : load<f32>(logits) <= border);
  }
  return count;
}

/** mean (y - t)^2 over the outputs; slope 2 (y - t) / outputs. */
function squares(y: usize, t: usize, dy: usize, outputs: i32, share: f32): f64 {
  let sum: f64 = 0;
  const scale: f32 = (share + share) / <f32>outputs;
  for (let i: usize = 0; i < (<usize>outputs) << 2; i += 4) {
    const distance = load<f32>(y + i) - load<f32>(t + i);
    sum += <f64>(distance * distance);
    store<f32>(dy + i, distance * scale);
  }
  return sum / <f64>outputs;
}

/** max(y, 0) - y t + ln(1 + e^-|y|), mean over the outputs; slope (sigmoid(y) - t) / outputs. */
function binaryEntropy(y: usize, t: usize, dy: usize, outputs: i32, share: f32): f64 {
  let sum: f64 = 0;
  const scale = share / <f32>outputs;
  for (let i: usize = 0; i < (<usize>outputs) << 2; i += 4) {
    const logit = load<f32>(y + i);
    const target = load<f32>(t + i);
    const tail = f32x4.extract_lane(log1p4(exp4(f32x4.splat(-abs(logit)))), 0);
    sum += <f64>(max<f32>(logit, 0) - logit * target + tail);
    store<f32>(dy + i, (f32x4.extract_lane(sigmoid4(f32x4.splat(logit)), 0) - target) * scale);
  }
  return sum / <f64>outputs;
}

/** ln sum e^y - y_t, from the largest y so that nothing overflows; slope softmax(y) - [i = t]. */
function entropy(y: usize, t: i32, dy: usize, outputs: i32, width: usize, share: f32): f64 {
  let top: usize = 0;
  let largest = load<f32>(y);
  for (let i: usize = 4; i < (<usize>outputs) << 2; i += 4) {
    const value = load<f32>(y + i);
    if (value > largest) top = i;
    largest = max<f32>(largest, value);
  }
  for (let i: usize = 0; i < width; i += 16)
    v128.store(dy + i, exp4(f32x4.sub(v128.load(y + i), f32x4.splat(largest))));
  // The largest counts 1: kept apart, a small rest is not rounded away.
  let rest: f32 = load<f32>(dy + top) - 1;
  for (let i: usize = 0; i < (<usize>outputs) << 2; i += 4) if (i != top) rest += load<f32>(dy + i);
  const scale = f32x4.splat(share / (1 + rest));
  for (let i: usize = 0; i < width; i += 16) v128.store(dy + i, f32x4.mul(v128.load(dy + i), scale));
  const at = (<usize>t) << 2;
  store<f32>(dy + at, load<f32>(dy + at) - share);
  return <f64>(largest - load<f32>(y + at) + f32x4.extract_lane(log1p4(f32x4.splat(rest)), 0));
}

function isLargest(y: usize, t: i32, outputs: i32): bool {
  const value = load<f32>(y + ((<usize>t) << 2));
  for (let i = 0; i < outputs; i++) {
    const other = load<f32>(y + ((<usize>i) << 2));
    if (!(i < t ? value > other : value >= other)) return false;
  }
  return true;
}
