import { type OptimizerName, optimizers } from '../../engine/optimizers.ts';
import type { Point } from '../events.ts';
import { type Experiment, type Kind, nextMeasured } from '../kind.ts';
import { type AnalyticSurface, type SurfaceName, surfaces } from '../surfaces.ts';

export type SurfaceSettings = {
  readonly kind: 'surface';
  readonly surface: SurfaceName;
  readonly curvature: number;
  readonly start: number;
  readonly opt: OptimizerName;
  readonly lr: number;
  readonly momentum: number;
  readonly steps: number;
};

/** An optimizer by itself, on a function whose slope is known exactly. Every seed walks the same path. */
export const surface: Kind = {
  keys: ['surface', 'curvature', 'start', 'opt', 'lr', 'momentum', 'steps'],
  prepare(given, words) {
    const settings = withDefaults(given as Partial<SurfaceSettings>);
    const isIdle = given.momentum !== undefined && settings.opt !== 'momentum';
    const message = words.onlyWith('momentum', 'opt momentum', `opt ${settings.opt}`);
    return {
      settings,
      problems: isIdle ? [{ key: 'momentum', message }] : [],
      measures: { points: ['loss', 'w'], totals: ['diverged'] },
      span: { steps: settings.steps, stepsPerEpoch: 0 },
      examples: () => null,
      start: () => startPath(settings),
    };
  },
};

function withDefaults(chosen: Partial<SurfaceSettings>): SurfaceSettings {
  return {
    kind: 'surface',
    surface: chosen.surface ?? 'parabola',
    curvature: chosen.curvature ?? 1,
    start: chosen.start ?? 1,
    opt: chosen.opt ?? 'gd',
    lr: chosen.lr ?? 0.1,
    momentum: chosen.momentum ?? 0.9,
    steps: chosen.steps ?? 50,
  };
}

/** Beyond this a path has left every picture; it would reach infinity sooner or later. */
const FAR = 1e12;

function startPath(settings: SurfaceSettings): Experiment {
  const ground: AnalyticSurface = surfaces[settings.surface];
  const rule = optimizers[settings.opt];
  const constants = { ...rule.settings, momentum: settings.momentum };
  let w: readonly number[] = Array.from({ length: ground.dimensions }, () => settings.start);
  let state = rule.init(ground.dimensions);
  let step = 0;
  const path = [w];
  const isFar = () => w.some((each) => !(Math.abs(each) < FAR));
  const measure = (): Point => ({
    step,
    epoch: 0,
    values: { loss: ground.value(w, settings.curvature), w: w[0] ?? Number.NaN },
  });

  function descend(): void {
    step++;
    const { change, state: next } = rule.update(
      ground.slope(w, settings.curvature),
      state,
      constants,
      settings.lr,
      step,
    );
    state = next;
    w = w.map((each, i) => each + (change[i] ?? 0));
    // A path is drawn from its iterates; of a very long one the first thousand show its shape.
    if (path.length < 1000) path.push(w);
  }

  let isMeasuredAtStart = false;
  return {
    get step() {
      return step;
    },
    get diverged() {
      return isFar();
    },
    advanceTo(target) {
      const points = isMeasuredAtStart ? [] : [measure()];
      isMeasuredAtStart = true;
      while (step < target && !isFar()) {
        const next = nextMeasured(step, { steps: settings.steps, stepsPerEpoch: 0 });
        while (step < Math.min(next, target) && !isFar()) descend();
        if (step === next || isFar()) points.push(measure());
      }
      return points;
    },
    look: () => ({
      type: 'path',
      points: path.slice(),
      values: path.map((each) => ground.value(each, settings.curvature)),
    }),
    result: () => ({
      totals: { diverged: Number(isFar()) },
      bits: new Uint8Array(Float64Array.from(path.flat()).buffer),
    }),
    free: () => {},
  };
}
