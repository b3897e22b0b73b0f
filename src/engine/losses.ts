import { exp, log, pow } from './math.ts';

/** What is to be learnt: one of two classes, one of several, or numbers. */
export type Task = 'binary' | 'classes' | 'regression';

/** What a target is, and so how a right answer is told: a number, 0 or 1 for the sign of a logit, or the index of a class. */
export type Answer = 'number' | 'logit' | 'class';

/** Numbers that some losses take, by name; what is left out has the loss's own default. */
export type LossSettings = {
  /** Share of the target that is spread evenly over the classes. Szegedy et al., 2016. */
  readonly smoothing?: number;
  /** Where Huber's parabola becomes a line. */
  readonly delta?: number;
  /** How much focal losses play down what is already right. */
  readonly gamma?: number;
  /** Weight of class 1, and 1 - alpha of class 0, in the focal loss. */
  readonly alpha?: number;
  /** Weight of each class, as many as there are. */
  readonly weights?: readonly number[];
};

/** How wrong the outputs of a row are. A batch counts as the mean over its rows, for `ce` by the weights of their classes. */
export type Loss = {
  /** Its number in `kernels/assembly/losses.ts`. */
  readonly code: number;
  readonly tasks: readonly Task[];
  readonly answer: Answer;
  /** With their defaults; the kernels read them in this order. */
  readonly settings: Readonly<Partial<Record<Exclude<keyof LossSettings, 'weights'>, number>>>;
  readonly takesWeights: boolean;
  /** Width of the last layer for a task. */
  outputs(task: Task, classes: number): number;
  /** outputs: [outputs]; target: [outputs], or [1] with the index of the class */
  value(outputs: readonly number[], target: readonly number[], settings?: LossSettings): number;
  /** Slope of the value in each output. */
  slope(outputs: readonly number[], target: readonly number[], settings?: LossSettings): readonly number[];
};

const number = {
  tasks: ['regression', 'binary'],
  answer: 'number',
  takesWeights: false,
  outputs: () => 1,
} as const;
const logit = { tasks: ['binary'], answer: 'logit', outputs: () => 1 } as const;
const choice = {
  ...({ tasks: ['classes', 'binary'], answer: 'class', takesWeights: true } as const),
  outputs: (task: Task, classes: number) => (task === 'binary' ? 2 : classes),
};

/** mean over outputs of (y - t)^2, slope 2 (y - t) / outputs. Legendre, 1805. */
const mse: Loss = {
  ...{ ...number, code: 0, settings: {} },
  value: (y, t) => mean(y.map((each, i) => (each - t[i]!) ** 2)),
  slope: (y, t) => y.map((each, i) => (2 * (each - t[i]!)) / y.length),
};

/** mean over outputs of |y - t|, slope sign(y - t) / outputs, 0 at 0. Laplace, 1774. */
const mae: Loss = {
  ...{ ...number, code: 3, settings: {} },
  value: (y, t) => mean(y.map((each, i) => Math.abs(each - t[i]!))),
  slope: (y, t) => y.map((each, i) => Math.sign(each - t[i]!) / y.length),
};

/** d^2 / 2 for d = |y - t| up to delta, delta (d - delta / 2) beyond; slope y - t, held within delta. Huber, 1964. */
const huber: Loss = {
  ...{ ...number, code: 4, settings: { delta: 1 } },
  value: (y, t, { delta = 1 } = {}) =>
    mean(
      y
        .map((each, i) => Math.abs(each - t[i]!))
        .map((d) => (d <= delta ? (d * d) / 2 : delta * (d - delta / 2))),
    ),
  slope: (y, t, { delta = 1 } = {}) =>
    y.map((each, i) => Math.max(-delta, Math.min(delta, each - t[i]!)) / y.length),
};

/**
 * Cross entropy of p = sigmoid(y) and t in {0, 1}: w1 t ln(1 + e^-y) + w0 (1 - t) ln(1 + e^y), slope (w1 t + w0 (1 - t)) p - w1 t.
 * Smoothing moves t to t (1 - smoothing) + smoothing / 2. Weights as PyTorch's pos_weight: the mean is over rows, not weights.
 */
const bce: Loss = {
  ...{ ...logit, code: 1, settings: { smoothing: 0 }, takesWeights: true },
  value: (y, t, settings = {}) =>
    mean(y.map((z, i) => dot(shares(t[i]!, settings), [softplus(z), softplus(-z)]))),
  slope: (y, t, settings = {}) =>
    y.map((z, i) => {
      const [w0, w1] = shares(t[i]!, settings);
      return ((w0 + w1) * logistic(z) - w1) / y.length;
    }),
};

/**
 * mean over outputs of (p - t)^2 with p = sigmoid(y), slope 2 (p - t) p (1 - p) / outputs: the squared error of a chance, whose
 * slope dies where p is sure of itself, right or wrong. Brier, 1950.
 */
const sigmoidMse: Loss = {
  ...{ ...logit, code: 8, settings: {}, takesWeights: false },
  value: (y, t) => mean(y.map((z, i) => (logistic(z) - t[i]!) ** 2)),
  slope: (y, t) => y.map((z, i) => (2 * (logistic(z) - t[i]!) * logistic(z) * logistic(-z)) / y.length),
};

