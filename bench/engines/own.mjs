import { loadEngine } from '../load.mjs';
import { examples, LEARNING_RATE, noise } from '../networks.mjs';

/** The engine of this project, as it stands in the sources. */
export async function createEngine(threads) {
  const engine = await loadEngine();
  return {
    about: threads === '1' ? 'dl-tutor' : `dl-tutor, ${threads} threads`,
    prepare(task) {
      if (!task.product) return network(engine, task, Number(threads));
      if (threads !== '1') throw new Error('threads share networks');
      return product(engine, task.product);
    },
  };
}

function network({ createTrainer, createRandom }, task, threads) {
  const { spec, batch } = task;
  const { rows, inputs, targets } = examples(task);
  const trainer = createTrainer({
    spec,
    data: { inputs, targets, rows, features: spec.inputs },
    maxBatch: batch,
    optimizer: { name: 'adam' },
    init: { name: 'he' },
    random: createRandom(1),
    threads,
  });
  return {
    run: (steps) =>
      trainer.train({
        order: Int32Array.from({ length: steps * batch }, (_, i) => i % rows),
        sizes: new Int32Array(steps).fill(batch),
        learningRates: new Float32Array(steps).fill(LEARNING_RATE),
      }),
  };
}

function product({ createKernels, createArena }, size) {
  const { kernels, memory } = createKernels();
  const arena = createArena(memory, kernels.firstFreeByte());
  const [a, b, c] = [0, 1, 2].map(() => arena.reserve(size * size * 4));
  const panel = arena.reserve(size * 32);
  for (const at of [a, b]) arena.floats(at, size * size).set(Float32Array.from({ length: size ** 2 }, noise));
  const row = 4 * size;
  return {
    run(times) {
      for (let i = 0; i < times; i++) kernels.matmul(a, row, 4, b, row, c, row, size, size, size, 0, panel);
    },
  };
}
