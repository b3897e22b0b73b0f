// The codes and the order of settings are those of src/engine/optimizers.ts.
const DESCENT: i32 = 0;
const MOMENTUM: i32 = 1;
const ADAM: i32 = 2;
const NESTEROV: i32 = 3;
const ADAGRAD: i32 = 4;
const RMSPROP: i32 = 5;
const ADADELTA: i32 = 6;

/**
 * One update of `bytes` of weights and as many gradients; `slot` is how far one slot of state lies behind the other; settings: f64 each; powers: f64 each, the products of the decays so far, 1 at the start.
 */
export function optimize(
  code: i32,
  w: usize,
  g: usize,
  slots: usize,
  slot: usize,
  bytes: usize,
  settings: usize,
  powers: usize,
  rate: f32,
): void {
  if (code == DESCENT) descend(w, g, bytes, rate);
  else if (code == MOMENTUM) descendWithMomentum(w, g, slots, bytes, <f32>load<f64>(settings), rate);
  else if (code == ADAM) adam(w, g, slots, slot, bytes, settings, powers, rate);
  else if (code == NESTEROV) nesterov(w, g, slots, bytes, <f32>load<f64>(settings), rate);
  else if (code == ADAGRAD) adagrad(w, g, slots, bytes, <f32>load<f64>(settings), rate);
  else if (code == RMSPROP)
    rmsprop(w, g, slots, bytes, load<f64>(settings), <f32>load<f64>(settings, 8), rate);
  else if (code == ADADELTA)
    adadelta(w, g, slots, slot, bytes, load<f64>(settings), <f32>load<f64>(settings, 8), rate);
  else unreachable();
}

/** Before an update, by one hand: the products of the decays, b1^t and b2^t, which only Adam asks for. */
export function advancePowers(code: i32, settings: usize, powers: usize): void {
  if (code != ADAM) return;
  store<f64>(powers, load<f64>(powers) * load<f64>(settings));
  store<f64>(powers, load<f64>(powers, 8) * load<f64>(settings, 8), 8);
}

/** w -= rate g */
function descend(w: usize, g: usize, bytes: usize, rate: f32): void {
  const step = f32x4.splat(rate);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(step, v128.load(g + i))));
  }
}

/** v = momentum v + g; w -= rate v */
function descendWithMomentum(w: usize, g: usize, v: usize, bytes: usize, momentum: f32, rate: f32): void {
  const step = f32x4.splat(rate);
  const keep = f32x4.splat(momentum);
  for (let i: usize = 0; i < bytes; i += 16) {
    const velocity = f32x4.add(f32x4.mul(keep, v128.load(v + i)), v128.load(g + i));
    v128.store(v + i, velocity);
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(step, velocity)));
  }
}

/** v = momentum v + g; w -= rate (g + momentum v) */
function nesterov(w: usize, g: usize, v: usize, bytes: usize, momentum: f32, rate: f32): void {
  const step = f32x4.splat(rate);
  const keep = f32x4.splat(momentum);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const velocity = f32x4.add(f32x4.mul(keep, v128.load(v + i)), slope);
    v128.store(v + i, velocity);
    const ahead = f32x4.add(slope, f32x4.mul(keep, velocity));
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(step, ahead)));
  }
}

/** s = s + g^2; w -= rate g / (sqrt(s) + epsilon) */
function adagrad(w: usize, g: usize, s: usize, bytes: usize, epsilon: f32, rate: f32): void {
  const step = f32x4.splat(rate);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const sum = f32x4.add(v128.load(s + i), f32x4.mul(slope, slope));
    v128.store(s + i, sum);
    const size = f32x4.add(f32x4.sqrt(sum), f32x4.splat(epsilon));
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.div(f32x4.mul(step, slope), size)));
  }
}

/** v = rho v + (1 - rho) g^2; w -= rate g / (sqrt(v) + epsilon) */
function rmsprop(w: usize, g: usize, v: usize, bytes: usize, rho: f64, epsilon: f32, rate: f32): void {
  const step = f32x4.splat(rate);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const mean = average4(v + i, f32x4.mul(slope, slope), rho);
    const size = f32x4.add(f32x4.sqrt(mean), f32x4.splat(epsilon));
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.div(f32x4.mul(step, slope), size)));
  }
}

/** v = rho v + (1 - rho) g^2; d = g sqrt(u + epsilon) / sqrt(v + epsilon); u = rho u + (1 - rho) d^2; w -= rate d */
function adadelta(
  w: usize,
  g: usize,
  slots: usize,
  slot: usize,
  bytes: usize,
  rho: f64,
  epsilon: f32,
  rate: f32,
): void {
  const step = f32x4.splat(rate);
  const small = f32x4.splat(epsilon);
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const size = f32x4.sqrt(f32x4.add(average4(slots + i, f32x4.mul(slope, slope), rho), small));
    const before = f32x4.sqrt(f32x4.add(v128.load(slots + slot + i), small));
    const change = f32x4.mul(f32x4.div(before, size), slope);
    average4(slots + slot + i, f32x4.mul(change, change), rho);
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.mul(step, change)));
  }
}

/** m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon) */
function adam(
  w: usize,
  g: usize,
  slots: usize,
  slot: usize,
  bytes: usize,
  settings: usize,
  powers: usize,
  rate: f32,
): void {
  const beta1 = load<f64>(settings);
  const beta2 = load<f64>(settings, 8);
  const power1 = load<f64>(powers);
  const power2 = load<f64>(powers, 8);
  const keep1 = f32x4.splat(<f32>beta1);
  const keep2 = f32x4.splat(<f32>beta2);
  const take1 = f32x4.splat(<f32>(1 - beta1));
  const take2 = f32x4.splat(<f32>(1 - beta2));
  const step = f32x4.splat(<f32>(<f64>rate / (1 - power1)));
  const spread = f32x4.splat(<f32>(1 / Math.sqrt(1 - power2)));
  const epsilon = f32x4.splat(<f32>load<f64>(settings, 16));
  for (let i: usize = 0; i < bytes; i += 16) {
    const slope = v128.load(g + i);
    const m = f32x4.add(f32x4.mul(keep1, v128.load(slots + i)), f32x4.mul(take1, slope));
    const v = f32x4.add(
      f32x4.mul(keep2, v128.load(slots + slot + i)),
      f32x4.mul(take2, f32x4.mul(slope, slope)),
    );
    v128.store(slots + i, m);
    v128.store(slots + slot + i, v);
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(v), spread), epsilon);
    v128.store(w + i, f32x4.sub(v128.load(w + i), f32x4.div(f32x4.mul(step, m), size)));
  }
}

/** Moves a running average towards a value: rho a + (1 - rho) value. */
function average4(a: usize, value: v128, rho: f64): v128 {
  const kept = f32x4.mul(f32x4.splat(<f32>rho), v128.load(a));
  const next = f32x4.add(kept, f32x4.mul(f32x4.splat(<f32>(1 - rho)), value));
  v128.store(a, next);
  return next;
}
