import type { InitializerName } from '../../engine/initializers.ts';
import { losses } from '../../engine/losses.ts';
import type { NetworkSpec } from '../../engine/network.ts';
import { createRandom } from '../../engine/random.ts';
import { createTrainer } from '../../engine/trainer.ts';
import type { Words } from '../../i18n/languages.ts';
import { chooseData, type DataChoice, type DataSettings } from '../data-choice.ts';
import type { Point } from '../events.ts';
import type { Experiment, GivenKeys, KeyProblem, Kind } from '../kind.ts';
import { boundsOf, deadUnits, meanAbsolute, saturatedOutputs, spreadOf } from '../layer-statistics.ts';
import { networkMemory } from '../memory.ts';
import {
  type ActName,
  hiddenLayer,
  initOf,
  type NetworkSettings,
  networkProblems,
  networkSettings,
  suitedInit,
  usualLosses,
} from '../network-keys.ts';

export type DepthSettings = DataSettings &
  NetworkSettings & {
    readonly kind: 'depth';
    /** Hidden layers, and the units of each. */
    readonly depth: number;
    readonly width: number;
    readonly act: ActName;
    readonly init: InitializerName;
    readonly std: number;
    /** What is followed through the layers: signals on their way forward, or gradients on their way back. */
    readonly pass: 'forward' | 'backward';
  };

/** What a deep network makes of its inputs before any training, layer by layer; the step of a point is the number of its layer. */
export const depth: Kind = {
  keys: [
    ...(['data', 'target', 'n', 'noise', 'features', 'classes', 'share', 'scale'] as const),
    ...([
      'depth',
      'width',
      'act',
      'pieces',
      'init',
      'std',
      'value',
      'bias',
      'norm',
      'groups',
      'pass',
    ] as const),
  ],
  prepare(given, words) {
    const { width = 100 } = given as Partial<DepthSettings>;
    // Noise from N(0, 1), as many numbers as the layers have units.
    const noise = given.data === undefined ? { features: width, n: 200 } : {};
    const data = chooseData({ ...noise, ...given, test: 0 }, 'random-labels', words);
    const settings = withDefaults(given, data);
    return {
      settings,
      problems: [...data.problems, ...problemsOf(given, settings, data, words)],
      measures: { points: measuresOf(settings), totals: [] },
      memory: () =>
        networkMemory(
          { widths: 'width', batch: 'n' },
          specOf(settings, data).spec,
          { name: 'gd' },
          data.rows,
          data.rows,
        ),
      span: { steps: settings.depth, stepsPerEpoch: 0, axis: 'layer' },
      examples: () => null,
      start: (seed) => startPass(settings, data, seed),
    };
  },
};

function withDefaults(given: GivenKeys, data: DataChoice): DepthSettings {
  const chosen = given as Partial<DepthSettings>;
  const act = chosen.act ?? 'relu';
  return {
    kind: 'depth',
    ...data.settings,
    ...networkSettings(given),
    depth: chosen.depth ?? 10,
    width: chosen.width ?? 100,
    act,
    init: chosen.init ?? suitedInit(act),
    std: chosen.std ?? 0.01,
    pass: chosen.pass ?? 'forward',
  };
}

function problemsOf(
  given: GivenKeys,
  settings: DepthSettings,
  { set }: DataChoice,
  words: Words['problem'],
): readonly KeyProblem[] {
  const { act, init, width } = settings;
  const around = { act, init, net: [width], loss: usualLosses[set.task], opt: 'gd', steps: 1 } as const;
  return networkProblems(given, { ...around, schedule: 'constant' }, words);
}

/** Shares are measured where they mean something: saturated where an activation has two ends, dead where it has a flat half. */
function measuresOf({ act, pass }: DepthSettings): readonly string[] {
  if (pass === 'backward') return ['grad'];
  return ['std', 'rms', 'mean', ...(boundsOf(act) ? ['saturated'] : []), ...(act === 'relu' ? ['dead'] : [])];
}

/** Everything is worked out at once, and told a layer at a step. */
function startPass(settings: DepthSettings, data: DataChoice, seed: number): Experiment {
  const points = settings.pass === 'forward' ? forward(settings, data, seed) : backward(settings, data, seed);
  let step = -1;
  return {
    get step() {
      return Math.max(0, step);
    },
    diverged: false,
    advanceTo(target) {
      const told = points.filter((point) => point.step > step && point.step <= target);
      step = target;
      return told;
    },
    look: () => null,
    result: () => ({
      totals: {},
      bits: new Uint8Array(Float64Array.from(points.flatMap(({ values }) => Object.values(values))).buffer),
    }),
    free: () => {},
  };
}

/** Behind every hidden layer, and of the inputs as layer 0. Batch statistics are those of the batch, as in training. */
function forward(settings: DepthSettings, data: DataChoice, seed: number): readonly Point[] {
  const { trainer, table, ends } = networkOf(settings, data, seed);
  const outputs = ends.map((end) => trainer.outputsAt(end, table.inputs, table.rows, { mode: 'train' }));
  return [table.inputs, ...outputs].map((values, layer) => {
    const { mean, deviation } = spreadOf(values);
    const bounds = boundsOf(settings.act);
    return pointAt(layer, {
      std: deviation,
      rms: Math.sqrt(deviation * deviation + mean * mean),
      mean,
      ...(bounds && layer > 0 ? { saturated: saturatedOutputs(values, bounds) / values.length } : {}),
      ...(settings.act === 'relu' && layer > 0
        ? { dead: deadUnits(values, settings.width) / settings.width }
        : {}),
    });
  });
}

/** Mean |dL/dw| over the weights of every hidden layer, from the loss of all rows. */
function backward(settings: DepthSettings, data: DataChoice, seed: number): readonly Point[] {
  const { trainer } = networkOf(settings, data, seed);
  trainer.gradient('all');
  return trainer.parameters
    .filter(({ name }) => /^dense\d+\.weight$/.test(name))
    .slice(0, settings.depth)
    .map(({ gradients }, i) => pointAt(i + 1, { grad: meanAbsolute(gradients) }));
}

function pointAt(layer: number, values: Point['values']): Point {
  return { step: layer, epoch: 0, values };
}

/** The network at its start; `ends` are the last layers behind each hidden width. */
function networkOf(settings: DepthSettings, data: DataChoice, seed: number) {
  const table = data.tables(seed).train;
  const { spec, ends } = specOf(settings, data);
  const trainer = createTrainer({
    spec,
    optimizer: { name: 'gd' },
    data: table,
    maxBatch: table.rows,
    init: initOf(settings),
    random: createRandom(seed).fork('weights'),
  });
  return { trainer, table, ends };
}

function specOf(settings: DepthSettings, { set, classes }: DataChoice) {
  const hidden = Array.from({ length: settings.depth }, () =>
    hiddenLayer(settings.width, settings.act, settings),
  );
  const loss = usualLosses[set.task];
  const spec: NetworkSpec = {
    inputs: settings.features,
    layers: [...hidden.flat(), { type: 'dense', units: losses[loss].outputs(set.task, classes) }],
    loss,
  };
  return { spec, ends: hidden.map((layers, i) => (i + 1) * layers.length - 1) };
}
