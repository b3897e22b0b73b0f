import type { NetworkSpec } from '../../src/engine/network.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';
import type { TrainerOptions } from '../../src/engine/trainer.ts';

/** A network to be trained on rows that a seed draws. */
export function optionsFor(spec: NetworkSpec, rest: Partial<TrainerOptions> = {}): TrainerOptions {
  return {
    spec,
    optimizer: { name: 'sgd' },
    data: drawn(spec, 23),
    maxBatch: 8,
    init: { name: 'xavier' },
    random: createRandom(5),
    ...rest,
  };
}

/** Rows of normal numbers with targets that suit the loss. */
export function drawn({ inputs, loss, layers }: NetworkSpec, rows: number): Table {
  const random = createRandom(11);
  const last = layers.at(-1);
  const outputs = last?.type === 'dense' ? last.units : 1;
  const target = {
    number: () => random.normal(),
    logit: () => random.integer(2),
    class: () => random.integer(outputs),
  };
  const kind = loss === 'ce' || loss === 'focal_ce' ? 'class' : NUMBERS.includes(loss) ? 'number' : 'logit';
  return {
    rows,
    features: inputs,
    inputs: Float32Array.from({ length: rows * inputs }, () => random.normal()),
    targets: Float32Array.from({ length: rows * (kind === 'class' ? 1 : outputs) }, () => target[kind]()),
  };
}

const NUMBERS: readonly string[] = ['mse', 'mae', 'huber'];
