import { useReducer, useState } from 'react';
import type { KeptRecipes } from '../../session/kept-recipes.ts';
import type { ProgressEvent } from '../../session/progress.ts';
import { openSandbox, sandboxAfter } from '../../session/sandbox.ts';
import type { Recipe } from '../../training/recipe.ts';
import type { WrittenRecipe } from '../../training/written-recipe.ts';
import { RecipeListPane } from '../panes/recipe-list-pane.tsx';
import { SandboxFormPane } from '../panes/sandbox-form-pane.tsx';
import { SandboxRunPane } from '../panes/sandbox-run-pane.tsx';
import type { StartRun } from '../use-run.ts';

export type SandboxScreenProps = {
  /** The recipe to begin with. */
  readonly recipe: WrittenRecipe;
  readonly kept: KeptRecipes;
  readonly startRun: StartRun;
  readonly record: (event: ProgressEvent) => void;
  readonly now: () => number;
  readonly onClose: () => void;
};

/** A recipe of the learner's own: its keys, the recipes that can be taken up, and its run. */
export function SandboxScreen({ recipe, kept, startRun, record, now, onClose }: SandboxScreenProps) {
  const [sandbox, send] = useReducer(sandboxAfter, recipe, openSandbox);
  const [over, setOver] = useState<'list' | Recipe | null>(null);
  const close = () => setOver(null);
  if (over === 'list')
    return (
      <RecipeListPane
        kept={kept}
        onChoose={(chosen) => {
          send({ type: 'recipe-loaded', recipe: chosen });
          close();
        }}
        onClose={close}
      />
    );
  if (over !== null) return <SandboxRunPane recipe={over} startRun={startRun} onClose={close} />;
  return (
    <SandboxFormPane
      {...{ sandbox, send, onClose }}
      onRecipes={() => setOver('list')}
      onRun={setOver}
      keepRun={(written) => record({ at: now(), type: 'recipe-run', recipe: written })}
      save={(name, written) => record({ at: now(), type: 'recipe-saved', name, recipe: written })}
    />
  );
}
