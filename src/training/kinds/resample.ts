import { sin } from '../../engine/math.ts';
import { createRandom, type Random } from '../../engine/random.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Examples, FitLook } from '../events.ts';
import type { Kind } from '../kind.ts';
import { cholesky, dot, solve } from '../linear-algebra.ts';
import { tellPoints } from '../told-points.ts';

export type ResampleSettings = {
  readonly kind: 'resample';
  /** The highest degree; those before it are 0, 1, 2, ... */
  readonly degree: number;
  readonly n: number;
  readonly noise: number;
  readonly ridge: number;
  /** Training sets, each with the same x and new noise. */
  readonly draws: number;
};

/**
 * Bias and variance of polynomials that are fitted to many training sets, a degree at a step: y = sin πx + noise at `n` even
 * places of [−1, 1]. Errors are means over a fine grid of it: bias2 is (mean fit − truth)², variance the mean square distance
 * of the fits from their mean, and test_loss the error on targets with noise of their own. Geman et al., 1992.
 */
export const resample: Kind = {
  keys: ['degree', 'n', 'noise', 'ridge', 'draws'],
  prepare(given, words) {
    const chosen = given as Partial<ResampleSettings>;
    const settings: ResampleSettings = {
      kind: 'resample',
      degree: chosen.degree ?? 15,
      n: chosen.n ?? 20,
      noise: chosen.noise ?? 0.3,
      ridge: chosen.ridge ?? 0,
      draws: chosen.draws ?? 200,
    };
    return {
      settings,
      problems: problemsOf(settings, words),
      measures: { points: ['loss', 'test_loss', 'bias2', 'variance'], totals: [] },
      span: { steps: settings.degree, stepsPerEpoch: 0, axis: 'degree' },
      examples: (seed) => examplesOf(settings, seed),
      start(seed) {
        const sets = drawSets(settings, createRandom(seed));
        const fits = (degree: number) => fitterOf(degree, settings);
        return tellPoints(
          0,
          (degree) => errorsOf(fits(degree), sets),
          (degree) => lookOf(fits(degree), sets),
        );
      },
    };
  },
};

function problemsOf({ degree, n }: ResampleSettings, words: Words['problem']) {
  // From n coefficients on, more than one polynomial meets every point.
  const message = words.notAllowed('degree', String(degree), words.wholeFrom('0', String(n - 1)));
  return degree < n ? [] : [{ key: 'degree', message }];
}

const GRID = 100;

/** Places in [−1, 1]: its ends and even steps between, and for testing the middles of a fine grid. */
const trainingPlaces = (n: number) => Float64Array.from({ length: n }, (_, i) => -1 + (2 * i) / (n - 1));
const testPlaces = Float64Array.from({ length: GRID }, (_, i) => -1 + (2 * i + 1) / GRID);

const truth = (x: number) => sin(Math.PI * x);

type Sets = readonly { readonly train: Float64Array; readonly test: Float64Array }[];

/** The targets of every training set, and as many sets of targets to test on. */
function drawSets({ n, noise, draws }: ResampleSettings, random: Random): Sets {
  const [train, test] = [random.fork('train'), random.fork('test')];
  const targets = (places: Float64Array, from: Random) => places.map((x) => truth(x) + noise * from.normal());
  const places = trainingPlaces(n);
  return Array.from({ length: draws }, () => ({
    train: targets(places, train),
    test: targets(testPlaces, test),
  }));
}

/** What least squares make of targets: answers at the training places and over the grid. */
type Fitter = (targets: Float64Array) => { readonly train: Float64Array; readonly test: Float64Array };

/** Coefficients c of Legendre polynomials make |Φc − y|² + ridge·|c|² smallest: (ΦᵀΦ + ridge) c = Φᵀy. */
function fitterOf(degree: number, { n, ridge }: ResampleSettings): Fitter {
  const places = legendre(trainingPlaces(n), degree);
  const grid = legendre(testPlaces, degree);
  const products = places.map((one, i) =>
    places.slice(0, i + 1).map((other, j) => dot(one, other) + (i === j ? ridge : 0)),
  );
  const lower = cholesky(products)!;
  return (targets) => {
    const weights = solve(
      lower,
      Float64Array.from(places, (each) => dot(each, targets)),
    );
    return { train: answers(weights, places), test: answers(weights, grid) };
  };
}

function errorsOf(fitTo: Fitter, sets: Sets) {
  const mean = new Float64Array(GRID);
  let [loss, testLoss, distance] = [0, 0, 0];
  const truths = testPlaces.map(truth);
  for (const { train, test } of sets) {
    const fitted = fitTo(train);
    for (let i = 0; i < GRID; i++) mean[i]! += fitted.test[i]! / sets.length;
    loss += meanSquare(fitted.train, train) / sets.length;
    testLoss += meanSquare(fitted.test, test) / sets.length;
    distance += meanSquare(fitted.test, truths) / sets.length;
  }
  const bias2 = meanSquare(mean, truths);
  // Over the same sets, the mean square distance from the truth is bias² + variance to the last digit.
  return { loss, test_loss: testLoss, bias2, variance: distance - bias2 };
}

/** The fit to the first training set. */
function lookOf(fitTo: Fitter, [first]: Sets): FitLook {
  return { type: 'fit', x: Float32Array.from(testPlaces), y: Float32Array.from(fitTo(first!.train).test) };
}

function examplesOf(settings: ResampleSettings, seed: number): Examples {
  const [first] = drawSets({ ...settings, draws: 1 }, createRandom(seed));
  return {
    inputs: Float32Array.from(trainingPlaces(settings.n)),
    features: 1,
    targets: Float32Array.from(first!.train),
  };
}

/** [degree + 1] lists of Pₖ over the places, by (k + 1) Pₖ₊₁ = (2k + 1) x Pₖ − k Pₖ₋₁. */
function legendre(places: Float64Array, degree: number): readonly Float64Array[] {
  const lists = [places.map(() => 1), Float64Array.from(places)];
  for (let k = 1; k < degree; k++)
    lists.push(places.map((x, i) => ((2 * k + 1) * x * lists[k]![i]! - k * lists[k - 1]![i]!) / (k + 1)));
  return lists.slice(0, degree + 1);
}

function answers(weights: Float64Array, features: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(features[0]!.length);
  for (const [k, values] of features.entries())
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[k]! * values[i]!;
  return sums;
}

function meanSquare(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const distance = a[i]! - b[i]!;
    sum += distance * distance;
  }
  return sum / a.length;
}
