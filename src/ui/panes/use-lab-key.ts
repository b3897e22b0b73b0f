import { useContext } from 'react';
import type { Recipe } from '../../training/recipe.ts';
import type { Expected } from '../blocks/run-chart.ts';
import type { CommandName } from '../keys.ts';
import { type CommandActions, ShellContext } from '../shell.ts';

/** The key that opens a run in the lab; none without a run. */
export function useLabKey(
  recipe: Recipe | undefined,
  expected?: Expected,
): { readonly commands: readonly CommandName[]; readonly actions: CommandActions } {
  const { openLab } = useContext(ShellContext);
  if (!recipe) return { commands: [], actions: {} };
  return {
    commands: ['openLab'],
    actions: { openLab: () => openLab({ recipe, expected: expected ?? null }) },
  };
}
