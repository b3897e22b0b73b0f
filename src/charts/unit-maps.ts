import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { createGrid, type Grid, gridLines, write } from './grid.ts';
import { textWidth, truncateText } from './spans.ts';
import { paintField } from './surface-field.ts';
import { formatNumber } from './ticks.ts';

/** What one unit answers over the plane of the inputs: [rows * columns] from the top. */
export type UnitMap = { readonly label: string; readonly values: ArrayLike<number> };

export type UnitMapsInput = {
  /** From the first hidden layer on. */
  readonly layers: readonly { readonly label: string; readonly units: readonly UnitMap[] }[];
  readonly columns: number;
  readonly rows: number;
  /** The answer in the middle of the scale, 0 unless said otherwise: 0.5 for sigmoids. */
  readonly center?: number;
};

/** What there is to say about hidden units. */
export type UnitMapsFacts = {
  readonly layers: number;
  readonly units: number;
  /** Units that answer the same everywhere: dead, or saturated all over. */
  readonly flat: number;
};

/** Draws a small heat map for every unit, one layer below the other; those without room are counted. */
export function drawUnitMaps(
  input: UnitMapsInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<UnitMapsFacts>,
): Drawing {
  const sentence = describe(unitMapsFacts(input), formatNumber);
  if (size.columns < 2 || size.rows < 2) return { lines: [], sentence };
  const grid = createGrid(size.columns, size.rows);
  const tiles = layTiles(input, size);
  for (const { layer, unit, column, row } of tiles.placed) {
    const map = input.layers[layer]!.units[unit]!;
    const [left, top] = [tiles.gutter + column * (tiles.columns + 1), row * (tiles.rows + 1)];
    if (column === 0 && unit === 0) nameLayer(grid, input.layers[layer]!.label, top, tiles.gutter);
    nameUnit(grid, map, left, top, tiles.columns, style);
    const area = { left, top: top + 1, columns: tiles.columns, rows: tiles.rows };
    const { columns, rows } = input;
    paintField(grid, area, { values: chances(input, layer, map.values), columns, rows, classes: 2 }, style);
  }
  const rest = input.layers.reduce((sum, { units }) => sum + units.length, 0) - tiles.placed.length;
  const text = `${style.glyphs === 'ascii' ? '..' : '…'} +${rest}`;
  if (rest > 0) write(grid, size.columns - textWidth(text), size.rows - 1, text, { tone: 'muted' });
  return { lines: gridLines(grid), sentence };
}

type Tiles = {
  readonly gutter: number;
  /** Cells of one tile, without its name. */
  readonly columns: number;
  readonly rows: number;
  readonly placed: readonly { layer: number; unit: number; column: number; row: number }[];
};

// The largest tiles with which all units fit; a tile is twice as many cells wide as high, which the eye sees as a square.
function layTiles({ layers }: UnitMapsInput, size: Size): Tiles {
  const widest = Math.max(0, ...layers.map(({ label }) => textWidth(label)));
  const gutter = widest > 0 && widest + 1 <= size.columns / 5 ? widest + 1 : 0;
  const room = size.columns - gutter;
  const perRow = (rows: number) => Math.max(1, Math.floor((room + 1) / (2 * rows + 1)));
  const lines = (rows: number) =>
    layers.reduce((sum, { units }) => sum + Math.ceil(units.length / perRow(rows)), 0);
  let rows = Math.min(size.rows - 1, Math.floor(room / 2));
  while (rows > 1 && lines(rows) * (rows + 1) > size.rows) rows--;
  const columns = Math.min(2 * rows, room);
  let line = 0;
  const placed = layers.flatMap(({ units }, layer) => {
    const first = line;
    line += Math.ceil(units.length / perRow(rows));
    return units.map((_, unit) => {
      const at = { column: unit % perRow(rows), row: first + Math.floor(unit / perRow(rows)) };
      return { layer, unit, ...at };
    });
  });
  // The last row is left to the count of those without room.
  const isAll = line * (rows + 1) <= size.rows;
  const last = isAll ? line : Math.floor((size.rows - 1) / (rows + 1));
  return { gutter, columns, rows, placed: placed.filter(({ row }) => row < last) };
}

function nameLayer(grid: Grid, label: string, top: number, gutter: number): void {
  if (gutter > 0) write(grid, 0, top + 1, label, { tone: 'muted' });
}

function nameUnit(
  grid: Grid,
  unit: UnitMap,
  left: number,
  top: number,
  columns: number,
  style: ChartStyle,
): void {
  const mark = isFlat(unit.values) ? (style.glyphs === 'ascii' ? '=' : '∅') : '';
  const name = truncateText(unit.label, columns - textWidth(mark), '');
  write(grid, left, top, name, { tone: 'muted' });
  write(grid, left + textWidth(name), top, mark, { tone: 'warn', bold: true });
}

// The whole layer has one scale, so that a weak unit looks weak. What is not above the middle lies below the line:
// the kink of a ReLU is seen where it begins.
function chances(input: UnitMapsInput, layer: number, values: ArrayLike<number>): Float32Array {
  const center = input.center ?? 0;
  let reach = 0;
  for (const unit of input.layers[layer]!.units) reach = Math.max(reach, reachOf(unit.values, center));
  return Float32Array.from({ length: input.columns * input.rows }, (_, k) => {
    const value = values[k] ?? Number.NaN;
    if (value <= center) return 0.5 - Math.max(1e-4, Math.min(0.5, (center - value) / (2 * reach || 1)));
    return 0.5 + Math.min(0.5, (value - center) / (2 * reach || 1));
  });
}

function reachOf(values: ArrayLike<number>, center: number): number {
  let reach = 0;
  for (let k = 0; k < values.length; k++) {
    const distance = Math.abs(values[k]! - center);
    if (distance > reach && distance < Infinity) reach = distance;
  }
  return reach;
}

function isFlat(values: ArrayLike<number>): boolean {
  for (let k = 1; k < values.length; k++) if (Math.abs(values[k]! - values[0]!) > 1e-6) return false;
  return values.length > 0;
}

function unitMapsFacts({ layers }: UnitMapsInput): UnitMapsFacts {
  const units = layers.flatMap((layer) => layer.units);
  return {
    layers: layers.length,
    units: units.length,
    flat: units.filter(({ values }) => isFlat(values)).length,
  };
}
