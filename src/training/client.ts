import type { RunEvent } from './events.ts';
import type { Recipe } from './recipe.ts';

/** How fast a run that is watched goes: seconds that its first seed takes, or as fast as the machine can. */
export type Pace = number | 'max';

/** A run in a thread of its own. Every call answers at once; what comes of it arrives as events. */
export type RunHandle = {
  pause(): void;
  resume(): void;
  /** One training step while paused. */
  step(): void;
  setPace(pace: Pace): void;
  /** Ends the thread; no event follows. */
  stop(): void;
};

export type RunOptions = {
  readonly pace: Pace;
  /** Grid of the look that is sent along, about 15 a second; null sends none. */
  readonly look: { readonly columns: number; readonly rows: number; readonly member: number } | null;
  /** Called with what has happened since the last call, at most about 30 times a second. */
  readonly onEvents: (events: readonly RunEvent[]) => void;
};

export function startRun(_recipe: Recipe, _options: RunOptions): RunHandle {
  throw new Error('not built yet');
}
