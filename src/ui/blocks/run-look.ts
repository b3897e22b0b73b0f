import type { Drawing, Size } from '../../charts/drawing.ts';
import { drawSurface, gridFor, type SurfacePoint } from '../../charts/surface.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Examples, SurfaceLook } from '../../training/events.ts';
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
  const look = member && run.looks[member.index];
  if (!look) return null;
  switch (look.type) {
    case 'surface':
      return drawSurface(
        { ...look, points: pointsOf(run.examples, look) },
        size,
        theme,
        ({ points, wrong }) => words.surface(points - wrong, points),
      );
    default:
      return null;
  }
}

/** The grid to ask the network for, so that a look fills this size. */
export function lookGrid(size: Size, theme: Theme): { readonly columns: number; readonly rows: number } {
  return gridFor(size, theme);
}

/** More would hide the surface that they lie on. */
const MOST_POINTS = 160;

function pointsOf(examples: Examples | null, look: SurfaceLook): readonly SurfacePoint[] {
  if (!examples || examples.features < 2) return [];
  const count = examples.targets.length;
  const stride = Math.max(1, Math.ceil(count / MOST_POINTS));
  const points: SurfacePoint[] = [];
  for (let i = 0; i < count; i += stride) {
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
