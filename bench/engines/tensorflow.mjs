import * as tf from '@tensorflow/tfjs';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { BATCHES, examples, LEARNING_RATE, noise } from '../networks.mjs';

/** TensorFlow.js on one of its backends, `cpu` or `wasm`, with one thread. */
export async function createEngine(backend) {
  tf.enableProdMode();
  setThreadsCount(1);
  await tf.setBackend(backend);
  return {
    about: `TensorFlow.js ${tf.version.tfjs}, ${backend}`,
    prepare: (task) => (task.product ? product(task.product) : network(task)),
  };
}

function network(task) {
  tf.disposeVariables();
  const { spec, batch } = task;
  const model = modelOf(spec);
  const { inputs, targets } = examples(task);
  const shape = spec.image ? [spec.image.height, spec.image.columns, spec.image.channels] : [spec.inputs];
  const batches = Array.from({ length: BATCHES }, (_, i) => {
    const answers = targets.slice(i * batch, (i + 1) * batch);
    return {
      x: tf.tensor(inputs.slice(i * batch * spec.inputs, (i + 1) * batch * spec.inputs), [batch, ...shape]),
      y: spec.loss === 'ce' ? tf.oneHot(tf.tensor1d(answers, 'int32'), 10) : tf.tensor(answers, [batch, 1]),
    };
  });
  const loss = spec.loss === 'ce' ? tf.losses.softmaxCrossEntropy : tf.losses.meanSquaredError;
  const adam = tf.train.adam(LEARNING_RATE);
  const step = ({ x, y }) => adam.minimize(() => loss(y, model.apply(x, { training: true })));
  // The first step says what the backend lacks.
  step(batches[0]);
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) step(batches[i % BATCHES]);
    },
  };
}

function modelOf({ inputs, image, layers }) {
  const inputShape = image ? [image.height, image.columns, image.channels] : [inputs];
  const make = {
    dense: ({ units }) => tf.layers.dense({ units }),
    activation: ({ name }) => tf.layers.activation({ activation: name }),
    batchNorm: () => tf.layers.batchNormalization(),
    conv2d: ({ units, size }) => tf.layers.conv2d({ filters: units, kernelSize: size, padding: 'same' }),
    maxPool: ({ size }) => tf.layers.maxPooling2d({ poolSize: size }),
    flatten: () => tf.layers.flatten(),
  };
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape }));
  for (const layer of layers) model.add(make[layer.type](layer));
  return model;
}

function product(size) {
  const [a, b] = [0, 1].map(() => tf.tensor(Float32Array.from({ length: size ** 2 }, noise), [size, size]));
  return {
    run(times) {
      for (let i = 0; i < times; i++) tf.matMul(a, b).dispose();
    },
  };
}
