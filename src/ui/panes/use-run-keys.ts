import { useContext } from 'react';
import type { Recipe } from '../../training/recipe.ts';
import type { Expected } from '../blocks/run-chart.ts';
import type { CommandName } from '../keys.ts';
import { type CommandActions, ShellContext } from '../shell.ts';

/** The keys that open a run in the lab, or its recipe in the sandbox; none without a run. */
export function useRunKeys(
  recipe: Recipe | undefined,
  expected?: Expected,
): { readonly commands: readonly CommandName[]; readonly actions: CommandActions } {
  const { openLab, openSandbox } = useContext(ShellContext);
  if (!recipe) return { commands: [], actions: {} };
  return {
    commands: ['openLab', 'openSandbox'],
    actions: {
      openLab: () => openLab({ recipe, expected: expected ?? null }),
      openSandbox: () => openSandbox(recipe),
    },
  };
}
