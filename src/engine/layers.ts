import { type ActivationName, activations } from './activations.ts';
import { roundUp } from './memory.ts';
import { type Operation, operations } from './operations.ts';
import type { Tensor } from './weights.ts';

export type LayerSpec = DenseSpec | ActivationSpec;

type DenseSpec = { readonly type: 'dense'; readonly units: number };

type ActivationSpec = { readonly type: 'activation'; readonly name: ActivationName };

/** Floats of a row: those that mean something, and those from one row to the next. */
export type RowShape = { readonly width: number; readonly stride: number };

/** What flows between two layers, [rows, stride]: values, and the slopes of the loss in them (0 before the first layer). */
export type Flow = RowShape & { readonly values: number; readonly slopes: number };

/** A kind of layer: its shape, what it learns, and what the kernels do for it. */
export type Layer<Spec extends LayerSpec> = {
  problems(spec: Spec): readonly string[];
  shape(spec: Spec, x: RowShape): RowShape;
  /** Tensors that are learnt: name and shape. */
  parameters(spec: Spec, inputs: number): readonly (readonly [name: string, shape: readonly number[]])[];
  forward(spec: Spec, x: Flow, y: Flow, tensors: readonly Tensor[], panel: number): Operation;
  backward(spec: Spec, x: Flow, y: Flow, tensors: readonly Tensor[], panel: number): Operation;
};

/** y = x w + b with w: [in, units], b: [units]. */
const dense: Layer<DenseSpec> = {
  problems: ({ units }) =>
    Number.isInteger(units) && units >= 1 ? [] : [`units must be a whole number from 1, not ${units}`],
  shape: ({ units }) => ({ width: units, stride: roundUp(units, 4) }),
  parameters: ({ units }, inputs) => [
    ['weight', [inputs, units]],
    ['bias', [units]],
  ],
  forward: (_spec, x, y, [weight, bias], panel) => [
    ...[operations.dense, x.values, x.stride * 4, weight!.values, bias!.values, y.values],
    ...[x.width, y.width, panel],
  ],
  backward: (_spec, x, y, [weight, bias], panel) => [
    ...[operations.denseBackward, x.values, x.stride * 4, weight!.values, y.slopes],
    ...[weight!.gradients, bias!.gradients, x.slopes, x.width, y.width, panel],
  ],
};

/** y = f(x), each number by itself. */
const activation: Layer<ActivationSpec> = {
  problems: ({ name }) => (Object.hasOwn(activations, name) ? [] : [`there is no activation ${name}`]),
  shape: (_spec, x) => x,
  parameters: () => [],
  forward: ({ name }, x, y) => [
    operations.activation,
    ...[activations[name].code, x.values, y.values, x.stride * 4],
  ],
  backward: ({ name }, x, y) => [
    operations.activationBackward,
    ...[activations[name].code, y.values, y.slopes, x.slopes, x.stride * 4],
  ],
};

export const layers = { dense, activation } satisfies {
  [Type in LayerSpec['type']]: Layer<Extract<LayerSpec, { type: Type }>>;
};

/** The entry for a layer, which takes that layer. */
export function layerOf(spec: LayerSpec): Layer<LayerSpec> {
  return layers[spec.type] as Layer<LayerSpec>;
}
