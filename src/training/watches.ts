import type { NetworkSpec } from '../engine/network.ts';
import type { Table } from '../engine/table.ts';
import type { Trainer } from '../engine/trainer.ts';
import { largestUnitDifference, meanAbsolute, normOf } from './layer-statistics.ts';

/** A network in training, for whoever measures it; nothing that is asked of it moves its training. */
export type Watched = { readonly trainer: Trainer; readonly spec: NetworkSpec; readonly train: Table };

/** What a recipe can have measured at every point beyond loss and accuracy: `watch` names these. */
export type Watch = {
  readonly names: readonly string[];
  measure(network: Watched): Readonly<Record<string, number>>;
};

/**
 * Of the gradient of the mean loss over all training rows: grad_first and grad_last, the mean absolute slope in the weights of
 * the first layer that has some and of the last; grad_norm, its length over all weights and biases.
 */
const gradients: Watch = {
  names: ['grad_first', 'grad_last', 'grad_norm'],
  measure(network) {
    const gradient = meanGradient(network);
    const ofWeights = tensorsOf(network.trainer, gradient).filter(({ name }) => name.endsWith('.weight'));
    return {
      grad_first: meanAbsolute(ofWeights.at(0)!.values),
      grad_last: meanAbsolute(ofWeights.at(-1)!.values),
      grad_norm: normOf(gradient),
    };
  },
};

/** spread: largest difference between two units of the first layer in the weight of one input, 0 while all units are the same. */
const weights: Watch = {
  names: ['spread'],
  measure({ trainer }) {
    const { values, shape } = tensorsOf(trainer, Float64Array.from(trainer.flat()))[0]!;
    return { spread: largestUnitDifference(values, shape[1]!) };
  },
};

export const watches = { gradients, weights } satisfies Record<string, Watch>;

export type WatchName = keyof typeof watches;

/** Names of all measures that the watches of a recipe add to its points. */
export function watchedNames(chosen: readonly WatchName[]): readonly string[] {
  return chosen.flatMap((name) => watches[name].names);
}

/** Their values for a network as it is now. */
export function watchedValues(chosen: readonly WatchName[], network: Watched): Record<string, number> {
  return Object.assign({}, ...chosen.map((name) => watches[name].measure(network)));
}

/** Gradient of the mean loss over all training rows, in batches of the trainer's size where they are more; as many as weights. */
function meanGradient({ trainer, train, spec }: Watched): Float64Array {
  const sums = new Float64Array(trainer.flat().length);
  const { weights } = spec.lossSettings ?? {};
  // Cross entropy is divided by the weights of its classes, every other loss by its rows.
  const weightOf = (row: number) => (spec.loss === 'ce' ? (weights?.[train.targets[row]!] ?? 1) : 1);
  let total = 0;
  for (let from = 0; from < train.rows; from += trainer.maxBatch) {
    const size = Math.min(trainer.maxBatch, train.rows - from);
    const rows = Int32Array.from({ length: size }, (_, i) => from + i);
    const weight = rows.reduce((sum, row) => sum + weightOf(row), 0);
    trainer.gradient(rows).forEach((each, i) => {
      sums[i]! += weight * each;
    });
    total += weight;
  }
  return sums.map((each) => each / total);
}

type TensorPart = { readonly name: string; readonly shape: readonly number[]; readonly values: Float64Array };

/** The part of a list of all weights, or of all gradients, that belongs to each tensor. */
function tensorsOf(trainer: Trainer, flat: Float64Array): readonly TensorPart[] {
  let from = 0;
  return trainer.shapes.map(({ name, shape }) => {
    const values = flat.subarray(from, from + shape.reduce((a, b) => a * b, 1));
    from += values.length;
    return { name, shape, values };
  });
}
