import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { createGrid, type Grid, gridLines, put, write } from './grid.ts';
import { drawLinks, type Link } from './network-links.ts';
import { textWidth, truncateText } from './spans.ts';
import { formatNumber } from './ticks.ts';

export type NetworkLayer = {
  /** Stands above the layer: input, layer 1, output. */
  readonly label: string;
  /** Names of the units; only those of the first and the last layer are written. */
  readonly units: readonly string[];
  /** Units that answer the same whatever comes in; they are drawn hollow. */
  readonly flat?: readonly number[];
};

export type NetworkInput = {
  /** From the inputs to the outputs. */
  readonly layers: readonly NetworkLayer[];
  /** Between each layer and the next: [units, units of the next]. */
  readonly weights: readonly ArrayLike<number>[];
};

/** What there is to say about a network. */
export type NetworkFacts = {
  readonly units: readonly number[];
  readonly links: number;
  readonly positive: number;
  /** Weights that are NaN or infinite. */
  readonly broken: number;
  /** The weight farthest from 0, with the layers counted from 1 (the inputs). */
  readonly largest: { readonly layer: number; readonly weight: number } | null;
};

/** Draws a network from left to right: positive weights solid, negative ones dashed, the thicker the farther from 0. */
export function drawNetwork(
  input: NetworkInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<NetworkFacts>,
): Drawing {
  const sentence = describe(networkFacts(input), formatNumber);
  if (size.columns < 3 || size.rows < 2 || input.layers.length === 0) return { lines: [], sentence };
  const grid = createGrid(size.columns, size.rows);
  const places = placeLayers(input.layers, size);
  input.weights.slice(0, input.layers.length - 1).forEach((weights, gap) => {
    const [from, to] = [places[gap]!, places[gap + 1]!];
    drawLinks(grid, linksOf(weights, from, to, input.layers[gap + 1]!.units.length), style);
  });
  places.forEach((place, k) => {
    drawLayer(
      grid,
      input.layers[k]!,
      place,
      k === 0 ? 'left' : k === places.length - 1 ? 'right' : null,
      style,
    );
  });
  return { lines: gridLines(grid), sentence };
}

/** Where the units of a layer stand; the last row is left free where not all of them have room. */
type LayerPlace = { readonly column: number; readonly rows: readonly number[]; readonly hasTitle: boolean };

function placeLayers(layers: readonly NetworkLayer[], size: Size): readonly LayerPlace[] {
  const hasTitle = size.rows >= 6;
  const top = hasTitle ? 1 : 0;
  const height = size.rows - top;
  const margin = (layer: NetworkLayer) =>
    Math.min(Math.max(0, ...layer.units.slice(0, height).map(textWidth)) + 1, Math.floor(size.columns / 5));
  const first = margin(layers[0]!);
  const last = size.columns - 1 - margin(layers.at(-1)!);
  return layers.map(({ units }, k) => {
    const along = layers.length === 1 ? 0 : k / (layers.length - 1);
    const shown = units.length <= height ? units.length : height - 1;
    const room = units.length <= height ? height : height - 1;
    const rows = Array.from({ length: shown }, (_, unit) => top + Math.floor(((unit + 0.5) * room) / shown));
    return { column: Math.round(first + (last - first) * along), rows, hasTitle };
  });
}

function linksOf(
  weights: ArrayLike<number>,
  from: LayerPlace,
  to: LayerPlace,
  width: number,
): readonly Link[] {
  return from.rows.flatMap((startRow, a) =>
    to.rows.map((endRow, b) => ({
      weight: weights[a * width + b] ?? 0,
      from: { column: from.column, row: startRow },
      to: { column: to.column, row: endRow },
    })),
  );
}

function drawLayer(
  grid: Grid,
  layer: NetworkLayer,
  { column, rows, hasTitle }: LayerPlace,
  side: 'left' | 'right' | null,
  style: ChartStyle,
): void {
  const [full, hollow, rest] = style.glyphs === 'ascii' ? ['O', '=', '..'] : ['●', '○', '…'];
  rows.forEach((row, unit) => {
    const isFlat = layer.flat?.includes(unit);
    put(grid, column, row, isFlat ? hollow! : full!, { tone: isFlat ? 'warn' : 'text', bold: true });
    if (side === null) return;
    const room = side === 'left' ? column - 1 : grid.columns - column - 2;
    const name = truncateText(layer.units[unit]!, room, '');
    write(grid, side === 'left' ? column - 1 - textWidth(name) : column + 2, row, name, { tone: 'text' });
  });
  const more = layer.units.length - rows.length;
  if (more > 0) center(grid, column, grid.rows - 1, `${rest} +${more}`);
  if (hasTitle) center(grid, column, 0, layer.label);
}

// Names of layers that would run into each other are left out.
function center(grid: Grid, column: number, row: number, text: string): void {
  const width = textWidth(text);
  const start = Math.max(0, Math.min(column - (width >> 1), grid.columns - width));
  for (let k = -1; k <= width; k++) {
    const cell = grid.texts[row * grid.columns + start + k];
    const isInRow = start + k >= 0 && start + k < grid.columns;
    if (isInRow && row === 0 && cell !== undefined && cell !== ' ') return;
  }
  write(grid, start, row, text, { tone: 'muted' });
}

function networkFacts({ layers, weights }: NetworkInput): NetworkFacts {
  let [links, positive, broken] = [0, 0, 0];
  let largest: NetworkFacts['largest'] = null;
  weights.forEach((list, gap) => {
    for (let k = 0; k < list.length; k++) {
      const weight = list[k]!;
      links++;
      if (weight > 0) positive++;
      if (!Number.isFinite(weight)) broken++;
      else if (!largest || Math.abs(weight) > Math.abs(largest.weight)) largest = { layer: gap + 1, weight };
    }
  });
  return { units: layers.map(({ units }) => units.length), links, positive, broken, largest };
}
