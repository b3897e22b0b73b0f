import type { Line, Size } from '../../charts/drawing.ts';
import type { Expected } from '../blocks/run-chart.ts';
import { wrap } from '../layout/wrap.ts';
import type { Display } from '../screen.tsx';
import { drawLabCurves } from './lab-curves.ts';
import { panels } from './panels.ts';
import { formLines } from './settings-form.ts';
import type { Overlay, useLab, ViewName } from './use-lab.ts';

type Context = {
  readonly lab: ReturnType<typeof useLab>;
  readonly expected: Expected | null;
  readonly display: Display;
};

/** The curves, or one panel under its name, in a place of some size. */
export function viewLines(name: ViewName, size: Size, { lab, expected, display }: Context): readonly Line[] {
  const { run, shown, measure, at, baseline, present } = lab;
  const { theme, words } = display;
  if (!run || !shown) return [];
  if (name === 'curves')
    return drawLabCurves({ run, shown, measure, at, baseline, expected }, size, theme, words).lines;
  const seen = run.seen[shown.index] ?? {};
  const inner = { columns: size.columns, rows: size.rows - 1 };
  const drawing = panels[name].draw({ run, member: shown, seen, size: inner, theme, words });
  const { bench } = words.screen;
  const title: Line = [{ text: bench.panels[name], tone: 'muted', bold: true }];
  const isOver = name === 'updates' && (at ?? present) >= shown.steps;
  if (isOver) return [title, ...wrap([{ text: bench.noNext, tone: 'muted' }], size.columns)];
  return [title, ...(drawing?.lines ?? [[{ text: bench.waiting, tone: 'muted' } as const]])];
}

/** What lies over the panels: the settings, or the command line that repeats the run. */
export function overlayLines(
  overlay: Overlay,
  { columns, rows }: Size,
  command: string,
  display: Display,
): readonly Line[] {
  const { bench } = display.words.screen;
  if (overlay.type === 'command')
    return [
      ...wrap([{ text: bench.copied, tone: 'accent', bold: true }], columns),
      [],
      ...wrap([{ text: command }], columns),
    ].slice(0, rows);
  const head = wrap(
    [{ text: overlay.isInstead ? bench.changeTitle : bench.branchTitle, tone: 'accent', bold: true }],
    columns,
  );
  return [...head, [], ...formLines(overlay.form, rows - head.length - 1, display)];
}
