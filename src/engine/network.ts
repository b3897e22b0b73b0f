import type { ActivationName } from './activations.ts';
import { activations } from './activations.ts';
import { type LossName, losses } from './losses.ts';

export type LayerSpec =
  /** y = x w + b with w: [in, units], b: [units] */
  | { readonly type: 'dense'; readonly units: number }
  | { readonly type: 'activation'; readonly name: ActivationName };

/** A network as a chain of layers: [rows, inputs] in, [rows, outputs] out, judged by a loss. */
export type NetworkSpec = {
  readonly inputs: number;
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
};

/** A tensor of weights that is learnt. */
export type ParameterSpec = { readonly name: string; readonly shape: readonly number[] };

/** All tensors of a network in the order of its layers: dense1.weight [in, units], dense1.bias [units], ... */
export function parametersOf(spec: NetworkSpec): readonly ParameterSpec[] {
  let width = spec.inputs;
  let count = 0;
  return spec.layers.flatMap((layer) => {
    if (layer.type === 'activation') return [];
    const name = `dense${++count}`;
    const weight = { name: `${name}.weight`, shape: [width, layer.units] };
    width = layer.units;
    return [weight, { name: `${name}.bias`, shape: [width] }];
  });
}

/** How many numbers a network learns. */
export function countParameters(spec: NetworkSpec): number {
  return parametersOf(spec).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0);
}

/** Width of the last layer. */
export function outputsOf(spec: NetworkSpec): number {
  return spec.layers.reduce((width, layer) => (layer.type === 'dense' ? layer.units : width), spec.inputs);
}

/** What keeps a network from being built, in sentences; none for a sound one. */
export function checkNetwork(spec: NetworkSpec): readonly string[] {
  const problems: string[] = [];
  const isWidth = (width: number) => Number.isInteger(width) && width >= 1;
  if (!isWidth(spec.inputs)) problems.push(`inputs must be a whole number from 1, not ${spec.inputs}`);
  spec.layers.forEach((layer, i) => {
    if (layer.type === 'dense' && !isWidth(layer.units)) {
      problems.push(`layer ${i + 1}: units must be a whole number from 1, not ${layer.units}`);
    }
    if (layer.type === 'activation' && !Object.hasOwn(activations, layer.name)) {
      problems.push(`layer ${i + 1}: there is no activation ${layer.name}`);
    }
  });
  if (!spec.layers.some(({ type }) => type === 'dense')) problems.push('a network needs a dense layer');
  if (!Object.hasOwn(losses, spec.loss)) problems.push(`there is no loss ${spec.loss}`);
  return problems;
}
