import { exp4, log1p4, log4, sigmoid4 } from './vector-math';

// The functions of vector-math on one float, with the same bits.

export function sigmoid1(x: f32): f32 {
  return f32x4.extract_lane(sigmoid4(f32x4.splat(x)), 0);
}

export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

export function log1(x: f32): f32 {
  return f32x4.extract_lane(log4(f32x4.splat(x)), 0);
}

export function log1p1(x: f32): f32 {
  return f32x4.extract_lane(log1p4(f32x4.splat(x)), 0);
}

/** ln(1 + e^x). */
export function softTail1(x: f32): f32 {
  return f32x4.extract_lane(log1p4(exp4(f32x4.splat(x))), 0);
}
