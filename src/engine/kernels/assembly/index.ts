import { activate, activateBackward } from './activations';
import { matmul } from './matmul';
import { exp4, log1p4, log4, normalChance4 } from './vector-math';

export { matmulTransposed } from './matmul';
export { clearTotals, forward, totalCorrect, totalLoss, totalWeight, train, trainTogether } from './play';
export { cos, erf, erfc, exp, log, pow, sin, tanh } from './scalar-math';
export { activate, activateBackward, matmul };

/** First byte that the program's own constants leave free. */
export function firstFreeByte(): usize {
  return __heap_base;
}

/** The kernels' functions by themselves, over `bytes` of floats: 0 e^x, 1 ln x, 2 ln(1 + x), 3 the normal distribution. */
export function mapVector(code: i32, x: usize, y: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(x + i);
    if (code == 3) v128.store(y + i, normalChance4(value));
    else v128.store(y + i, code == 0 ? exp4(value) : code == 1 ? log4(value) : log1p4(value));
  }
}
