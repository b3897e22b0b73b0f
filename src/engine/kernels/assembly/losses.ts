import { entropy, focalEntropy, sharedEntropy } from './class-losses';
import { exp1, sigmoid1, softTail1 } from './single-math';

// The codes and the order of settings are those of src/engine/losses.ts.
const MSE: i32 = 0;
const BCE: i32 = 1;
const CE: i32 = 2;
const MAE: i32 = 3;
const HUBER: i32 = 4;
const HINGE: i32 = 5;
const FOCAL: i32 = 6;
const FOCAL_CE: i32 = 7;
const SIGMOID_MSE: i32 = 8;

// What a target is; the codes are those of src/engine/tape.ts.
const NUMBER: i32 = 0;
const CLASS: i32 = 2;

/**
 * Adds the loss of every row to `sum`, which is to be divided by `weightOf` all batches, and writes the slope of the batch's
 * loss in the outputs, 0 into the padding. y, dy: [rows, stride]; targets: [rows, targetWidth]; settings, weights: f32 each.
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
  settings: usize,
  weights: usize,
): f64 {
  const width = (<usize>stride) << 2;
  const share = <f32>(1.0 / weightOf(code, targets, rows, targetWidth, weights));
  const isPlain = !weights && load<f32>(settings) == 0;
  for (let row = 0; row < rows; row++) {
    if (code == CE) {
      const t = <i32>load<f32>(targets);
      sum += isPlain
        ? entropy(y, t, dy, outputs, width, share)
        : sharedEntropy(y, t, dy, outputs, width, share, load<f32>(settings), weights);
    } else if (code == FOCAL_CE)
      sum += focalEntropy(
        y,
        <i32>load<f32>(targets),
        dy,
        outputs,
        width,
        share,
        load<f32>(settings),
        weights,
      );
    else sum += eachOutput(code, y, targets, dy, outputs, share / <f32>outputs, settings, weights);
    for (let i = outputs; i < stride; i++) store<f32>(dy + ((<usize>i) << 2), 0);
    y += width;
    dy += width;
    targets += (<usize>targetWidth) << 2;
  }
  return sum;
}

/** By what the sum of a batch's losses is divided: its rows, and with class weights in cross entropy the sum of theirs. */
export function weightOf(code: i32, targets: usize, rows: i32, targetWidth: i32, weights: usize): f64 {
  if (code != CE || !weights) return <f64>rows;
  let sum: f64 = 0;
  for (let row = 0; row < rows; row++) {
    sum += <f64>load<f32>(weights + ((<usize>load<f32>(targets)) << 2));
    targets += (<usize>targetWidth) << 2;
  }
  return sum;
}

/** How many rows are answered rightly: class 1 above 0 (logits) or 0.5 (plain outputs), or the first largest logit. */
export function countCorrect(
  answer: i32,
  y: usize,
  targets: usize,
  rows: i32,
  outputs: i32,
  stride: i32,
): i32 {
  let count = 0;
  const border: f32 = answer == NUMBER ? 0.5 : 0;
  for (let row = 0; row < rows; row++) {
    const target = load<f32>(targets + ((<usize>row) << 2));
    const logits = y + <usize>(row * stride) * 4;
    if (answer == CLASS) count += i32(isLargest(logits, <i32>target, outputs));
    else count += i32(target > 0.5 ? load<f32>(logits) > border : load<f32>(logits) <= border);
  }
  return count;
}

/** Losses that take each output by itself: their mean over the outputs. */
function eachOutput(
  code: i32,
  y: usize,
  t: usize,
  dy: usize,
  outputs: i32,
  scale: f32,
  settings: usize,
  weights: usize,
): f64 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < (<usize>outputs) << 2; i += 4) {
    const output = load<f32>(y + i);
    const target = load<f32>(t + i);
    if (code == MSE) sum += <f64>square(output - target, dy + i, scale);
    else if (code == BCE)
      sum += <f64>binaryEntropy(output, target, dy + i, scale, load<f32>(settings), weights);
    else if (code == MAE) sum += <f64>absolute(output - target, dy + i, scale);
    else if (code == HUBER) sum += <f64>huber(output - target, dy + i, scale, load<f32>(settings));
    else if (code == SIGMOID_MSE) sum += <f64>squareOfChance(output, target, dy + i, scale);
    else if (code == HINGE) sum += <f64>hinge(output, target + target - 1, dy + i, scale);
    else if (code == FOCAL)
      sum += <f64>focal(output, target, dy + i, scale, load<f32>(settings), load<f32>(settings, 4));
    else unreachable();
  }
  return sum / <f64>outputs;
}

