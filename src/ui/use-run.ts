import { useEffect, useMemo, useRef, useState } from 'react';
import type { BranchOrder } from '../training/branch.ts';
import type { LookRequest, Pace, RunHandle, startRun } from '../training/client.ts';
import type { RunEvent } from '../training/events.ts';
import type { Recipe } from '../training/recipe.ts';
import { applyRun, freshRun, type RunState } from './run-state.ts';
import type { Display } from './screen.tsx';

export type StartRun = typeof startRun;

/** A run on the screen: what is known of it, and its controls. */
export type RunControl = {
  readonly run: RunState | null;
  readonly pace: Pace;
  begin(recipe: Recipe): void;
  togglePause(): void;
  step(steps: number): void;
  /** Ends the run and forgets it. */
  stop(): void;
  /** Ends the run where it is; what is known of it stays. */
  halt(): void;
  changePace(change: (pace: Pace) => Pace): void;
  setLook(look: LookRequest | null): void;
  /** Goes on from a step with other settings; a run that was paused or over goes on. */
  branch(order: BranchOrder): void;
};

/** How a learner likes to see runs. */
export type RunManner = {
  /** Seconds that the live part of a run takes. */
  readonly pace: number;
  /** For how many milliseconds a picture stands before it is renewed. */
  readonly still: number;
};

/** A sentence is said to its end before the next; a picture that does not move is renewed once a second. */
const SPOKEN_MS = 4000;
const REDUCED_MS = 1000;

/** How the learner has asked to see runs. */
export function mannerOf({ theme, settings }: Pick<Display, 'theme' | 'settings'>): RunManner {
  const still = theme.isSpoken ? SPOKEN_MS : settings.motion === 'full' ? 0 : REDUCED_MS;
  return { pace: Number(settings.pace), still };
}

type OnFinished = (event: Extract<RunEvent, { type: 'finished' }>) => void;

/** Keeps one run at a time, and `memory` bytes of its past; it ends when the screen that shows it goes away. */
export function useRun(start: StartRun, manner: RunManner, onFinished: OnFinished, memory = 0): RunControl {
  const [run, setRun] = useState<RunState | null>(null);
  const held = useRef(holdEvents(setRun));
  const handle = useRef<RunHandle | null>(null);
  const { pace, wanted, changePace } = usePace(manner.pace, handle);
  const look = useRef<LookRequest | null>(null);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  useEffect(() => () => handle.current?.stop(), []);

  const { still } = manner;
  // biome-ignore lint/correctness/useExhaustiveDependencies: changePace is made anew whenever the pace is
  return useMemo(() => {
    /** What somebody asked for is shown as soon as it comes. */
    const asked = () => {
      held.current.hurry();
      return handle.current;
    };
    const end = (left: (before: RunState | null) => RunState | null) => {
      handle.current?.stop();
      handle.current = null;
      setRun(left);
    };
    return {
      run,
      pace,
      begin: (recipe) => {
        handle.current?.stop();
        held.current.drop();
        setRun(freshRun(recipe, performance.now()));
        const mine = start(recipe, {
          pace: wanted.current,
          look: look.current,
          memory,
          onEvents: (events) => {
            if (handle.current !== mine) return;
            held.current.take(events, still);
            tellEnd(events, finished.current);
          },
        });
        handle.current = mine;
      },
      togglePause: () => {
        held.current.show();
        if (run?.status === 'running') handle.current?.pause();
        else if (run?.status === 'paused') handle.current?.resume();
        setRun((before) => before && { ...before, status: otherStatus(before.status) });
      },
      step: (steps) => asked()?.step(steps),
      stop: () => end(() => null),
      halt: () => end((before) => before && { ...before, status: 'finished' }),
      changePace,
      branch: (order) => {
        asked()?.branch(order);
        handle.current?.resume();
        setRun((before) => before && { ...before, status: 'running' });
      },
      setLook: (request) => {
        look.current = request;
        asked()?.setLook(request);
      },
    };
  }, [run, pace, start, still, memory]);
}

/** How fast a run goes; a key may change that before the run that it is meant for has begun. */
function usePace(usual: Pace, handle: { readonly current: RunHandle | null }) {
  const [pace, setPace] = useState<Pace>(usual);
  const wanted = useRef<Pace>(usual);
  const changePace = (change: (pace: Pace) => Pace) => {
    const next = change(pace);
    wanted.current = next;
    setPace(next);
    handle.current?.setPace(next);
  };
  return { pace, wanted, changePace };
}

type SetRun = (change: (before: RunState | null) => RunState | null) => void;

/** Holds events back until the picture before them has stood long enough. */
function holdEvents(setRun: SetRun) {
  let events: RunEvent[] = [];
  let shownAt = 0;
  const show = () => {
    const due = events;
    events = [];
    shownAt = performance.now();
    setRun((before) => before && applyRun(before, due, performance.now()));
  };
  return {
    show,
    drop: () => {
      events = [];
      shownAt = 0;
    },
    hurry: () => {
      shownAt = 0;
    },
    take: (more: readonly RunEvent[], still: number) => {
      events.push(...more);
      if (performance.now() - shownAt >= still || isTelling(more)) show();
    },
  };
}

function tellEnd(events: readonly RunEvent[], onFinished: OnFinished): void {
  const end = events.find((event) => event.type === 'finished');
  if (end) onFinished(end);
}

/** What is never held back: the first word of a run and its last. */
function isTelling(events: readonly RunEvent[]): boolean {
  return events.some(({ type }) => type === 'started' || type === 'finished' || type === 'failed');
}

function otherStatus(status: RunState['status']): RunState['status'] {
  if (status === 'running') return 'paused';
  return status === 'paused' ? 'running' : status;
}
