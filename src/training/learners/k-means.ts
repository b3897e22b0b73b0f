import type { Random } from '../../engine/random.ts';
import type { Table } from '../../engine/table.ts';
import { type Learner, squaredDistance } from '../learner.ts';

/** A round a step: every row goes to its nearest centre, every centre to the middle of its rows (Lloyd). Labels are not looked at. Of several starts, the one with the lowest inertia answers. */
export const kMeans: Learner = {
  tasks: ['binary', 'classes', 'regression'],
  keys: ['k', 'seeding', 'restarts', 'steps'],
  defaults: { seeding: 'plus-plus', restarts: 1, steps: 20 },
  measures: ['inertia', 'purity'],
  steps: ({ steps }) => steps,
  begin({ train }, settings, random) {
    const k = Math.min(settings.k, train.rows);
    const drawCentres = settings.seeding === 'random' ? randomRows : farRows;
    const starts = Array.from({ length: settings.restarts }, () =>
      clusteringFrom(train, drawCentres(train, k, random)),
    );
    const best = () => starts.reduce((a, b) => (b.inertia() < a.inertia() ? b : a));
    return {
      step() {
        for (const start of starts) start.round();
      },
      predict(inputs, count) {
        const { assign } = best();
        return Float32Array.from({ length: count }, (_, row) => assign(inputs, row).centre);
      },
      measure() {
        const { inertia, own } = best();
        return { inertia: inertia(), purity: purityOf(train.targets, own(), k) };
      },
    };
  },
};

/** One way down, from the centres that it is given. */
function clusteringFrom(train: Table, centres: Float64Array) {
  const { features, rows } = train;
  const assign = (inputs: Float32Array, row: number) => nearest(inputs, row * features, centres, features);
  let own = Array.from({ length: rows }, (_, row) => assign(train.inputs, row));
  return {
    assign,
    own: (): readonly Nearest[] => own,
    inertia: () => own.reduce((sum, { distance }) => sum + distance, 0),
    round() {
      moveCentres(train, own, centres);
      own = own.map((_, row) => assign(train.inputs, row));
    },
  };
}

type Nearest = { readonly centre: number; readonly distance: number };

function nearest(inputs: Float32Array, start: number, centres: Float64Array, features: number): Nearest {
  let best = { centre: 0, distance: Infinity };
  for (let centre = 0; centre * features < centres.length; centre++) {
    const distance = squaredDistance(inputs, start, centres, centre * features, features);
    if (distance < best.distance) best = { centre, distance };
  }
  return best;
}

/** A centre that no row is nearest to stays where it is. */
function moveCentres({ inputs, features }: Table, own: readonly Nearest[], centres: Float64Array): void {
  const sums = new Float64Array(centres.length);
  const counts = new Int32Array(centres.length / features);
  own.forEach(({ centre }, row) => {
    counts[centre]!++;
    for (let i = 0; i < features; i++) sums[centre * features + i]! += inputs[row * features + i]!;
  });
  for (let i = 0; i < sums.length; i++) {
    const count = counts[Math.floor(i / features)]!;
    if (count > 0) centres[i] = sums[i]! / count;
  }
}

function randomRows(train: Table, k: number, random: Random): Float64Array {
  const order = Int32Array.from({ length: train.rows }, (_, row) => row);
  random.shuffle(order);
  return rowsAt(train, [...order.slice(0, k)]);
}

/** k-means++: each next row is drawn with a chance that grows with its squared distance to the centres so far. */
function farRows(train: Table, k: number, random: Random): Float64Array {
  const { inputs, rows, features } = train;
  const chosen = [random.integer(rows)];
  const distances = new Float64Array(rows).fill(Infinity);
  while (chosen.length < k) {
    const last = chosen.at(-1)! * features;
    for (let row = 0; row < rows; row++)
      distances[row] = Math.min(
        distances[row]!,
        squaredDistance(inputs, row * features, inputs, last, features),
      );
    let left = random.uniform() * distances.reduce((sum, distance) => sum + distance, 0);
    const next = distances.findIndex((distance) => {
      left -= distance;
      return left < 0;
    });
    chosen.push(next >= 0 ? next : random.integer(rows));
  }
  return rowsAt(train, chosen);
}

function rowsAt({ inputs, features }: Table, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows.flatMap((row) => [...inputs.subarray(row * features, (row + 1) * features)]));
}

/** The share of rows whose label is the most frequent one of their cluster. */
function purityOf(targets: Float32Array, own: readonly Nearest[], k: number): number {
  const counts = Array.from({ length: k }, () => new Map<number, number>());
  own.forEach(({ centre }, row) => {
    counts[centre]!.set(targets[row]!, (counts[centre]!.get(targets[row]!) ?? 0) + 1);
  });
  return counts.reduce((sum, labels) => sum + Math.max(0, ...labels.values()), 0) / own.length;
}