/** d^2; slope 2 d. */
function square(d: f32, slope: usize, scale: f32): f32 {
  store<f32>(slope, d * (scale + scale));
  return d * d;
}

/** |d|; slope sign d, and NaN where d is. */
function absolute(d: f32, slope: usize, scale: f32): f32 {
  store<f32>(slope, d > 0 ? scale : d < 0 ? -scale : d * scale);
  return abs(d);
}

/** d^2 / 2 up to delta, delta (|d| - delta / 2) beyond; slope d, held within delta. */
function huber(d: f32, slope: usize, scale: f32, delta: f32): f32 {
  store<f32>(slope, max<f32>(-delta, min<f32>(delta, d)) * scale);
  const size = abs(d);
  return size > delta ? delta * (size - <f32>0.5 * delta) : <f32>0.5 * d * d;
}

/** d^2 with d = sigmoid(y) - t; slope 2 d p (1 - p), with 1 - p = sigmoid(-y). */
function squareOfChance(y: f32, t: f32, slope: usize, scale: f32): f32 {
  const p = sigmoid1(y);
  const q = sigmoid1(-y);
  // Either way the difference is of numbers that keep their digits far out.
  const d = t > 0.5 ? -q + (1 - t) : p - t;
  store<f32>(slope, d * p * q * (scale + scale));
  return d * d;
}

/** max(0, 1 - s y); slope -s where that is above 0. */
function hinge(y: f32, s: f32, slope: usize, scale: f32): f32 {
  const missing: f32 = 1 - s * y;
  store<f32>(slope, missing > 0 ? -s * scale : missing < 0 ? 0 : missing * scale);
  return max<f32>(0, missing);
}

/** w1 t ln(1 + e^-y) + w0 (1 - t) ln(1 + e^y); slope (w1 t + w0 (1 - t)) sigmoid(y) - w1 t. */
function binaryEntropy(y: f32, target: f32, slope: usize, scale: f32, smoothing: f32, weights: usize): f32 {
  const t = target * (1 - smoothing) + <f32>0.5 * smoothing;
  const one = weights ? t * load<f32>(weights, 4) : t;
  const zero: f32 = weights ? (1 - t) * load<f32>(weights) : 1 - t;
  store<f32>(slope, (sigmoid1(y) * (zero + one) - one) * scale);
  return max<f32>(y, 0) * zero + max<f32>(-y, 0) * one + softTail1(-abs(y)) * (zero + one);
}

/** -a q^gamma ln p with p = sigmoid(s y), q = 1 - p; slope s a q^gamma (gamma p ln p - q). */
function focal(y: f32, t: f32, slope: usize, scale: f32, gamma: f32, alpha: f32): f32 {
  const s: f32 = t + t - 1;
  const a: f32 = t > 0.5 ? alpha : 1 - alpha;
  const u = s * y;
  const tail = softTail1(-abs(u));
  const minusLogP = max<f32>(-u, 0) + tail;
  // q^gamma from its logarithm, which keeps its digits where p is nearly 1.
  const calm = a * exp1(-gamma * (max<f32>(u, 0) + tail));
  store<f32>(slope, s * calm * (-gamma * sigmoid1(u) * minusLogP - sigmoid1(-u)) * scale);
  return calm * minusLogP;
}

function isLargest(y: usize, t: i32, outputs: i32): bool {
  const value = load<f32>(y + ((<usize>t) << 2));
  for (let i = 0; i < outputs; i++) {
    const other = load<f32>(y + ((<usize>i) << 2));
    if (!(i < t ? value > other : value >= other)) return false;
  }
  return true;
}
