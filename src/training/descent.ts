import { type OptimizerSpec, optimizers } from '../engine/optimizers.ts';

type SettingName = 'momentum' | 'rho' | 'beta1' | 'beta2' | 'epsilon';

/** A point on its way down, in float64. */
export type Descent = {
  readonly weights: readonly number[];
  /** Steps that were taken. */
  readonly count: number;
  step(gradient: readonly number[], rate: number): void;
};

/**
 * An optimizer with its weight decay, fed with gradients from outside: what the kernels do to the weights of a network.
 * `coupling` says whether decay enters the gradient or the weights, where that is not to be as the optimizer has it.
 */
export function startDescent(
  start: readonly number[],
  spec: OptimizerSpec,
  coupling = optimizers[spec.name].decay,
): Descent {
  const { name, decay = 0 } = spec;
  const rule = optimizers[name];
  const settings = Object.fromEntries(
    Object.entries(rule.settings).map(([key, usual]) => [key, spec[key as SettingName] ?? usual]),
  );
  let weights = start;
  let state = rule.init(start.length);
  let count = 0;
  return {
    get weights() {
      return weights;
    },
    get count() {
      return count;
    },
    step(gradient, rate) {
      count++;
      const isCoupled = coupling === 'coupled';
      const pulled =
        decay > 0 && isCoupled ? gradient.map((each, i) => each + decay * weights[i]!) : gradient;
      const kept = decay > 0 && !isCoupled ? 1 - rate * decay : 1;
      const { change, state: next } = rule.update(pulled, state, settings, rate, count);
      state = next;
      weights = weights.map((each, i) => kept * each + change[i]!);
    },
  };
}
