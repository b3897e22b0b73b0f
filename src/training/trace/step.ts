import { type ActivationName, activations } from '../../engine/activations.ts';
import { type LossName, type LossSettings, losses } from '../../engine/losses.ts';

/** What goes into one training step of a small dense network. */
export type TracedStep = {
  /** First to last; all but the last are followed by the activation. */
  readonly layers: readonly DenseNumbers[];
  readonly act: ActivationName;
  readonly loss: LossName;
  readonly lossSettings: LossSettings;
  readonly rate: number;
  readonly rows: readonly TracedRow[];
};

/** weights: [inputs, units]; bias: [units] */
export type DenseNumbers = {
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
};

/** inputs: [inputs]; target: a number, 0 or 1, or the index of a class */
export type TracedRow = { readonly inputs: readonly number[]; readonly target: number };

/** A unit; layers count from 1, for 0 are the inputs. */
export type UnitPlace = { readonly layer: number; readonly unit: number };

/** A weight by the unit it leads to and the one it comes from, or the bias of the unit. */
export type WeightPlace = UnitPlace & { readonly from: number | 'bias' };

/** For every layer from the inputs on, what its units give; and the weighted sums that this comes from. */
export type Pass = { readonly sums: readonly number[][]; readonly outputs: readonly number[][] };

/** One row forward; a weighted sum may be moved on the way. */
export function passOf(
  { layers, act }: TracedStep,
  { inputs }: TracedRow,
  moved?: UnitPlace & { by: number },
): Pass {
  const sums: number[][] = [[]];
  const outputs: number[][] = [[...inputs]];
  for (const [i, { weights, bias }] of layers.entries()) {
    const before = outputs.at(-1)!;
    const own = bias.map((b, unit) => before.reduce((sum, x, from) => sum + x * weights[from]![unit]!, b));
    if (moved?.layer === i + 1) own[moved.unit]! += moved.by;
    sums.push(own);
    outputs.push(i === layers.length - 1 ? own : own.map((z) => activations[act].value(z)));
  }
  return { sums, outputs };
}

/** The loss of a row whose outputs these are, before the mean over the batch. */
export function lossOfRow(
  { loss, lossSettings }: TracedStep,
  { target }: TracedRow,
  outputs: readonly number[],
): number {
  return losses[loss].value(outputs, [target], lossSettings);
}

/** The mean loss of the batch; the weighted sum of one unit in one row may be moved. */
export function lossOf(
  step: TracedStep,
  moved?: { readonly row: number; readonly at: UnitPlace; readonly by: number },
): number {
  const all = step.rows.map((row, i) =>
    lossOfRow(
      step,
      row,
      passOf(step, row, moved?.row === i ? { ...moved.at, by: moved.by } : undefined).outputs.at(-1)!,
    ),
  );
  return all.reduce((sum, each) => sum + each, 0) / countOf(step);
}

/** What the losses of the rows are divided by: how many there are, for weighed classes the weights of theirs. */
export function countOf({ loss, lossSettings: { weights }, rows }: TracedStep): number {
  if (loss !== 'ce' || !weights) return rows.length;
  return rows.reduce((sum, { target }) => sum + (weights[target] ?? 1), 0);
}

/** The same step with one weight moved. */
export function withWeight(step: TracedStep, { layer, unit, from }: WeightPlace, by: number): TracedStep {
  const own = step.layers[layer - 1]!;
  const changed: DenseNumbers =
    from === 'bias'
      ? { ...own, bias: own.bias.with(unit, own.bias[unit]! + by) }
      : {
          ...own,
          weights: own.weights.with(from, own.weights[from]!.with(unit, own.weights[from]![unit]! + by)),
        };
  return { ...step, layers: step.layers.with(layer - 1, changed) };
}

/** How far a number is moved to either side for its finite difference. */
export const H = 1e-5;

/** (f(h) − f(−h)) / 2h */
export function centralDifference(f: (by: number) => number): number {
  return (f(H) - f(-H)) / (2 * H);
}
