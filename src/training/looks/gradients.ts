import { normOf } from '../layer-statistics.ts';
import { evenly, type LookKind, learningLayers } from './look.ts';

/** The length of the gradient of the mean loss in the weights of each layer that learns, first to last. */
export type GradientsLook = {
  readonly type: 'gradients';
  readonly layers: readonly { readonly name: string; readonly norm: number }[];
};

/** Over as many training rows as a batch may have, at most 256, evenly spread. */
export const gradients: LookKind<GradientsLook> = {
  fits: () => true,
  take({ trainer, train }) {
    const slopes = trainer.gradient(evenly(train.rows, Math.min(trainer.maxBatch, 256)));
    const layers = learningLayers(trainer).map(({ name, from, to }) => ({
      name,
      norm: normOf(slopes.subarray(from, to)),
    }));
    return { type: 'gradients', layers };
  },
};
