/** What the losses of batches have come to: around their mean in the last epoch, and the mean of the epoch that is under way. */
export type SumsState = {
  readonly last: { readonly count: number; readonly mean: number; readonly squares: number };
  readonly epoch: { readonly sum: number; readonly rows: number };
};

const none: SumsState = { last: { count: 0, mean: 0, squares: 0 }, epoch: { sum: 0, rows: 0 } };

/** Sums before the first step; `from` is the step at which the last epoch begins. */
export function createLossSums(from: number) {
  let { last, epoch } = none;
  return {
    get state(): SumsState {
      return { last, epoch };
    },
    set state(state: SumsState) {
      ({ last, epoch } = state);
    },
    /** Losses of the batches from a step on, and how many rows each has. */
    add(step: number, losses: Float32Array, sizes: Int32Array) {
      let { sum, rows } = epoch;
      let { count, mean, squares } = last;
      for (let i = 0; i < losses.length; i++) {
        const loss = losses[i]!;
        sum += loss * sizes[i]!;
        rows += sizes[i]!;
        if (step + i < from) continue;
        // Welford, 1962.
        count++;
        const distance = loss - mean;
        mean += distance / count;
        squares += distance * (loss - mean);
      }
      last = { count, mean, squares };
      epoch = { sum, rows };
    },
    /** Standard deviation of the batch losses of the last epoch. */
    spread: () => (last.count > 0 ? Math.sqrt(last.squares / last.count) : 0),
    /** Mean over the rows since the last time it was asked for. */
    takeMean(): number {
      const mean = epoch.sum / epoch.rows;
      epoch = none.epoch;
      return mean;
    },
  };
}
