import { useEffect, useState } from 'react';
import type { Size } from '../../charts/drawing.ts';
import { branchProblems } from '../../training/branch.ts';
import type { Member } from '../../training/events.ts';
import type { LookOrder } from '../../training/messages.ts';
import type { Recipe } from '../../training/recipe.ts';
import { changeUnderWay, recipeOfVariant } from '../../training/under-way.ts';
import { isResting, liveMembers, type RunState } from '../run-state.ts';
import type { Display } from '../screen.tsx';
import { mannerOf, type StartRun, useRun } from '../use-run.ts';
import { type Baseline, baselineOf, measuresOf } from './lab-curves.ts';
import { layoutOf } from './lab-layout.ts';
import { type PanelName, panels, panelsOf } from './panels.ts';
import { changeIn, formOf, type SettingsForm } from './settings-form.ts';

/** What lies over the panels: settings to be changed, from now on or in a branch, or the command line. */
export type Overlay =
  | { readonly type: 'form'; readonly form: SettingsForm; readonly isInstead: boolean }
  | { readonly type: 'command' };

/** What can be turned to in a narrow window. */
export type ViewName = 'curves' | PanelName;

/** Bytes for the past of a run in the lab. */
const MEMORY = 48 * 2 ** 20;

/** A run in the lab: its first seed live, the others behind it, its past, its branches, and what is shown of them. */
export function useLab(given: Recipe, startRun: StartRun, size: Size, { theme, words, settings }: Display) {
  const [recipe, setRecipe] = useState(given);
  const { at, setAt, chosen, setChosen, overlay, setOverlay, show } = usePlace();
  const [turn, setTurn] = useState(0);
  const [wanted, setWanted] = useState(0);
  const [baseline, setBaseline] = useState<Baseline>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const usualPace = Number(settings.pace);
  const control = useRun(startRun, mannerOf({ theme, settings }), () => {}, MEMORY);
  const { run } = control;
  const [offered] = useState(() => panelsOf(recipe));
  const live = run ? liveMembers(run) : [];
  const measures = run ? measuresOf(run) : [];
  const measure = measures[wanted % measures.length] ?? 'loss';
  const shown = live.find(({ index }) => index === chosen) ?? live[0];
  const view = viewsAt(turn, size, offered, theme);
  const request = JSON.stringify({ member: shown?.index ?? 0, at, looks: view.orders });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the looks are asked for anew only when they change
  useEffect(() => control.setLook(JSON.parse(request)), [request]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun when the lab is opened
  useEffect(() => control.begin(recipe), []);

  const present = run && shown ? (run.curves[shown.index]?.step ?? 0) : 0;
  const begin = (next: Recipe) => {
    setRecipe(next);
    show(null, null);
    control.begin(next);
  };
  // The other seeds are trained behind what is looked at.
  const pause = () => run?.status === 'running' && !isResting(run) && control.togglePause();
  return {
    ...{ usualPace, run, recipe, control, live, shown, measures, measure, at, present, ...view },
    ...{ overlay, setOverlay, baseline, notice, setNotice, setChosen, begin },
    nextMeasure: () => setWanted((wanted + 1) % measures.length),
    nextView: () => setTurn((turn + view.visible.length) % view.views.length),
    /** Shows another step; from the last one on, the present. */
    scrub(by: number) {
      pause();
      const step = Math.min(present, Math.max(0, (at ?? present) + by));
      setAt(step >= present ? null : step);
    },
    toPresent: () => setAt(null),
    pin: () => setBaseline(baseline.length > 0 || !run ? [] : baselineOf(run)),
    openForm(isInstead: boolean) {
      if (!shown || !run) return;
      pause();
      const base = recipeAt(run, shown, at ?? present);
      const [problem] = branchProblems(run.members, base, {}, words.problem);
      if (problem) setNotice(problem.message);
      else setOverlay({ type: 'form', form: formOf(base), isInstead });
    },
    /** Goes on with what was changed, from the step that is shown; says why where that cannot be. */
    apply({ form, isInstead }: Extract<Overlay, { type: 'form' }>) {
      if (!shown || !run) return;
      const change = changeIn(form);
      const base = recipeAt(run, shown, at ?? present);
      const [problem] = branchProblems(run.members, base, change, words.problem);
      setNotice(problem?.message ?? null);
      if (problem) return;
      show(run.members.length, null);
      control.branch({ member: shown.index, step: at ?? present, change, isInstead });
    },
  };
}

/** The next of several seeds in the place of the first, one behind the other round and round; of a single one, the number after it. */
export function nextSeeds([first = 0, ...others]: readonly number[]): readonly number[] {
  return others.length > 0 ? [...others, first] : [first + 1];
}

/** Which member is shown at which step (null for the present), and what lies over it. */
function usePlace() {
  const [at, setAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const show = (member: number | null, step: number | null) => {
    setOverlay(null);
    setAt(step);
    setChosen(member);
  };
  return { at, setAt, chosen, setChosen, overlay, setOverlay, show };
}

/** What is in view, and the looks that it asks for. */
function viewsAt(turn: number, size: Size, offered: readonly PanelName[], theme: Display['theme']) {
  const layout = layoutOf(size);
  const views: readonly ViewName[] = layout.curves ? offered : ['curves', ...offered];
  const room = Math.min(views.length, layout.across * layout.down);
  const visible = [...views, ...views].slice(turn % views.length).slice(0, room);
  const inner = { columns: layout.panel.columns, rows: layout.panel.rows - 1 };
  const orders = new Map<string, LookOrder>();
  // Two panels may be drawn from one look.
  for (const name of visible)
    if (name !== 'curves') {
      const { look, grid } = panels[name];
      orders.set(look, { name: look, ...grid(inner, theme) });
    }
  return { layout, views, visible, orders: [...orders.values()] };
}

/** What a member was trained by at a step, as a recipe of its own: with all that had been changed by then. */
function recipeAt(run: RunState, { branch, variant, seed }: Member, step: number): Recipe {
  const parent = branch && run.members.find(({ index }) => index === branch.of);
  if (!branch || !parent) return recipeOfVariant(run.recipe, variant, seed);
  const base = recipeAt(run, parent, Math.min(step, branch.step));
  return step < branch.step ? base : (changeUnderWay(base, branch.change).value ?? base);
}
