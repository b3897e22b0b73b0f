import type { LossName } from '../losses.ts';

/**
 * What a loss makes of output y and target t, as the text of a kernel: value and slope, the formulas of `../losses.ts`. Its
 * settings stand there as `setting0`, `setting1`. `each` judges an output by itself; `classes` reads the whole row: `z` is this output, `top` the
 * largest, `logSum` the logarithm of the sum of e^(y - top), `isRight` 1 at the right class, `outputs` how many there are.
 */
export const gpuLosses = {
  mse: { over: 'each', value: '(y - t) * (y - t)', slope: '2 * (y - t)' },
  mae: { over: 'each', value: 'Math.abs(y - t)', slope: 'y > t ? 1 : (y < t ? -1 : 0)' },
  huber: {
    over: 'each',
    value: `Math.abs(y - t) > setting0
      ? setting0 * (Math.abs(y - t) - 0.5 * setting0) : 0.5 * (y - t) * (y - t)`,
    slope: 'Math.max(-setting0, Math.min(setting0, y - t))',
  },
  bce: {
    over: 'each',
    value: `Math.max(y, 0) - y * (t * (1 - setting0) + 0.5 * setting0) + softTail(y)`,
    slope: 'logistic(y) - (t * (1 - setting0) + 0.5 * setting0)',
  },
  sigmoid_mse: {
    over: 'each',
    value: '(logistic(y) - t) * (logistic(y) - t)',
    slope: '2 * (logistic(y) - t) * logistic(y) * logistic(-y)',
  },
  hinge: {
    over: 'each',
    value: 'Math.max(0, 1 - (2 * t - 1) * y)',
    slope: '(2 * t - 1) * y < 1 ? 1 - 2 * t : 0',
  },
  ce: {
    over: 'classes',
    value: '((1 - setting0) * isRight + setting0 / outputs) * (top - z + logSum)',
    slope: 'Math.exp(z - top - logSum) - (1 - setting0) * isRight - setting0 / outputs',
  },
} satisfies Partial<Record<LossName, { over: 'each' | 'classes'; value: string; slope: string }>>;
