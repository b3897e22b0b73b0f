// What the engines are asked to do. Networks are written as src/engine takes them; the others translate.
const dense = (units) => ({ type: 'dense', units });
const act = (name) => ({ type: 'activation', name });
const conv = (units) => ({ type: 'conv2d', units, size: 3, padding: 1 });
const half = { type: 'maxPool', size: 2 };

/** Trained by Adam: how many rows a batch has, and the network. */
export const networks = [
  {
    name: '2-8-8-1, tanh, mean squared error, batch 16',
    batch: 16,
    spec: { inputs: 2, layers: [dense(8), act('tanh'), dense(8), act('tanh'), dense(1)], loss: 'mse' },
  },
  {
    name: '2-32 x 8-1, batch norm, relu, mean squared error, batch 32',
    batch: 32,
    spec: {
      inputs: 2,
      layers: [
        ...Array(8)
          .fill([dense(32), { type: 'batchNorm' }, act('relu')])
          .flat(),
        dense(1),
      ],
      loss: 'mse',
    },
  },
  {
    name: '784-128-10, relu, softmax and cross-entropy, batch 64',
    batch: 64,
    spec: { inputs: 784, layers: [dense(128), act('relu'), dense(10)], loss: 'ce' },
  },
  {
    name: '784-512-256-10, relu, softmax and cross-entropy, batch 128',
    batch: 128,
    spec: {
      inputs: 784,
      layers: [dense(512), act('relu'), dense(256), act('relu'), dense(10)],
      loss: 'ce',
    },
  },
  {
    name: '28x28, conv 8, pool, conv 16, pool, 10, relu, softmax and cross-entropy, batch 64',
    batch: 64,
    spec: {
      ...{ inputs: 784, image: { height: 28, columns: 28, channels: 1 }, loss: 'ce' },
      layers: [conv(8), act('relu'), half, conv(16), act('relu'), half, { type: 'flatten' }, dense(10)],
    },
  },
];

/** Rows and columns of the matrices of the product. */
export const PRODUCT_SIZE = 256;

/** So small that no network fits its noise: what comes near to 0 would be slow denormal numbers, and time something else. */
export const LEARNING_RATE = 1e-5;

/** Batches of noise that are gone through again and again. */
export const BATCHES = 16;

/** Noise for all batches: [rows, inputs], and a number or the index of a class for each row. */
export function examples({ spec, batch }) {
  const rows = BATCHES * batch;
  const target = spec.loss === 'ce' ? (_, i) => i % 10 : noise;
  return {
    rows,
    inputs: Float32Array.from({ length: rows * spec.inputs }, noise),
    targets: Float32Array.from({ length: rows }, target),
  };
}

/** A number from -1 to 1. */
export function noise() {
  return 2 * Math.random() - 1;
}
