import type { Random } from './random.ts';

/** Widths on both sides of a layer, and what the initializers that are told a size go by. */
export type Fan = { readonly in: number; readonly out: number; readonly std: number; readonly value: number };

/** Rows and columns of a weight: [in, out]. */
export type MatrixShape = readonly [rows: number, columns: number];

/** Draws the starting weights of a layer, row after row, and its biases [out]. */
export type Initializer = {
  weights(random: Random, shape: MatrixShape, fan: Fan): Float32Array;
  biases(random: Random, size: number, fan: Fan): Float32Array;
};

type Draw = (random: Random, fan: Fan) => number;

/** All 0: every unit of a layer stays the same as every other. */
const zeros = drawing(() => 0);

/** All weights the same number: units of a layer stay the same too, whatever the number. */
const constant = drawing((_random, { value }) => value);

/** N(0, std^2). */
const normal = drawing((random, { std }) => std * random.normal());

/** U(-a, a) with a = std sqrt 3, which is what makes its standard deviation std. */
const uniform = drawing((random, { std }) => spread(random, std * Math.sqrt(3)));

/** N(0, 1 / in): keeps the variance forward where the slope is near 1; SELU is made for it. LeCun et al., 1998. */
const lecun = drawing((random, fan) => Math.sqrt(1 / fan.in) * random.normal());

/** N(0, 2 / (in + out)): keeps the variance forward and backward for a slope near 1. Glorot and Bengio, 2010. */
const xavier = drawing((random, fan) => Math.sqrt(2 / (fan.in + fan.out)) * random.normal());

/** U(-a, a) with a = sqrt(6 / (in + out)): the same variance as `xavier`. Glorot and Bengio, 2010. */
const xavierUniform = drawing((random, fan) => spread(random, Math.sqrt(6 / (fan.in + fan.out))));

/** N(0, 2 / in): makes up for the half that ReLU cuts off. He et al., 2015. */
const he = drawing((random, fan) => Math.sqrt(2 / fan.in) * random.normal());

/** U(-a, a) with a = sqrt(6 / in): the same variance as `he`. He et al., 2015. */
const heUniform = drawing((random, fan) => spread(random, Math.sqrt(6 / fan.in)));

/** Rows or columns, whichever are fewer, of length 1 and at right angles: no signal grows or shrinks. Saxe et al., 2014. */
const orthogonal: Initializer = {
  weights: orthogonalRows,
  biases: (_random, size) => new Float32Array(size),
};

/** U(-1 / sqrt(in), 1 / sqrt(in)), biases too: the default of PyTorch's Linear. */
const torch = drawing(uniformByFanIn, uniformByFanIn);

export const initializers = {
  zeros,
  constant,
  normal,
  uniform,
  lecun,
  xavier,
  xavier_uniform: xavierUniform,
  he,
  he_uniform: heUniform,
  orthogonal,
  torch,
} satisfies Record<string, Initializer>;

export type InitializerName = keyof typeof initializers;

/** Every weight by itself, from one distribution; biases at 0 unless they are drawn too. */
function drawing(weight: Draw, bias: Draw = () => 0): Initializer {
  return {
    weights: (random, [rows, columns], fan) =>
      Float32Array.from({ length: rows * columns }, () => weight(random, fan)),
    biases: (random, size, fan) => Float32Array.from({ length: size }, () => bias(random, fan)),
  };
}

function spread(random: Random, limit: number): number {
  return (2 * random.uniform() - 1) * limit;
}

function uniformByFanIn(random: Random, fan: Fan): number {
  return (2 * random.uniform() - 1) / Math.sqrt(fan.in);
}

/** Normal vectors made orthonormal one after the other (Gram and Schmidt, twice over for the rounding), in float64. */
function orthogonalRows(random: Random, [rows, columns]: MatrixShape): Float32Array {
  const [count, length] = [Math.min(rows, columns), Math.max(rows, columns)];
  const basis: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const vector = Float64Array.from({ length }, () => random.normal());
    for (const other of [...basis, ...basis]) {
      const share = dot(vector, other);
      for (let j = 0; j < length; j++) vector[j]! -= share * other[j]!;
    }
    const size = Math.sqrt(dot(vector, vector));
    basis.push(vector.map((each) => each / size));
  }
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return rows <= columns ? basis[row]![column]! : basis[column]![row]!;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, each, i) => sum + each * b[i]!, 0);
}
