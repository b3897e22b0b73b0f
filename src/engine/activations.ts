import type { InitializerName } from './initializers.ts';
import { exp, tanh } from './math.ts';

/** A function of one number with its slope, applied to every unit by itself. */
export type Activation = {
  /** Its number in `kernels/assembly/activations.ts`. */
  readonly code: number;
  value(x: number): number;
  slope(x: number): number;
  /** The start that keeps the size of signals through many such layers. */
  readonly suitedInit: InitializerName;
};

/** f(x) = x, f'(x) = 1. */
const identity: Activation = { code: 0, value: (x) => x, slope: () => 1, suitedInit: 'xavier' };

/** f(x) = 1 / (1 + e^-x), f' = f (1 - f). */
const sigmoid: Activation = {
  code: 1,
  value: logistic,
  slope: (x) => logistic(x) * logistic(-x),
  suitedInit: 'xavier',
};

/** f(x) = tanh x, f' = 1 - f^2. */
const hyperbolicTangent: Activation = {
  code: 2,
  value: tanh,
  slope: (x) => 1 - tanh(x) ** 2,
  suitedInit: 'xavier',
};

/** f(x) = max(0, x), f' = 1 above 0 and 0 elsewhere, at 0 too. Nair and Hinton, 2010. */
const relu: Activation = {
  code: 3,
  value: (x) => Math.max(0, x),
  slope: (x) => (x <= 0 ? 0 : 1),
  suitedInit: 'he',
};

export const activations = {
  identity,
  sigmoid,
  tanh: hyperbolicTangent,
  relu,
} satisfies Record<string, Activation>;

export type ActivationName = keyof typeof activations;

function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
