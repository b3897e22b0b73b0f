import { drawConfusion } from '../../charts/confusion.ts';
import { drawContours } from '../../charts/contours.ts';
import type { Drawing, Size } from '../../charts/drawing.ts';
import { drawFit } from '../../charts/fit.ts';
import { drawPath } from '../../charts/path.ts';
import { drawSurface, gridFor, type SurfacePoint } from '../../charts/surface.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Examples, PathLook, PictureLook, SurfaceLook } from '../../training/events.ts';
import type { ConfusionLook } from '../../training/looks/confusion.ts';
import type { LookName } from '../../training/looks/looks.ts';
import { type Recipe, variantsOf } from '../../training/recipe.ts';
import { type AnalyticSurface, surfaces } from '../../training/surfaces.ts';
import { liveMembers, type RunState } from '../run-state.ts';
import type { Theme } from '../theme.ts';

/** What the network of one live member answers now; null where there is nothing to look at. */
export function drawRunLook(
  run: RunState,
  view: number,
  size: Size,
  theme: Theme,
  words: Words['chart'],
): Drawing | null {
  const live = liveMembers(run);
  const member = live[view % Math.max(1, live.length)];
  const look = member && lookOf(run, member.index);
  if (!look) return null;
  switch (look.type) {
    case 'surface':
      return drawSurface(
        { ...look, points: pointsOf(run.examples, look) },
        size,
        theme,
        words.sentences.surface,
      );
    case 'fit':
      return drawFit(
        { points: dataOf(run.examples), curve: look, xLabel: 'x', yLabel: 'y' },
        size,
        theme,
        words.sentences.fit,
      );
    case 'confusion':
      return drawConfusion(
        {
          ...look,
          classes: Array.from({ length: look.classes }, (_, label) => `${label}`),
          actualLabel: look.part === 'test' ? words.actualTest : words.actual,
          predictedLabel: words.predicted,
          recallLabel: words.recall,
        },
        size,
        theme,
        words.sentences.confusion,
      );
    case 'path':
      return drawSteps(look, run, member.variant, size, theme, words);
  }
}

/** The look that a run in a lesson is shown by: its picture or, where it has too many inputs for one, its mistakes. */
export function usualLook(recipe: Recipe): LookName {
  const names = variantsOf(recipe)[0]?.looks?.() ?? [];
  return !names.includes('picture') && names.includes('confusion') ? 'confusion' : 'picture';
}

/** Whether there is anything to look at. */
export function hasLook(run: RunState): boolean {
  return run.members.some(({ index }) => lookOf(run, index));
}

function lookOf(run: RunState, index: number): PictureLook | ConfusionLook | undefined {
  return run.looks[index] ?? run.seen[index]?.confusion?.look;
}

/** The grid to ask the network for, so that a look fills this size. */
export function lookGrid(size: Size, theme: Theme): { readonly columns: number; readonly rows: number } {
  return gridFor(size, theme);
}

/** The path of an optimizer over the function that it descends. */
function drawSteps(
  look: PathLook,
  run: RunState,
  variant: number,
  size: Size,
  theme: Theme,
  words: Words['chart'],
): Drawing {
  const { surface, curvature } = variantsOf(run.recipe)[variant]?.settings ?? {};
  const ground: AnalyticSurface = surfaces[surface as keyof typeof surfaces];
  if (ground.dimensions === 2)
    return drawPlane(look, (w) => ground.value(w, Number(curvature)), size, theme, words);
  const [[start = 1] = []] = look.points;
  const reach = reachOf(
    look.points.map(([w = 0]) => w),
    Math.abs(start),
  );
  const x = Float64Array.from({ length: SAMPLES }, (_, i) => -reach + (2 * reach * i) / (SAMPLES - 1));
  const path = look.points
    .map(([w = 0], i) => ({ x: w, y: look.values[i] ?? Number.NaN }))
    .filter((at) => Math.abs(at.x) <= reach);
  const y = x.map((w) => ground.value([w], Number(curvature)));
  return drawPath(
    { curve: { x, y }, path, xLabel: words.weight, yLabel: words.loss },
    size,
    theme,
    words.sentences.path,
  );
}

/** Where an optimizer stood in the plane of its two coordinates, over the function that it descends. */
function drawPlane(
  look: PathLook,
  ground: (w: readonly number[]) => number,
  size: Size,
  theme: Theme,
  words: Words['chart'],
): Drawing {
  const path = look.points.map(([x = Number.NaN, y = Number.NaN]) => ({ x, y }));
  // The start and the point that it began above are always in the picture; a path that is thrown out leaves it.
  const [first = { x: 1, y: 1 }] = path;
  const [a, b] = [Math.abs(first.x), Math.abs(first.y)];
  // One that begins next to an axis still has room beside it.
  const xReach = reachOf(
    path.map(({ x }) => x),
    Math.max(a, b / 2),
  );
  const yReach = reachOf(
    path.map(({ y }) => y),
    Math.max(b, a / 2),
  );
  const [columns, rows] = [GROUND_COLUMNS, GROUND_ROWS];
  const values = Float64Array.from({ length: columns * rows }, (_, i) =>
    ground([
      xReach * ((2 * ((i % columns) + 0.5)) / columns - 1),
      yReach * (1 - (2 * (Math.floor(i / columns) + 0.5)) / rows),
    ]),
  );
  const x = [-xReach, xReach] as const;
  const y = [-yReach, yReach] as const;
  return drawContours(
    { values, columns, rows, x, y, path, xLabel: 'x', yLabel: 'y' },
    size,
    theme,
    words.sentences.contours,
  );
}

/** How far a picture around 0 has to go: as far as the path, but at most four times its start, since some are thrown out. */
function reachOf(values: readonly number[], start: number): number {
  const farthest = Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
  return 1.15 * Math.min(4 * start || 1, farthest || 2 * start || 1);
}

const SAMPLES = 200;
/** Contours lie straight between so many heights. */
const GROUND_COLUMNS = 80;
const GROUND_ROWS = 60;

/** Examples of one input and one target. */
function dataOf(examples: Examples | null): readonly { readonly x: number; readonly y: number }[] {
  if (examples?.features !== 1) return [];
  return Array.from(examples.inputs, (x, i) => ({ x, y: examples.targets[i] ?? 0 }));
}

/** More would hide the surface that they lie on. */
const MOST_POINTS = 160;

/** Examples in the plane of a look, thinned out where they are many, with those that it gets wrong. */
export function pointsOf(examples: Examples | null, look: SurfaceLook): readonly SurfacePoint[] {
  if (!examples || examples.features < 2) return [];
  const count = examples.targets.length;
  const stride = Math.max(1, Math.ceil(count / MOST_POINTS));
  const points: SurfacePoint[] = [];
  for (let group = 0; group * stride < count; group++) {
    // Not the same place of every group: data that alternates between its classes would lose one of them.
    const i = Math.min(count - 1, group * stride + (group % stride));
    const x = examples.inputs[i * examples.features] ?? 0;
    const y = examples.inputs[i * examples.features + 1] ?? 0;
    const label = examples.targets[i] ?? 0;
    points.push({ x, y, label, wrong: answerAt(look, x, y) !== label });
  }
  return points;
}

/** The class that the cell of the surface under a point goes to. */
function answerAt({ columns, rows, x, y, values, classes }: SurfaceLook, px: number, py: number): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor(((px - x[0]) / (x[1] - x[0])) * columns)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor(((y[1] - py) / (y[1] - y[0])) * rows)));
  const value = values[row * columns + column] ?? 0;
  return classes > 2 ? Math.floor(value) : Number(value > 0.5);
}
