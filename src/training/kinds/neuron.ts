import { type LossName, losses } from '../../engine/losses.ts';
import { exp } from '../../engine/math.ts';
import type { Experiment, Kind } from '../kind.ts';
import { stepByStep } from '../step-by-step.ts';

export type NeuronSettings = {
  readonly kind: 'neuron';
  readonly loss: LossName;
  readonly start: number;
  readonly lr: number;
  readonly steps: number;
};

/** Losses that judge one logit. */
const logitLosses = Object.keys(losses).filter((name) => losses[name as LossName].answer === 'logit');

/** One sigmoid neuron with nothing but a bias, z, that is to answer 1: how a loss pulls on it. Every seed is the same. */
export const neuron: Kind = {
  keys: ['loss', 'start', 'lr', 'steps'],
  prepare(given, words) {
    const chosen = given as Partial<NeuronSettings>;
    const settings: NeuronSettings = {
      ...{ kind: 'neuron', loss: chosen.loss ?? 'bce', start: chosen.start ?? -3 },
      ...{ lr: chosen.lr ?? 0.5, steps: chosen.steps ?? 100 },
    };
    const misfit = words.notAllowed('loss', settings.loss, logitLosses.join(', '));
    return {
      settings,
      problems: logitLosses.includes(settings.loss) ? [] : [{ key: 'loss', message: misfit }],
      measures: { points: ['loss', 'z', 'p', 'slope'], totals: ['steps_to_90'] },
      span: { steps: settings.steps, stepsPerEpoch: 0 },
      examples: () => null,
      start: () => startNeuron(settings),
    };
  },
};

/** z goes down the slope of the loss against target 1. `steps_to_90` is infinite where p never rises above 0.9. */
function startNeuron({ loss, start, lr, steps }: NeuronSettings): Experiment {
  const { value, slope } = losses[loss];
  const slopeAt = (at: number) => slope([at], [1])[0] ?? Number.NaN;
  const chance = () => 1 / (1 + exp(-z));
  let z = start;
  let arrived = chance() > 0.9 ? 0 : Infinity;
  const path = [z];

  function descend(step: number): void {
    z -= lr * slopeAt(z);
    if (arrived === Infinity && chance() > 0.9) arrived = step;
    path.push(z);
  }

  return stepByStep({
    span: { steps, stepsPerEpoch: 0 },
    hasStart: true,
    take: descend,
    measure: () => ({ loss: value([z], [1]), z, p: chance(), slope: slopeAt(z) }),
    totals: () => ({ steps_to_90: arrived }),
    numbers: () => path,
  });
}
