import { createRequire } from 'node:module';
import { examples, LEARNING_RATE } from '../networks.mjs';

const require = createRequire(import.meta.url);

/** convnetjs: plain JavaScript, example by example, with an update after each batch. */
export async function createEngine() {
  const convnet = require('convnetjs');
  const { version } = require('convnetjs/package.json');
  return { about: `convnetjs ${version}`, prepare: (task) => network(convnet, task) };
}

function network(convnet, task) {
  if (task.product) throw new Error('no matrix product of its own to call');
  const { spec, batch } = task;
  const net = new convnet.Net();
  net.makeLayers(layersOf(spec));
  const options = { method: 'adadelta', batch_size: batch, learning_rate: LEARNING_RATE };
  const trainer = new convnet.Trainer(net, options);
  const { rows, inputs, targets } = examples(task);
  const { height = 1, columns = 1, channels = spec.inputs } = spec.image ?? {};
  const data = Array.from({ length: rows }, (_, i) => {
    const x = new convnet.Vol(columns, height, channels, 0);
    x.w.set(inputs.subarray(i * spec.inputs, (i + 1) * spec.inputs));
    return { x, y: spec.loss === 'ce' ? targets[i] : [targets[i]] };
  });
  return {
    note: 'no Adam: Adadelta, which keeps two numbers a weight too',
    run(steps) {
      for (let i = 0; i < steps * batch; i++) trainer.train(data[i % rows].x, data[i % rows].y);
    },
  };
}

function layersOf({ inputs, image, layers, loss }) {
  const make = {
    dense: ({ units }) => ({ type: 'fc', num_neurons: units }),
    activation: ({ name }) => ({ type: name }),
    conv2d: ({ units, size, padding }) => ({
      type: 'conv',
      sx: size,
      filters: units,
      stride: 1,
      pad: padding,
    }),
    maxPool: ({ size }) => ({ type: 'pool', sx: size, stride: size }),
  };
  const { height = 1, columns = 1, channels = inputs } = image ?? {};
  const last = layers.at(-1).units;
  const inner = layers.slice(0, -1).filter(({ type }) => type !== 'flatten');
  return [
    { type: 'input', out_sx: columns, out_sy: height, out_depth: channels },
    ...inner.map((layer) => {
      if (!make[layer.type]) throw new Error(`has no layer ${layer.type}`);
      return make[layer.type](layer);
    }),
    loss === 'ce' ? { type: 'softmax', num_classes: last } : { type: 'regression', num_neurons: last },
  ];
}
