import { useState } from 'react';
import type { KeptRecipes } from '../../session/kept-recipes.ts';
import type { WrittenRecipe } from '../../training/written-recipe.ts';
import { listedRecipes, listSections } from '../blocks/recipe-list.ts';
import { areaOf, footerLine, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { sheetOf } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import { useScroll } from '../use-scroll.ts';

type RecipeListPaneProps = {
  readonly kept: KeptRecipes;
  readonly onChoose: (recipe: WrittenRecipe) => void;
  readonly onClose: () => void;
};

/** The recipes that can be taken up in the sandbox. */
export function RecipeListPane({ kept, onChoose, onClose }: RecipeListPaneProps) {
  const display = useDisplay();
  const { words, theme } = display;
  const area = areaOf(display);
  const [cursor, setCursor] = useState(0);
  const listed = listedRecipes(kept, words);
  const sheet = sheetOf(listSections(listed, cursor, area.columns, theme, words));
  const { offset, below } = useScroll(sheet, 'recipes', area.rows);
  const active = usePaneKeys('sandbox', ['load', 'up', 'down', 'closeLab'], {
    load: () => {
      const chosen = listed[cursor];
      if (chosen) onChoose(chosen.recipe);
    },
    up: () => setCursor(Math.max(0, cursor - 1)),
    down: () => setCursor(Math.min(listed.length - 1, cursor + 1)),
    closeLab: onClose,
  });
  return (
    <Screen
      header={[{ text: words.screen.sandbox.recipes, bold: true }]}
      body={sheet.lines.slice(offset, offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={moreNotice(below, display)}
    />
  );
}
