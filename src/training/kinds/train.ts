import { dataSets } from '../../data/data-sets.ts';
import { makeTables } from '../../data/tables.ts';
import { type ActivationName, activations } from '../../engine/activations.ts';
import type { InitializerName } from '../../engine/initializers.ts';
import { type LossName, losses } from '../../engine/losses.ts';
import type { LayerSpec, NetworkSpec } from '../../engine/network.ts';
import type { OptimizerName } from '../../engine/optimizers.ts';
import type { ScheduleName } from '../../engine/schedules.ts';
import type { Words } from '../../i18n/languages.ts';
import type { GivenKeys, KeyProblem, Kind } from '../kind.ts';
import { createNetworkRun } from '../network-run.ts';

export type TrainSettings = {
  readonly kind: 'train';
  readonly data: keyof typeof dataSets;
  readonly n: number;
  readonly noise: number;
  readonly test: number;
  readonly features: number;
  readonly net: readonly number[];
  readonly act: ActivationName;
  readonly init: InitializerName;
  readonly std: number;
  readonly loss: LossName;
  readonly opt: OptimizerName;
  readonly lr: number;
  readonly momentum: number;
  readonly schedule: ScheduleName;
  readonly batch: number;
  readonly steps: number;
  readonly epochs: number | null;
};

/** A network trained on a data set: the experiment of most lessons. */
export const train: Kind = {
  keys: [
    'data',
    'n',
    'noise',
    'test',
    'features',
    'net',
    'act',
    'init',
    'std',
    'loss',
    'opt',
    'lr',
    'momentum',
    'schedule',
    'batch',
    'steps',
    'epochs',
  ],
  prepare(given, words) {
    const settings = withDefaults(given);
    const span = { steps: settings.steps, stepsPerEpoch: Math.ceil(settings.n / settings.batch) };
    const tables = (seed: number) => makeTables(settings.data, settings, seed);
    return {
      settings,
      problems: conflicts(given, settings, words),
      measures: measuresOf(settings),
      span,
      examples: (seed) => tables(seed).train,
      start: (seed) => createNetworkRun({ ...tables(seed), settings, seed, spec: networkOf(settings), span }),
    };
  },
};

/** The network that a recipe describes: [rows, features] in, logits out. */
export function networkOf(settings: TrainSettings): NetworkSpec {
  const { task, classes } = dataSets[settings.data];
  const hidden = settings.net.flatMap((units): LayerSpec[] => [
    { type: 'dense', units },
    { type: 'activation', name: settings.act },
  ]);
  const outputs = losses[settings.loss].outputs(task, classes);
  return {
    inputs: settings.features,
    layers: [...hidden, { type: 'dense', units: outputs }],
    loss: settings.loss,
  };
}

const DEFAULT_RATES = { gd: 0.1, sgd: 0.1, momentum: 0.01, adam: 0.01 } satisfies Record<
  OptimizerName,
  number
>;
const DEFAULT_LOSSES = { binary: 'bce', classes: 'ce', regression: 'mse' } satisfies Record<string, LossName>;

function withDefaults(given: GivenKeys): TrainSettings {
  const chosen = given as Partial<TrainSettings>;
  const data = chosen.data ?? 'moons';
  const set = dataSets[data];
  const n = chosen.n ?? set.defaults.n;
  const act = chosen.act ?? 'tanh';
  const opt = chosen.opt ?? 'adam';
  const batch = chosen.batch ?? (opt === 'gd' ? n : Math.min(32, n));
  const epochs = chosen.epochs ?? null;
  return {
    kind: 'train',
    data,
    n,
    noise: chosen.noise ?? set.defaults.noise,
    test: chosen.test ?? (data === 'xor' && n === 4 ? 0 : 500),
    features: chosen.features ?? set.features,
    net: chosen.net ?? [8],
    act,
    init: chosen.init ?? activations[act].suitedInit,
    std: chosen.std ?? 0.01,
    loss: chosen.loss ?? DEFAULT_LOSSES[set.task],
    opt,
    lr: chosen.lr ?? DEFAULT_RATES[opt],
    momentum: chosen.momentum ?? 0.9,
    schedule: chosen.schedule ?? 'constant',
    batch,
    steps: chosen.steps ?? (epochs === null ? 500 : epochs * Math.ceil(n / batch)),
    epochs,
  };
}

function conflicts(given: GivenKeys, settings: TrainSettings, words: Words['problem']): KeyProblem[] {
  const { data, loss, n, opt } = settings;
  const { task, features } = dataSets[data];
  const problems: KeyProblem[] = [];
  const add = (key: string, message: string) => problems.push({ key, message });
  const fitting = Object.keys(losses).filter((name) =>
    (losses[name as LossName].tasks as readonly string[]).includes(task),
  );
  if (!fitting.includes(loss)) add('loss', words.lossDoesNotFit(loss, data, fitting));
  if (settings.batch > n) add('batch', words.batchTooLarge(settings.batch, n));
  else if (opt === 'gd' && settings.batch !== n) add('batch', words.gdTakesAll(settings.batch, n));
  if (given.steps !== undefined && given.epochs !== undefined) add('epochs', words.stepsOrEpochs);
  if (given.features !== undefined && data !== 'linear' && settings.features !== features) {
    add('features', words.fixedFeatures(data, features));
  }
  if (given.std !== undefined && settings.init !== 'normal')
    add('std', words.onlyWith('std', 'init normal', `init ${settings.init}`));
  if (given.momentum !== undefined && opt !== 'momentum')
    add('momentum', words.onlyWith('momentum', 'opt momentum', `opt ${opt}`));
  return problems;
}

function measuresOf(settings: TrainSettings) {
  const own = dataSets[settings.data].task === 'regression' ? ['loss'] : ['loss', 'acc'];
  const points = settings.test > 0 ? [...own, ...own.map((name) => `test_${name}`)] : own;
  return { points, totals: ['diverged', 'jitter'] };
}
