import { pow } from './math.ts';

/** One list of numbers as long as the weights for each slot of state. */
export type OptimizerState = readonly (readonly number[])[];

/**
 * A rule from gradients to changes of weights: state in, state out, in float64. The kernels do the same in float32. Decay,
 * clipping and shrinking are none of its business: `update.ts` puts them before and behind any rule.
 */
export type Optimizer = {
  /** Its number in `kernels/assembly/optimizers.ts`. */
  readonly code: number;
  /** Numbers kept for each weight from step to step. */
  readonly slots: number;
  /** With their defaults; the kernels read them in this order. */
  readonly settings: Readonly<Record<string, number>>;
  /** The rate that it is usually begun with. */
  readonly usualRate: number;
  /** Whether weight decay is added to the gradient (the slope of decay / 2 |w|^2) or taken off the weights beside the step. */
  readonly decay: 'coupled' | 'decoupled';
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
  usualRate: 0.1,
  decay: 'coupled',
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
  usualRate: 0.01,
  decay: 'coupled',
  init: (size) => [zeros(size)],
  update(gradient, [velocity = []], settings, rate) {
    const keep = settings.momentum!;
    const v = gradient.map((g, i) => keep * velocity[i]! + g);
    return { change: v.map((each) => -rate * each), state: [v] };
  },
};

/** v = momentum v + g; change = -rate (g + momentum v): the step that follows is looked ahead to. Nesterov, 1983, in the form of PyTorch. */
const nesterov: Optimizer = {
  code: 3,
  slots: 1,
  settings: { momentum: 0.9 },
  usualRate: 0.01,
  decay: 'coupled',
  init: (size) => [zeros(size)],
  update(gradient, [velocity = []], settings, rate) {
    const keep = settings.momentum!;
    const v = gradient.map((g, i) => keep * velocity[i]! + g);
    return { change: gradient.map((g, i) => -rate * (g + keep * v[i]!)), state: [v] };
  },
};

/** s = s + g^2; change = -rate g / (sqrt(s) + epsilon): what was steep is walked ever more slowly. Duchi et al., 2011. */
const adagrad: Optimizer = {
  code: 4,
  slots: 1,
  settings: { epsilon: 1e-10 },
  usualRate: 0.1,
  decay: 'coupled',
  init: (size) => [zeros(size)],
  update(gradient, [sums = []], settings, rate) {
    const s = gradient.map((g, i) => sums[i]! + g * g);
    return {
      change: gradient.map((g, i) => (-rate * g) / (Math.sqrt(s[i]!) + settings.epsilon!)),
      state: [s],
    };
  },
};

/** v = rho v + (1 - rho) g^2; change = -rate g / (sqrt(v) + epsilon). Tieleman and Hinton, 2012; rho of PyTorch. */
const rmsprop: Optimizer = {
  code: 5,
  slots: 1,
  settings: { rho: 0.99, epsilon: 1e-8 },
  usualRate: 0.01,
  decay: 'coupled',
  init: (size) => [zeros(size)],
  update(gradient, [squares = []], settings, rate) {
    const v = gradient.map((g, i) => average(squares[i]!, g * g, settings.rho!));
    return {
      change: gradient.map((g, i) => (-rate * g) / (Math.sqrt(v[i]!) + settings.epsilon!)),
      state: [v],
    };
  },
};

/**
 * v = rho v + (1 - rho) g^2; d = g sqrt(u + epsilon) / sqrt(v + epsilon); u = rho u + (1 - rho) d^2; change = -rate d:
 * the size of past steps stands in for a rate. Zeiler, 2012.
 */
const adadelta: Optimizer = {
  code: 6,
  slots: 2,
  settings: { rho: 0.9, epsilon: 1e-6 },
  usualRate: 1,
  decay: 'coupled',
  init: (size) => [zeros(size), zeros(size)],
  update(gradient, [squares = [], steps = []], settings, rate) {
    const { rho, epsilon } = settings as { rho: number; epsilon: number };
    const v = gradient.map((g, i) => average(squares[i]!, g * g, rho));
    const d = gradient.map((g, i) => (g * Math.sqrt(steps[i]! + epsilon)) / Math.sqrt(v[i]! + epsilon));
    const u = d.map((each, i) => average(steps[i]!, each * each, rho));
    return { change: d.map((each) => -rate * each), state: [v, u] };
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
  usualRate: 0.01,
  decay: 'coupled',
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

/** Adam with weight decay taken off the weights themselves and not through the moments. Loshchilov and Hutter, 2019. */
const adamw: Optimizer = { ...adam, decay: 'decoupled' };

export const optimizers = {
  gd,
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamw,
} satisfies Record<string, Optimizer>;

export type OptimizerName = keyof typeof optimizers;

/** How l1 is put to work. */
export const l1Kinds = ['proximal', 'subgradient'] as const;

export type L1Kind = (typeof l1Kinds)[number];

/** An optimizer by name, with settings in place of its defaults where they are given, and what stands around its step. */
export type OptimizerSpec = {
  readonly name: OptimizerName;
  /** Weight decay, L2: coupled to the gradient or not, as the optimizer has it. */
  readonly decay?: number;
  /** Weights move towards 0 by rate times this after each step, and stop there (soft threshold). Beck and Teboulle, 2009. */
  readonly l1?: number;
  /** Whether l1 is that threshold, or l1 sign(w) is added to the gradient, which never meets 0. */
  readonly l1_kind?: L1Kind;
  /** The gradient of all weights together is shortened to this length. Pascanu et al., 2013. */
  readonly clip_norm?: number;
  /** Each slope is held within this and its negative. */
  readonly clip_value?: number;
  readonly momentum?: number;
  readonly rho?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
};

function zeros(size: number): readonly number[] {
  return new Array<number>(size).fill(0);
}

function average(before: number, value: number, rho: number): number {
  return rho * before + (1 - rho) * value;
}
