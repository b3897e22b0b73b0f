import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { build } from 'esbuild';
import type { LayerSpec, NetworkSpec } from '../../src/engine/network.ts';
import type { Table } from '../../src/engine/table.ts';
import type { Parameter } from '../../src/engine/trainer.ts';

// Or it greets, and praises another backend.
tf.env().set('PROD', true);

// What Node loads of it knows no gradients; they are registered by a module that Node cannot load as it is.
const { outputFiles } = await build({
  stdin: {
    contents: "import '@tensorflow/tfjs-core/dist/register_all_gradients.js'",
    resolveDir: import.meta.dirname,
  },
  ...{ bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'error' },
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);

/** What TensorFlow.js, on its cpu backend, makes of a network with given weights on the rows of a table. */
export function byTensorFlow(spec: NetworkSpec, parameters: readonly Parameter[], table: Table) {
  return tf.tidy(() => {
    const weights = parameters.map(({ values, shape }) => tf.tensor(values, [...shape]));
    const { rows } = table;
    const inputs = tf.tensor(table.inputs, [rows, table.features]);
    const outputs = (own: readonly tf.Tensor[]) => forward(spec, own, inputs);
    const lossOf = (...own: tf.Tensor[]) => tf.reshape<tf.Rank.R0>(judge(spec, outputs(own), table), []);
    const { value, grads } = tf.valueAndGrads(lossOf)(weights);
    return {
      outputs: outputs(weights).dataSync<'float32'>(),
      loss: value.dataSync()[0]!,
      gradient: Float32Array.from(grads.flatMap((each) => [...each.dataSync()])),
    };
  });
}

const ACTIVATIONS: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  identity: (x) => x,
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  leaky_relu: (x) => tf.leakyRelu(x, 0.01),
  elu: (x) => tf.elu(x),
  selu: (x) => tf.selu(x),
  softplus: (x) => tf.softplus(x),
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  gelu: (x) => tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.div(x, Math.SQRT2)))),
};

/** Names of the activations that it has. */
export const activationsOfTensorFlow = Object.keys(ACTIVATIONS);

function forward(
  { image, inputs, layers }: NetworkSpec,
  own: readonly tf.Tensor[],
  rows: tf.Tensor,
): tf.Tensor {
  const taken = own.values();
  const start = image ? [-1, image.height, image.columns, image.channels] : [-1, inputs];
  return layers.reduce((x, layer) => play(layer, x, () => taken.next().value!), tf.reshape(rows, start));
}

function play(layer: LayerSpec, x: tf.Tensor, next: () => tf.Tensor): tf.Tensor {
  switch (layer.type) {
    case 'dense':
      return tf.add(tf.matMul(x as tf.Tensor2D, next() as tf.Tensor2D), next());
    case 'activation':
      return ACTIVATIONS[layer.name]!(x);
    case 'conv2d': {
      const { size, units, step = 1, padding = 0 } = layer;
      const filter = tf.reshape<tf.Rank.R4>(next(), [size, size, x.shape[3]!, units]);
      const framed = tf.pad4d(x as tf.Tensor4D, [
        [0, 0],
        [padding, padding],
        [padding, padding],
        [0, 0],
      ]);
      return tf.add(tf.conv2d(framed, filter, step, 'valid'), next());
    }
    case 'maxPool':
      return tf.maxPool(x as tf.Tensor4D, layer.size, layer.step ?? layer.size, 'valid');
    case 'averagePool':
      return tf.avgPool(x as tf.Tensor4D, layer.size, layer.step ?? layer.size, 'valid');
    case 'globalAverage':
      return tf.mean(x, [1, 2]);
    case 'flatten':
      return tf.reshape(x, [x.shape[0]!, -1]);
    case 'batchNorm':
      return normalize(
        x,
        x.shape.slice(0, -1).map((_, axis) => axis),
        next(),
        next(),
      );
    case 'layerNorm':
      return normalize(
        x,
        x.shape.slice(1).map((_, axis) => axis + 1),
        next(),
        next(),
      );
    default:
      throw new TypeError(`there is no ${layer.type} here`);
  }
}

function normalize(x: tf.Tensor, axes: number[], scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, axes, true);
  const level = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
  return tf.add(tf.mul(level, scale), shift);
}

function judge({ loss }: NetworkSpec, y: tf.Tensor, { targets, rows }: Table): tf.Tensor {
  if (loss === 'ce')
    return tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d(targets, 'int32'), y.shape[1]!), y);
  const t = tf.tensor(targets, [rows, y.shape[1]!]);
  if (loss === 'bce') return tf.losses.sigmoidCrossEntropy(t, y);
  if (loss === 'huber') return tf.losses.huberLoss(t, y, undefined, 1);
  return loss === 'mae' ? tf.losses.absoluteDifference(t, y) : tf.losses.meanSquaredError(t, y);
}
