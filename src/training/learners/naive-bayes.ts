import { log } from '../../engine/math.ts';
import type { Table } from '../../engine/table.ts';
import { indexOfLargest, type Learner } from '../learner.ts';

/** Added to every variance, so that a column that never changes does not rule out everything else. */
const LEAST_VARIANCE = 0.01;

/** A normal distribution for every column of every class, as if columns did not know of one another. */
export const naiveBayes: Learner = {
  tasks: ['binary', 'classes'],
  keys: [],
  defaults: {},
  steps: () => 1,
  begin({ train, classes }) {
    const { features } = train;
    const models = Array.from({ length: classes }, (_, label) => modelOf(train, label));
    return {
      step: () => {},
      predict: (inputs, rows) =>
        Float32Array.from({ length: rows }, (_, row) =>
          indexOfLargest(
            models.map(({ constant, means, variances }) => {
              // log p(class) + sum over columns of log N(x; mean, variance)
              let score = constant;
              for (let i = 0; i < features; i++)
                score -= (inputs[row * features + i]! - means[i]!) ** 2 / (2 * variances[i]!);
              return score;
            }),
          ),
        ),
    };
  },
};

function modelOf({ inputs, targets, rows, features }: Table, label: number) {
  const own = Array.from({ length: rows }, (_, row) => row).filter((row) => targets[row] === label);
  const mean = (value: (row: number) => number) => own.reduce((sum, row) => sum + value(row), 0) / own.length;
  const columns = Array.from({ length: features }, (_, i) => i);
  const means = columns.map((i) => mean((row) => inputs[row * features + i]!));
  const variances = columns.map(
    (i) => LEAST_VARIANCE + mean((row) => (inputs[row * features + i]! - means[i]!) ** 2),
  );
  const spread = variances.reduce((sum, variance) => sum + log(variance), 0);
  // A class without a row is never the answer.
  return { constant: own.length === 0 ? -Infinity : log(own.length / rows) - spread / 2, means, variances };
}
