// What is done to gradients before an optimizer's step, and to weights beside it; `bytes` are whole vectors.

/** g = g norm / |g| where |g|, over all weights, is more than `norm`. The sum is in float64, in one order. */
export function clipNorm(g: usize, bytes: usize, norm: f32): void {
  let sum: f64 = 0;
  for (let i: usize = 0; i < bytes; i += 4) sum += <f64>load<f32>(g + i) * <f64>load<f32>(g + i);
  const length = Math.sqrt(sum);
  if (!(length > <f64>norm)) return;
  const scale = f32x4.splat(<f32>(<f64>norm / length));
  for (let i: usize = 0; i < bytes; i += 16) v128.store(g + i, f32x4.mul(v128.load(g + i), scale));
}

/** g within -limit and limit, each by itself. */
export function clipValue(g: usize, bytes: usize, limit: f32): void {
  const most = f32x4.splat(limit);
  const least = f32x4.splat(-limit);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(g + i, f32x4.max(least, f32x4.min(most, v128.load(g + i))));
}

/** g += decay w: the slope of decay / 2 |w|^2. */
export function addDecay(g: usize, w: usize, bytes: usize, decay: f32): void {
  const pull = f32x4.splat(decay);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(g + i, f32x4.add(v128.load(g + i), f32x4.mul(pull, v128.load(w + i))));
}

/** g += l1 sign(w), nothing where w is 0: a slope of l1 |w|, as far as it has one. */
export function addSign(g: usize, w: usize, bytes: usize, l1: f32): void {
  const pull = f32x4.splat(l1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(w + i);
    const sign = v128.and(value, i32x4.splat(0x80000000));
    const hasSide = f32x4.ne(value, f32x4.splat(0));
    const step = v128.and(v128.or(pull, sign), hasSide);
    v128.store(g + i, f32x4.add(v128.load(g + i), step));
  }
}

/** w -= rate decay w, beside what the optimizer makes of the gradient. */
export function shrink(w: usize, bytes: usize, decay: f32, rate: f32): void {
  const keep = f32x4.splat(<f32>(1 - <f64>rate * <f64>decay));
  for (let i: usize = 0; i < bytes; i += 16) v128.store(w + i, f32x4.mul(v128.load(w + i), keep));
}

/** w moves towards 0 by rate l1 and stops there. */
export function soften(w: usize, bytes: usize, l1: f32, rate: f32): void {
  const pull = f32x4.splat(rate * l1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(w + i);
    const left = f32x4.max(f32x4.splat(0), f32x4.sub(f32x4.abs(value), pull));
    const sign = v128.and(value, i32x4.splat(0x80000000));
    v128.store(w + i, v128.or(left, sign));
  }
}
