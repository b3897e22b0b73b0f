import type { ActivationName } from '../activations.ts';

/** Value and slope at x, as the text of a kernel: the formulas of `../activations.ts`, where their sources stand. */
export const gpuActivations = {
  identity: { value: 'x', slope: '1' },
  sigmoid: { value: 'logistic(x)', slope: 'logistic(x) * logistic(-x)' },
  tanh: { value: 'hyperbolicTangent(x)', slope: '1 - hyperbolicTangent(x) * hyperbolicTangent(x)' },
  relu: { value: 'Math.max(0, x)', slope: 'x > 0 ? 1 : 0' },
  leaky_relu: { value: 'x < 0 ? 0.01 * x : x', slope: 'x > 0 ? 1 : 0.01' },
  elu: { value: 'x < 0 ? expMinusOne(x) : x', slope: 'x > 0 ? 1 : Math.exp(x)' },
  selu: {
    value: '1.0507009873554805 * (x < 0 ? 1.6732632423543772 * expMinusOne(x) : x)',
    slope: '1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x))',
  },
  softplus: { value: 'Math.max(x, 0) + softTail(x)', slope: 'logistic(x)' },
  silu: { value: 'x * logistic(x)', slope: 'logistic(x) * (1 + x * logistic(-x))' },
  gelu: {
    value: 'x * normalChance(x)',
    slope: 'normalChance(x) + x * 0.3989422804014327 * Math.exp(-0.5 * x * x)',
  },
  gelu_tanh: {
    value: `x * logistic(${bend()})`,
    slope: `logistic(${bend()}) + x * logistic(${bend()}) * logistic(-(${bend()}))
      * (1.5957691216057308 + 0.2140644488178847 * x * x)`,
  },
} satisfies Partial<Record<ActivationName, { value: string; slope: string }>>;

function bend(): string {
  return '1.5957691216057308 * (x + 0.044715 * x * x * x)';
}
