import { pow } from './math.ts';

/** One list of numbers as long as the weights for each slot of state. */
export type OptimizerState = readonly (readonly number[])[];

/** A rule from gradients to changes of weights: state in, state out, in float64. The kernels do the same in float32. */
export type Optimizer = {
  /** Its number in `kernels/assembly/optimizers.ts`. */
  readonly code: number;
  /** Numbers kept for each weight from step to step. */
  readonly slots: number;
  /** With their defaults; the kernels read them in this order. */
  readonly settings: Readonly<Record<string, number>>;
  init(size: number): OptimizerState;
  /** `step` counts from 1; the change is to be added to the weights. */
  update(
    gradient: readonly number[],
    state: OptimizerState,
    settings: Readonly<Record<string, number>>,
    learningRate: number,
    step: number,
  ): { readonly change: readonly number[]; readonly state: OptimizerState };
};

// Sorted in order of increasing complexity.

/** change = -rate g, of all rows at once. Cauchy, 1847. */
const gd: Optimizer = {
  code: 0,
  slots: 0,
  settings: {},
  init: () => [],
  update: (gradient, state, _settings, rate) => ({ change: gradient.map((g) => -rate * g), state }),
};

/** The same step on the gradient of a batch: what differs is the batch. Robbins and Monro, 1951. */
const sgd: Optimizer = { ...gd };

/** v = momentum v + g; change = -rate v. Polyak, 1964, in the form of PyTorch. */
const momentum: Optimizer = {
  code: 1,
  slots: 1,
  settings: { momentum: 0.9 },
  init: (size) => [zeros(size)],
  update(gradient, [velocity = []], settings, rate) {
    const keep = settings.momentum!;
    const v = gradient.map((g, i) => keep * velocity[i]! + g);
    return { change: v.map((each) => -rate * each), state: [v] };
  },
};

/**
 * m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2, both divided by 1 - b^step as they start from 0;
 * change = -rate m / (sqrt(v) + epsilon). Kingma and Ba, 2015; defaults of PyTorch.
 */
const adam: Optimizer = {
  code: 2,
  slots: 2,
  settings: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  init: (size) => [zeros(size), zeros(size)],
  update(gradient, [first = [], second = []], settings, rate, step) {
    const { beta1, beta2, epsilon } = settings as { beta1: number; beta2: number; epsilon: number };
    const m = gradient.map((g, i) => beta1 * first[i]! + (1 - beta1) * g);
    const v = gradient.map((g, i) => beta2 * second[i]! + (1 - beta2) * g * g);
    const bias1 = 1 - pow(beta1, step);
    const bias2 = 1 - pow(beta2, step);
    const change = m.map((each, i) => (-rate * (each / bias1)) / (Math.sqrt(v[i]! / bias2) + epsilon));
    return { change, state: [m, v] };
  },
};

export const optimizers = { gd, sgd, momentum, adam } satisfies Record<string, Optimizer>;

export type OptimizerName = keyof typeof optimizers;

/** An optimizer by name, with settings in place of its defaults where they are given. */
export type OptimizerSpec = { readonly name: OptimizerName } & Readonly<Record<string, number | string>>;

function zeros(size: number): readonly number[] {
  return new Array<number>(size).fill(0);
}
