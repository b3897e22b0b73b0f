import { dataSets } from '../../data/data-sets.ts';
import { makeTables } from '../../data/tables.ts';
import { type LossName, losses } from '../../engine/losses.ts';
import { createRandom } from '../../engine/random.ts';
import { createTrainer } from '../../engine/trainer.ts';
import type { Point } from '../events.ts';
import { type Experiment, type Kind, nextMeasured } from '../kind.ts';

export type GradientNoiseSettings = {
  readonly kind: 'gradient-noise';
  readonly data: keyof typeof dataSets;
  readonly n: number;
  readonly noise: number;
  readonly test: 0;
  readonly features: number;
  readonly batch: number;
  readonly draws: number;
};

/** How far the gradient of a random batch lies from the gradient of all rows, for a linear model at its start (all weights 0). */
export const gradientNoise: Kind = {
  keys: ['data', 'n', 'noise', 'features', 'batch', 'draws'],
  prepare(given, words) {
    const settings = withDefaults(given as Partial<GradientNoiseSettings>);
    const { data, features, draws } = settings;
    const isFixed = data !== 'linear' && features !== dataSets[data].features;
    return {
      settings,
      problems: isFixed
        ? [{ key: 'features', message: words.fixedFeatures(data, dataSets[data].features) }]
        : [],
      measures: { points: ['noise'], totals: ['noise'] },
      span: { steps: draws, stepsPerEpoch: 0 },
      examples: () => null,
      start: (seed) => startDraws(settings, seed),
    };
  },
};

function withDefaults(chosen: Partial<GradientNoiseSettings>): GradientNoiseSettings {
  const data = chosen.data ?? 'linear';
  const set = dataSets[data];
  return {
    kind: 'gradient-noise',
    data,
    n: chosen.n ?? set.defaults.n,
    noise: chosen.noise ?? set.defaults.noise,
    test: 0,
    features: chosen.features ?? set.features,
    batch: chosen.batch ?? 1,
    draws: chosen.draws ?? 2000,
  };
}

const LOSS_OF_TASK = { binary: 'bce', classes: 'ce', regression: 'mse' } satisfies Record<string, LossName>;

/** Root mean square distance √(mean ‖g_B − g‖²) over the draws so far; rows are drawn with replacement. */
function startDraws(settings: GradientNoiseSettings, seed: number): Experiment {
  const { task, classes } = dataSets[settings.data];
  const loss = LOSS_OF_TASK[task];
  const random = createRandom(seed);
  const trainer = createTrainer({
    spec: {
      inputs: settings.features,
      layers: [{ type: 'dense', units: losses[loss].outputs(task, classes) }],
      loss,
    },
    optimizer: { name: 'gd' },
    data: makeTables(settings.data, settings, seed).train,
    maxBatch: Math.max(settings.batch, settings.n),
    init: { name: 'zeros' },
    random: random.fork('weights'),
  });
  const draws = random.fork('batches');
  const full = trainer.gradient('all');
  let step = 0;
  let sum = 0;
  const noise = () => Math.sqrt(sum / Math.max(1, step));

  function draw(): void {
    const rows = Int32Array.from({ length: settings.batch }, () => draws.integer(settings.n));
    const gradient = trainer.gradient(rows);
    gradient.forEach((each, i) => {
      sum += (each - full[i]!) ** 2;
    });
    step++;
  }

  return {
    get step() {
      return step;
    },
    diverged: false,
    advanceTo(target) {
      const points: Point[] = [];
      while (step < target) {
        const next = nextMeasured(step, { steps: settings.draws, stepsPerEpoch: 0 });
        while (step < Math.min(next, target)) draw();
        if (step === next) points.push({ step, epoch: 0, values: { noise: noise() } });
      }
      return points;
    },
    look: () => null,
    result: () => ({ totals: { noise: noise() }, bits: new Uint8Array(Float64Array.of(noise()).buffer) }),
    free: () => trainer.free(),
  };
}
