import type { InitializerName } from './initializers.ts';
import { erfc, exp, log, tanh } from './math.ts';

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

/** f(x) = x above 0 and 0.01 x elsewhere, f' = 1 and 0.01, at 0 too: no unit dies. Maas et al., 2013. */
const leakyRelu: Activation = {
  code: 4,
  value: (x) => (x < 0 ? 0.01 * x : x),
  slope: (x) => (x > 0 ? 1 : 0.01),
  suitedInit: 'he',
};

/** f(x) = x above 0 and e^x - 1 elsewhere, f' = 1 and e^x: the mean of its values lies nearer to 0. Clevert et al., 2016. */
const elu: Activation = {
  code: 5,
  value: (x) => (x < 0 ? expMinusOne(x) : x),
  slope: (x) => (x > 0 ? 1 : exp(x)),
  suitedInit: 'he',
};

/** f(x) = 1.0507 times x above 0 and 1.6733 (e^x - 1) elsewhere: mean 0 and variance 1 stay so. Klambauer et al., 2017. */
const selu: Activation = {
  code: 6,
  value: (x) => SELU_SCALE * (x < 0 ? SELU_ALPHA * expMinusOne(x) : x),
  slope: (x) => SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * exp(x)),
  suitedInit: 'lecun',
};

/** f(x) = ln(1 + e^x), f' = 1 / (1 + e^-x): ReLU without its corner. Dugas et al., 2001. */
const softplus: Activation = {
  code: 7,
  value: (x) => Math.max(x, 0) + log(1 + exp(-Math.abs(x))),
  slope: logistic,
  suitedInit: 'he',
};

/** f(x) = x s(x) with s the sigmoid, f' = s + x s (1 - s); also called swish. Elfwing et al., 2018. */
const silu: Activation = {
  code: 8,
  value: (x) => Math.max(x, -750) * logistic(x),
  slope: (x) => logistic(x) * (1 + x * logistic(-x)),
  suitedInit: 'he',
};

/** f(x) = x P(x), P(x) the chance that a normal number is below x; f' = P + x e^(-x^2 / 2) / sqrt(2 pi). Hendrycks and Gimpel, 2016. */
const gelu: Activation = {
  code: 9,
  value: (x) => Math.max(x, -40) * normalChance(x),
  slope: (x) => normalChance(x) + (x * exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI),
  suitedInit: 'he',
};

/** f(x) = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2: GELU without erf, within 0.0005 of it. */
const geluTanh: Activation = {
  code: 10,
  value: (x) => Math.max(x, -40) * logistic(2 * bend(x)),
  slope(x) {
    const s = logistic(2 * bend(x));
    return s + x * s * logistic(-2 * bend(x)) * 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
  },
  suitedInit: 'he',
};

export const activations = {
  identity,
  sigmoid,
  tanh: hyperbolicTangent,
  relu,
  leaky_relu: leakyRelu,
  elu,
  selu,
  softplus,
  silu,
  gelu,
  gelu_tanh: geluTanh,
} satisfies Record<string, Activation>;

export type ActivationName = keyof typeof activations;

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** e^x - 1 without losing the digits of a small x. */
function expMinusOne(x: number): number {
  return tanh(x / 2) * (exp(x) + 1);
}

function normalChance(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

function bend(x: number): number {
  return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
}
