import { type OptimizerName, optimizers } from '../../engine/optimizers.ts';
import { createRandom } from '../../engine/random.ts';
import type { Point } from '../events.ts';
import { type Experiment, type Kind, nextMeasured } from '../kind.ts';

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
  const rule = optimizers[opt];
  const curve: number[] = [];
  let w: readonly number[] = NOISE.map(() => 1);
  let state = rule.init(w.length);
  let step = 0;

  function descend(): void {
    step++;
    const gradient = NOISE.map((spread, i) => {
      const noise = spread * random.normal();
      return coupling === 'coupled' ? noise + pull * w[i]! : noise;
    });
    const taken = rule.update(gradient, state, rule.settings, lr, step);
    state = taken.state;
    const kept = coupling === 'coupled' ? 1 : 1 - lr * pull;
    w = w.map((each, i) => each * kept + taken.change[i]!);
  }

  const measure = (): Point => {
    curve.push(...w);
    return { step, epoch: 0, values: { loud: w[0]!, quiet: w[1]! } };
  };
  const isFar = () => w.some((each) => !Number.isFinite(each));

  return {
    get step() {
      return step;
    },
    get diverged() {
      return isFar();
    },
    advanceTo(target) {
      const points = step === 0 && curve.length === 0 ? [measure()] : [];
      while (step < target && !isFar()) {
        const next = nextMeasured(step, { steps, stepsPerEpoch: 0 });
        while (step < Math.min(next, target) && !isFar()) descend();
        if (step === next || isFar()) points.push(measure());
      }
      return points;
    },
    look: () => null,
    result: () => ({ totals: {}, bits: new Uint8Array(Float64Array.from(curve).buffer) }),
    free: () => {},
  };
}
