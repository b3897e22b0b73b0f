import type { BackendWish } from './backend.ts';
import type { BranchOrder } from './branch.ts';
import type { RunEvent } from './events.ts';
import type { Grid } from './kind.ts';
import type { LookName } from './looks/looks.ts';
import type { Recipe } from './recipe.ts';

/** How fast a run that is watched goes: seconds that its live part takes, or as fast as the machine can. */
export type Pace = number | 'max';

/** Which member looks are taken of, at which step of its past (null: as it is now), and which, each on a grid of its own. */
export type LookRequest = {
  readonly member: number;
  readonly at: number | null;
  readonly looks: readonly LookOrder[];
};

export type LookOrder = Grid & { readonly name: LookName };

/** What the screen's thread tells the training thread. */
export type Command =
  | {
      readonly type: 'start';
      readonly recipe: Recipe;
      readonly pace: Pace;
      readonly look: LookRequest | null;
      readonly wish: BackendWish | null;
      /** Bytes for the past of the live members; 0 where nobody will go back. */
      readonly memory: number;
    }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'look'; readonly look: LookRequest | null }
  | ({ readonly type: 'branch' } & BranchOrder);

/** What comes back: all that happened since the last message. */
export type Report = readonly RunEvent[];
