import { createKernels, type Kernels } from '../../src/engine/kernels/kernels.ts';
import { createArena } from '../../src/engine/memory.ts';

/** A function of the kernels over a list of floats; calls it for the address of the list, of the result, and its bytes. */
export function throughKernels(
  values: Float32Array,
  call: (kernels: Kernels, x: number, y: number, bytes: number) => void,
): Float32Array {
  const { kernels, memory } = createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const bytes = Math.ceil(values.length / 4) * 16;
  const x = arena.reserve(bytes);
  const y = arena.reserve(bytes);
  arena.floats(x, values.length).set(values);
  call(kernels, x, y, bytes);
  return arena.floats(y, values.length).slice();
}

/** Slopes of an activation at a list of floats. */
export function slopesThroughKernels(code: number, values: Float32Array): Float32Array {
  const { kernels, memory } = createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const bytes = Math.ceil(values.length / 4) * 16;
  const [x, y, dy, dx] = [0, 1, 2, 3].map(() => arena.reserve(bytes)) as [number, number, number, number];
  arena.floats(x, values.length).set(values);
  arena.floats(dy, values.length).fill(1);
  kernels.activate(code, x, y, bytes);
  kernels.activateBackward(code, x, y, dy, dx, bytes);
  return arena.floats(dx, values.length).slice();
}

/** Floats of both signs over the whole range: every `stride`-th of all there are, from `first`. */
export function floatsOfAllSizes(stride: number): Float32Array {
  const words = new Uint32Array(Math.floor(2 ** 32 / stride));
  for (let i = 0; i < words.length; i++) words[i] = i * stride;
  return new Float32Array(words.buffer).filter((x) => Number.isFinite(x));
}

/** Largest distance to the true values in units of the last place of a float; subnormal numbers count as equal to 0. */
export function worstError(
  x: Float32Array,
  y: Float32Array,
  truth: (x: number) => number,
): { ulps: number; at: number } {
  let worst = { ulps: 0, at: 0 };
  for (let i = 0; i < x.length; i++) {
    const expected = truth(x[i]!);
    const rounded = Math.fround(expected);
    if (rounded === y[i] || (Number.isNaN(expected) && Number.isNaN(y[i]!))) continue;
    const ulp = Math.max(2 ** (Math.floor(Math.log2(Math.abs(expected))) - 23), 2 ** -149);
    const ulps = Math.abs(y[i]! - expected) / ulp;
    if (!(ulps <= worst.ulps)) worst = { ulps, at: x[i]! };
  }
  return worst;
}
