import { planeOf, withExtra } from '../../data/extras.ts';
import type { FitLook, SurfaceLook } from '../events.ts';
import type { LookKind } from './look.ts';
import { fitLook, surfaceLook } from './plane.ts';

/** What a network of one or two inputs answers over their range. */
export const picture: LookKind<SurfaceLook | FitLook> = {
  fits: ({ settings: { features } }) => features <= 2,
  take({ trainer, train, settings }, grid) {
    const predict = (inputs: Float32Array, rows: number) => trainer.predict(inputs, rows);
    if (settings.extra !== null) {
      const { extra } = settings;
      const bent = (inputs: Float32Array, rows: number) => predict(withExtra(inputs, extra), rows);
      return surfaceLook(bent, planeOf(train), settings.loss, grid);
    }
    if (train.features === 2) return surfaceLook(predict, train, settings.loss, grid);
    return train.features === 1 ? fitLook(predict, train, grid) : null;
  },
};
