import { scales } from '../../data/scales.ts';
import { log } from '../../engine/math.ts';
import { createRandom, type Random } from '../../engine/random.ts';
import type { Experiment, Kind } from '../kind.ts';
import { stepByStep } from '../step-by-step.ts';

/** Numbers drawn one by one, of different shapes. */
export const laws = {
  /** Most are small, some very large; its skewness is 2. */
  exponential: (random) => -log(1 - random.uniform()),
  normal: (random) => random.normal(),
  uniform: (random) => random.uniform(),
} satisfies Record<string, (random: Random) => number>;

type LawName = keyof typeof laws;

type StandardizeSettings = { readonly kind: 'standardize'; readonly law: LawName; readonly n: number };

/** What standardizing does to the shape of a column, and what it leaves as it was; the column grows by a number a step. */
export const standardize: Kind = {
  keys: ['law', 'n'],
  prepare(given) {
    const { law = 'exponential', n = 5000 } = given as Partial<StandardizeSettings>;
    return {
      settings: { kind: 'standardize', law, n },
      problems: [],
      measures: { points: ['skew_before', 'skew_after', 'within_one', 'mean', 'spread'], totals: [] },
      span: { steps: n, stepsPerEpoch: 0 },
      examples: () => null,
      start: (seed) => growColumn(law, n, seed),
    };
  },
};

function growColumn(law: LawName, n: number, seed: number): Experiment {
  const random = createRandom(seed).fork('column');
  const column = Float32Array.from({ length: n }, () => laws[law](random));
  return stepByStep({
    span: { steps: n, stepsPerEpoch: 0 },
    hasStart: false,
    take: () => {},
    measure: (step) => shapeOf(column.subarray(0, step)),
  });
}

/** Skewness of a column before and after it is standardized, the share of it that then lies between −1 and 1, and its mean and standard deviation. */
function shapeOf(column: Float32Array): Readonly<Record<string, number>> {
  const { shift, size } = scales.standard(column);
  const after = Float64Array.from(column, (x) => (x - shift) / (size > 0 ? size : 1));
  const { mean, spread, skew } = momentsOf(after);
  const within = after.reduce((count, z) => count + Number(z > -1 && z < 1), 0);
  return {
    skew_before: momentsOf(column).skew,
    skew_after: skew,
    within_one: within / column.length,
    mean,
    spread,
  };
}

/** Mean, standard deviation and skewness: mean((x − mean)³) / spread³, 0 where there is no spread. */
function momentsOf(values: Float32Array | Float64Array) {
  const meanOf = (term: (x: number) => number) => {
    let sum = 0;
    for (const x of values) sum += term(x);
    return sum / values.length;
  };
  const mean = meanOf((x) => x);
  const spread = Math.sqrt(meanOf((x) => (x - mean) * (x - mean)));
  const cube = meanOf((x) => (x - mean) * (x - mean) * (x - mean));
  return { mean, spread, skew: spread > 0 ? cube / (spread * spread * spread) : 0 };
}
