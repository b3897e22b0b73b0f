import type { Task } from '../engine/losses.ts';
import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { KeyName } from './recipe-keys.ts';

/** What learners are told beside their data. */
export type LearnerSettings = {
  /** Neighbours that are asked, or clusters that are sought. */
  readonly k: number;
  readonly trees: number;
  /** Questions from the top of a tree to its deepest leaf, at most. */
  readonly depth: number;
  readonly seeding: 'plus-plus' | 'random';
  /** Starts from other places, of which the best is kept. */
  readonly restarts: number;
  /** How strongly large weights are held back. */
  readonly decay: number;
  /** Rounds of a learner that goes in rounds. */
  readonly steps: number;
};

/** The rows that a learner learns from; one class for regression. */
export type Material = { readonly train: Table; readonly classes: number };

/** A learner that is not a network: what it can learn, which settings are its own, and how it begins. */
export type Learner = {
  readonly tasks: readonly Task[];
  readonly keys: readonly KeyName[];
  readonly defaults: Partial<LearnerSettings>;
  /** Names of its measures where they are others than those of its answers. */
  readonly measures?: readonly string[];
  /** Steps in all: 1 for what is learnt at once. */
  steps(settings: LearnerSettings): number;
  begin(material: Material, settings: LearnerSettings, random: Random): Learning;
};

/** A learner on its way. */
export type Learning = {
  step(): void;
  /** The class of each row, or its number. */
  predict: Predict;
  /** Its own measures, where it has such. */
  measure?(): Readonly<Record<string, number>>;
};

/** inputs: [rows, features] -> [rows] */
export type Predict = (inputs: Float32Array, rows: number) => Float32Array;

/** The index of the largest value, the first of several. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** Squared distance between a row of one table and a row of another. */
export function squaredDistance(
  a: ArrayLike<number>,
  aStart: number,
  b: ArrayLike<number>,
  bStart: number,
  features: number,
): number {
  let sum = 0;
  for (let i = 0; i < features; i++) sum += (a[aStart + i]! - b[bStart + i]!) ** 2;
  return sum;
}
