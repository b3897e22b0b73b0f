import { exp, log } from './math.ts';

/** What is to be learnt: one of two classes, one of several, or numbers. */
export type Task = 'binary' | 'classes' | 'regression';

/** How wrong the outputs of a row are. A batch counts as the mean over its rows. */
export type Loss = {
  /** Its number in `kernels/assembly/losses.ts`. */
  readonly code: number;
  readonly tasks: readonly Task[];
  /** Width of the last layer for a task. */
  outputs(task: Task, classes: number): number;
  /** outputs: [outputs]; target: [outputs], or [1] with the index of the class */
  value(outputs: readonly number[], target: readonly number[]): number;
  /** Slope of the value in each output. */
  slope(outputs: readonly number[], target: readonly number[]): readonly number[];
};

/** mean over outputs of (y - t)^2, slope 2 (y - t) / outputs. */
const mse: Loss = {
  code: 0,
  tasks: ['regression', 'binary'],
  outputs: () => 1,
  value: (y, t) => mean(y.map((each, i) => (each - t[i]!) ** 2)),
  slope: (y, t) => y.map((each, i) => (2 * (each - t[i]!)) / y.length),
};

/** Cross entropy of p = sigmoid(y) and t in {0, 1}: max(y, 0) - y t + ln(1 + e^-|y|), slope p - t. */
const bce: Loss = {
  code: 1,
  tasks: ['binary'],
  outputs: () => 1,
  value: (y, t) => mean(y.map((z, i) => Math.max(z, 0) - z * t[i]! + log(1 + exp(-Math.abs(z))))),
  slope: (y, t) => y.map((z, i) => (1 / (1 + exp(-z)) - t[i]!) / y.length),
};

/** Cross entropy of softmax(y) and class t: ln sum e^y - y_t, slope softmax(y) - [i = t]. */
const ce: Loss = {
  code: 2,
  tasks: ['classes', 'binary'],
  outputs: (task, classes) => (task === 'binary' ? 2 : classes),
  value: (y, t) => logSumExp(y) - y[t[0]!]!,
  slope: (y, t) => y.map((z, i) => exp(z - logSumExp(y)) - (i === t[0] ? 1 : 0)),
};

export const losses = { mse, bce, ce } satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** From the largest, so that nothing overflows. */
function logSumExp(y: readonly number[]): number {
  const top = Math.max(...y);
  return top + log(y.reduce((sum, z) => sum + exp(z - top), 0));
}
