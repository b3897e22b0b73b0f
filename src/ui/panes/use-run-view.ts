import { useEffect, useState } from 'react';
import type { Line, Size } from '../../charts/drawing.ts';
import type { RunEvent } from '../../training/events.ts';
import type { Recipe } from '../../training/recipe.ts';
import { lookSize, memberInView, runLines, viewCount } from '../blocks/run.ts';
import type { Expected } from '../blocks/run-chart.ts';
import { lookGrid, usualLook } from '../blocks/run-look.ts';
import type { CommandName } from '../keys.ts';
import { useDisplay } from '../screen.tsx';
import type { CommandActions } from '../shell.ts';
import { mannerOf, type StartRun, useRun } from '../use-run.ts';

/** A run with its keys, ready to be drawn in a place of some size. */
export function useRunView(
  startRun: StartRun,
  size: Size,
  on: {
    readonly finished: (event: Extract<RunEvent, { type: 'finished' }>) => void;
    readonly stopped?: () => void;
    readonly expected?: Expected | undefined;
  },
) {
  const { theme, words, settings } = useDisplay();
  const manner = mannerOf({ theme, settings });
  const [view, setView] = useState(0);
  const control = useRun(startRun, manner, on.finished);
  const { run } = control;
  const member = run ? memberInView(run, view, size.columns) : 0;
  const { columns, rows } = lookGrid(lookSize(size), theme);
  const lookOrder = (recipe: Recipe) => ({
    ...{ member, at: null },
    looks: [{ name: usualLook(recipe), columns, rows }],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look is asked for anew only when it changes
  useEffect(() => {
    if (run) control.setLook(lookOrder(run.recipe));
  }, [columns, rows, member]);

  const begin = (recipe: Recipe) => {
    control.setLook(lookOrder(recipe));
    control.begin(recipe);
  };
  const isPaused = run?.status === 'paused';
  const isOn = run?.status === 'running' || isPaused;
  const turning: readonly CommandName[] = run && viewCount(run, size.columns) > 1 ? ['view'] : [];
  const commands: readonly CommandName[] = isOn
    ? [
        isPaused ? 'resume' : 'pause',
        ...(isPaused ? (['step'] as const) : []),
        'stop',
        ...turning,
        'flatOut',
        'faster',
        'slower',
        'seed',
        'again',
      ]
    : run
      ? [...(run.status === 'failed' ? (['stop'] as const) : []), 'again', 'seed', ...turning]
      : [];
  const actions: CommandActions = {
    pause: control.togglePause,
    resume: control.togglePause,
    step: () => control.step(1),
    stop: () => {
      control.stop();
      on.stopped?.();
    },
    view: () => setView((before) => (before + 1) % (run ? viewCount(run, size.columns) : 1)),
    faster: () => control.changePace((pace) => (pace === 'max' ? pace : pace < 1 ? 'max' : pace / 1.6)),
    slower: () => control.changePace((pace) => (pace === 'max' ? 1 : Math.min(120, pace * 1.6))),
    flatOut: () => control.changePace((pace) => (pace === 'max' ? manner.pace : 'max')),
    again: () => run && begin(run.recipe),
    seed: () => run && begin(withOtherSeeds(run.recipe)),
  };
  const draw = (within: Size): readonly Line[] =>
    run ? runLines(run, view, within, theme, words, on.expected) : [];
  return { run, isOn, begin, stop: control.stop, commands, actions, draw };
}

/** As many seeds as before, the next ones. */
function withOtherSeeds(recipe: Recipe): Recipe {
  const shift = Math.max(...recipe.seeds) - Math.min(...recipe.seeds) + 1;
  return { ...recipe, seeds: recipe.seeds.map((seed) => seed + shift) };
}
