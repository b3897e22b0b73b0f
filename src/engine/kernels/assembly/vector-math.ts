// Elementary functions on four floats at once, by the polynomials of Moshier's Cephes library (single precision).
// NaN passes through; infinities and overflow end where the real function does.

/** e^x = 2^n e^r with n = round(x / ln 2) and |r| <= ln 2 / 2. */
export function exp4(x: v128): v128 {
  // Beyond +-128 the result is 0 or infinity anyway; min and max keep NaN.
  x = f32x4.max(f32x4.min(x, f32x4.splat(128)), f32x4.splat(-128));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = multiplyAdd(f32x4.splat(1.98756915e-4), r, 1.3981999507e-3);
  p = multiplyAdd(p, r, 8.3334519073e-3);
  p = multiplyAdd(p, r, 4.1665795894e-2);
  p = multiplyAdd(p, r, 1.6666665459e-1);
  p = multiplyAdd(p, r, 5.0000001201e-1);
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  // 2^n in two factors, so that results near the ends of the range are rounded once and not cut off.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
}

/** ln x = e ln 2 + ln m with m in [sqrt(1/2), sqrt(2)). */
export function log4(x: v128): v128 {
  const isTiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, isTiny);
  const offset = i32x4.sub(scaled, i32x4.splat(0x3f3504f3));
  const exponent = i32x4.shr_s(offset, 23);
  const f = f32x4.sub(i32x4.sub(scaled, i32x4.shl(exponent, 23)), f32x4.splat(1));
  const e = f32x4.sub(f32x4.convert_i32x4_s(exponent), v128.and(f32x4.splat(23), isTiny));
  const z = f32x4.mul(f, f);
  let p = multiplyAdd(f32x4.splat(7.0376836292e-2), f, -1.151461031e-1);
  p = multiplyAdd(p, f, 1.167699874e-1);
  p = multiplyAdd(p, f, -1.2420140846e-1);
  p = multiplyAdd(p, f, 1.4249322787e-1);
  p = multiplyAdd(p, f, -1.6668057665e-1);
  p = multiplyAdd(p, f, 2.0000714765e-1);
  p = multiplyAdd(p, f, -2.4999993993e-1);
  p = multiplyAdd(p, f, 3.3333331174e-1);
  let y = f32x4.mul(f32x4.mul(p, f), z);
  y = f32x4.add(y, f32x4.mul(e, f32x4.splat(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(z, f32x4.splat(0.5)));
  y = f32x4.add(f32x4.add(f, y), f32x4.mul(e, f32x4.splat(0.693359375)));
  const zero = f32x4.splat(0);
  const infinity = f32x4.splat(f32.POSITIVE_INFINITY);
  y = v128.bitselect(infinity, y, f32x4.eq(x, infinity));
  y = v128.bitselect(f32x4.splat(f32.NEGATIVE_INFINITY), y, f32x4.eq(x, zero));
  return v128.bitselect(f32x4.splat(f32.NaN), y, v128.or(f32x4.lt(x, zero), f32x4.ne(x, x)));
}

/** tanh x: an odd polynomial below 0.625, and 1 - 2 / (e^2|x| + 1) with the sign of x above. */
export function tanh4(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(-5.70498872745e-3), z, 2.06390887954e-2);
  p = multiplyAdd(p, z, -5.37397155531e-2);
  p = multiplyAdd(p, z, 1.33314422036e-1);
  p = multiplyAdd(p, z, -3.33332819422e-1);
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  const one = f32x4.splat(1);
  const e = exp4(f32x4.add(size, size));
  const far = v128.or(f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one))), sign);
  return v128.bitselect(near, far, f32x4.lt(size, f32x4.splat(0.625)));
}

/** 1 / (1 + e^-x), and e^x / (1 + e^x) below 0: nothing overflows, and small results keep their digits. */
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0))), f32x4.add(one, e));
}

/** ln(1 + x) for x >= 0: ln(u) x / (u - 1) with u = 1 + x gives back what rounding u took away. */
export function log1p4(x: v128): v128 {
  const one = f32x4.splat(1);
  const u = f32x4.add(one, x);
  const y = f32x4.mul(log4(u), f32x4.div(x, f32x4.sub(u, one)));
  return v128.bitselect(x, y, f32x4.eq(u, one));
}

