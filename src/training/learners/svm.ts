import type { Random } from '../../engine/random.ts';
import type { Table } from '../../engine/table.ts';
import { indexOfLargest, type Learner } from '../learner.ts';

/** A linear support vector machine, an epoch of Pegasos a step (Shalev-Shwartz et al., 2011): hinge loss + ½ · decay · ‖w‖². Of several classes, each has a machine of its own against all others. */
export const svm: Learner = {
  tasks: ['binary', 'classes'],
  keys: ['decay', 'steps'],
  defaults: { decay: 0.01, steps: 50 },
  steps: ({ steps }) => steps,
  begin({ train, classes }, { decay }, random) {
    const { features } = train;
    // Two classes need one machine: what it takes for 1 is 1, all else 0.
    const labels = classes === 2 ? [1] : Array.from({ length: classes }, (_, label) => label);
    const machines = labels.map((label) => machineFor(train, label, decay, random.fork(`class ${label}`)));
    return {
      step() {
        for (const machine of machines) machine.epoch();
      },
      predict: (inputs, rows) =>
        Float32Array.from({ length: rows }, (_, row) => {
          const heights = machines.map(({ weights }) => heightOf(weights, inputs, row * features));
          return classes === 2 ? Number(heights[0]! > 0) : indexOfLargest(heights);
        }),
    };
  },
};

/** One machine; its last weight is the bias, which is decayed like the others. It answers with the mean of its weights over an epoch, which shakes less than the last of them. */
function machineFor(
  { inputs, targets, rows, features }: Table,
  label: number,
  decay: number,
  random: Random,
) {
  const weights = new Float64Array(features + 1);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const mean = new Float64Array(features + 1);
  let step = 0;
  return {
    weights: mean,
    epoch() {
      mean.fill(0);
      random.shuffle(order);
      for (const row of order) {
        step++;
        const sign = targets[row] === label ? 1 : -1;
        const isInside = sign * heightOf(weights, inputs, row * features) < 1;
        // w ← (1 − 1/t) w, and + (1 / (decay · t)) · y · x for a row inside the margin
        for (let i = 0; i <= features; i++) weights[i]! *= 1 - 1 / step;
        const push = isInside ? sign / (decay * step) : 0;
        for (let i = 0; i < features; i++) weights[i]! += push * inputs[row * features + i]!;
        weights[features]! += push;
        for (let i = 0; i <= features; i++) mean[i]! += weights[i]! / rows;
      }
    },
  };
}

/** w · x + b for the row that begins at `start`. */
function heightOf(weights: Float64Array, inputs: Float32Array, start: number): number {
  const features = weights.length - 1;
  let sum = weights[features]!;
  for (let i = 0; i < features; i++) sum += weights[i]! * inputs[start + i]!;
  return sum;
}
