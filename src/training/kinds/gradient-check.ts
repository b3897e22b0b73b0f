import { type LossName, losses } from '../../engine/losses.ts';
import { countParameters, type NetworkSpec } from '../../engine/network.ts';
import { createRandom } from '../../engine/random.ts';
import { createTrainer, type Trainer } from '../../engine/trainer.ts';
import { chooseData, type DataChoice, type DataSettings } from '../data-choice.ts';
import type { Experiment, Kind } from '../kind.ts';
import { networkMemory } from '../memory.ts';
import {
  type ActName,
  hiddenLayer,
  lossProblems,
  networkSettings,
  suitedInit,
  usualLosses,
} from '../network-keys.ts';
import { stepByStep } from '../step-by-step.ts';

/** Backward passes as people get them wrong: every slope half as large, or biases left without a slope. */
export const faults = ['none', 'halved', 'no-bias'] as const;

export type GradientCheckSettings = DataSettings & {
  readonly kind: 'gradient-check';
  readonly net: readonly number[];
  readonly act: ActName;
  readonly loss: LossName;
  /** How far a weight is moved to either side. */
  readonly h: number;
  readonly fault: (typeof faults)[number];
};

/** Slopes from backpropagation held against central differences (L(θ + h) − L(θ − h)) / 2h at the start of a network, a weight a step. */
export const gradientCheck: Kind = {
  keys: [
    ...(['data', 'target', 'n', 'noise', 'features', 'classes', 'share', 'scale'] as const),
    ...(['net', 'act', 'loss', 'h', 'fault'] as const),
  ],
  prepare(given, words) {
    const data = chooseData({ n: 20, ...given, test: 0 }, 'moons', words);
    const chosen = given as Partial<GradientCheckSettings>;
    const settings: GradientCheckSettings = {
      kind: 'gradient-check',
      ...data.settings,
      net: chosen.net ?? [4],
      act: chosen.act ?? 'tanh',
      loss: chosen.loss ?? usualLosses[data.set.task],
      h: chosen.h ?? 1e-3,
      fault: chosen.fault ?? 'none',
    };
    const spec = networkOf(settings, data);
    return {
      settings,
      problems: [...data.problems, ...lossProblems(settings, data.set.task, words)],
      measures: { points: ['difference'], totals: ['parameters', 'passes'] },
      span: { steps: countParameters(spec), stepsPerEpoch: 0 },
      memory: () => networkMemory({ widths: 'net', batch: 'n' }, spec, { name: 'gd' }, data.rows, data.rows),
      examples: () => null,
      start: (seed) => startCheck(settings, spec, data, seed),
    };
  },
};

function networkOf(
  { features, net, act, loss }: GradientCheckSettings,
  { set, classes }: DataChoice,
): NetworkSpec {
  const hidden = net.flatMap((units) => hiddenLayer(units, act, networkSettings({})));
  return {
    inputs: features,
    layers: [...hidden, { type: 'dense', units: losses[loss].outputs(set.task, classes) }],
    loss,
  };
}

/** `difference`: the largest distance between the two slopes of a weight so far, as a share of the largest slope there is. */
function startCheck(
  settings: GradientCheckSettings,
  spec: NetworkSpec,
  data: DataChoice,
  seed: number,
): Experiment {
  const table = data.tables(seed).train;
  const trainer = createTrainer({
    spec,
    optimizer: { name: 'gd' },
    data: table,
    maxBatch: table.rows,
    init: { name: suitedInit(settings.act) },
    random: createRandom(seed).fork('weights'),
  });
  const steps = countParameters(spec);
  const weights = trainer.flat();
  const backward = withFault(trainer, settings.fault);
  const largest = backward.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  const numeric = new Float64Array(steps);
  let difference = 0;

  function lossWith(weight: number, value: number): number {
    trainer.setParameters(weights.with(weight, value));
    return trainer.evaluate(table).loss;
  }

  function check(weight: number): void {
    const { h } = settings;
    // What is kept of θ + h and θ − h in single precision may lie a little less or more than 2h apart.
    const [low, high] = [Math.fround(weights[weight]! - h), Math.fround(weights[weight]! + h)];
    // Less than single precision keeps moves nothing, and no slope is seen.
    numeric[weight] = high > low ? (lossWith(weight, high) - lossWith(weight, low)) / (high - low) : 0;
    difference = Math.max(difference, Math.abs(numeric[weight]! - backward[weight]!) / (largest || 1));
  }

  return stepByStep({
    span: { steps, stepsPerEpoch: 0 },
    hasStart: false,
    take: (step) => check(step - 1),
    measure: () => ({ difference }),
    totals: () => ({ parameters: steps, passes: 2 * steps }),
    numbers: () => [...backward, ...numeric],
    free: () => trainer.free(),
  });
}

/** The slopes of all weights in the order of `flat`, as they come or as a broken backward pass would give them. */
function withFault(trainer: Trainer, fault: GradientCheckSettings['fault']): Float32Array {
  const slopes = trainer.gradient('all');
  if (fault === 'halved') return slopes.map((slope) => slope / 2);
  if (fault === 'none') return slopes;
  const isBias = trainer.parameters.flatMap(({ name, values }) =>
    Array.from(values, () => name.endsWith('bias')),
  );
  return slopes.map((slope, i) => (isBias[i] ? 0 : slope));
}
