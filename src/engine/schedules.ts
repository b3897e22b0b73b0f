import { cos, pow } from './math.ts';

/** Numbers that some schedules take, by name; what is left out has the schedule's own default. */
export type ScheduleSettings = {
  /** What the rate is multiplied by, each time. */
  readonly gamma?: number;
  /** Steps between two such times. */
  readonly every?: number;
  /** Looks at the loss without improvement that are let pass. */
  readonly patience?: number;
};

/** The learning rate of each step, counted from 0, of `total`. */
export type Schedule = {
  readonly settings: ScheduleSettings;
  rate(base: number, step: number, total: number, settings?: ScheduleSettings): number;
};

/** The same at every step. */
const constant: Schedule = { settings: {}, rate: (base) => base };

/** base gamma^(whole part of step / every): a tenth of it each time. PyTorch's StepLR. */
const step: Schedule = {
  settings: { gamma: 0.1, every: 100 },
  rate: (base, at, _total, { gamma = 0.1, every = 100 } = {}) => base * pow(gamma, Math.floor(at / every)),
};

/** base gamma^step: the same share less at every step. PyTorch's ExponentialLR. */
const exponential: Schedule = {
  settings: { gamma: 0.99 },
  rate: (base, at, _total, { gamma = 0.99 } = {}) => base * pow(gamma, at),
};

/** base (1 - step / total): a straight line from base down to nearly 0. */
const linear: Schedule = { settings: {}, rate: (base, at, total) => base * (1 - at / total) };

/** base (1 + cos(pi step / total)) / 2: from base down to nearly 0 along half a wave. Loshchilov and Hutter, 2017. */
const cosine: Schedule = {
  settings: {},
  rate: (base, at, total) => (base * (1 + cos((Math.PI * at) / total))) / 2,
};

/**
 * Half a wave from base / 25 up to base over the first 3/10 of the way, and another down to base / 250,000 at the last step.
 * Smith and Topin, 2018, in the form of PyTorch's OneCycleLR.
 */
const oneCycle: Schedule = {
  settings: {},
  rate(base, at, total) {
    const [top, last] = [0.3 * total - 1, total - 1];
    const [low, end] = [base / 25, base / 250_000];
    if (at <= top) return wave(low, base, at / top);
    return wave(base, end, last > top ? (at - top) / (last - top) : 1);
  },
};

/** base, until the loss stops falling: whoever looks at it multiplies base by what plateau.ts says. PyTorch's ReduceLROnPlateau. */
const plateau: Schedule = { settings: { gamma: 0.1, patience: 10 }, rate: (base) => base };

export const schedules = {
  constant,
  step,
  exponential,
  linear,
  cosine,
  one_cycle: oneCycle,
  plateau,
} satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;

/** A schedule by name, behind a warm-up if one is wanted. */
export type ScheduleSpec = ScheduleSettings & { readonly name: ScheduleName; readonly warmup?: number };

/**
 * The rate of a step: base (step + 1) / warmup during the warm-up (Goyal et al., 2017), and then the schedule over the steps
 * that are left.
 */
export function rateAt(spec: ScheduleSpec, base: number, step: number, total: number): number {
  const { name, warmup = 0, ...settings } = spec;
  if (step < warmup) return (base * (step + 1)) / warmup;
  return schedules[name].rate(base, step - warmup, total - warmup, settings);
}

/** From one value to another along half a cosine wave, `share` of the way. */
function wave(from: number, to: number, share: number): number {
  return to + ((from - to) * (1 + cos(Math.PI * share))) / 2;
}
