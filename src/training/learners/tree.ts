import type { Random } from '../../engine/random.ts';
import type { Table } from '../../engine/table.ts';
import { indexOfLargest, type Learner, type Material, type Predict } from '../learner.ts';

/** Asks of one column after another whether it is above a threshold, each time what parts the answers best (CART). */
export const tree: Learner = {
  tasks: ['binary', 'classes', 'regression'],
  keys: ['depth'],
  defaults: { depth: 20 },
  steps: () => 1,
  begin(material, { depth }) {
    const all = Int32Array.from({ length: material.train.rows }, (_, row) => row);
    const columns = Int32Array.from({ length: material.train.features }, (_, i) => i);
    const root = grow(material, all, depth, () => columns);
    return { step: () => {}, predict: predictBy(root, material.train.features) };
  },
};

/** A tree a step: each sees rows drawn with replacement, and at every question only √features columns; they vote. */
export const forest: Learner = {
  tasks: ['binary', 'classes', 'regression'],
  keys: ['depth', 'trees'],
  defaults: { depth: 20, trees: 50 },
  steps: ({ trees }) => trees,
  begin(material, { depth }, random) {
    const { rows, features } = material.train;
    const grown: Predict[] = [];
    return {
      step() {
        const own = random.fork(`tree ${grown.length}`);
        const drawn = Int32Array.from({ length: rows }, () => own.integer(rows));
        const root = grow(material, drawn, depth, () => someOf(features, own));
        grown.push(predictBy(root, features));
      },
      predict(inputs, count) {
        const answers = grown.map((predict) => predict(inputs, count));
        return Float32Array.from({ length: count }, (_, row) => {
          const votes = answers.map((each) => each[row]!);
          return material.classes === 1 ? meanOf(votes) : mostFrequent(votes, material.classes);
        });
      },
    };
  },
};

type Node =
  | { readonly answer: number }
  | { readonly column: number; readonly threshold: number; readonly below: Node; readonly above: Node };

function grow(material: Material, rows: Int32Array, depth: number, columns: () => Int32Array): Node {
  const { train, classes } = material;
  const answers = Array.from(rows, (row) => train.targets[row]!);
  const isPure = answers.every((answer) => answer === answers[0]);
  const split = isPure || depth === 0 ? null : bestSplit(material, rows, columns());
  if (!split) return { answer: classes === 1 ? meanOf(answers) : mostFrequent(answers, classes) };
  const isBelow = (row: number) => train.inputs[row * train.features + split.column]! <= split.threshold;
  return {
    ...split,
    below: grow(material, rows.filter(isBelow), depth - 1, columns),
    above: grow(
      material,
      rows.filter((row) => !isBelow(row)),
      depth - 1,
      columns,
    ),
  };
}

/**
 * The split with the largest Σ below²/n_below + Σ above²/n_above, where the sums run over counts of classes (least Gini
 * impurity) or hold the one sum of all numbers (least variance).
 */
function bestSplit({ train, classes }: Material, rows: Int32Array, columns: Int32Array) {
  const { inputs, features } = train;
  const whole = totals(train, classes, rows);
  let best: { readonly column: number; readonly threshold: number } | null = null;
  let bestScore = -Infinity;
  for (const column of columns) {
    const at = (row: number) => inputs[row * features + column]!;
    const sorted = rows.slice().sort((a, b) => at(a) - at(b));
    const below = new Float64Array(classes);
    for (let i = 1; i < sorted.length; i++) {
      add(below, train.targets[sorted[i - 1]!]!);
      const [low, high] = [at(sorted[i - 1]!), at(sorted[i]!)];
      if (low === high) continue;
      const score = scoreOf(below, whole, i, sorted.length);
      if (score <= bestScore) continue;
      bestScore = score;
      // Halfway, unless rounding takes it up to the larger one.
      const middle = Math.fround((low + high) / 2);
      best = { column, threshold: middle < high ? middle : low };
    }
  }
  return best;
}

function totals({ targets }: Table, classes: number, rows: Int32Array): Float64Array {
  const sums = new Float64Array(classes);
  for (const row of rows) add(sums, targets[row]!);
  return sums;
}

function add(sums: Float64Array, target: number): void {
  if (sums.length === 1) sums[0]! += target;
  else sums[target]!++;
}

function scoreOf(below: Float64Array, whole: Float64Array, split: number, count: number): number {
  let [low, high] = [0, 0];
  for (let i = 0; i < whole.length; i++) {
    low += below[i]! ** 2;
    high += (whole[i]! - below[i]!) ** 2;
  }
  return low / split + high / (count - split);
}

function predictBy(root: Node, features: number): Predict {
  return (inputs, rows) =>
    Float32Array.from({ length: rows }, (_, row) => {
      let node = root;
      while ('below' in node)
        node = inputs[row * features + node.column]! <= node.threshold ? node.below : node.above;
      return node.answer;
    });
}

/** √features columns, drawn without replacement. */
function someOf(features: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: features }, (_, i) => i);
  random.shuffle(order);
  return order.slice(0, Math.max(1, Math.round(Math.sqrt(features)))).sort();
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mostFrequent(labels: readonly number[], classes: number): number {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label]!++;
  return indexOfLargest(counts);
}
