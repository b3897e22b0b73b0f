import type { InitializerName } from '../../engine/initializers.ts';
import { type LossName, losses } from '../../engine/losses.ts';
import type { NetworkSpec } from '../../engine/network.ts';
import { type OptimizerName, optimizers } from '../../engine/optimizers.ts';
import type { ScheduleName } from '../../engine/schedules.ts';
import type { Words } from '../../i18n/languages.ts';
import { type AnswerSettings, answerKeys, answerProblems, answerSettings } from '../answer-keys.ts';
import { batchProblems } from '../batches.ts';
import { type BlockSettings, blockKeys, blockProblems, blockSettings, hiddenLayers } from '../block-keys.ts';
import { classMeasures } from '../class-measures.ts';
import { chooseData, type DataChoice, type DataSettings, dataKeys, examplesOf } from '../data-choice.ts';
import type { GivenKeys, KeyProblem, Kind } from '../kind.ts';
import { looksFor } from '../looks/looks.ts';
import { type MemoryUse, networkMemory } from '../memory.ts';
import {
  type ActName,
  lossProblems,
  lossSettingsOf,
  type NetworkSettings,
  networkKeys,
  networkProblems,
  networkSettings,
  optimizerOf,
  suitedInit,
  usualLosses,
} from '../network-keys.ts';
import { createNetworkRun, isLine } from '../network-run.ts';
import {
  type RegularizerSettings,
  regularizerKeys,
  regularizerProblems,
  regularizerSettings,
} from '../regularizer-keys.ts';
import { measuredShares } from '../unit-shares.ts';
import { type WatchName, watchedNames } from '../watches.ts';

export type TrainSettings = DataSettings &
  NetworkSettings &
  AnswerSettings &
  BlockSettings &
  RegularizerSettings & {
    readonly kind: 'train';
    readonly net: readonly number[];
    readonly act: ActName;
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
    readonly watch: readonly WatchName[] | null;
  };

/** A network trained on a data set: the experiment of most lessons. */
export const train: Kind = {
  keys: [
    ...dataKeys,
    ...blockKeys,
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
    'watch',
    ...networkKeys,
    ...answerKeys,
    ...regularizerKeys,
  ],
  prepare(given, words) {
    const data = chooseData(given, 'moons', words);
    const settings = trainSettings(given, data);
    const spec = () => networkOf(settings, data);
    const span = { steps: settings.steps, stepsPerEpoch: Math.ceil(data.rows / settings.batch) };
    return {
      settings,
      problems: [...data.problems, ...conflicts(given, settings, data, words)],
      measures: measuresOf(data, settings),
      span,
      looks: () => looksFor({ settings, spec: networkOf(settings, data), isOfTwo: data.classes === 2 }),
      // Looks are drawn over one or two inputs; more would only be carried around.
      examples: (seed) => (settings.features <= 2 ? examplesOf(data, seed) : null),
      memory: () => trainMemory(settings, spec(), data.rows),
      tables: data.tables,
      start(seed, make) {
        const rest = {
          settings,
          seed,
          span,
          spec: spec(),
          image: data.set.image,
          isOfTwo: data.classes === 2,
        };
        return createNetworkRun({ ...data.tables(seed), ...rest }, make);
      },
    };
  },
};

/** Weights and what flows through them, and the rows: once more as long as they are changed anew each epoch. */
export function trainMemory(settings: TrainSettings, spec: NetworkSpec, rows: number): MemoryUse {
  const { conv, net, batch, test, features } = settings;
  const widths = net.length === 0 && conv?.length ? 'conv' : 'net';
  const use = networkMemory({ widths, batch: 'batch' }, spec, optimizerOf(settings, settings), rows, batch);
  const isChanged = settings.shift || settings.input_noise || settings.mixup;
  return { ...use, n: use.n! * (isChanged ? 2 : 1), test: test * features * 4 };
}

