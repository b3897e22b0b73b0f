import { normals } from '../../data/rows.ts';
import { createRandom, type Random } from '../../engine/random.ts';
import type { Kind } from '../kind.ts';
import { cholesky, dot, solve } from '../linear-algebra.ts';
import { tellPoints } from '../told-points.ts';

export type RandomFeaturesSettings = {
  readonly kind: 'random-features';
  /** The widest model; those before have 1, 2, ... of its features. */
  readonly width: number;
  /** Inputs of each example. */
  readonly features: number;
  readonly n: number;
  readonly test: number;
  /** Standard deviation of what is added to every target, those of the test too. */
  readonly noise: number;
  readonly ridge: number;
};

/**
 * Least squares on ever more random ReLU features of the same examples: as many features as examples is where it fits them
 * exactly for the first time. From there on, of all exact fits it takes the one with the smallest weights. Belkin et al., 2019.
 */
export const randomFeatures: Kind = {
  keys: ['width', 'features', 'n', 'test', 'noise', 'ridge'],
  prepare(given) {
    const chosen = given as Partial<RandomFeaturesSettings>;
    const settings: RandomFeaturesSettings = {
      kind: 'random-features',
      width: chosen.width ?? 200,
      features: chosen.features ?? 5,
      n: chosen.n ?? 40,
      test: chosen.test ?? 500,
      noise: chosen.noise ?? 0.5,
      ridge: chosen.ridge ?? 0,
    };
    return {
      settings,
      problems: [],
      // Lists of float64: the inputs while they are drawn, and the features.
      memory: () => ({ n: 8 * (settings.n + settings.test) * (settings.features + settings.width) }),
      measures: { points: settings.test > 0 ? ['loss', 'test_loss'] : ['loss'], totals: [] },
      span: { steps: settings.width, stepsPerEpoch: 0, axis: 'width' },
      examples: () => null,
      start(seed) {
        const problem = drawProblem(settings, createRandom(seed));
        return tellPoints(1, (width) => errorsAt(width, problem, settings));
      },
    };
  },
};

/** Examples as their features: for each feature its values over the rows. */
type Part = { readonly features: readonly Float64Array[]; readonly targets: Float64Array };
type Problem = { readonly train: Part; readonly test: Part };

/** Targets are w·x + noise, with x from N(0, 1) and |w| = 1. */
function drawProblem({ width, features, n, test, noise }: RandomFeaturesSettings, random: Random): Problem {
  const teacher = unit(normals(random.fork('target'), features));
  const directions = random.fork('features');
  const weights = Array.from({ length: width }, () => unit(normals(directions, features)));
  const part = (rows: number, draws: Random): Part => {
    const inputs = Array.from({ length: rows }, () => normals(draws, features));
    return {
      features: weights.map((w) => Float64Array.from(inputs, (x) => Math.max(0, dot(w, x)))),
      targets: Float64Array.from(inputs, (x) => dot(teacher, x) + noise * draws.normal()),
    };
  };
  return { train: part(n, random.fork('train')), test: part(test, random.fork('test')) };
}

function errorsAt(width: number, { train, test }: Problem, { ridge }: RandomFeaturesSettings) {
  const features = train.features.slice(0, width);
  const weights = leastSquares(features, train.targets, ridge);
  const loss = meanSquare(weights, features, train.targets);
  return test.targets.length > 0
    ? { loss, test_loss: meanSquare(weights, test.features, test.targets) }
    : { loss };
}

/**
 * The weights w that make |Φw − y|² + ridge·|w|² smallest, and of several such the shortest: (ΦᵀΦ + ridge)⁻¹Φᵀy, or with more
 * features than rows Φᵀ(ΦΦᵀ + ridge)⁻¹y, which is the same.
 */
function leastSquares(
  features: readonly Float64Array[],
  targets: Float64Array,
  ridge: number,
): readonly number[] {
  const rows = targets.length;
  if (features.length <= rows) {
    const products = features.map((one, i) => features.slice(0, i + 1).map((other) => dot(one, other)));
    const right = features.map((each) => dot(each, targets));
    return Array.from(solveWith(products, right, ridge));
  }
  const products = Array.from({ length: rows }, (_, i) => new Float64Array(i + 1));
  for (const each of features)
    for (let i = 0; i < rows; i++) for (let j = 0; j <= i; j++) products[i]![j]! += each[i]! * each[j]!;
  const dual = solveWith(products, targets, ridge);
  return features.map((each) => dot(each, dual));
}

/** Where rounding has taken the last of the matrix away, the smallest ridge that brings it back stands in. */
function solveWith(products: readonly ArrayLike<number>[], right: ArrayLike<number>, ridge: number) {
  for (let added = ridge; ; added = Math.max(1e-12, added * 10)) {
    const lower = cholesky(
      products.map((row, i) => Float64Array.from(row, (v, j) => v + (i === j ? added : 0))),
    );
    if (lower) return solve(lower, right);
  }
}

function meanSquare(
  weights: readonly number[],
  features: readonly Float64Array[],
  targets: Float64Array,
): number {
  const errors = targets.map((each) => -each);
  for (const [k, weight] of weights.entries()) {
    const values = features[k]!;
    for (let i = 0; i < errors.length; i++) errors[i]! += weight * values[i]!;
  }
  return dot(errors, errors) / errors.length;
}

function unit(vector: readonly number[]): readonly number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((each) => each / length);
}
