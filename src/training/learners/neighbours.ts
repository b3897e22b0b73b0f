import { indexOfLargest, type Learner, squaredDistance } from '../learner.ts';

/** Asks the k nearest training rows: the most frequent class, or the mean of their numbers. Nothing is learnt but the rows. */
export const neighbours: Learner = {
  tasks: ['binary', 'classes', 'regression'],
  keys: ['k'],
  defaults: { k: 5 },
  steps: () => 1,
  begin({ train, classes }, settings) {
    const k = Math.min(settings.k, train.rows);
    const nearest = new Int32Array(k);
    const distances = new Float64Array(k);

    /** Leaves the k nearest rows in `nearest`, the nearest first; of rows equally far the earlier. */
    function find(inputs: Float32Array, start: number): void {
      distances.fill(Infinity);
      for (let row = 0; row < train.rows; row++) {
        const distance = squaredDistance(inputs, start, train.inputs, row * train.features, train.features);
        let place = k;
        while (place > 0 && distance < distances[place - 1]!) place--;
        if (place === k) continue;
        distances.copyWithin(place + 1, place, k - 1);
        nearest.copyWithin(place + 1, place, k - 1);
        distances[place] = distance;
        nearest[place] = row;
      }
    }

    function answer(): number {
      if (classes === 1) return nearest.reduce((sum, row) => sum + train.targets[row]!, 0) / k;
      const votes = new Int32Array(classes);
      for (const row of nearest) votes[train.targets[row]!]!++;
      return indexOfLargest(votes);
    }

    return {
      step: () => {},
      predict: (inputs, rows) =>
        Float32Array.from({ length: rows }, (_, row) => {
          find(inputs, row * train.features);
          return answer();
        }),
    };
  },
};
