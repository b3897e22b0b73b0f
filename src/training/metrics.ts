/** How often each class was answered as each: [classes, classes], row = what it is, column = what was answered. */
export type Confusion = { readonly classes: number; readonly counts: Uint32Array };

/** Counts answers against labels, both indices of classes. */
export function confusionOf(
  answers: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Confusion {
  const counts = new Uint32Array(classes * classes);
  for (let row = 0; row < labels.length; row++) counts[labels[row]! * classes + answers[row]!]!++;
  return { classes, counts };
}

/** How well one class is told from the rest; a share of nothing counts as 0, as in scikit-learn. */
export type ClassMetrics = {
  /** Of the rows answered as this class, the share that is of it. */
  readonly precision: number;
  /** Of the rows of this class, the share that is answered so. */
  readonly recall: number;
  /** Harmonic mean of the two: 2 TP / (2 TP + FP + FN). */
  readonly f1: number;
  /** Rows of this class. */
  readonly support: number;
};

/** Precision, recall and F1 of one class of a confusion matrix; of two classes, class 1 is the positive one. */
export function metricsOfClass({ classes, counts }: Confusion, label: number): ClassMetrics {
  let support = 0;
  let answered = 0;
  for (let other = 0; other < classes; other++) {
    support += counts[label * classes + other]!;
    answered += counts[other * classes + label]!;
  }
  const right = counts[label * classes + label]!;
  return {
    precision: shareOf(right, answered),
    recall: shareOf(right, support),
    f1: shareOf(2 * right, support + answered),
    support,
  };
}

/** Means over the classes, each counted alike: macro averages. The mean recall is the balanced accuracy. */
export function macroMetrics(confusion: Confusion): Omit<ClassMetrics, 'support'> {
  const all = Array.from({ length: confusion.classes }, (_, label) => metricsOfClass(confusion, label));
  const mean = (key: 'precision' | 'recall' | 'f1') =>
    all.reduce((sum, each) => sum + each[key], 0) / confusion.classes;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

/** Share of the rows that are answered rightly. */
export function accuracyOf({ classes, counts }: Confusion): number {
  let right = 0;
  for (let label = 0; label < classes; label++) right += counts[label * classes + label]!;
  return shareOf(
    right,
    counts.reduce((a, b) => a + b, 0),
  );
}

/** A curve that a threshold draws as it falls through the scores, and the area below it. */
export type ThresholdCurve = {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly area: number;
};

/**
 * x: share of class 0 at or above a threshold (false alarms), y: share of class 1 (recall). The area is the chance that a row
 * of class 1 scores higher than one of class 0, ties counted half (Hanley and McNeil, 1982); NaN where a class is missing.
 * scores: anything that rises with the chance of class 1, such as a logit.
 */
export function rocCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): ThresholdCurve {
  const steps = thresholdSteps(scores, labels);
  const { positives, negatives } = steps.at(-1)!;
  const x = steps.map((each) => each.negatives / negatives);
  const y = steps.map((each) => each.positives / positives);
  const area = x.reduce(
    (sum, each, i) => (i > 0 ? sum + ((each - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2 : sum),
    0,
  );
  return { x, y, area: positives * negatives > 0 ? area : Number.NaN };
}

/**
 * x: recall, y: precision at each threshold, from (0, 1) on. The area is the average precision, sum of (R_n - R_n-1) P_n, which
 * does not draw straight lines between points as they would promise too much (Davis and Goadrich, 2006); NaN without class 1.
 */
export function precisionRecallCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): ThresholdCurve {
  const steps = thresholdSteps(scores, labels);
  const { positives } = steps.at(-1)!;
  const x = steps.map((each) => each.positives / positives);
  const y = steps.map((each) => (each.rows === 0 ? 1 : each.positives / each.rows));
  const area = x.reduce((sum, each, i) => (i > 0 ? sum + (each - x[i - 1]!) * y[i]! : sum), 0);
  return { x, y, area: positives > 0 ? area : Number.NaN };
}

/** Answers with a predicted chance from `low` to below `high`, how sure they are in the mean and how many come true. */
export type CalibrationBin = {
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  /** Mean predicted chance and share that came true; NaN in an empty bin. */
  readonly chance: number;
  readonly share: number;
};

export type Calibration = {
  readonly bins: readonly CalibrationBin[];
  /** Mean distance between chance and share, by the rows of the bins: the expected calibration error of Guo et al., 2017. */
  readonly error: number;
};

/** Holds predicted chances [rows] against what came true (1) and what did not (0), in bins of one width over [0, 1]. */
export function calibrationOf(
  chances: ArrayLike<number>,
  came: ArrayLike<number>,
  bins: number,
): Calibration {
  const rows = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  const trues = new Float64Array(bins);
  for (let row = 0; row < chances.length; row++) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(chances[row]! * bins)));
    rows[bin]!++;
    sums[bin]! += chances[row]!;
    trues[bin]! += came[row]!;
  }
  const found = Array.from(rows, (count, bin) => ({
    ...{ low: bin / bins, high: (bin + 1) / bins, rows: count },
    ...{ chance: sums[bin]! / count, share: trues[bin]! / count },
  }));
  const error = sums.reduce((sum, each, bin) => sum + Math.abs(each - trues[bin]!), 0) / chances.length;
  return { bins: found, error };
}

type ThresholdStep = { readonly positives: number; readonly negatives: number; readonly rows: number };

/** How many rows of each class lie at or above each score that occurs, from above all of them down; ties fall together. */
function thresholdSteps(scores: ArrayLike<number>, labels: ArrayLike<number>): readonly ThresholdStep[] {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const steps: ThresholdStep[] = [{ positives: 0, negatives: 0, rows: 0 }];
  let positives = 0;
  order.forEach((row, i) => {
    positives += labels[row]! === 1 ? 1 : 0;
    const next = order[i + 1];
    if (next === undefined || scores[next] !== scores[row])
      steps.push({ positives, negatives: i + 1 - positives, rows: i + 1 });
  });
  return steps;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
