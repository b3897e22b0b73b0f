import type { InitializerName } from '../../engine/initializers.ts';
import type { NetworkSpec } from '../../engine/network.ts';
import { createRandom, type Random } from '../../engine/random.ts';
import type { Table } from '../../engine/table.ts';
import { createTrainer, type Trainer } from '../../engine/trainer.ts';
import { createBatches } from '../batches.ts';
import { chooseData, type DataChoice, type DataSettings } from '../data-choice.ts';
import type { Experiment, Kind } from '../kind.ts';
import { type ActName, hiddenLayer, networkSettings, suitedInit } from '../network-keys.ts';
import { stepByStep } from '../step-by-step.ts';

/** Where the hidden layers of the new task come from: `none` learns them anew, `random` leaves them as they were drawn. */
export type Reuse = 'none' | 'fine-tune' | 'frozen' | 'random';

export type TransferSettings = DataSettings & {
  readonly kind: 'transfer';
  readonly net: readonly number[];
  readonly act: ActName;
  readonly init: InitializerName;
  readonly reuse: Reuse;
  /** Labelled rows of the new task; `n` rows are for pretraining. */
  readonly labels: number;
  readonly lr: number;
  /** Epochs of pretraining, and steps of the new task, each on all its rows. */
  readonly epochs: number;
  readonly steps: number;
};

/** A network learns the ten digits from many rows; then a few others say only odd or even, with or without what it has learnt. */
export const transfer: Kind = {
  keys: ['n', 'test', 'net', 'act', 'init', 'reuse', 'labels', 'lr', 'epochs', 'steps'],
  prepare(given, words) {
    const chosen = given as Partial<TransferSettings>;
    const { labels = 20, n = 1000, act = 'relu', steps = 200 } = chosen;
    const sized = { n: n + labels, test: chosen.test ?? 500 };
    const data = chooseData({ ...sized, data: 'digits' }, 'digits', words);
    const settings: TransferSettings = {
      kind: 'transfer',
      ...{ ...data.settings, n },
      ...{ net: chosen.net ?? [64, 32], act, init: chosen.init ?? suitedInit(act) },
      ...{ reuse: chosen.reuse ?? 'fine-tune', labels, lr: chosen.lr ?? 0.003 },
      ...{ epochs: chosen.epochs ?? 20, steps },
    };
    return {
      settings,
      problems: data.problems,
      measures: { points: ['test_acc', 'acc', 'test_loss'], totals: ['pretrained_acc'] },
      span: { steps, stepsPerEpoch: 0 },
      examples: () => null,
      start: (seed) => startTransfer(settings, data, seed),
    };
  },
};

function startTransfer(settings: TransferSettings, data: DataChoice, seed: number): Experiment {
  const { reuse, steps, lr } = settings;
  const random = createRandom(seed);
  const { train, test } = data.tables(seed);
  const old = pretrained(settings, part(train, 0, settings.n), random);
  const layers = hiddenOf(settings);
  // Nothing is learnt in a frozen layer, so what it answers is worked out once.
  const isFrozen = reuse === 'frozen' || reuse === 'random';
  const through = (table: Table): Table =>
    isFrozen && layers.length > 0
      ? featuresOf(reuse === 'random' ? old.fresh : old.trainer, layers.length, table)
      : table;
  const rows = through(oddOrEven(part(train, settings.n, settings.labels)));
  const tested = test && through(oddOrEven(test));
  const trainer = newTask(settings, rows, isFrozen, random.fork('head'));
  if (reuse === 'fine-tune') {
    const own = trainer.flat();
    const learnt = old.trainer.flat().subarray(0, own.length - headSize(settings));
    own.set(learnt);
    trainer.setParameters(own);
  }
  const totals = { pretrained_acc: test ? scoreOf(old.trainer, test).acc : Number.NaN };
  const one = { order: 'all', sizes: Int32Array.of(rows.rows), learningRates: Float32Array.of(lr) } as const;
  return stepByStep({
    span: { steps, stepsPerEpoch: 0 },
    hasStart: true,
    take: () => trainer.train(one),
    measure() {
      const { acc } = scoreOf(trainer, rows);
      if (!tested) return { acc };
      const onTest = scoreOf(trainer, tested);
      return { test_acc: onTest.acc, acc, test_loss: onTest.loss };
    },
    totals: () => totals,
    numbers: (told) => [...trainer.flat(), ...told],
    free() {
      trainer.free();
      old.trainer.free();
      old.fresh.free();
    },
  });
}

const hiddenOf = ({ net, act }: TransferSettings) =>
  net.flatMap((units) => hiddenLayer(units, act, networkSettings({})));

/** Weights and bias of the one output of the new task. */
const headSize = ({ net, features }: TransferSettings) => (net.at(-1) ?? features) + 1;

/** The network of the ten digits, trained and as it was drawn. */
function pretrained(settings: TransferSettings, table: Table, random: Random) {
  const { features, init, lr, epochs } = settings;
  const spec: NetworkSpec = {
    inputs: features,
    layers: [...hiddenOf(settings), { type: 'dense', units: 10 }],
    loss: 'ce',
  };
  const make = () =>
    createTrainer({
      ...{ spec, optimizer: { name: 'adam' }, data: table, maxBatch: BATCH },
      ...{ init: { name: init }, random: random.fork('weights') },
    });
  const [trainer, fresh] = [make(), make()];
  const { next } = createBatches(random.fork('batches'), table.rows, Math.min(BATCH, table.rows));
  const { order, sizes } = next(epochs * Math.ceil(table.rows / BATCH));
  trainer.train({ order, sizes, learningRates: new Float32Array(sizes.length).fill(lr) });
  return { trainer, fresh };
}

const BATCH = 32;

function newTask(settings: TransferSettings, rows: Table, isFrozen: boolean, random: Random): Trainer {
  const layers = isFrozen ? [] : hiddenOf(settings);
  return createTrainer({
    spec: { inputs: rows.features, layers: [...layers, { type: 'dense', units: 1 }], loss: 'bce' },
    optimizer: { name: 'adam' },
    data: rows,
    maxBatch: rows.rows,
    init: { name: settings.init },
    random,
  });
}

/** What the last hidden layer answers, as the inputs of what comes behind it. */
function featuresOf(trainer: Trainer, layers: number, { inputs, targets, rows }: Table): Table {
  const answers = trainer.outputsAt(layers - 1, inputs, rows);
  return { inputs: answers, targets, rows, features: answers.length / rows };
}

function part({ inputs, targets, features }: Table, from: number, rows: number): Table {
  const of = (values: Float32Array, width: number) => values.slice(from * width, (from + rows) * width);
  return { inputs: of(inputs, features), targets: of(targets, 1), rows, features };
}

function oddOrEven(table: Table): Table {
  return { ...table, targets: table.targets.map((digit) => digit % 2) };
}

function scoreOf(trainer: Trainer, table: Table): { readonly loss: number; readonly acc: number } {
  const { loss, correct } = trainer.evaluate(table);
  return { loss, acc: (correct ?? Number.NaN) / table.rows };
}
