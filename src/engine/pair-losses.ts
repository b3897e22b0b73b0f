import { exp, log } from './math.ts';

/**
 * What a network makes of two views of the same examples: rows 0 to n - 1 are the first views, n to 2 n - 1 the second ones in
 * the same order. `p` is judged against `z` of the other view; without a predictor between them both are the same numbers.
 */
export type Views = {
  /** [2 n, width] */
  readonly p: ArrayLike<number>;
  readonly z: ArrayLike<number>;
  readonly width: number;
};

/** The loss, a mean over all rows, and its slopes in p and in z. */
export type PairJudgement = {
  readonly loss: number;
  readonly dp: Float64Array;
  readonly dz: Float64Array;
};

/** How badly the two views of each example go together. Of vectors only the direction counts, so slopes are orthogonal to them. */
export type PairLoss = (views: Views, temperature: number) => PairJudgement;

/** -mean cos(p_i, z_j) with j the other view of i; the slope of cos(a, b) in a is (b / |b| - cos a / |a|) / |a|. */
const cosine: PairLoss = (views) => {
  const { rows, similarity, pull, judgement } = compare(views);
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    loss -= similarity(i, otherOf(i, rows)) / rows;
    pull(i, otherOf(i, rows), -1 / rows);
  }
  return judgement(loss);
};

/** The same with z taken for a constant (stop-gradient). Chen and He, 2021. */
const simsiam: PairLoss = (views, temperature) => {
  const { loss, dp, dz } = cosine(views, temperature);
  return { loss, dp, dz: dz.fill(0) };
};

/**
 * -mean ln (e^(s_ij / t) / sum over k other than i of e^(s_ik / t)) with s = cos(p_i, z_k), j the other view of i and t the
 * temperature: all other rows are negatives. Van den Oord et al., 2018, in the form of Chen et al., 2020.
 */
const infoNce: PairLoss = (views, temperature) => {
  const { rows, similarity, pull, judgement } = compare(views);
  const shares = new Float64Array(rows);
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    const j = otherOf(i, rows);
    let sum = 0;
    for (let k = 0; k < rows; k++) {
      // A cosine is at most 1, so that this never overflows.
      shares[k] = k === i ? 0 : exp((similarity(i, k) - 1) / temperature);
      sum += shares[k]!;
    }
    loss += (log(sum) - (similarity(i, j) - 1) / temperature) / rows;
    for (let k = 0; k < rows; k++)
      if (k !== i) pull(i, k, (shares[k]! / sum - Number(k === j)) / (temperature * rows));
  }
  return judgement(loss);
};

export const pairLosses = { cosine, simsiam, info_nce: infoNce } satisfies Record<string, PairLoss>;

export type PairLossName = keyof typeof pairLosses;

/** The row with the other view of the same example. */
function otherOf(i: number, rows: number): number {
  return i < rows / 2 ? i + rows / 2 : i - rows / 2;
}

/** Cosines between rows of p and of z, and how slopes in cosines become slopes in p and z. */
function compare({ p, z, width }: Views) {
  const [a, b] = [directionsOf(p, width), directionsOf(z, width)];
  const [da, db] = [new Float64Array(p.length), new Float64Array(z.length)];
  return {
    rows: p.length / width,
    similarity(i: number, k: number): number {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += a.units[i * width + c]! * b.units[k * width + c]!;
      return sum;
    },
    /** Says that the loss has this slope in the cosine of p_i and z_k. */
    pull(i: number, k: number, slope: number): void {
      for (let c = 0; c < width; c++) {
        da[i * width + c]! += slope * b.units[k * width + c]!;
        db[k * width + c]! += slope * a.units[i * width + c]!;
      }
    },
    judgement: (loss: number): PairJudgement => ({
      loss,
      dp: throughDirection(da, a, width),
      dz: throughDirection(db, b, width),
    }),
  };
}

type Directions = { readonly units: Float64Array; readonly lengths: Float64Array };

/** Rows divided by their lengths, which are at least 1e-8. */
export function directionsOf(values: ArrayLike<number>, width: number): Directions {
  const lengths = Float64Array.from({ length: values.length / width }, (_, row) => {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += values[row * width + c]! * values[row * width + c]!;
    return Math.max(Math.sqrt(sum), 1e-8);
  });
  const units = Float64Array.from(values, (value, at) => value / lengths[Math.floor(at / width)]!);
  return { units, lengths };
}

/** From slopes in directions u = x / |x| to slopes in x: (d - (d u) u) / |x|. */
function throughDirection(d: Float64Array, { units, lengths }: Directions, width: number): Float64Array {
  const slopes = new Float64Array(d.length);
  for (const [row, length] of lengths.entries()) {
    let along = 0;
    for (let at = row * width; at < (row + 1) * width; at++) along += d[at]! * units[at]!;
    for (let at = row * width; at < (row + 1) * width; at++)
      slopes[at] = (d[at]! - along * units[at]!) / length;
  }
  return slopes;
}
