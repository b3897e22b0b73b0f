import { activations } from './activations.ts';
import { calibration } from './calibration.ts';
import { confusion } from './confusion.ts';
import { gradients } from './gradients.ts';
import type { LookKind, LookSubject } from './look.ts';
import { picture } from './picture.ts';
import { slice } from './slice.ts';
import { thresholds } from './thresholds.ts';
import { units } from './units.ts';
import { updates } from './updates.ts';
import { weights } from './weights.ts';

/** Every way to look at a network while it trains, taken only when somebody asks. */
export const looks = {
  picture,
  units,
  weights,
  gradients,
  updates,
  activations,
  confusion,
  thresholds,
  calibration,
  slice,
} satisfies Record<string, LookKind<unknown>>;

export type LookName = keyof typeof looks;

/** The looks that mean something for a network. */
export function looksFor(subject: LookSubject): readonly LookName[] {
  return (Object.keys(looks) as LookName[]).filter((name) => looks[name].fits(subject));
}
