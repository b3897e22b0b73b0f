import { type BrailleCanvas, brailleLetter, createBraille, setLine } from '../../charts/braille.ts';
import type { Line } from '../../charts/drawing.ts';
import { createGrid, type Grid, gridLines, put, write } from '../../charts/grid.ts';
import { type Ink, textWidth } from '../../charts/spans.ts';
import { formatNumber } from '../../charts/ticks.ts';
import { unitName } from '../../training/trace/desk.ts';
import type { UnitPlace } from '../../training/trace/step.ts';
import type { Trace, TraceNumber } from '../../training/trace/trace.ts';
import type { Theme } from '../theme.ts';

/** The network of a trace with the numbers that were reached, up to the one in focus; units that it belongs to stand in brackets. */
export function networkLines(
  trace: Trace,
  known: readonly TraceNumber[],
  focus: TraceNumber | null,
  width: number,
  theme: Theme,
): readonly Line[] {
  const full = labelsOf(trace, known, focus, true);
  const labels =
    widthOf(full) + LEAST_GAP * (full.length - 1) <= width ? full : labelsOf(trace, known, focus, false);
  const gap = Math.max(2, Math.min(MOST_GAP, Math.floor((width - widthOf(labels)) / (labels.length - 1))));
  const most = Math.max(...trace.widths);
  const apart = most <= 2 && width >= ROOMY ? 4 : 2;
  const grid = createGrid(width, apart * (most - 1) + 1);
  const rowOf = ({ layer, unit }: UnitPlace) =>
    (apart / 2) * (most - (trace.widths[layer] ?? 0)) + apart * unit;
  let column = 0;
  for (const [layer, units] of labels.entries()) {
    const wide = Math.max(...units.map(({ text }) => textWidth(text)));
    if (layer > 0) {
      const links = linksInto(trace, layer, focus).map(({ from, unit, isFocus }) => ({
        from: rowOf({ layer: layer - 1, unit: from }),
        to: rowOf({ layer, unit }),
        isFocus,
      }));
      drawLinks(grid, column, gap, links, theme);
      column += gap;
    }
    for (const [unit, { text, isFocus }] of units.entries()) {
      const ink: Ink = isFocus ? { tone: 'accent', bold: true } : {};
      write(grid, column, rowOf({ layer, unit }), text, ink);
    }
    column += wide;
  }
  return gridLines(grid);
}

/** From this width on small networks are drawn with more room between their units. */
const ROOMY = 60;
const LEAST_GAP = 3;
const MOST_GAP = 12;

type Label = { readonly text: string; readonly isFocus: boolean };

/** What stands at each unit: its name and the number that was last computed of it. */
function labelsOf(
  trace: Trace,
  known: readonly TraceNumber[],
  focus: TraceNumber | null,
  hasValues: boolean,
): readonly (readonly Label[])[] {
  const row = focus?.row ?? 0;
  return trace.widths.map((units, layer) => {
    const all = Array.from({ length: units }, (_, unit): Label => {
      const at = { layer, unit };
      const value = hasValues ? valueAt(trace, known, at, row) : '';
      const isFocus = touches(focus, at);
      const text = [unitName(trace.widths, at), value].filter(Boolean).join(' ');
      return { text: isFocus ? `[${text}]` : ` ${text} `, isFocus };
    });
    const wide = Math.max(...all.map(({ text }) => textWidth(text)));
    // Links begin and end at an edge that is the same for the whole layer.
    return all.map(({ text, isFocus }) => ({ text: text + ' '.repeat(wide - textWidth(text)), isFocus }));
  });
}

function widthOf(labels: readonly (readonly Label[])[]): number {
  return labels.reduce((sum, units) => sum + textWidth(units[0]?.text ?? ''), 0);
}

const SIGNS = { sum: 'z', activation: 'a', chance: 'p', delta: 'δ' } as const;

/** The number that was last computed of a unit in a row; an input has its own. */
function valueAt(
  trace: Trace,
  known: readonly TraceNumber[],
  { layer, unit }: UnitPlace,
  row: number,
): string {
  const short = (value: number) => formatNumber(value).replaceAll('-', '−');
  if (layer === 0) return short(trace.given.rows[row]?.[unit]?.value ?? 0);
  const last = known.findLast(
    ({ kind, at, row: own }) =>
      Object.hasOwn(SIGNS, kind) && at?.layer === layer && at.unit === unit && own === row,
  );
  return last ? `${SIGNS[last.kind as keyof typeof SIGNS]}=${short(last.value)}` : '';
}

/** Whether a number belongs to a unit, or to a weight at one of its ends. */
function touches(focus: TraceNumber | null, { layer, unit }: UnitPlace): boolean {
  if (!focus?.at) return false;
  if (focus.at.layer === layer && focus.at.unit === unit) return true;
  return 'from' in focus.at && focus.at.layer === layer + 1 && focus.at.from === unit;
}

/** The links into a layer; those that the number in focus sums over, or belongs to, are in focus themselves. */
function linksInto(trace: Trace, layer: number, focus: TraceNumber | null) {
  const at = focus?.at;
  const [before, units] = [trace.widths[layer - 1] ?? 0, trace.widths[layer] ?? 0];
  return Array.from({ length: before * units }, (_, i) => {
    const [from, unit] = [Math.floor(i / units), i % units];
    const isInto = at?.layer === layer && at.unit === unit;
    const isOutOf = at?.layer === layer - 1 && at.unit === from;
    const isFocus =
      at && 'from' in at
        ? isInto && at.from === from
        : focus?.kind === 'sum'
          ? isInto
          : focus?.kind === 'delta' && isOutOf;
    return { from, unit, isFocus: Boolean(isFocus) };
  });
}

type Link = { readonly from: number; readonly to: number; readonly isFocus: boolean };

/** Those in focus lie on top. */
function drawLinks(grid: Grid, left: number, gap: number, links: readonly Link[], theme: Theme): void {
  for (const isFocus of [false, true]) {
    const ink: Ink = isFocus ? { tone: 'accent', bold: true } : { tone: 'axis', dim: true };
    const own = links.filter((link) => link.isFocus === isFocus);
    if (theme.glyphs === 'braille') {
      const canvas = createBraille(gap, grid.rows);
      for (const { from, to } of own) setLine(canvas, 0, 4 * from + 1, 2 * gap - 1, 4 * to + 1);
      putCanvas(grid, left, canvas, ink);
    } else
      for (const link of own)
        putSlashes(grid, left, gap, link, theme.glyphs === 'ascii' ? '-/\\' : '─╱╲', ink);
  }
}

function putCanvas(grid: Grid, left: number, canvas: BrailleCanvas, ink: Ink): void {
  canvas.cells.forEach((dots, cell) => {
    if (dots === 0) return;
    put(grid, left + (cell % canvas.columns), Math.floor(cell / canvas.columns), brailleLetter(dots), ink);
  });
}

function putSlashes(
  grid: Grid,
  left: number,
  gap: number,
  { from, to }: Link,
  letters: string,
  ink: Ink,
): void {
  const [level, rising, falling] = letters;
  let row = from;
  for (let k = 0; k < gap; k++) {
    const next = Math.round(from + ((to - from) * (k + 1)) / gap);
    const letter = next === row ? level : next > row ? falling : rising;
    put(grid, left + k, Math.max(row, next), letter ?? '-', ink);
    row = next;
  }
}
