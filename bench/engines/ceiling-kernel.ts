/**
 * Thirteen sums that are multiplied and added to in registers, `times` times: the most that WebAssembly without fused operations
 * gets out of a core, 104 floating-point operations a time. Answers their sum, so that none of it can be left out.
 */
export function multiplyThenAdd(times: i32): f32 {
  const c = f32x4.splat(0.999);
  const d = f32x4.splat(0.001);
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(1);
  let s2 = f32x4.splat(2);
  let s3 = f32x4.splat(3);
  let s4 = f32x4.splat(4);
  let s5 = f32x4.splat(5);
  let s6 = f32x4.splat(6);
  let s7 = f32x4.splat(7);
  let s8 = f32x4.splat(8);
  let s9 = f32x4.splat(9);
  let s10 = f32x4.splat(10);
  let s11 = f32x4.splat(11);
  let s12 = f32x4.splat(12);
  for (let i = 0; i < times; i++) {
    s0 = f32x4.add(f32x4.mul(s0, c), d);
    s1 = f32x4.add(f32x4.mul(s1, c), d);
    s2 = f32x4.add(f32x4.mul(s2, c), d);
    s3 = f32x4.add(f32x4.mul(s3, c), d);
    s4 = f32x4.add(f32x4.mul(s4, c), d);
    s5 = f32x4.add(f32x4.mul(s5, c), d);
    s6 = f32x4.add(f32x4.mul(s6, c), d);
    s7 = f32x4.add(f32x4.mul(s7, c), d);
    s8 = f32x4.add(f32x4.mul(s8, c), d);
    s9 = f32x4.add(f32x4.mul(s9, c), d);
    s10 = f32x4.add(f32x4.mul(s10, c), d);
    s11 = f32x4.add(f32x4.mul(s11, c), d);
    s12 = f32x4.add(f32x4.mul(s12, c), d);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), f32x4.add(s4, s5));
  const high = f32x4.add(f32x4.add(f32x4.add(s6, s7), f32x4.add(s8, s9)), f32x4.add(s10, s11));
  return f32x4.extract_lane(f32x4.add(low, f32x4.add(high, s12)), 0);
}
