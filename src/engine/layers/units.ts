import { type ActivationName, activations } from '../activations.ts';
import { cellsOf, type Layer, padded, plainRow, rowFloats, wholeFrom } from '../layer.ts';
import { operations } from '../operations.ts';

/** y = x w + b. x: [in], w: [in, units], b: [units] -> [units] */
export const dense: Layer<{ readonly type: 'dense'; readonly units: number }> = {
  problems: ({ units }, before) => [
    ...wholeFrom('units', units, 1),
    ...(cellsOf(before.at(-1)!) === 1
      ? []
      : ['a dense layer takes plain rows: put flatten or globalAverage before it']),
  ],
  shape: ({ units }) => plainRow(units),
  learns: ({ units }, x) => ({
    fan: { in: x.width, out: units },
    tensors: [
      { name: 'weight', shape: [x.width, units], start: 'weight' },
      { name: 'bias', shape: [units], start: 'bias' },
    ],
  }),
  forward: (_spec, { x, y, tensors: [weight, bias], panel }) => [
    ...[operations.dense, x.values, x.stride * 4, weight!.values, bias!.values, y.values],
    ...[x.width, y.width, panel],
  ],
  backward: (_spec, { x, y, tensors: [weight, bias], panel }) => [
    ...[operations.denseBackward, x.values, x.stride * 4, weight!.values, y.slopes],
    ...[weight!.gradients, bias!.gradients, x.slopes, x.width, y.width, panel],
  ],
};

/** y = f(x), each number by itself: any shape -> the same shape */
export const activation: Layer<{ readonly type: 'activation'; readonly name: ActivationName }> = {
  problems: ({ name }) => (Object.hasOwn(activations, name) ? [] : [`there is no activation ${name}`]),
  shape: (_spec, x) => x,
  forward: ({ name }, { x, y }) => [
    ...[operations.activation, activations[name].code, x.values, y.values, rowFloats(x) * 4],
  ],
  backward: ({ name }, { x, y }) => [
    ...[operations.activationBackward, activations[name].code, x.values, y.values],
    ...[y.slopes, x.slopes, rowFloats(x) * 4],
  ],
};

/** y = max(0, x) + a min(0, x) with one learnt slope a, 0.25 at the start: any shape -> the same shape. He et al., 2015. */
export const prelu: Layer<{ readonly type: 'prelu' }> = {
  problems: () => [],
  shape: (_spec, x) => x,
  learns: () => ({ fan: { in: 1, out: 1 }, tensors: [{ name: 'slope', shape: [1], start: 0.25 }] }),
  forward: (_spec, { x, y, tensors: [slope] }) => [
    ...[operations.prelu, x.values, y.values, rowFloats(x), slope!.values],
  ],
  backward: (_spec, { x, y, tensors: [slope] }) => [
    ...[
      operations.preluBackward,
      x.values,
      y.slopes,
      x.slopes,
      rowFloats(x),
      slope!.values,
      slope!.gradients,
    ],
  ],
};

/** y_j = max of the `pieces` neighbouring x: [units * pieces] -> [units], behind a dense layer. Goodfellow et al., 2013. */
export const maxout: Layer<{ readonly type: 'maxout'; readonly pieces: number }> = {
  problems({ pieces }, before) {
    const { width } = before.at(-1)!;
    const found = wholeFrom('pieces', pieces, 1);
    return found.length > 0 || width % pieces === 0
      ? found
      : [`maxout of ${pieces} pieces takes a multiple of ${pieces} numbers, not ${width}`];
  },
  shape: ({ pieces }, x) => padded({ ...x, width: x.width / pieces }),
  forward: ({ pieces }, { x, y }) => [
    ...[operations.maxout, x.values, y.values, cellsOf(x), x.stride, y.stride, y.width, pieces],
  ],
  backward: ({ pieces }, { x, y }) => [
    ...[
      operations.maxoutBackward,
      x.values,
      y.slopes,
      x.slopes,
      cellsOf(x),
      x.stride,
      y.stride,
      y.width,
      pieces,
    ],
  ],
};
