// Training steps a second of process time, a network a line: node bench/layers.mjs
import { loadEngine } from './load.mjs';

const dense = (units) => ({ type: 'dense', units });
const conv = (units) => ({ type: 'conv2d', units, size: 3, padding: 1 });
const act = (name) => ({ type: 'activation', name });
const [norm, half, flat] = [{ type: 'batchNorm' }, { type: 'maxPool', size: 2 }, { type: 'flatten' }];
const image = { height: 28, columns: 28, channels: 1 };

const networks = [
  [
    '2-8-8-1, tanh, mse',
    16,
    { inputs: 2, layers: [dense(8), act('tanh'), dense(8), act('tanh'), dense(1)], loss: 'mse' },
  ],
  ['784-128-10, relu', 64, { inputs: 784, layers: [dense(128), act('relu'), dense(10)], loss: 'ce' }],
  ['784-128-10, gelu', 64, { inputs: 784, layers: [dense(128), act('gelu'), dense(10)], loss: 'ce' }],
  [
    '784-128-10, batch norm',
    64,
    { inputs: 784, layers: [dense(128), norm, act('relu'), dense(10)], loss: 'ce' },
  ],
  [
    '784-128-10, dropout',
    64,
    { inputs: 784, layers: [dense(128), act('relu'), { type: 'dropout', rate: 0.5 }, dense(10)], loss: 'ce' },
  ],
  [
    '28x28, conv 8, conv 16',
    64,
    {
      ...{ inputs: 784, image, loss: 'ce' },
      layers: [conv(8), act('relu'), half, conv(16), norm, act('relu'), half, flat, dense(10)],
    },
  ],
];

const { createTrainer, createRandom } = await loadEngine();
for (const [name, batch, spec] of networks) {
  console.log(`${name.padEnd(26)} ${rateOf(spec, batch).toFixed(0).padStart(8)} steps/s`);
}

/** Steps a second under Adam: the best of three stretches of about half a second. */
function rateOf(spec, batch) {
  const random = createRandom(1);
  const rows = 10 * batch;
  const inputs = Float32Array.from({ length: rows * spec.inputs }, () => random.normal());
  const data = {
    inputs,
    targets: Float32Array.from({ length: rows }, (_, i) => i % 2),
    rows,
    features: spec.inputs,
  };
  const options = { spec, data, maxBatch: batch, optimizer: { name: 'adam' }, init: { name: 'he' }, random };
  const trainer = createTrainer(options);
  const train = (steps) => {
    const order = Int32Array.from({ length: steps * batch }, (_, i) => i % rows);
    const plan = {
      order,
      sizes: new Int32Array(steps).fill(batch),
      learningRates: new Float32Array(steps).fill(1e-3),
    };
    const before = process.cpuUsage().user;
    trainer.train(plan);
    // The clock may stand still over a few steps.
    return steps / (Math.max(1000, process.cpuUsage().user - before) / 1e6);
  };
  const steps = Math.max(5, Math.ceil(train(Math.max(5, Math.ceil(train(5) / 10))) / 2));
  return Math.max(train(steps), train(steps), train(steps));
}
