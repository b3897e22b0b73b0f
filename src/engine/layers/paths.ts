import { cellsOf, type Layer, padded, plainRow, rowFloats, wholeFrom } from '../layer.ts';
import { floatBits, operations } from '../operations.ts';

type DropoutSpec = { readonly type: 'dropout'; readonly rate: number };

/**
 * Training: y = x / (1 - rate), or 0 with the chance `rate`; answering: y = x. Any shape -> the same. The mask is a hash of
 * seed, step and number, the same forward and backward. Srivastava et al., 2014.
 */
export const dropout: Layer<DropoutSpec> = {
  problems: ({ rate }) =>
    rate >= 0 && rate < 1 ? [] : [`the rate of dropout is from 0 to below 1, not ${rate}`],
  shape: (_spec, x) => padded(x),
  forward: ({ rate }, { x, y, seed, clock }, mode) => [
    ...[operations.drop, x.values, y.values, cellsOf(x), x.width, x.stride, y.stride, seed, clock],
    ...threshold(mode === 'eval' ? 0 : rate),
  ],
  backward: ({ rate }, { x, y, seed, clock }) => [
    ...[operations.drop, y.slopes, x.slopes, cellsOf(x), x.width, y.stride, x.stride, seed, clock],
    ...threshold(rate),
  ],
};

/** y = x + what flowed `over` layers before x, which has the same shape. He et al., 2016. */
export const residual: Layer<{ readonly type: 'residual'; readonly over: number }> = {
  problems({ over }, before) {
    const found = wholeFrom('over', over, 1);
    if (found.length > 0) return found;
    const [x, back] = [before.at(-1)!, before.at(-1 - over)];
    if (!back) return [`there are no ${over} layers before it to reach over`];
    const isSame = back.width === x.width && back.height === x.height && back.columns === x.columns;
    return isSame ? [] : [`${nameOf(x)} and, ${over} layers before, ${nameOf(back)} cannot be added`];
  },
  shape: (_spec, x) => x,
  forward({ over }, { x, y, back }) {
    const from = back(over);
    return [
      ...[operations.add, x.values, x.stride, from.values, from.stride, y.values, y.stride],
      ...[cellsOf(x), x.width],
    ];
  },
  // What flowed past gets its share when the layer that it also went into is played backward: see `backwardOf`.
  backward: (_spec, { x, y }) => [
    ...[operations.copy, y.slopes, y.stride, rowFloats(y), x.slopes, x.stride, rowFloats(x)],
    ...[cellsOf(x), x.width],
  ],
};

/** The pixels of a row one behind the other, channels innermost: [height, columns, channels] -> [height columns channels] */
export const flatten: Layer<{ readonly type: 'flatten' }> = {
  problems: () => [],
  shape: (_spec, x) => plainRow(cellsOf(x) * x.width),
  forward: (_spec, { x, y }) => [
    ...[operations.copy, x.values, x.stride, rowFloats(x), y.values, x.width, y.stride, cellsOf(x), x.width],
  ],
  backward: (_spec, { x, y }) => [
    ...[operations.copy, y.slopes, x.width, y.stride, x.slopes, x.stride, rowFloats(x), cellsOf(x), x.width],
  ],
};

/** Hashes below the first number are dropped; the rest is multiplied by the second. */
function threshold(rate: number): readonly number[] {
  return [Math.round(rate * 2 ** 32) | 0, floatBits(1 / (1 - rate))];
}

function nameOf({ height, columns, width }: { height: number; columns: number; width: number }): string {
  return height * columns === 1 ? `${width} numbers` : `${height} x ${columns} x ${width} numbers`;
}
