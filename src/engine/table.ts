import { losses } from './losses.ts';
import { type NetworkSpec, outputsOf } from './network.ts';

/** Examples, a row each. */
export type Table = {
  /** [rows, features] */
  readonly inputs: Float32Array;
  /** [rows, 1], or [rows, outputs] for several targets: a number, 0 or 1, or the index of a class. */
  readonly targets: Float32Array;
  readonly rows: number;
  readonly features: number;
};

/** What keeps a table from going into a network. */
export function checkTable({ inputs, targets, rows, features }: Table, spec: NetworkSpec): readonly string[] {
  const isClassed = losses[spec.loss].answer === 'class';
  const outputs = outputsOf(spec);
  const width = isClassed ? 1 : outputs;
  if (rows < 1) return ['a table needs a row'];
  if (features !== spec.inputs)
    return [`the table has ${features} features, the network ${spec.inputs} inputs`];
  if (inputs.length !== rows * features)
    return [`${inputs.length} inputs are not ${rows} rows of ${features}`];
  if (targets.length !== rows * width) return [`${targets.length} targets are not ${rows} rows of ${width}`];
  const isClass = (target: number) => Number.isInteger(target) && target >= 0 && target < outputs;
  if (isClassed && !targets.every(isClass)) return ['a target is not the index of an output'];
  return [];
}
