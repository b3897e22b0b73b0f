import type { OptimizerName } from '../../engine/optimizers.ts';
import { createRandom } from '../../engine/random.ts';
import type { ScheduleName } from '../../engine/schedules.ts';
import type { Words } from '../../i18n/languages.ts';
import { startDescent } from '../descent.ts';
import type { Point } from '../events.ts';
import type { Experiment, GivenKeys, KeyProblem, Kind } from '../kind.ts';
import { createRates } from '../learning-rates.ts';
import { type NetworkSettings, networkProblems, networkSettings, optimizerOf } from '../network-keys.ts';
import { stepByStep } from '../step-by-step.ts';
import { type AnalyticSurface, type SurfaceName, surfaces } from '../surfaces.ts';

export type SurfaceSettings = NetworkSettings & {
  readonly kind: 'surface';
  readonly surface: SurfaceName;
  readonly curvature: number;
  readonly dimensions: number | null;
  /** Where every coordinate begins, but for the second where `start_y` is given. */
  readonly start: number;
  readonly start_y: number | null;
  readonly opt: OptimizerName;
  readonly lr: number;
  readonly momentum: number;
  readonly schedule: ScheduleName;
  readonly steps: number;
  /** Standard deviation of what is added to each slope at each step. */
  readonly noise: number;
  readonly goal: number | null;
};

/** An optimizer by itself, on a function whose slope is known exactly. Without noise every seed walks the same path. */
export const surface: Kind = {
  keys: [
    ...(['surface', 'curvature', 'dimensions', 'start', 'start_y', 'noise', 'goal'] as const),
    ...(['opt', 'lr', 'momentum', 'rho', 'beta1', 'beta2', 'decay'] as const),
    ...(['schedule', 'warmup', 'lr_gamma', 'lr_every', 'lr_patience', 'steps'] as const),
  ],
  prepare(given, words) {
    const settings = withDefaults(given);
    const hasGoal = settings.goal !== null;
    return {
      settings,
      problems: problemsOf(given, settings, words),
      measures: {
        points: isPlane(settings) ? ['loss', 'w', 'y'] : ['loss', 'w'],
        totals: hasGoal ? ['diverged', 'steps_to'] : ['diverged'],
      },
      span: { steps: settings.steps, stepsPerEpoch: 0 },
      examples: () => null,
      start: (seed) => startPath(settings, seed),
    };
  },
};

function withDefaults(given: GivenKeys): SurfaceSettings {
  const chosen = given as Partial<SurfaceSettings>;
  const name = chosen.surface ?? 'parabola';
  const ground: AnalyticSurface = surfaces[name];
  return {
    kind: 'surface',
    ...networkSettings(given),
    surface: name,
    curvature: chosen.curvature ?? 1,
    dimensions: ground.dimensions === null ? (chosen.dimensions ?? 10) : null,
    start: chosen.start ?? 1,
    start_y: chosen.start_y ?? null,
    opt: chosen.opt ?? 'gd',
    lr: chosen.lr ?? 0.1,
    momentum: chosen.momentum ?? 0.9,
    schedule: chosen.schedule ?? 'constant',
    steps: chosen.steps ?? 50,
    noise: chosen.noise ?? 0,
    goal: chosen.goal ?? null,
  };
}

function problemsOf(
  given: GivenKeys,
  settings: SurfaceSettings,
  words: Words['problem'],
): readonly KeyProblem[] {
  const { surface: name, opt, schedule, steps } = settings;
  const names = Object.keys(surfaces) as SurfaceName[];
  const on = (isWanted: (ground: AnalyticSurface) => boolean) =>
    names.filter((each) => isWanted(surfaces[each]));
  const fitting = {
    curvature: on(({ takesCurvature }) => takesCurvature),
    dimensions: on(({ dimensions }) => dimensions === null),
    start_y: on(({ dimensions }) => dimensions === 2),
  };
  const misplaced = Object.entries(fitting).flatMap(([key, those]): KeyProblem[] => {
    if (given[key as keyof typeof fitting] === undefined || those.includes(name)) return [];
    const needed = those.map((each) => `surface ${each}`).join(' / ');
    return [{ key, message: words.onlyWith(key, needed, `surface ${name}`) }];
  });
  const around = { act: 'identity', init: 'zeros', loss: 'mse', net: [] } as const;
  return [...misplaced, ...networkProblems(given, { ...around, opt, schedule, steps }, words)];
}

function isPlane(settings: SurfaceSettings): boolean {
  return surfaces[settings.surface].dimensions === 2;
}

/** Beyond this a path has left every picture; it would reach infinity sooner or later. */
const FAR = 1e12;

function startPath(settings: SurfaceSettings, seed: number): Experiment {
  const ground: AnalyticSurface = surfaces[settings.surface];
  const rates = createRates(settings);
  const descent = startDescent(startOf(settings, ground), optimizerOf(settings, settings));
  const noise = createRandom(seed).fork('gradients');
  const heightOf = (w: readonly number[]) => ground.value(w, settings.curvature);
  const isFar = () => descent.weights.some((each) => !(Math.abs(each) < FAR));
  const path = [descent.weights];
  let stepsTo = isBelow(settings.goal, heightOf(descent.weights)) ? 0 : Infinity;

  function descend(): void {
    const slope = ground.slope(descent.weights, settings.curvature);
    const heard = settings.noise > 0 ? slope.map((each) => each + settings.noise * noise.normal()) : slope;
    descent.step(heard, rates.at(descent.count));
    const height = heightOf(descent.weights);
    rates.hear(height, descent.count);
    if (stepsTo === Infinity && isBelow(settings.goal, height)) stepsTo = descent.count;
    // A path is drawn from its iterates; of a very long one the first thousand show its shape.
    if (path.length < 1000) path.push(descent.weights);
  }

  return stepByStep({
    span: { steps: settings.steps, stepsPerEpoch: 0 },
    hasStart: true,
    take: descend,
    measure: () => valuesOf(descent.weights, heightOf(descent.weights), isPlane(settings)),
    isBroken: isFar,
    look: () =>
      ground.dimensions === null ? null : { type: 'path', points: path.slice(), values: path.map(heightOf) },
    totals: () => ({
      diverged: Number(isFar()),
      ...(settings.goal === null ? {} : { steps_to: stepsTo }),
    }),
    numbers: () => path.flat(),
  });
}

function startOf({ start, start_y, dimensions }: SurfaceSettings, ground: AnalyticSurface) {
  const length = ground.dimensions ?? dimensions ?? 1;
  return Array.from({ length }, (_, i) => (i === 1 && start_y !== null ? start_y : start));
}

function isBelow(goal: number | null, height: number): boolean {
  return goal !== null && height < goal;
}

function valuesOf(weights: readonly number[], loss: number, hasSecond: boolean): Point['values'] {
  const [w = Number.NaN, y = Number.NaN] = weights;
  return hasSecond ? { loss, w, y } : { loss, w };
}
