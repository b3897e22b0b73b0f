import { normOf } from '../layer-statistics.ts';
import { type LookKind, learningLayers } from './look.ts';

/** Of the step that comes next: how long the change of a layer's weights is beside the weights, |Δw| / |w|. */
export type UpdatesLook = {
  readonly type: 'updates';
  readonly layers: readonly { readonly name: string; readonly ratio: number }[];
};

export const updates: LookKind<UpdatesLook> = {
  fits: () => true,
  take({ trainer, trial }) {
    const step = trial();
    if (!step) return null;
    const { before, after } = step;
    const layers = learningLayers(trainer).map(({ name, from, to }) => ({
      name,
      ratio:
        normOf(after.subarray(from, to).map((w, i) => w - before[from + i]!)) /
        normOf(before.subarray(from, to)),
    }));
    return { type: 'updates', layers };
  },
};
