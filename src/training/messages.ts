import type { BackendWish } from './backend.ts';
import type { RunEvent } from './events.ts';
import type { Recipe } from './recipe.ts';

/** How fast a run that is watched goes: seconds that its live part takes, or as fast as the machine can. */
export type Pace = number | 'max';

/** Which member a look is taken of, and on how fine a grid. */
export type LookRequest = { readonly columns: number; readonly rows: number; readonly member: number };

/** What the screen's thread tells the training thread. */
export type Command =
  | {
      readonly type: 'start';
      readonly recipe: Recipe;
      readonly pace: Pace;
      readonly look: LookRequest | null;
      readonly wish: BackendWish | null;
    }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'step' }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'look'; readonly look: LookRequest | null };

/** What comes back: all that happened since the last message. */
export type Report = readonly RunEvent[];
