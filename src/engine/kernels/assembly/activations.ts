import { exp4, expm14, normalChance4, sigmoid4, softplus4, tanh4 } from './vector-math';

// The codes are those of src/engine/activations.ts. Buffers are whole vectors long.
const IDENTITY: i32 = 0;
const SIGMOID: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;
const LEAKY_RELU: i32 = 4;
const ELU: i32 = 5;
const SELU: i32 = 6;
const SOFTPLUS: i32 = 7;
const SILU: i32 = 8;
const GELU: i32 = 9; // 10 is GELU by tanh.

const LEAK: f32 = 0.01;
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_ALPHA: f32 = 1.6732632423543772;

/** y = f(x) over `bytes` of floats; the commonest have loops of their own, without a question in them. */
export function activate(code: i32, x: usize, y: usize, bytes: usize): void {
  if (code == SIGMOID)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, sigmoid4(v128.load(x + i)));
  else if (code == TANH)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, tanh4(v128.load(x + i)));
  else if (code == RELU)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, f32x4.max(v128.load(x + i), f32x4.splat(0)));
  else if (code == IDENTITY) memory.copy(y, x, bytes);
  else for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, value4(code, v128.load(x + i)));
}

/** dx = f'(x) dy, told from y where that is cheaper. */
export function activateBackward(code: i32, x: usize, y: usize, dy: usize, dx: usize, bytes: usize): void {
  const one = f32x4.splat(1);
  if (code > RELU) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const slope = slope4(code, v128.load(x + i));
      v128.store(dx + i, f32x4.mul(slope, v128.load(dy + i)));
    }
    return;
  }
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(y + i);
    let slope = one;
    if (code == SIGMOID) slope = f32x4.mul(value, f32x4.sub(one, value));
    else if (code == TANH) slope = f32x4.sub(one, f32x4.mul(value, value));
    else if (code == RELU) slope = v128.and(one, f32x4.gt(value, f32x4.splat(0)));
    v128.store(dx + i, f32x4.mul(slope, v128.load(dy + i)));
  }
}

function value4(code: i32, x: v128): v128 {
  const zero = f32x4.splat(0);
  if (code == LEAKY_RELU) return v128.bitselect(f32x4.mul(x, f32x4.splat(LEAK)), x, f32x4.lt(x, zero));
  if (code == ELU) return v128.bitselect(expm14(x), x, f32x4.lt(x, zero));
  if (code == SELU) {
    const below = f32x4.mul(f32x4.splat(SELU_ALPHA), expm14(x));
    return f32x4.mul(f32x4.splat(SELU_SCALE), v128.bitselect(below, x, f32x4.lt(x, zero)));
  }
  if (code == SOFTPLUS) return softplus4(x);
  // Where the gate has closed for good, x is held, so that minus infinity comes to 0 and not to NaN.
  if (code == SILU) return f32x4.mul(f32x4.max(x, f32x4.splat(-110)), sigmoid4(x));
  const held = f32x4.max(x, f32x4.splat(-16));
  if (code == GELU) return f32x4.mul(held, normalChance4(x));
  return f32x4.mul(held, sigmoid4(bend4(within4(x, 16))));
}

function slope4(code: i32, x: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (code == LEAKY_RELU) return v128.bitselect(one, f32x4.splat(LEAK), f32x4.gt(x, zero));
  if (code == ELU) return v128.bitselect(one, exp4(x), f32x4.gt(x, zero));
  if (code == SELU) {
    const below = f32x4.mul(f32x4.splat(SELU_ALPHA), exp4(x));
    return f32x4.mul(f32x4.splat(SELU_SCALE), v128.bitselect(one, below, f32x4.gt(x, zero)));
  }
  if (code == SOFTPLUS) return sigmoid4(x);
  if (code == SILU) {
    const held = within4(x, 110);
    return gateSlope4(sigmoid4(held), held, one);
  }
  const held = within4(x, 16);
  if (code == GELU) {
    const bell = exp4(f32x4.mul(f32x4.splat(-0.5), f32x4.mul(held, held)));
    const rise = f32x4.mul(f32x4.mul(held, f32x4.splat(0.3989422804014327)), bell);
    return f32x4.add(normalChance4(held), rise);
  }
  const square = f32x4.mul(held, held);
  const rise = f32x4.add(f32x4.splat(1.5957691216057308), f32x4.mul(f32x4.splat(0.2140644488178847), square));
  return gateSlope4(sigmoid4(bend4(held)), held, rise);
}

