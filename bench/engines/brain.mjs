import { createRequire } from 'node:module';
import { examples, LEARNING_RATE } from '../networks.mjs';

const require = createRequire(import.meta.url);

/** brain.js without a graphics card: plain JavaScript. */
export async function createEngine() {
  const brain = require('brain.js');
  const { version } = require('brain.js/package.json');
  return { about: `brain.js ${version}`, prepare: (task) => network(brain, task) };
}

function network(brain, task) {
  if (task.product) throw new Error('no matrix product of its own to call');
  const { spec } = task;
  const unknown = spec.layers.find(({ type }) => type !== 'dense' && type !== 'activation');
  if (unknown) throw new Error(`has no layer ${unknown.type}`);
  const { name: activation } = spec.layers.find(({ type }) => type === 'activation');
  const sizes = spec.layers.filter(({ type }) => type === 'dense').map(({ units }) => units);
  const net = new brain.NeuralNetwork({ activation, praxis: 'adam', learningRate: LEARNING_RATE });
  net.sizes = [spec.inputs, ...sizes];
  net.initialize();
  const { rows, inputs, targets } = examples(task);
  const data = Array.from({ length: rows }, (_, i) => ({
    input: inputs.slice(i * spec.inputs, (i + 1) * spec.inputs),
    output: spec.loss === 'ce' ? oneHot(targets[i]) : [targets[i]],
  }));
  const loss = spec.loss === 'ce' ? ', no softmax: mean squared error' : '';
  return {
    examples: 1,
    note: `an update after every example; ${activation} on the outputs too${loss}`,
    run(steps) {
      for (let i = 0; i < steps; i++) net.trainPattern(data[i % rows]);
    },
  };
}

function oneHot(index) {
  return Float32Array.from({ length: 10 }, (_, i) => Number(i === index));
}
