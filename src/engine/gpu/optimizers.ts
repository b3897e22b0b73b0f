import type { OptimizerName } from '../optimizers.ts';

/**
 * The rules of `../optimizers.ts` as the text of a kernel. Each slot becomes what its text says of gradient `g` and its own
 * value `s`; then the weights lose what `change` says of `g` and the new slots `s0` and `s1`. Settings stand there by their
 * names (`rest_rho` is 1 - rho), `rate` is the learning rate of the step, and Adam's `step` and `spread` have the corrections for its start in them.
 */
export const gpuOptimizers = {
  gd: { slots: [], change: 'rate * g' },
  sgd: { slots: [], change: 'rate * g' },
  momentum: { slots: ['momentum * s + g'], change: 'rate * s0' },
  nesterov: { slots: ['momentum * s + g'], change: 'rate * (g + momentum * s0)' },
  adagrad: { slots: ['s + g * g'], change: 'rate * g / (Math.sqrt(s0) + epsilon)' },
  rmsprop: { slots: ['rho * s + rest_rho * g * g'], change: 'rate * g / (Math.sqrt(s0) + epsilon)' },
  adam: {
    slots: ['beta1 * s + rest_beta1 * g', 'beta2 * s + rest_beta2 * g * g'],
    change: 'step * s0 / (Math.sqrt(s1) * spread + epsilon)',
  },
  adamw: {
    slots: ['beta1 * s + rest_beta1 * g', 'beta2 * s + rest_beta2 * g * g'],
    change: 'step * s0 / (Math.sqrt(s1) * spread + epsilon)',
  },
} satisfies Partial<Record<OptimizerName, { slots: readonly string[]; change: string }>>;