/** mean over outputs of max(0, 1 - s y) with s = 2 t - 1, slope -s where s y < 1, 0 elsewhere. Cortes and Vapnik, 1995. */
const hinge: Loss = {
  ...{ ...logit, code: 5, settings: {}, takesWeights: false },
  value: (y, t) => mean(y.map((z, i) => Math.max(0, 1 - (2 * t[i]! - 1) * z))),
  slope: (y, t) => y.map((z, i) => ((2 * t[i]! - 1) * z < 1 ? (1 - 2 * t[i]!) / y.length : 0)),
};

/**
 * -a (1 - p)^gamma ln p with p the chance of the right class by sigmoid(y), a = alpha for class 1 and 1 - alpha for class 0;
 * slope for s y, s = 2 t - 1: a (1 - p)^gamma (gamma p ln p - (1 - p)). Lin et al., 2017.
 */
const focal: Loss = {
  ...{ ...logit, code: 6, settings: { gamma: 2, alpha: 0.25 }, takesWeights: false },
  value: (y, t, { gamma = 2, alpha = 0.25 } = {}) =>
    mean(
      y.map((z, i) => {
        const u = (2 * t[i]! - 1) * z;
        return (t[i] === 1 ? alpha : 1 - alpha) * pow(logistic(-u), gamma) * softplus(-u);
      }),
    ),
  slope: (y, t, { gamma = 2, alpha = 0.25 } = {}) =>
    y.map((z, i) => {
      const s = 2 * t[i]! - 1;
      const [p, q] = [logistic(s * z), logistic(-s * z)];
      const a = t[i] === 1 ? alpha : 1 - alpha;
      return (s * a * pow(q, gamma) * (-gamma * p * softplus(-s * z) - q)) / y.length;
    }),
};

/**
 * Cross entropy of p = softmax(y) and class t: -sum q_c ln p_c, slope p sum q - q, with q = w_t [c = t]; smoothing spreads
 * it, q_c = (1 - smoothing) w_t [c = t] + smoothing w_c / classes. A batch is divided by the sum of its w_t, as in PyTorch.
 */
const ce: Loss = {
  ...{ ...choice, code: 2, settings: { smoothing: 0 } },
  value: (y, t, settings = {}) =>
    dot(
      classShares(y.length, t[0]!, settings),
      y.map((z) => logSumExp(y) - z),
    ),
  slope(y, t, settings = {}) {
    const q = classShares(y.length, t[0]!, settings);
    const whole = q.reduce((sum, each) => sum + each, 0);
    return y.map((z, i) => whole * exp(z - logSumExp(y)) - q[i]!);
  },
};

/**
 * -w_t (1 - p)^gamma ln p with p = softmax(y)_t; slope w_t (1 - p)^(gamma - 1) (gamma p ln p - (1 - p)) ([i = t] - softmax(y)_i).
 * The focal loss of Lin et al., 2017, for more than two classes; the mean is over rows, not weights.
 */
const focalCe: Loss = {
  ...{ ...choice, code: 7, settings: { gamma: 2 } },
  value(y, t, { gamma = 2, weights } = {}) {
    const logP = y[t[0]!]! - logSumExp(y);
    return -(weights?.[t[0]!] ?? 1) * pow(1 - exp(logP), gamma) * logP;
  },
  slope(y, t, { gamma = 2, weights } = {}) {
    const logP = y[t[0]!]! - logSumExp(y);
    const [p, q] = [exp(logP), 1 - exp(logP)];
    const pull = (weights?.[t[0]!] ?? 1) * pow(q, gamma - 1) * (gamma * p * logP - q);
    return y.map((z, i) => pull * ((i === t[0] ? 1 : 0) - exp(z - logSumExp(y))));
  },
};

export const losses = {
  mse,
  mae,
  huber,
  bce,
  sigmoid_mse: sigmoidMse,
  hinge,
  focal,
  ce,
  focal_ce: focalCe,
} satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;

/** What keeps a loss with these settings from judging so many outputs. */
export function checkLoss(name: LossName, settings: LossSettings, outputs: number): readonly string[] {
  if (!Object.hasOwn(losses, name)) return [`there is no loss ${name}`];
  const loss = losses[name];
  const classes = loss.answer === 'class' ? outputs : 2;
  const { weights, ...others } = settings;
  const strange = Object.keys(others).filter((key) => !Object.hasOwn(loss.settings, key));
  if (weights && !loss.takesWeights) strange.push('weights');
  if (strange.length > 0) return [`the loss ${name} takes no ${strange.join(' and no ')}`];
  if (weights && weights.length !== classes)
    return [`${weights.length} class weights for ${classes} classes`];
  return [];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, i) => sum + each * b[i]!, 0);
}

/** From the largest, so that nothing overflows. */
function logSumExp(y: readonly number[]): number {
  const top = Math.max(...y);
  return top + log(y.reduce((sum, z) => sum + exp(z - top), 0));
}

/** ln(1 + e^x). */
function softplus(x: number): number {
  return Math.max(x, 0) + log(1 + exp(-Math.abs(x)));
}

function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** What class 0 and class 1 count for a target of 0 or 1. */
function shares(target: number, { smoothing = 0, weights = [1, 1] }: LossSettings): [number, number] {
  const t = target * (1 - smoothing) + smoothing / 2;
  return [weights[0]! * (1 - t), weights[1]! * t];
}

/** What each class counts where the target is class t. */
function classShares(classes: number, t: number, { smoothing = 0, weights }: LossSettings): number[] {
  const weight = (c: number) => weights?.[c] ?? 1;
  return Array.from(
    { length: classes },
    (_, c) => (c === t ? (1 - smoothing) * weight(t) : 0) + (smoothing * weight(c)) / classes,
  );
}
