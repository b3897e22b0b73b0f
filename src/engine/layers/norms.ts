import { cellsOf, type Layer, type Mode, type Place, padded, type RowShape, wholeFrom } from '../layer.ts';
import { floatBits, operations } from '../operations.ts';

type Plain<Type extends string> = { readonly type: Type };

const EPSILON = floatBits(1e-5);

/** Where the kept mean and variance move at each step; in between they stay, and at the end they stand in for the batch's. */
const MOMENTUM = { train: floatBits(0.1), probe: floatBits(0), eval: floatBits(-1) } satisfies Record<
  Mode,
  number
>;

/**
 * y = scale (x - mean) / sqrt(variance + 1e-5) + shift, channel by channel over the batch: [cells, channels] -> the same.
 * For answers, the kept mean and (unbiased) variance stand in: a tenth of each batch's at every step. Ioffe and Szegedy, 2015.
 */
export const batchNorm: Layer<Plain<'batchNorm'>> = {
  problems: () => [],
  shape: (_spec, x) => padded(x),
  learns: (_spec, x) => affine(x),
  keeps: (_spec, { width }) => [
    { name: 'mean', size: width, start: 0 },
    { name: 'variance', size: width, start: 1 },
  ],
  forward: (_spec, { x, y, tensors: [scale, shift], kept: [mean, variance] }, mode) => [
    ...[operations.batchNorm, x.values, x.stride, y.values, y.stride, scale!.values, shift!.values],
    ...[mean!, variance!, cellsOf(x), x.width, EPSILON, MOMENTUM[mode]],
  ],
  backward: (_spec, { x, y, tensors: [scale, shift] }) => [
    ...[operations.batchNormBackward, x.values, x.stride, y.slopes, y.stride, x.slopes],
    ...[scale!.values, scale!.gradients, shift!.gradients, cellsOf(x), x.width, EPSILON],
  ],
};

/** The same over all numbers of a row, whatever the batch: [cells, channels] -> the same. Ba et al., 2016. */
export const layerNorm: Layer<Plain<'layerNorm'>> = grouped({ problems: () => [], groups: () => 1 });

/** The same over each group of channels of a row: [cells, channels] -> the same. Wu and He, 2018. */
export const groupNorm: Layer<Plain<'groupNorm'> & { readonly groups: number }> = grouped({
  problems({ groups }, x) {
    const found = wholeFrom('groups', groups, 1);
    return found.length > 0 || x.width % groups === 0
      ? found
      : [`${x.width} channels cannot be parted into ${groups} groups`];
  },
  groups: ({ groups }) => groups,
});

/** The same over the pixels of each channel of a row: [cells, channels] -> the same. Ulyanov et al., 2016. */
export const instanceNorm: Layer<Plain<'instanceNorm'>> = grouped({
  problems: (_spec, x) =>
    cellsOf(x) > 1 ? [] : ['instance norm takes images: of one number alone nothing is left'],
  groups: (_spec, x) => x.width,
});

function grouped<Spec>(kind: {
  problems(spec: Spec, x: RowShape): readonly string[];
  groups(spec: Spec, x: RowShape): number;
}): Layer<Spec> {
  const size = (spec: Spec, { x }: Place) => [cellsOf(x), x.width, kind.groups(spec, x), EPSILON];
  return {
    problems: (spec, before) => kind.problems(spec, before.at(-1)!),
    shape: (_spec, x) => padded(x),
    learns: (_spec, x) => affine(x),
    forward(spec, place) {
      const { x, y, tensors } = place;
      const [scale, shift] = tensors;
      return [
        ...[operations.groupNorm, x.values, x.stride, y.values, y.stride, scale!.values, shift!.values],
        ...size(spec, place),
      ];
    },
    backward(spec, place) {
      const { x, y, tensors } = place;
      const [scale, shift] = tensors;
      return [
        ...[operations.groupNormBackward, x.values, x.stride, y.slopes, y.stride, x.slopes],
        ...[scale!.values, scale!.gradients, shift!.gradients, ...size(spec, place)],
      ];
    },
  };
}

/** Scale 1 and shift 0 for each channel, which no initializer touches. */
function affine({ width }: RowShape) {
  return {
    fan: { in: width, out: width },
    tensors: [
      { name: 'scale', shape: [width], start: 1 },
      { name: 'shift', shape: [width], start: 0 },
    ],
  };
}
