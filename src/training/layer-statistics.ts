/** Mean, standard deviation (over n) and extremes of some numbers; NaN of none. Sums in float64. */
export type Spread = {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
};

/** Summarizes what flows through a layer, or its weights. */
export function spreadOf(values: ArrayLike<number>): Spread {
  let [sum, low, high] = [0, Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
  }
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  return { mean, deviation: Math.sqrt(squares / values.length), low, high };
}

/** Length of a gradient or of weights, the square root of the sum of squares; of all lists together. */
export function normOf(...lists: readonly ArrayLike<number>[]): number {
  let squares = 0;
  for (const values of lists) for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!;
  return Math.sqrt(squares);
}

/** Mean of |x|: the size of a gradient whatever the number of weights. */
export function meanAbsolute(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}

/** How many units answer 0 to every row: of a ReLU, they get no gradient from any. outputs: [rows, units] */
export function deadUnits(outputs: ArrayLike<number>, units: number): number {
  const lives = new Uint8Array(units);
  for (let i = 0; i < outputs.length; i++) if (outputs[i] !== 0) lives[i % units] = 1;
  return lives.reduce((dead, alive) => dead + 1 - alive, 0);
}

/** Ends of the range of an activation that is bounded on both sides; null for all others. */
export function boundsOf(act: string): { readonly low: number; readonly high: number } | null {
  if (act === 'sigmoid') return { low: 0, high: 1 };
  return act === 'tanh' ? { low: -1, high: 1 } : null;
}

/** How many outputs lie within 1 % of the range from either end, where hardly any slope is left. */
export function saturatedOutputs(
  outputs: ArrayLike<number>,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  const edge = 0.01 * (high - low);
  let saturated = 0;
  for (let i = 0; i < outputs.length; i++)
    if (outputs[i]! < low + edge || outputs[i]! > high - edge) saturated++;
  return saturated;
}

/** Largest difference between two units in the weight of any one input: 0 while they are all the same. weights: [in, units] */
export function largestUnitDifference(weights: ArrayLike<number>, units: number): number {
  let largest = 0;
  for (let from = 0; from < weights.length; from += units) {
    let [low, high] = [weights[from]!, weights[from]!];
    for (let unit = 1; unit < units; unit++) {
      low = Math.min(low, weights[from + unit]!);
      high = Math.max(high, weights[from + unit]!);
    }
    largest = Math.max(largest, high - low);
  }
  return largest;
}
