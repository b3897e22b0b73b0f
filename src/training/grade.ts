import { evaluate } from './evaluate.ts';
import type { MemberRecord } from './events.ts';
import { parseExpression } from './expression.ts';
import { median } from './statistics.ts';

/** How a run finds the right option: which bin the measure falls in, or which expression is lowest or highest. */
export type Prediction = { readonly run: string } & (
  | { readonly measure: string; readonly bins: readonly number[] }
  | { readonly lowest: readonly string[] }
  | { readonly highest: readonly string[] }
);

export type Grade = {
  /** The option (from 0) that every seed agrees on; null where they do not. */
  readonly option: number | null;
  /** How many seeds fell to each option. */
  readonly perOption: readonly number[];
  /** Median of the measure; with lowest and highest, of each option's expression. */
  readonly observed: readonly number[];
  /** Distance from the nearest other answer, as a share: 0.2 means that a bin's edge or a rival is 20 % away in the closest seed. */
  readonly margin: number;
};

/** Finds the answer of a prediction in the records of its finished run. */
export function gradePrediction(prediction: Prediction, records: readonly MemberRecord[]): Grade {
  if ('bins' in prediction) return gradeBins(valuesOf(prediction.measure, records), prediction.bins);
  const isLowest = 'lowest' in prediction;
  const rivals = ('lowest' in prediction ? prediction.lowest : prediction.highest).map((each) =>
    valuesOf(each, records),
  );
  return gradeRivals(rivals, isLowest);
}

/** The expressions that a prediction is judged by. */
function expressionsOf(prediction: Prediction): readonly string[] {
  if ('bins' in prediction) return [prediction.measure];
  return 'lowest' in prediction ? prediction.lowest : prediction.highest;
}

/** How many options a prediction can tell apart. */
export function optionCount(prediction: Prediction): number {
  return 'bins' in prediction ? prediction.bins.length + 1 : expressionsOf(prediction).length;
}

function gradeBins(values: readonly number[], bins: readonly number[]): Grade {
  const options = values.map((value) => bins.filter((edge) => value >= edge).length);
  const margins = values.flatMap((value) =>
    bins.map((edge) => Math.abs(value - edge) / (Math.abs(edge) || 1)),
  );
  return summary(options, bins.length + 1, [median(values)], Math.min(...margins));
}

function gradeRivals(rivals: readonly (readonly number[])[], isLowest: boolean): Grade {
  const seeds = Math.max(...rivals.map((values) => values.length));
  const options: number[] = [];
  let margin = Infinity;
  for (let seed = 0; seed < seeds; seed++) {
    const values = rivals.map((rival) => rival[rival.length === 1 ? 0 : seed] ?? Number.NaN);
    const [best = Number.NaN, second = Number.NaN] = [...values].sort((a, b) => (isLowest ? a - b : b - a));
    options.push(values.indexOf(best));
    margin = Math.min(margin, apart(best, second));
  }
  return summary(options, rivals.length, rivals.map(median), margin);
}

/** Their distance as a share of the larger; what never came to an end (Infinity) is as far as can be from what did. */
function apart(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (larger === Infinity) return a === b ? 0 : 1;
  return Math.abs(a - b) / (larger || 1);
}

function summary(
  options: readonly number[],
  count: number,
  observed: readonly number[],
  margin: number,
): Grade {
  const perOption = Array.from(
    { length: count },
    (_, option) => options.filter((each) => each === option).length,
  );
  const agreed = perOption.indexOf(options.length);
  return { option: agreed >= 0 && options.length > 0 ? agreed : null, perOption, observed, margin };
}

function valuesOf(text: string, records: readonly MemberRecord[]): readonly number[] {
  const { value } = parseExpression(text);
  return value ? evaluate(value, records) : [Number.NaN];
}
