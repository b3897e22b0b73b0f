import type { Failure } from './failure.ts';
import type { Axis, GivenKeys } from './kind.ts';
import type { ActivationsLook } from './looks/activations.ts';
import type { CalibrationLook } from './looks/calibration.ts';
import type { ConfusionLook } from './looks/confusion.ts';
import type { GradientsLook } from './looks/gradients.ts';
import type { SliceLook } from './looks/slice.ts';
import type { ThresholdsLook } from './looks/thresholds.ts';
import type { UnitsLook } from './looks/units.ts';
import type { UpdatesLook } from './looks/updates.ts';
import type { WeightsLook } from './looks/weights.ts';
import type { Placement } from './placement.ts';
import type { Recipe } from './recipe.ts';

/** One network (or one path, one draw) of a recipe: one point of `vary` under one seed. */
export type Member = {
  /** Position in the recipe's order: variants outermost, seeds innermost. */
  readonly index: number;
  readonly variant: number;
  /** The varied keys of this variant, written as in a recipe; empty without `vary`. */
  readonly vary: Readonly<Record<string, string>>;
  readonly seed: number;
  /** Training steps in all, and in an epoch (0 where the experiment has no epochs). */
  readonly steps: number;
  readonly stepsPerEpoch: number;
  /** What the steps are, where they are not training steps. */
  readonly axis?: Axis;
  /** Where it parted from another member; up to there it is the same. */
  readonly branch?: {
    readonly of: number;
    readonly step: number;
    readonly change: GivenKeys;
    /** The other one goes no further. */
    readonly isInstead: boolean;
  };
};

/** Values at one step of one member, by the names of measures: loss, acc, test_loss, ... */
export type Point = {
  readonly step: number;
  readonly epoch: number;
  readonly values: Readonly<Record<string, number>>;
};

/** What a network answers over the plane of its two inputs; row 0 is the top (largest y). */
export type SurfaceLook = {
  readonly type: 'surface';
  readonly columns: number;
  readonly rows: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** [rows * columns] chance of class 1, or with more classes the class plus its chance as a fraction. */
  readonly values: Float32Array;
  readonly classes: number;
};

/** What a network with one input answers over its range, beside the data. */
export type FitLook = { readonly type: 'fit'; readonly x: Float32Array; readonly y: Float32Array };

/** The path of an optimizer over an analytic function. */
export type PathLook = {
  readonly type: 'path';
  readonly points: readonly (readonly number[])[];
  readonly values: readonly number[];
};

/** What an experiment draws of itself. */
export type PictureLook = SurfaceLook | FitLook | PathLook;

export type Look =
  | PictureLook
  | UnitsLook
  | WeightsLook
  | GradientsLook
  | UpdatesLook
  | ActivationsLook
  | ConfusionLook
  | ThresholdsLook
  | CalibrationLook
  | SliceLook;

/** The examples that a look is drawn over: [n, features] and the label or target of each. */
export type Examples = {
  readonly inputs: Float32Array;
  readonly features: number;
  readonly targets: Float32Array;
};

/** All that was measured of one member: what claims and predictions are judged by. */
export type MemberRecord = {
  readonly member: Member;
  readonly points: readonly Point[];
  /** Measures of the whole run: diverged, jitter, noise. */
  readonly totals: Readonly<Record<string, number>>;
};

/** Measures under the names that claims use, `loss@end`, `acc@best[net=4]`; an array where there are several seeds. */
export type Measures = Readonly<Record<string, number | readonly number[]>>;

/** All that a run tells, in order: started, then per member measured... and ended, then finished. A branch tells from where it parted on. */
export type RunEvent =
  | {
      readonly type: 'started';
      readonly recipe: Recipe;
      readonly members: readonly Member[];
      readonly examples: Examples | null;
    }
  | { readonly type: 'branched'; readonly member: Member }
  | ({ readonly type: 'measured'; readonly member: number } & Point)
  /** The training steps are taken elsewhere than they were, or for another reason. */
  | ({ readonly type: 'placed' } & Placement)
  | { readonly type: 'diverged'; readonly member: number; readonly step: number }
  | { readonly type: 'looked'; readonly member: number; readonly step: number; readonly look: Look }
  | { readonly type: 'ended'; readonly member: number; readonly step: number }
  | ({
      readonly type: 'finished';
      readonly recipe: Recipe;
      readonly measures: Measures;
      readonly records: readonly MemberRecord[];
      readonly hash: string;
      readonly steps: number;
      readonly seconds: number;
    } & Placement)
  | { readonly type: 'failed'; readonly failure: Failure };
