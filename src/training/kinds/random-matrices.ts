import { createRandom, type Random } from '../../engine/random.ts';
import type { Kind } from '../kind.ts';
import { cholesky } from '../linear-algebra.ts';
import { tellPoints } from '../told-points.ts';

export type RandomMatricesSettings = {
  readonly kind: 'random-matrices';
  /** The largest matrices; those before have 1, 2, ... rows. */
  readonly dimensions: number;
  readonly draws: number;
};

/**
 * What random Hessians are: symmetric matrices whose entries are drawn from a normal distribution, on the diagonal with twice
 * the variance (the Gaussian orthogonal ensemble), a size at a step. All eigenvalues above 0 make a minimum, signs of both
 * kinds a saddle point.
 */
export const randomMatrices: Kind = {
  keys: ['dimensions', 'draws'],
  prepare(given) {
    const { dimensions = 5, draws = 20_000 } = given as Partial<RandomMatricesSettings>;
    return {
      settings: { kind: 'random-matrices', dimensions, draws },
      problems: [],
      measures: { points: ['positive', 'mixed'], totals: [] },
      span: { steps: dimensions, stepsPerEpoch: 0, axis: 'dimension' },
      examples: () => null,
      start(seed) {
        const random = createRandom(seed);
        return tellPoints(1, (size) => signsOf(size, draws, random.fork(`matrices ${size}`)));
      },
    };
  },
};

/** Shares of matrices with all eigenvalues above 0, and with some on either side. */
function signsOf(size: number, draws: number, random: Random) {
  const matrix = Array.from({ length: size }, (_, i) => new Float64Array(i + 1));
  let positive = 0;
  let negative = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (const [i, row] of matrix.entries())
      for (let j = 0; j <= i; j++) row[j] = (i === j ? Math.SQRT2 : 1) * random.normal();
    // The sign of the corner entry already rules out one of the two.
    if (matrix[0]![0]! > 0) {
      if (cholesky(matrix)) positive++;
    } else if (cholesky(matrix.map((row) => row.map((each) => -each)))) negative++;
  }
  return { positive: positive / draws, mixed: (draws - positive - negative) / draws };
}
