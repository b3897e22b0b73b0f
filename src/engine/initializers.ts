import type { Random } from './random.ts';

/** Widths on both sides of a layer, and the spread for the initializer that is told one. */
export type Fan = { readonly in: number; readonly out: number; readonly std: number };

/** Draws a starting weight of a layer [in, out], and a bias [out]. */
export type Initializer = {
  weight(random: Random, fan: Fan): number;
  bias(random: Random, fan: Fan): number;
};

const zero = () => 0;

/** All 0: every unit of a layer stays the same as every other. */
const zeros: Initializer = { weight: zero, bias: zero };

/** N(0, std^2). */
const normal: Initializer = { weight: (random, { std }) => std * random.normal(), bias: zero };

/** N(0, 2 / (in + out)): keeps the variance forward and backward for a slope near 1. Glorot and Bengio, 2010. */
const xavier: Initializer = {
  weight: (random, fan) => Math.sqrt(2 / (fan.in + fan.out)) * random.normal(),
  bias: zero,
};

/** N(0, 2 / in): makes up for the half that ReLU cuts off. He et al., 2015. */
const he: Initializer = { weight: (random, fan) => Math.sqrt(2 / fan.in) * random.normal(), bias: zero };

/** U(-1 / sqrt(in), 1 / sqrt(in)), biases too: the default of PyTorch's Linear. */
const torch: Initializer = { weight: uniformByFanIn, bias: uniformByFanIn };

export const initializers = { zeros, normal, xavier, he, torch } satisfies Record<string, Initializer>;

export type InitializerName = keyof typeof initializers;

function uniformByFanIn(random: Random, fan: Fan): number {
  return (2 * random.uniform() - 1) / Math.sqrt(fan.in);
}
