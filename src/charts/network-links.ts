import { brailleLetter, createBraille, setDot } from './braille.ts';
import type { ChartStyle } from './drawing.ts';
import { type Grid, isBlank, put, write } from './grid.ts';
import type { Ink } from './spans.ts';

type Cell = { readonly column: number; readonly row: number };

/** A weight, and the units that it links. */
export type Link = { readonly weight: number; readonly from: Cell; readonly to: Cell };

/** Draws the links between two layers, the strongest on top; of very many only the strongest. */
export function drawLinks(grid: Grid, links: readonly Link[], style: ChartStyle): void {
  const [first] = links;
  if (!first) return;
  const reach = Math.max(...links.map(({ weight }) => (Number.isFinite(weight) ? Math.abs(weight) : 0))) || 1;
  const strength = ({ weight }: Link) => (Number.isFinite(weight) ? Math.abs(weight) / reach : 1);
  const sorted = links.filter((link) => strength(link) >= 0.08).sort((a, b) => strength(a) - strength(b));
  // More lines than rows make a thicket: of a dense layer those are shown that say most.
  const shown = sorted.slice(-4 * grid.rows);
  for (const link of shown) {
    if (style.glyphs === 'braille') drawFineLink(grid, link, strength(link));
    else drawLetterLink(grid, link, strength(link));
  }
  const isWide = first.to.column - first.from.column >= 14;
  if (isWide && shown.length <= 2 * grid.rows) nameLinks(grid, [...shown].reverse());
}

function inkOf({ weight }: Link, strength: number): Ink {
  if (!Number.isFinite(weight)) return { tone: 'bad', bold: true };
  const tone = weight > 0 ? 'class1' : 'class0';
  return strength > 0.66 ? { tone, bold: true } : strength > 0.25 ? { tone } : { tone, dim: true };
}

// Dashes for a negative weight; one, two or three dots of thickness.
function drawFineLink(grid: Grid, link: Link, strength: number): void {
  const { from, to, weight } = link;
  const canvas = createBraille(grid.columns, grid.rows);
  const [start, end] = [from.column * 2 + 2, to.column * 2 - 1];
  const [top, bottom] = [from.row * 4 + 1.5, to.row * 4 + 1.5];
  const thickness = strength > 0.75 ? 3 : strength > 0.35 ? 2 : 1;
  for (let x = start; x <= end; x++) {
    const slope = (bottom - top) / Math.max(1, end - start);
    const [here, next] = [top + (x - start) * slope, top + (x + 1 - start) * slope];
    const [low, high] = [Math.round(Math.min(here, next)), Math.round(Math.max(here, next))];
    for (let y = low; y <= Math.max(low, high - 1); y++) {
      const isGap = weight < 0 && Math.floor((x - start + Math.abs(y - top)) / 3) % 2 === 1;
      for (let k = 0; k < thickness && !isGap; k++) setDot(canvas, x, y + k - (thickness >> 1));
    }
  }
  const ink = inkOf(link, strength);
  const last = Math.min(grid.rows - 1, Math.max(from.row, to.row) + 1);
  for (let row = Math.max(0, Math.min(from.row, to.row) - 1); row <= last; row++) {
    for (let column = from.column; column <= to.column; column++) {
      const cell = row * grid.columns + column;
      const dots = canvas.cells[cell]!;
      // Links that cross share the dots of their cell.
      const below = grid.texts[cell]!.charCodeAt(0) - 0x2800;
      if (dots > 0)
        put(grid, column, row, brailleLetter(below > 0 && below < 0x100 ? below | dots : dots), ink);
    }
  }
}

const letters = { positive: ["'", '+', '#'], negative: ['.', '-', '='] };

function drawLetterLink(grid: Grid, link: Link, strength: number): void {
  const { from, to, weight } = link;
  const letter =
    letters[weight < 0 ? 'negative' : 'positive'][strength > 0.66 ? 2 : strength > 0.25 ? 1 : 0]!;
  const across = to.column - from.column;
  const steps = Math.max(across, Math.abs(to.row - from.row));
  for (let k = 1; k < steps; k++) {
    const column = Math.round(from.column + (across * k) / steps);
    const row = Math.round(from.row + ((to.row - from.row) * k) / steps);
    if (column > from.column && column < to.column) put(grid, column, row, letter, inkOf(link, strength));
  }
}

// Each weight on its own line, where no other number stands in the way.
function nameLinks(grid: Grid, links: readonly Link[]): void {
  const taken = new Set<number>();
  for (const link of links) {
    const text = (link.weight > 0 ? '+' : '') + shortWeight(link.weight);
    for (const along of [0.5, 0.35, 0.65, 0.25, 0.75]) {
      const column = Math.round(
        link.from.column + (link.to.column - link.from.column) * along - text.length / 2,
      );
      const row = Math.round(link.from.row + (link.to.row - link.from.row) * along);
      const cells = Array.from({ length: text.length + 2 }, (_, k) => row * grid.columns + column + k - 1);
      const isInside = column > link.from.column + 1 && column + text.length < link.to.column - 1;
      if (!isInside || cells.some((cell) => taken.has(cell))) continue;
      for (const cell of cells) taken.add(cell);
      if (isBlank(grid, column - 1, row)) put(grid, column - 1, row, ' ', {});
      write(grid, column, row, text, { tone: link.weight > 0 ? 'class1' : 'class0', bold: true });
      break;
    }
  }
}

function shortWeight(weight: number): string {
  if (!Number.isFinite(weight)) return '?';
  return Math.abs(weight) >= 1000 || Math.abs(weight) < 0.01
    ? weight.toExponential(0).replace('+', '')
    : String(Number(weight.toPrecision(2)));
}
