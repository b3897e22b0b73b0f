import { exp1, log1, log1p1 } from './single-math';
import { exp4 } from './vector-math';

// Losses of a softmax over the outputs of a row: y, dy: [outputs], `width` bytes with padding; t: the right class.

/** ln sum e^y - y_t, from the largest y so that nothing overflows; slope softmax(y) - [i = t]. */
export function entropy(y: usize, t: i32, dy: usize, outputs: i32, width: usize, share: f32): f64 {
  const largest = softmaxTop(y, dy, outputs, width);
  const scale = f32x4.splat(share / (1 + rest));
  for (let i: usize = 0; i < width; i += 16) v128.store(dy + i, f32x4.mul(v128.load(dy + i), scale));
  const at = (<usize>t) << 2;
  store<f32>(dy + at, load<f32>(dy + at) - share);
  return <f64>(largest - load<f32>(y + at) + log1p1(rest));
}

/** -sum q ln p with q_c = (1 - smoothing) w_t [c = t] + smoothing w_c / outputs; slope p sum q - q. */
export function sharedEntropy(
  y: usize,
  t: i32,
  dy: usize,
  outputs: i32,
  width: usize,
  share: f32,
  smoothing: f32,
  weights: usize,
): f64 {
  const largest = softmaxTop(y, dy, outputs, width);
  const logRest = log1p1(rest);
  let whole: f32 = 0;
  let sum: f64 = 0;
  for (let c = 0; c < outputs; c++) {
    const q = classShare(c, t, outputs, smoothing, weights);
    whole += q;
    sum += <f64>(q * (largest - load<f32>(y + ((<usize>c) << 2)) + logRest));
  }
  for (let c = 0; c < outputs; c++) {
    const at = dy + ((<usize>c) << 2);
    const p = load<f32>(at) / (1 + rest);
    store<f32>(at, share * (p * whole - classShare(c, t, outputs, smoothing, weights)));
  }
  return sum;
}

function classShare(c: i32, t: i32, outputs: i32, smoothing: f32, weights: usize): f32 {
  const weight: f32 = weights ? load<f32>(weights + ((<usize>c) << 2)) : 1;
  return (c == t ? (1 - smoothing) * weight : 0) + (smoothing * weight) / <f32>outputs;
}

/** -w q^gamma ln p with p = softmax(y)_t, q = 1 - p; slope w q^gamma (gamma p ln p / q - 1) ([c = t] - softmax(y)_c). */
export function focalEntropy(
  y: usize,
  t: i32,
  dy: usize,
  outputs: i32,
  width: usize,
  share: f32,
  gamma: f32,
  weights: usize,
): f64 {
  const largest = softmaxTop(y, dy, outputs, width);
  const at = (<usize>t) << 2;
  const minusLogP = largest - load<f32>(y + at) + log1p1(rest);
  const p = load<f32>(dy + at) / (1 + rest);
  // 1 - p from the others: the difference would lose the digits of a small one.
  let q: f32 = 0;
  for (let c = 0; c < outputs; c++) if (c != t) q += load<f32>(dy + ((<usize>c) << 2)) / (1 + rest);
  const weight: f32 = weights ? load<f32>(weights + at) : 1;
  const calm = weight * (q > 0 ? exp1(gamma * log1(q)) : gamma == 0 ? <f32>1 : <f32>0);
  const pull = share * calm * (-gamma * p * (q > 0 ? minusLogP / q : <f32>1) - 1);
  for (let c = 0; c < outputs; c++) {
    const slope = dy + ((<usize>c) << 2);
    store<f32>(slope, c == t ? pull * q : (-pull * load<f32>(slope)) / (1 + rest));
  }
  return <f64>(calm * minusLogP);
}

/** Sum of e^(y - largest) without the largest itself, which counts 1: kept apart, a small rest is not rounded away. */
let rest: f32 = 0;

/** Writes e^(y - largest) for all outputs, leaves their sum in `rest`, and answers the largest. */
function softmaxTop(y: usize, e: usize, outputs: i32, width: usize): f32 {
  let top: usize = 0;
  let largest = load<f32>(y);
  for (let i: usize = 4; i < (<usize>outputs) << 2; i += 4) {
    const value = load<f32>(y + i);
    if (value > largest) top = i;
    largest = max<f32>(largest, value);
  }
  for (let i: usize = 0; i < width; i += 16)
    v128.store(e + i, exp4(f32x4.sub(v128.load(y + i), f32x4.splat(largest))));
  rest = load<f32>(e + top) - 1;
  for (let i: usize = 0; i < (<usize>outputs) << 2; i += 4) if (i != top) rest += load<f32>(e + i);
  return largest;
}
