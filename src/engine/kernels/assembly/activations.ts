import { sigmoid4, tanh4 } from './vector-math';

// The codes are those of src/engine/activations.ts. Buffers are whole vectors long.
const IDENTITY: i32 = 0;
const SIGMOID: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;

/** y = f(x) over `bytes` of floats. */
export function activate(code: i32, x: usize, y: usize, bytes: usize): void {
  if (code == SIGMOID)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, sigmoid4(v128.load(x + i)));
  else if (code == TANH)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, tanh4(v128.load(x + i)));
  else if (code == RELU)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, f32x4.max(v128.load(x + i), f32x4.splat(0)));
  else if (code == IDENTITY) memory.copy(y, x, bytes);
  else unreachable();
}

/** dx = f'(x) dy, told from y where that is cheaper. */
export function activateBackward(code: i32, y: usize, dy: usize, dx: usize, bytes: usize): void {
  const one = f32x4.splat(1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(y + i);
    let slope = one;
    if (code == SIGMOID) slope = f32x4.mul(value, f32x4.sub(one, value));
    else if (code == TANH) slope = f32x4.sub(one, f32x4.mul(value, value));
    else if (code == RELU) slope = v128.and(one, f32x4.gt(value, f32x4.splat(0)));
    v128.store(dx + i, f32x4.mul(slope, v128.load(dy + i)));
  }
}
