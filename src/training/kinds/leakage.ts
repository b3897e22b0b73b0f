import { createRandom, type Random } from '../../engine/random.ts';
import type { Experiment, Kind } from '../kind.ts';
import { stepByStep } from '../step-by-step.ts';

type LeakageSettings = {
  readonly kind: 'leakage';
  /** Rows, half of which are trained on and half tested on; noise features of a row; how many of them are chosen. */
  readonly n: number;
  readonly features: number;
  readonly k: number;
  readonly draws: number;
  /** On which rows the features are chosen; null for both ways side by side. */
  readonly choose: 'all' | 'train' | null;
};

/** What it brings to choose features on all rows before they are divided, on data in which there is nothing to learn; a step is a data set. */
export const leakage: Kind = {
  keys: ['n', 'features', 'k', 'draws', 'choose'],
  prepare(given, words) {
    const chosen = given as Partial<LeakageSettings>;
    const { n = 50, features = 2000, k = 20, draws = 20, choose = null } = chosen;
    const settings: LeakageSettings = { kind: 'leakage', n, features, k, draws, choose };
    const problems: { key: string; message: string }[] = [];
    if (n < 4 || n % 2 === 1)
      problems.push({ key: 'n', message: words.notAllowed('n', String(n), words.evenFrom('4')) });
    if (k > features)
      problems.push({
        key: 'k',
        message: words.notAllowed('k', String(k), words.wholeFrom('1', String(features))),
      });
    return {
      settings,
      problems,
      measures: { points: choose ? ['told_acc'] : ['leaky_acc', 'proper_acc'], totals: [] },
      span: { steps: draws, stepsPerEpoch: 0 },
      memory: () => ({ n: 8 * n * features }),
      examples: () => null,
      start: (seed) => startDraws(settings, seed),
    };
  },
};

function startDraws(settings: LeakageSettings, seed: number): Experiment {
  const random = createRandom(seed).fork('leakage');
  const sums = { leaky_acc: 0, proper_acc: 0 };
  return stepByStep({
    span: { steps: settings.draws, stepsPerEpoch: 0 },
    hasStart: false,
    take() {
      const { leaky, proper } = drawOnce(settings, random);
      sums.leaky_acc += leaky;
      sums.proper_acc += proper;
    },
    measure: (step) => {
      const [leaky, proper] = [sums.leaky_acc / step, sums.proper_acc / step];
      if (settings.choose === null) return { leaky_acc: leaky, proper_acc: proper };
      return { told_acc: settings.choose === 'all' ? leaky : proper };
    },
  });
}

type Rows = {
  /** [rows, features], from N(0, 1) */
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
  readonly features: number;
};

/** One data set: as many labels of either class in each half, which have nothing to do with the features. Test accuracy of both ways. */
function drawOnce({ n, features, k }: LeakageSettings, random: Random) {
  const rows: Rows = {
    inputs: Float64Array.from({ length: n * features }, () => random.normal()),
    labels: Uint8Array.from({ length: n }, (_, row) => row % 2),
    features,
  };
  const all = Array.from({ length: n }, (_, row) => row);
  const [train, test] = [all.slice(0, n / 2), all.slice(n / 2)];
  const accuracy = (chosen: readonly number[]) => nearestCentroid(rows, train, test, chosen);
  return { leaky: accuracy(mostTelling(rows, all, k)), proper: accuracy(mostTelling(rows, train, k)) };
}

/** The k features whose class means lie farthest apart on these rows. */
function mostTelling(rows: Rows, on: readonly number[], k: number): readonly number[] {
  const [first, second] = classMeans(rows, on);
  const apart = Float64Array.from(first, (mean, i) => Math.abs(mean - second[i]!));
  return Array.from(apart.keys())
    .sort((a, b) => apart[b]! - apart[a]!)
    .slice(0, k);
}

/** Share of the test rows whose class has the nearer mean of the training rows, over the chosen features. */
function nearestCentroid(
  rows: Rows,
  train: readonly number[],
  test: readonly number[],
  chosen: readonly number[],
): number {
  const [first, second] = classMeans(rows, train);
  const distance = (row: number, means: Float64Array) =>
    chosen.reduce((sum, i) => {
      const off = rows.inputs[row * rows.features + i]! - means[i]!;
      return sum + off * off;
    }, 0);
  const right = test.filter(
    (row) => Number(distance(row, second) < distance(row, first)) === rows.labels[row],
  );
  return right.length / test.length;
}

/** The mean of every feature over the rows of class 0, and over those of class 1. */
function classMeans({ inputs, labels, features }: Rows, on: readonly number[]) {
  const means = [new Float64Array(features), new Float64Array(features)] as const;
  for (const label of [0, 1] as const) {
    const own = on.filter((row) => labels[row] === label);
    for (const row of own)
      for (let i = 0; i < features; i++) means[label][i]! += inputs[row * features + i]! / own.length;
  }
  return means;
}
