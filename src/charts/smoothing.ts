/**
 * A running mean that forgets by `weight` (0 to 1) at every point, in logarithms where the axis has them. It starts anew where
 * values are no numbers, and has no bias towards 0 at its start (Kingma and Ba, 2015, section 3).
 */
export function smooth(values: ArrayLike<number>, weight: number, isLog: boolean): Float64Array {
  const smoothed = new Float64Array(values.length);
  let [mean, total] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    const value = isLog ? Math.log(values[k]!) : values[k]!;
    if (!Number.isFinite(value)) {
      [mean, total] = [0, 0];
      smoothed[k] = values[k]!;
      continue;
    }
    mean = weight * mean + (1 - weight) * value;
    total = weight * total + (1 - weight);
    smoothed[k] = isLog ? Math.exp(mean / total) : mean / total;
  }
  return smoothed;
}