/** The network that a recipe describes: [rows, features] in, logits out. */
export function networkOf(settings: TrainSettings, { set, classes, inputs }: DataChoice): NetworkSpec {
  // Without a convolution the pixels are numbers like any others.
  const hasConv = settings.conv !== null && settings.conv.length > 0 && set.image;
  const outputs = losses[settings.loss].outputs(set.task, classes);
  return {
    inputs,
    ...(hasConv ? { image: set.image } : {}),
    layers: [
      ...hiddenLayers({ ...settings, features: inputs }, hasConv ? set.image : undefined),
      { type: 'dense', units: outputs },
    ],
    loss: settings.loss,
    lossSettings: lossSettingsOf(settings),
  };
}

/** All settings of a network on this data, with those that were not given. */
export function trainSettings(given: GivenKeys, { set, rows, settings }: DataChoice): TrainSettings {
  const chosen = given as Partial<TrainSettings>;
  const act = chosen.act ?? 'tanh';
  const opt = chosen.opt ?? 'adam';
  const batch = chosen.batch ?? (opt === 'gd' ? rows : Math.min(32, rows));
  const epochs = chosen.epochs ?? null;
  return {
    kind: 'train',
    ...settings,
    ...networkSettings(given),
    ...answerSettings(given),
    ...blockSettings(given),
    ...regularizerSettings(given),
    net: chosen.net ?? (chosen.conv?.length ? [] : [8]),
    act,
    init: chosen.init ?? suitedInit(act),
    std: chosen.std ?? 0.01,
    loss: chosen.loss ?? usualLosses[set.task],
    opt,
    lr: chosen.lr ?? optimizers[opt].usualRate,
    momentum: chosen.momentum ?? 0.9,
    schedule: chosen.schedule ?? 'constant',
    batch,
    steps: chosen.steps ?? (epochs === null ? 500 : epochs * Math.ceil(rows / batch)),
    epochs,
    watch: chosen.watch ?? null,
  };
}

function conflicts(
  given: GivenKeys,
  settings: TrainSettings,
  { set, rows, classes, inputs }: DataChoice,
  words: Words['problem'],
): KeyProblem[] {
  const isOfMore = given.pos_weight !== undefined && classes > 2;
  const oneWeight = words.onlyWith('pos_weight', 'classes 2', `classes ${classes}`);
  return [
    ...lossProblems(settings, set.task, words),
    ...batchProblems(given, settings, rows, words),
    ...(isOfMore ? [{ key: 'pos_weight', message: oneWeight }] : []),
    ...networkProblems(given, settings, words),
    ...answerProblems(given, settings, words),
    ...blockProblems(given, { ...settings, features: inputs }, set, words),
    ...regularizerProblems(given, settings, set, classes, words),
  ];
}

function measuresOf({ set, classes, inputs }: DataChoice, settings: TrainSettings) {
  const { net, test, validation, patience } = settings;
  const own = set.task === 'regression' ? ['loss'] : ['loss', 'acc'];
  const line = set.task === 'regression' && isLine(net, inputs) ? ['slope', 'intercept'] : [];
  const ofTwo = classes === 2 ? classMeasures : [];
  const parts = ['', ...(test > 0 ? ['test_'] : []), ...(validation === null ? [] : ['val_'])];
  const over = (names: readonly string[]) => parts.flatMap((part) => names.map((name) => part + name));
  return {
    points: [
      ...over(own),
      ...(settings.mode === 'train' && own.includes('acc') ? ['eval_acc'] : []),
      ...watchedNames(settings.watch ?? []),
    ],
    totals: [
      ...['diverged', 'jitter', 'w_norm', 'zeros', ...over(ofTwo)],
      ...(patience === null ? [] : ['stopped', 'best_step']),
      ...line,
      ...measuredShares(settings),
      ...(settings.mode === 'train' ? ['answers'] : []),
    ],
  };
}
