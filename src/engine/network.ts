import { type LayerSpec, layerOf, layers, type RowShape } from './layers.ts';
import { type LossName, losses } from './losses.ts';

export type { LayerSpec } from './layers.ts';

/** A network as a chain of layers: [rows, inputs] in, [rows, outputs] out, judged by a loss. */
export type NetworkSpec = {
  readonly inputs: number;
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
};

/** A tensor of weights that is learnt, and the layer it belongs to. */
export type ParameterSpec = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly layer: number;
};

/** All tensors of a network in the order of its layers: dense1.weight [in, units], dense1.bias [units], ... */
export function parametersOf(spec: NetworkSpec): readonly ParameterSpec[] {
  const shapes = shapesOf(spec);
  return spec.layers.flatMap((layer, i) => {
    const number = spec.layers.slice(0, i + 1).filter(({ type }) => type === layer.type).length;
    const parameters = layerOf(layer).parameters(layer, shapes[i]!.width);
    return parameters.map(([name, shape]) => ({ name: `${layer.type}${number}.${name}`, shape, layer: i }));
  });
}

/** How many numbers a network learns. */
export function countParameters(spec: NetworkSpec): number {
  return parametersOf(spec).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0);
}

/** Shape of a row before the first layer and behind each. */
export function shapesOf(spec: NetworkSpec): readonly RowShape[] {
  const shapes: RowShape[] = [{ width: spec.inputs, stride: spec.inputs }];
  for (const layer of spec.layers) shapes.push(layerOf(layer).shape(layer, shapes.at(-1)!));
  return shapes;
}

/** Width of the last layer. */
export function outputsOf(spec: NetworkSpec): number {
  return shapesOf(spec).at(-1)!.width;
}

/** What keeps a network from being built, in sentences; none for a sound one. */
export function checkNetwork(spec: NetworkSpec): readonly string[] {
  const problems: string[] = [];
  if (!Number.isInteger(spec.inputs) || spec.inputs < 1) {
    problems.push(`inputs must be a whole number from 1, not ${spec.inputs}`);
  }
  spec.layers.forEach((layer, i) => {
    const found = Object.hasOwn(layers, layer.type)
      ? layerOf(layer).problems(layer)
      : [`there is no layer ${layer.type}`];
    problems.push(...found.map((problem) => `layer ${i + 1}: ${problem}`));
  });
  if (!spec.layers.some(({ type }) => type === 'dense')) problems.push('a network needs a dense layer');
  if (!Object.hasOwn(losses, spec.loss)) problems.push(`there is no loss ${spec.loss}`);
  return problems;
}
