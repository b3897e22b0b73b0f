/** Batches to train on, a step each. */
export type TrainingPlan = {
  /** Row numbers of all batches, one behind the other; or the first rows of the data every time. */
  readonly order: Int32Array | 'all';
  /** Rows of each batch. */
  readonly sizes: Int32Array;
  readonly learningRates: Float32Array;
};

/** The kernels trust what they are given: a plan that would lead out of the data stops here. */
export function checkPlan(
  { order, sizes, learningRates }: TrainingPlan,
  maxBatch: number,
  rows: number,
): void {
  const largest = order === 'all' ? Math.min(maxBatch, rows) : maxBatch;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  refuseUnless(
    learningRates.length === sizes.length,
    `${learningRates.length} rates for ${sizes.length} batches`,
  );
  refuseUnless(
    sizes.every((size) => size >= 1 && size <= largest),
    `a batch has 1 to ${largest} rows`,
  );
  if (order === 'all') return;
  refuseUnless(order.length >= total, `${order.length} row numbers for batches of ${total}`);
  refuseUnless(
    order.every((row) => row >= 0 && row < rows),
    `row numbers go from 0 to ${rows - 1}`,
  );
}

function refuseUnless(isFine: boolean, problem: string): void {
  if (!isFine) throw new RangeError(problem);
}
