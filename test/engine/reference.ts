import { activations } from '../../src/engine/activations.ts';
import type { RowShape } from '../../src/engine/layer.ts';
import { type LossSettings, losses } from '../../src/engine/losses.ts';
import {
  type LayerSpec,
  type NetworkSpec,
  outputsOf,
  parametersOf,
  shapesOf,
} from '../../src/engine/network.ts';
import type { Random } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';

/** Loss of a batch in float64, written down as plainly as can be: what the kernels are held against. */
export function referenceLoss(
  spec: NetworkSpec,
  weights: readonly number[],
  table: Table,
  masks: Masks = () => 0,
): number {
  const { value } = losses[spec.loss];
  const settings = spec.lossSettings ?? {};
  const width = table.targets.length / table.rows;
  const outputs = referenceBatch(spec, weights, rowsOf(table.inputs, table.features), masks);
  const targets = rowsOf(table.targets, width);
  // Cross entropy is divided by the weights of its classes, every other loss by its rows.
  const weightOf = ([t]: readonly number[]) => (spec.loss === 'ce' ? (settings.weights?.[t!] ?? 1) : 1);
  const sum = outputs.reduce((before, row, i) => before + value(row, targets[i]!, settings), 0);
  return sum / targets.reduce((before, target) => before + weightOf(target), 0);
}

/** Outputs of a network for one row, in float64. */
export function referenceOutputs(
  spec: NetworkSpec,
  weights: readonly number[],
  inputs: readonly number[],
): readonly number[] {
  return referenceBatch(spec, weights, [inputs])[0]!;
}

type Batch = readonly (readonly number[])[];

/** Outputs of a network for a batch as in training, in float64. */
export function referenceBatch(
  spec: NetworkSpec,
  weights: readonly number[],
  rows: Batch,
  masks: Masks = () => 0,
): Batch {
  const shapes = shapesOf(spec);
  const flows: Batch[] = [rows];
  spec.layers.forEach((layer, i) => {
    const own = parametersOf(spec).map(({ shape, layer: at }) => ({
      at,
      size: shape.reduce((a, b) => a * b),
    }));
    const from = own.filter(({ at }) => at < i).reduce((sum, { size }) => sum + size, 0);
    const w = weights.slice(from);
    flows.push(
      referenceLayer(layer, {
        ...{ x: flows.at(-1)!, w, shape: shapes[i]!, next: shapes[i + 1]!, flows },
        mask: (cell, rate) => dropoutMask(masks(i), 0, cell, rate),
      }),
    );
  });
  return flows.at(-1)!;
}

type Context = {
  readonly x: Batch;
  /** Weights from those of this layer on. */
  readonly w: readonly number[];
  readonly shape: RowShape;
  readonly next: RowShape;
  /** All that flowed so far, the inputs first. */
  readonly flows: readonly Batch[];
  /** What dropout multiplies the numbers of the batch by. */
  mask(cell: number, rate: number): number;
};

/** Seed of the masks of each layer; they are those of the first step. */
export type Masks = (layer: number) => number;

function referenceLayer(layer: LayerSpec, context: Context): Batch {
  const { x, w, shape, flows, mask } = context;
  const { width } = shape;
  switch (layer.type) {
    case 'activation':
      return x.map((row) => row.map(activations[layer.name].value));
    case 'prelu':
      return x.map((row) => row.map((each) => (each > 0 ? each : w[0]! * each)));
    case 'maxout':
      return x.map((row) =>
        Array.from({ length: row.length / layer.pieces }, (_, j) =>
          Math.max(...row.slice(j * layer.pieces, (j + 1) * layer.pieces)),
        ),
      );
    case 'dense': {
      const { units } = layer;
      const bias = w.slice(shape.width * units);
      return x.map((row) =>
        Array.from({ length: units }, (_, j) =>
          row.reduce((sum, each, i) => sum + each * w[i * units + j]!, bias[j]!),
        ),
      );
    }
    case 'dropout':
      return x.map((row, i) => row.map((each, j) => each * mask(i * row.length + j, layer.rate)));
    case 'residual': {
      const back = flows.at(-1 - layer.over)!;
      return x.map((row, i) => row.map((each, j) => each + back[i]![j]!));
    }
    case 'flatten':
      return x;
    case 'batchNorm':
      return normalized(x, width, w, (_row, at) => at % width);
    case 'layerNorm':
      return normalized(x, width, w, (row) => row);
    case 'groupNorm':
      return normalized(
        x,
        width,
        w,
        (row, at) => row * layer.groups + Math.floor((at % width) / (width / layer.groups)),
      );
    case 'instanceNorm':
      return normalized(x, width, w, (row, at) => row * width + (at % width));
    case 'conv2d':
      return x.map((row) =>
        windows(context, layer.size, layer.size, layer.step ?? 1, layer.padding ?? 0).flatMap((pixels) =>
          Array.from({ length: layer.units }, (_, unit) =>
            pixels.reduce(
              (sum, pixel, k) =>
                sum +
                (pixel < 0 ? 0 : channels(row, pixel, width, w, k * width * layer.units + unit, layer.units)),
              w[layer.size ** 2 * width * layer.units + unit]!,
            ),
          ),
        ),
      );
    case 'maxPool':
      return pooled(context, layer.size, layer.size, layer.step ?? layer.size, (values) =>
        Math.max(...values),
      );
    case 'averagePool':
      return pooled(context, layer.size, layer.size, layer.step ?? layer.size, mean);
    case 'globalAverage':
      return pooled(context, shape.height, shape.columns, 1, mean);
  }
}

