import { cellsOf, type Flow, type Layer, type Place, plainRow, type RowShape, wholeFrom } from '../layer.ts';
import { roundUp } from '../memory.ts';
import { operations } from '../operations.ts';

type Window = {
  readonly size: readonly [height: number, columns: number];
  readonly step: number;
  readonly padding: number;
};

type ConvSpec = {
  readonly type: 'conv2d';
  readonly units: number;
  readonly size: number;
  readonly step?: number;
  readonly padding?: number;
};

/**
 * y = w patch + b with the size x size patch of x around every pixel of y, `step` pixels apart, `padding` rows of 0 around.
 * [height, columns, channels] -> [(height + 2 padding - size) / step + 1, ..., units]; w: [size size channels, units].
 * LeCun et al., 1989.
 */
export const conv2d: Layer<ConvSpec> = {
  problems: (spec, before) => [
    ...wholeFrom('units', spec.units, 1),
    ...windowProblems(windowOf(spec), before.at(-1)!),
  ],
  shape: (spec, x) => slid(x, windowOf(spec), spec.units),
  learns: ({ units, size }, x) => ({
    fan: { in: size * size * x.width, out: size * size * units },
    tensors: [
      { name: 'weight', shape: [size * size * x.width, units], start: 'weight' },
      { name: 'bias', shape: [units], start: 'bias' },
    ],
  }),
  room(spec, x) {
    const { canvas, weights } = roomOf(spec, x);
    return canvas + weights;
  },
  forward: (spec, place) => [
    operations.convolve,
    ...sweep(place, place.y.values, windowOf(spec)),
    ...weightsOf(spec, place),
  ],
  backward(spec, place) {
    const { x, y, tensors } = place;
    const [weight, bias] = tensors;
    return [
      ...[operations.convolveBackward, ...sweep(place, y.slopes, windowOf(spec)), ...weightsOf(spec, place)],
      ...[weight!.gradients, bias!.gradients, x.slopes],
    ];
  },
};

type PoolSpec<Type extends string> = { readonly type: Type; readonly size: number; readonly step?: number };

/** y = largest of each size x size window, channel by channel, `step` pixels apart (size unless said): [h, c, n] -> [h / step, c / step, n] */
export const maxPool: Layer<PoolSpec<'maxPool'>> = pooling(1, poolWindow);

/** y = mean of each such window. */
export const averagePool: Layer<PoolSpec<'averagePool'>> = pooling(0, poolWindow);

/** y = mean of all pixels, channel by channel: [height, columns, channels] -> [channels]. Lin et al., 2014. */
export const globalAverage: Layer<{ readonly type: 'globalAverage' }> = pooling(0, (_spec, x) => ({
  size: [x.height, x.columns],
  step: 1,
  padding: 0,
}));

function pooling<Spec>(isLargest: 0 | 1, windowIn: (spec: Spec, x: RowShape) => Window): Layer<Spec> {
  return {
    problems: (spec, before) => windowProblems(windowIn(spec, before.at(-1)!), before.at(-1)!),
    shape: (spec, x) => slid(x, windowIn(spec, x), x.width),
    forward: (spec, place) => [
      ...[operations.pool, ...sweep(place, place.y.values, windowIn(spec, place.x)), isLargest],
    ],
    backward: (spec, place) => [
      ...[operations.poolBackward, ...sweep(place, place.y.slopes, windowIn(spec, place.x))],
      ...[isLargest, place.x.slopes],
    ],
  };
}

function poolWindow({ size, step = size }: { readonly size: number; readonly step?: number }): Window {
  return { size: [size, size], step, padding: 0 };
}

function windowOf({ size, step = 1, padding = 0 }: ConvSpec): Window {
  return { size: [size, size], step, padding };
}

function windowProblems({ size, step, padding }: Window, x: RowShape): readonly string[] {
  const problems = [
    ...wholeFrom('size', size[0], 1),
    ...wholeFrom('step', step, 1),
    ...wholeFrom('padding', padding, 0),
  ];
  const fits = size[0] <= x.height + 2 * padding && size[1] <= x.columns + 2 * padding;
  if (problems.length > 0 || fits) return problems;
  return [`a window of ${size.join(' x ')} is larger than the image of ${x.height} x ${x.columns}`];
}

/** The image that a window leaves as it slides. */
function slid(x: RowShape, { size, step, padding }: Window, units: number): RowShape {
  const along = (length: number, window: number) => Math.floor((length + 2 * padding - window) / step) + 1;
  return { ...plainRow(units), height: along(x.height, size[0]), columns: along(x.columns, size[1]) };
}

function sweep({ x, y }: Place, cells: number, { size, step, padding }: Window): readonly number[] {
  const layout = (flow: Flow) => [flow.height, flow.columns, flow.width, flow.stride];
  return [x.values, ...layout(x), cells, ...layout(y), ...size, step, padding];
}

function weightsOf(spec: ConvSpec, { x, tensors: [weight, bias], room }: Place): readonly number[] {
  return [weight!.values, bias!.values, room, roomOf(spec, x).canvas];
}

/** Bytes: for the larger of the canvases of x and of dy with the offsets of their pixels, and for the weights as they are slid. */
function roomOf({ size, padding = 0, units, step = 1 }: ConvSpec, x: RowShape) {
  const canvasOf = (border: number, channels: number, pixels: number) =>
    roundUp(4 * ((x.height + border) * (x.columns + border) * channels + pixels), 16) + CANVAS_EDGE;
  const y = slid(x, { size: [size, size], padding, step }, units);
  const canvas = Math.max(canvasOf(2 * padding, x.width, cellsOf(y)), canvasOf(size - 1, units, cellsOf(x)));
  return { canvas, weights: 4 * size * size * roundUp(units, 4) * roundUp(x.width, 4) };
}

/** Bytes of 0 behind a canvas, which a vector may reach into. */
const CANVAS_EDGE = 64;
