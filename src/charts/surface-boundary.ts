import { brailleLetter, createBraille, setDot } from './braille.ts';
import type { ChartStyle } from './drawing.ts';
import type { Field } from './surface-field.ts';

// By the sides that the line crosses: 1 above, 2 right, 4 below, 8 left.
const lineLetters = { signs: '·╵╶╰╷│╭├╴╯─┴╮┤┬┼', ascii: ".|-`||.+-'-+.+++" };

/** A place in cells, from the top left. */
type Place = { readonly column: number; readonly row: number };

/** The letter of the line between two classes in a cell of one value, or null where there is none. */
export function boundaryLetter(view: Field, { column, row }: Place, style: ChartStyle): string | null {
  const [a, b] = [classAt(view, column, row), classAt(view, column + 1, row)];
  const [c, d] = [classAt(view, column, row + 1), classAt(view, column + 1, row + 1)];
  const sides = (a !== b ? 1 : 0) + (b !== d ? 2 : 0) + (c !== d ? 4 : 0) + (a !== c ? 8 : 0);
  return sides === 0 ? null : (style.glyphs === 'ascii' ? lineLetters.ascii : lineLetters.signs)[sides]!;
}

/** The same in a cell of two values, one above the other: in dots of braille, which are finer than the values. */
export function fineBoundaryLetter(view: Field, { column, row }: Place): string | null {
  if (!isCrossed(view, column, row)) return null;
  const cell = createBraille(1, 1);
  for (let y = 0; y < 4; y++) {
    for (let x = 0; x < 2; x++) {
      const own = classBetween(view, column, row, x, y);
      const isLast = classBetween(view, column, row, x + 1, y) !== own;
      if (isLast || classBetween(view, column, row, x, y + 1) !== own) setDot(cell, x, y);
    }
  }
  return cell.cells[0] === 0 ? null : brailleLetter(cell.cells[0]!);
}

/** The class that a value stands for. */
export function classOf(view: Field, value: number): number {
  if (view.classes > 2) return Math.min(view.classes - 1, Math.max(0, Math.floor(value) || 0));
  return value >= 0.5 ? 1 : 0;
}

// Only where neighbours disagree is it worth asking between them.
function isCrossed(view: Field, column: number, row: number): boolean {
  const own = classAt(view, column, row * 2);
  for (let y = row * 2 - 1; y <= row * 2 + 2; y++) {
    for (let x = column - 1; x <= column + 1; x++) if (classAt(view, x, y) !== own) return true;
  }
  return false;
}

// A dot lies between four values. Chances of one class can be weighed; of several classes the nearest is taken.
function classBetween(view: Field, column: number, row: number, x: number, y: number): number {
  const across = column + (x + 0.5) / 2 - 0.5;
  const down = row * 2 + (y + 0.5) / 2 - 0.5;
  if (view.classes > 2) return classAt(view, Math.round(across), Math.round(down));
  const [left, top] = [Math.floor(across), Math.floor(down)];
  const upper =
    valueAt(view, left, top) * (left + 1 - across) + valueAt(view, left + 1, top) * (across - left);
  const lower =
    valueAt(view, left, top + 1) * (left + 1 - across) + valueAt(view, left + 1, top + 1) * (across - left);
  return classOf(view, upper * (top + 1 - down) + lower * (down - top));
}

function classAt(view: Field, column: number, row: number): number {
  return classOf(view, valueAt(view, column, row));
}

function valueAt(view: Field, column: number, row: number): number {
  const x = Math.max(0, Math.min(column, view.columns - 1));
  const y = Math.max(0, Math.min(row, view.rows - 1));
  return view.values[y * view.columns + x]!;
}
