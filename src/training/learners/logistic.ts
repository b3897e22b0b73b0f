import { exp, log } from '../../engine/math.ts';
import type { Table } from '../../engine/table.ts';
import { indexOfLargest, type Learner } from '../learner.ts';
import { cholesky, dot, solve } from '../linear-algebra.ts';

/** Logistic regression, a Newton step a step: mean cross-entropy + ½ · decay · ‖w‖², the bias free. Of several classes, each is told from all others. Hastie et al., 2009, section 4.4.1. */
export const logistic: Learner = {
  tasks: ['binary', 'classes'],
  keys: ['decay', 'steps'],
  // Of classes that a plane parts, weights without decay grow for ever.
  defaults: { decay: 0.001, steps: 10 },
  steps: ({ steps }) => steps,
  begin({ train, classes }, { decay }) {
    const labels = classes === 2 ? [1] : Array.from({ length: classes }, (_, label) => label);
    const data = withOnes(train.inputs, train.rows);
    let fits: readonly Float64Array[] = labels.map(() => new Float64Array(train.features + 1));
    return {
      step() {
        fits = fits.map((w, i) => newtonStep(w, data, answersOf(train, labels[i]!), decay));
      },
      predict: (inputs, rows) =>
        Float32Array.from(withOnes(inputs, rows), (x) => {
          const heights = fits.map((w) => dot(w, x));
          return classes === 2 ? Number(heights[0]! > 0) : indexOfLargest(heights);
        }),
    };
  },
};

/** Rows with a last column of ones, which the bias stands for. */
function withOnes(inputs: Float32Array, rows: number): readonly Float64Array[] {
  const features = inputs.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.of(...inputs.subarray(row * features, (row + 1) * features), 1),
  );
}

function answersOf({ targets }: Table, label: number): Float64Array {
  return Float64Array.from(targets, (target) => Number(target === label));
}

/** w - H⁻¹ g, or as much of that way as does not lead up again; w itself where no curvature is left to go by. */
function newtonStep(
  w: Float64Array,
  data: readonly Float64Array[],
  answers: Float64Array,
  decay: number,
): Float64Array {
  const { slope, curvature } = derivatives(w, data, answers, decay);
  const lower = cholesky(curvature);
  if (!lower) return w;
  const way = solve(lower, slope);
  const height = lossOf(w, data, answers, decay);
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = w.map((each, i) => each - share * way[i]!);
    if (lossOf(next, data, answers, decay) <= height) return next;
  }
  return w;
}

/** g = Xᵀ(p - t) / n + decay w and the lower half of H = Xᵀ diag(p (1 - p)) X / n + decay. */
function derivatives(w: Float64Array, data: readonly Float64Array[], answers: Float64Array, decay: number) {
  const bias = w.length - 1;
  const slope = w.map((each, i) => (i < bias ? decay * each : 0));
  const curvature = Array.from(w, (_, i) => {
    const row = new Float64Array(i + 1);
    if (i < bias) row[i] = decay;
    return row;
  });
  data.forEach((x, row) => {
    const p = 1 / (1 + exp(-dot(w, x)));
    for (let i = 0; i <= bias; i++) {
      slope[i]! += ((p - answers[row]!) * x[i]!) / data.length;
      const part = (p * (1 - p) * x[i]!) / data.length;
      for (let j = 0; j <= i; j++) curvature[i]![j]! += part * x[j]!;
    }
  });
  return { slope, curvature };
}

/** ln (1 + e^z) - t z, written so that no e overflows. */
function lossOf(
  w: Float64Array,
  data: readonly Float64Array[],
  answers: Float64Array,
  decay: number,
): number {
  const sum = data.reduce((total, x, row) => {
    const z = dot(w, x);
    return total + Math.max(z, 0) + log(1 + exp(-Math.abs(z))) - answers[row]! * z;
  }, 0);
  const free = w.subarray(0, -1);
  return sum / data.length + 0.5 * decay * dot(free, free);
}
