import { losses } from '../../engine/losses.ts';
import { createRandom } from '../../engine/random.ts';
import { createTrainer } from '../../engine/trainer.ts';
import { chooseData, type DataChoice, type DataSettings } from '../data-choice.ts';
import type { Experiment, Kind } from '../kind.ts';
import { usualLosses } from '../network-keys.ts';
import { stepByStep } from '../step-by-step.ts';

export type GradientNoiseSettings = DataSettings & {
  readonly kind: 'gradient-noise';
  readonly batch: number;
  readonly draws: number;
};

/** How far the gradient of a random batch lies from the gradient of all rows, for a linear model at its start (all weights 0). */
export const gradientNoise: Kind = {
  keys: ['data', 'target', 'n', 'noise', 'features', 'classes', 'share', 'scale', 'batch', 'draws'],
  prepare(given, words) {
    const data = chooseData({ ...given, test: 0 }, 'linear', words);
    const { batch = 1, draws = 2000 } = given as Partial<GradientNoiseSettings>;
    const settings = { kind: 'gradient-noise' as const, ...data.settings, batch, draws };
    return {
      settings,
      problems: data.problems,
      measures: { points: ['noise'], totals: ['noise'] },
      span: { steps: draws, stepsPerEpoch: 0 },
      memory: () => ({ n: data.bytes }),
      examples: () => null,
      start: (seed) => startDraws(settings, data, seed),
    };
  },
};

/** Root mean square distance √(mean ‖g_B − g‖²) over the draws so far; rows are drawn with replacement. */
function startDraws(settings: GradientNoiseSettings, data: DataChoice, seed: number): Experiment {
  const loss = usualLosses[data.set.task];
  const random = createRandom(seed);
  const trainer = createTrainer({
    spec: {
      inputs: settings.features,
      layers: [{ type: 'dense', units: losses[loss].outputs(data.set.task, data.classes) }],
      loss,
    },
    optimizer: { name: 'gd' },
    data: data.tables(seed).train,
    maxBatch: Math.max(settings.batch, settings.n),
    init: { name: 'zeros' },
    random: random.fork('weights'),
  });
  const draws = random.fork('batches');
  const full = trainer.gradient('all');
  let sum = 0;
  const noise = (step: number) => Math.sqrt(sum / Math.max(1, step));

  function draw(): void {
    const rows = Int32Array.from({ length: settings.batch }, () => draws.integer(settings.n));
    const gradient = trainer.gradient(rows);
    gradient.forEach((each, i) => {
      sum += (each - full[i]!) ** 2;
    });
  }

  return stepByStep({
    span: { steps: settings.draws, stepsPerEpoch: 0 },
    hasStart: false,
    take: draw,
    measure: (step) => ({ noise: noise(step) }),
    totals: (step) => ({ noise: noise(step) }),
    numbers: (_, step) => [noise(step)],
    free: () => trainer.free(),
  });
}
