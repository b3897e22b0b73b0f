import { cellsOf, type Fans, type Kept, type Learnt, plainRow, type RowShape } from './layer.ts';
import { type LayerSpec, layerOf, layers } from './layers.ts';
import { checkLoss, type LossName, type LossSettings } from './losses.ts';

export type { LayerSpec } from './layers.ts';

/** A network as a chain of layers: [rows, inputs] in, [rows, outputs] out, judged by a loss. */
export type NetworkSpec = {
  readonly inputs: number;
  /** How the inputs lie in an image: row after row of pixels, each with its channels. */
  readonly image?: { readonly height: number; readonly columns: number; readonly channels: number };
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
  readonly lossSettings?: LossSettings;
};

/** A tensor of weights that is learnt, and the layer it belongs to. */
export type ParameterSpec = Learnt & { readonly layer: number; readonly fan: Fans };

/** All tensors of a network in the order of its layers: dense1.weight [in, units], dense1.bias [units], ... */
export function parametersOf(spec: NetworkSpec): readonly ParameterSpec[] {
  const shapes = shapesOf(spec);
  return spec.layers.flatMap((layer, i) => {
    const learns = layerOf(layer).learns?.(layer, shapes[i]!);
    if (!learns) return [];
    const { fan, tensors } = learns;
    return tensors.map((tensor) => ({ ...tensor, name: `${nameOf(spec, i)}.${tensor.name}`, layer: i, fan }));
  });
}

/** All that layers keep without learning it: batchNorm1.mean, batchNorm1.variance, ... */
export function keptOf(spec: NetworkSpec): readonly (Kept & { readonly layer: number })[] {
  const shapes = shapesOf(spec);
  return spec.layers.flatMap((layer, i) =>
    (layerOf(layer).keeps?.(layer, shapes[i]!) ?? []).map((kept) => ({
      ...kept,
      name: `${nameOf(spec, i)}.${kept.name}`,
      layer: i,
    })),
  );
}

/** How many numbers a network learns. */
export function countParameters(spec: NetworkSpec): number {
  return parametersOf(spec).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0);
}

/** Shape of a row before the first layer and behind each. */
export function shapesOf(spec: NetworkSpec): readonly RowShape[] {
  const shapes: RowShape[] = [inputShape(spec)];
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
  const shapes = [inputShape(spec)];
  if (cellsOf(shapes[0]!) * shapes[0]!.width !== spec.inputs)
    problems.push(`an image of ${Object.values(spec.image ?? {}).join(' x ')} has not ${spec.inputs} inputs`);
  spec.layers.forEach((layer, i) => {
    const isKnown = Object.hasOwn(layers, layer.type);
    const found = isKnown ? layerOf(layer).problems(layer, shapes) : [`there is no layer ${layer.type}`];
    problems.push(...found.map((problem) => `layer ${i + 1}: ${problem}`));
    shapes.push(isKnown ? layerOf(layer).shape(layer, shapes.at(-1)!) : shapes.at(-1)!);
  });
  if (!spec.layers.some(({ type }) => type === 'dense')) problems.push('a network needs a dense layer');
  if (cellsOf(shapes.at(-1)!) !== 1) problems.push('the last layer must give plain rows');
  return [...problems, ...checkLoss(spec.loss, spec.lossSettings ?? {}, shapes.at(-1)!.width)];
}

function inputShape({ inputs, image, layers: [first] }: NetworkSpec): RowShape {
  // What follows a pointwise layer expects padded rows, and a pointwise layer leaves rows as they are.
  const isPointwise = first?.type === 'activation' || first?.type === 'prelu';
  if (!image) return isPointwise ? plainRow(inputs) : plainRow(inputs, inputs);
  const { height, columns, channels } = image;
  return { width: channels, stride: channels, height, columns };
}

/** Layers of a type are counted from 1. */
function nameOf(spec: NetworkSpec, index: number): string {
  const { type } = spec.layers[index]!;
  return type + spec.layers.slice(0, index + 1).filter((layer) => layer.type === type).length;
}
