import { createKernels } from './kernels/kernels.ts';

/** Double-precision functions with the same bits on every host, unlike Math.exp and its kind. */
export const { exp, log, sin, cos, tanh, pow, erf, erfc } = createKernels().kernels;