/** Slope of x s(g(x)) with s the sigmoid, given s and g': s + x s (1 - s) g'. */
function gateSlope4(s: v128, x: v128, rise: v128): v128 {
  const turn = f32x4.mul(f32x4.mul(s, f32x4.sub(f32x4.splat(1), s)), rise);
  return f32x4.add(s, f32x4.mul(x, turn));
}

/** 2 sqrt(2 / pi) (x + 0.044715 x^3): twice what the tanh of GELU's approximation is taken of. */
function bend4(x: v128): v128 {
  const cube = f32x4.mul(f32x4.mul(x, x), f32x4.splat(0.044715));
  return f32x4.mul(f32x4.splat(1.5957691216057308), f32x4.add(x, f32x4.mul(cube, x)));
}

function within4(x: v128, limit: f32): v128 {
  return f32x4.max(f32x4.splat(-limit), f32x4.min(f32x4.splat(limit), x));
}

/** y = x above 0 and a x elsewhere, over so many floats. */
export function prelu(x: usize, y: usize, count: usize, slope: usize): void {
  const a = f32x4.splat(load<f32>(slope));
  for (let i: usize = 0; i < count << 2; i += 16) {
    const value = v128.load(x + i);
    v128.store(y + i, v128.bitselect(f32x4.mul(value, a), value, f32x4.le(value, f32x4.splat(0))));
  }
}

/** dx = dy above 0 and a dy elsewhere; da = sum of x dy where x is not above 0. */
export function preluBackward(x: usize, dy: usize, dx: usize, count: usize, slope: usize, da: usize): void {
  const a = load<f32>(slope);
  let sum: f64 = 0;
  for (let i: usize = 0; i < count << 2; i += 4) {
    const value = load<f32>(x + i);
    const pull = load<f32>(dy + i);
    if (value <= 0) sum += <f64>(value * pull);
    if (dx) store<f32>(dx + i, value <= 0 ? a * pull : pull);
  }
  store<f32>(da, <f32>sum);
}

/** y_j = max of the `pieces` neighbours x from j pieces on. x: [cells, xStride], y: [cells, yStride] */
export function maxout(
  x: usize,
  y: usize,
  cells: i32,
  xStride: i32,
  yStride: i32,
  width: i32,
  pieces: i32,
): void {
  for (let cell = 0; cell < cells; cell++) {
    for (let j = 0; j < width; j++) {
      const from = x + ((<usize>(j * pieces)) << 2);
      store<f32>(y + ((<usize>j) << 2), load<f32>(from + largestOf(from, pieces)));
    }
    x += (<usize>xStride) << 2;
    y += (<usize>yStride) << 2;
  }
}

/** dx = dy at the piece that was the largest, the first of equals, 0 at the others. */
export function maxoutBackward(
  x: usize,
  dy: usize,
  dx: usize,
  cells: i32,
  xStride: i32,
  yStride: i32,
  width: i32,
  pieces: i32,
): void {
  for (let cell = 0; cell < cells; cell++) {
    memory.fill(dx, 0, (<usize>xStride) << 2);
    for (let j = 0; j < width; j++) {
      const from = (<usize>(j * pieces)) << 2;
      store<f32>(dx + from + largestOf(x + from, pieces), load<f32>(dy + ((<usize>j) << 2)));
    }
    x += (<usize>xStride) << 2;
    dx += (<usize>xStride) << 2;
    dy += (<usize>yStride) << 2;
  }
}

/** Offset of the first largest float, or of the first NaN. */
function largestOf(x: usize, count: i32): usize {
  let best: usize = 0;
  for (let i: usize = 4; i < (<usize>count) << 2; i += 4) {
    const top = load<f32>(x + best);
    if (!(load<f32>(x + i) <= top) && top == top) best = i;
  }
  return best;
}