/** Sum over the channels of a pixel times every `step`-th weight from `from` on. */
function channels(
  row: readonly number[],
  pixel: number,
  width: number,
  w: readonly number[],
  from: number,
  step: number,
): number {
  let sum = 0;
  for (let c = 0; c < width; c++) sum += row[pixel * width + c]! * w[from + c * step]!;
  return sum;
}

/** Each number less the mean of its block over the spread of its block, scaled and shifted by channel. */
function normalized(
  x: Batch,
  width: number,
  w: readonly number[],
  blockOf: (row: number, at: number) => number,
): Batch {
  const blocks = new Map<number, number[]>();
  x.forEach((row, i) => {
    row.forEach((each, j) => {
      const block = blockOf(i, j);
      blocks.set(block, [...(blocks.get(block) ?? []), each]);
    });
  });
  const facts = new Map(
    [...blocks].map(([block, values]) => {
      const middle = mean(values);
      return [block, { middle, spread: Math.sqrt(mean(values.map((v) => (v - middle) ** 2)) + 1e-5) }];
    }),
  );
  return x.map((row, i) =>
    row.map((each, j) => {
      const { middle, spread } = facts.get(blockOf(i, j))!;
      return (w[j % width]! * (each - middle)) / spread + w[width + (j % width)]!;
    }),
  );
}

/** For each pixel of what follows, the pixels of its window, -1 for those outside. */
function windows({ shape, next }: Context, rows: number, columns: number, step: number, padding: number) {
  return Array.from({ length: next.height * next.columns }, (_, at) => {
    const [top, left] = [
      Math.floor(at / next.columns) * step - padding,
      (at % next.columns) * step - padding,
    ];
    return Array.from({ length: rows * columns }, (_, k) => {
      const [r, c] = [top + Math.floor(k / columns), left + (k % columns)];
      const isInside = r >= 0 && r < shape.height && c >= 0 && c < shape.columns;
      return isInside ? r * shape.columns + c : -1;
    });
  });
}

function pooled(
  context: Context,
  rows: number,
  columns: number,
  step: number,
  reduce: (values: readonly number[]) => number,
): Batch {
  const { width } = context.shape;
  return context.x.map((row) =>
    windows(context, rows, columns, step, 0).flatMap((pixels) =>
      Array.from({ length: width }, (_, c) => reduce(pixels.map((pixel) => row[pixel * width + c]!))),
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** What dropout multiplies a number by: a hash of seed, step and number, written down apart from the kernels. */
export function dropoutMask(seed: number, step: number, cell: number, rate: number): number {
  const base = scramble(seed + scramble(step + 0x9e3779b9));
  return scramble(base + Math.imul(cell, 0x9e3779b9)) < Math.round(rate * 2 ** 32) ? 0 : 1 / (1 - rate);
}

/** The finalizer of MurmurHash3. */
function scramble(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function rowsOf(values: Float32Array, width: number): Batch {
  return Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}

/** Slope of `referenceLoss` in one weight, by a central difference: good to about 1e-9. */
export function referenceSlope(
  spec: NetworkSpec,
  weights: readonly number[],
  i: number,
  table: Table,
  masks: Masks = () => 0,
): number {
  const h = 1e-6;
  const above = referenceLoss(spec, weights.with(i, weights[i]! + h), table, masks);
  const below = referenceLoss(spec, weights.with(i, weights[i]! - h), table, masks);
  return (above - below) / (2 * h);
}

/** A chain of dense layers with an activation between them. */
export function chain(
  widths: readonly number[],
  name: keyof typeof activations,
  loss: keyof typeof losses,
  lossSettings: LossSettings = {},
): NetworkSpec {
  const layers = widths.slice(1).flatMap((units, i): NetworkSpec['layers'] => {
    const dense = { type: 'dense', units } as const;
    return i < widths.length - 2 ? [dense, { type: 'activation', name }] : [dense];
  });
  return { inputs: widths[0]!, layers, loss, lossSettings };
}

/** Rows of noise with targets that fit the loss. */
export function randomTable(spec: NetworkSpec, rows: number, random: Random): Table {
  const outputs = outputsOf(spec);
  const { answer } = losses[spec.loss];
  const target = {
    number: () => random.normal(),
    logit: () => random.integer(2),
    class: () => random.integer(outputs),
  }[answer];
  const width = answer === 'class' ? 1 : outputs;
  return {
    inputs: Float32Array.from({ length: rows * spec.inputs }, () => random.normal()),
    targets: Float32Array.from({ length: rows * width }, target),
    rows,
    features: spec.inputs,
  };
}

/** Every weight and bias from N(0, 1 / in), so that no bias hides behind a 0. */
export function randomWeights(spec: NetworkSpec, random: Random): Float32Array {
  const weights = parametersOf(spec).flatMap(({ shape }) =>
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal() / Math.sqrt(shape[0]!)),
  );
  return Float32Array.from(weights);
}