/** e^x - 1 = tanh(x / 2) (e^x + 1), which keeps its digits near 0. */
export function expm14(x: v128): v128 {
  const half = f32x4.mul(x, f32x4.splat(0.5));
  return f32x4.mul(tanh4(half), f32x4.add(exp4(x), f32x4.splat(1)));
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|). */
export function softplus4(x: v128): v128 {
  const tail = log1p4(exp4(f32x4.neg(f32x4.abs(x))));
  return f32x4.add(f32x4.max(x, f32x4.splat(0)), tail);
}

/** Chance that a standard normal number is below x: (1 + erf(x / sqrt 2)) / 2, and erfc of the distance for the tails. */
export function normalChance4(x: v128): v128 {
  const z = f32x4.mul(x, f32x4.splat(0.70710678118654752));
  const half = f32x4.splat(0.5);
  const size = f32x4.abs(z);
  const near = f32x4.add(half, f32x4.mul(half, erfNear4(z)));
  const tail = f32x4.mul(half, erfcFar4(size));
  const isBelow = f32x4.lt(x, f32x4.splat(0));
  const far = v128.bitselect(tail, f32x4.sub(f32x4.splat(1), tail), isBelow);
  const chance = v128.bitselect(near, far, f32x4.lt(size, f32x4.splat(1)));
  return v128.bitselect(x, chance, f32x4.ne(x, x));
}

/** erf x = x T(x^2) for |x| < 1. */
function erfNear4(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(7.853861353153693e-5), z, -8.010193625184903e-4);
  p = multiplyAdd(p, z, 5.188327685732524e-3);
  p = multiplyAdd(p, z, -2.685381193529856e-2);
  p = multiplyAdd(p, z, 1.128358514861418e-1);
  p = multiplyAdd(p, z, -3.7612625824233e-1);
  p = multiplyAdd(p, z, 1.12837916572671);
  return f32x4.mul(x, p);
}

/** erfc x = e^(-x^2) / x P(1 / x^2) for x from 1, with one P up to 2 and another beyond. */
function erfcFar4(x: v128): v128 {
  x = f32x4.max(f32x4.splat(1), x);
  const q = f32x4.div(f32x4.splat(1), x);
  const y = f32x4.mul(q, q);
  let p = multiplyAdd(f32x4.splat(2.326819970068386e-2), y, -1.387039388740657e-1);
  p = multiplyAdd(p, y, 3.687424674597105e-1);
  p = multiplyAdd(p, y, -5.824733027278666e-1);
  p = multiplyAdd(p, y, 6.210004621745983e-1);
  p = multiplyAdd(p, y, -4.944515323274145e-1);
  p = multiplyAdd(p, y, 3.404879937665872e-1);
  p = multiplyAdd(p, y, -2.741127028184656e-1);
  p = multiplyAdd(p, y, 5.638259427386472e-1);
  let r = multiplyAdd(f32x4.splat(-1.047766399936249e1), y, 1.297719955372516e1);
  r = multiplyAdd(r, y, -7.495518717768503);
  r = multiplyAdd(r, y, 2.921019019210786);
  r = multiplyAdd(r, y, -1.0152652792027);
  r = multiplyAdd(r, y, 4.218463358204948e-1);
  r = multiplyAdd(r, y, -2.820767439740514e-1);
  r = multiplyAdd(r, y, 5.641895067754075e-1);
  const polynomial = v128.bitselect(p, r, f32x4.lt(x, f32x4.splat(2)));
  const bell = exp4(f32x4.neg(f32x4.mul(x, x)));
  return f32x4.mul(f32x4.mul(bell, q), polynomial);
}

/** a b + c, rounded after each: a fused one would not give the same bits everywhere. */
function multiplyAdd(a: v128, b: v128, c: f32): v128 {
  return f32x4.add(f32x4.mul(a, b), f32x4.splat(c));
}

/** 2^n for -127 < n < 128, built from its bits. */
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}
