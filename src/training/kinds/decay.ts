import { type OptimizerName, optimizers } from '../../engine/optimizers.ts';
import { createRandom } from '../../engine/random.ts';
import { startDescent } from '../descent.ts';
import type { Experiment, Kind } from '../kind.ts';
import { stepByStep } from '../step-by-step.ts';

/** Where the pull of decay enters: into the gradient, or into the weights beside the step. */
export const couplings = ['coupled', 'decoupled'] as const;

type DecaySettings = {
  readonly kind: 'decay';
  readonly opt: OptimizerName;
  readonly coupling: (typeof couplings)[number];
  readonly decay: number;
  readonly lr: number;
  readonly steps: number;
};

/** Two weights from 1 whose gradients are noise alone, loud and quiet: what decay makes of each. Loshchilov and Hutter, 2019. */
export const decay: Kind = {
  keys: ['opt', 'coupling', 'decay', 'lr', 'steps'],
  prepare(given) {
    const chosen = given as Partial<DecaySettings>;
    const opt = chosen.opt ?? 'adam';
    const settings: DecaySettings = {
      kind: 'decay',
      opt,
      coupling: chosen.coupling ?? optimizers[opt].decay,
      decay: chosen.decay ?? 0.5,
      lr: chosen.lr ?? 0.001,
      steps: chosen.steps ?? 2000,
    };
    return {
      settings,
      problems: [],
      measures: { points: ['loud', 'quiet'], totals: [] },
      span: { steps: settings.steps, stepsPerEpoch: 0 },
      examples: () => null,
      start: (seed) => startShrinking(settings, seed),
    };
  },
};

/** Standard deviations of the two gradients. */
const NOISE = [1, 0.01];

function startShrinking(settings: DecaySettings, seed: number): Experiment {
  const { opt, coupling, decay: pull, lr, steps } = settings;
  const random = createRandom(seed).fork('gradients');
  const descent = startDescent(
    NOISE.map(() => 1),
    { name: opt, decay: pull },
    coupling,
  );
  return stepByStep({
    span: { steps, stepsPerEpoch: 0 },
    hasStart: true,
    take: () =>
      descent.step(
        NOISE.map((spread) => spread * random.normal()),
        lr,
      ),
    measure: () => ({ loud: descent.weights[0]!, quiet: descent.weights[1]! }),
    isBroken: () => descent.weights.some((each) => !Number.isFinite(each)),
  });
}
