import type { ChartStyle, Describe, Drawing, Size } from './drawing.ts';
import { createGrid, type Grid, gridLines, put, write } from './grid.ts';
import { classHeat } from './palette.ts';
import { type Ink, textWidth, truncateText } from './spans.ts';
import { isHeat } from './surface-field.ts';
import { formatNumber } from './ticks.ts';

/** `counts`: [classes * classes], a row for what an example is, a column for what was answered. */
export type ConfusionInput = {
  readonly classes: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly actualLabel: string;
  readonly predictedLabel: string;
  /** Heads the column of the shares of each row that are right. */
  readonly recallLabel: string;
};

/** What there is to say about a confusion matrix. */
export type ConfusionFacts = {
  readonly total: number;
  readonly right: number;
  /** The mistake that is made most often. */
  readonly worst: { readonly actual: string; readonly predicted: string; readonly count: number } | null;
};

/** Draws a confusion matrix: right answers blue on the diagonal, mistakes orange, the brighter the more of their row. */
export function drawConfusion(
  input: ConfusionInput,
  size: Size,
  style: ChartStyle,
  describe: Describe<ConfusionFacts>,
): Drawing {
  const sentence = describe(confusionFacts(input), formatNumber);
  if (size.columns < 1 || size.rows < 1) return { lines: [], sentence };
  const grid = createGrid(size.columns, size.rows);
  const table = layTable(input, size);
  drawHeads(grid, input, table, style);
  for (let actual = 0; actual < table.shown; actual++) {
    const total = rowTotal(input, actual);
    for (let predicted = 0; predicted < table.shown; predicted++) {
      drawCell(grid, { actual, predicted, total, count: countAt(input, actual, predicted) }, table, style);
    }
    if (table.hasRecall) drawRecall(grid, countAt(input, actual, actual) / total, actual, table);
  }
  return { lines: gridLines(grid), sentence };
}

type Table = {
  readonly left: number;
  readonly top: number;
  /** Size of one cell of the matrix. */
  readonly columns: number;
  readonly rows: number;
  /** Classes that there is room for. */
  readonly shown: number;
  readonly hasRecall: boolean;
};

const recallColumns = 7;

function layTable(input: ConfusionInput, size: Size): Table {
  const count = input.classes.length;
  const names = Math.max(0, ...input.classes.slice(0, size.rows).map(textWidth));
  const left = size.columns < 12 ? 0 : Math.min(names, Math.floor(size.columns / 4)) + 1;
  const top = size.rows >= count + 2 ? 2 : size.rows >= count + 1 ? 1 : 0;
  const room = size.columns - left;
  const fullWidth = Math.floor((room - recallColumns) / Math.max(1, count));
  const hasRecall = fullWidth >= 4 && textWidth(input.recallLabel) <= recallColumns;
  const columns = Math.max(
    1,
    Math.min(10, hasRecall ? fullWidth : Math.floor(room / Math.max(1, count)) || 1),
  );
  const rows = Math.max(1, Math.min(Math.floor((size.rows - top) / Math.max(1, count)), columns >> 1, 3));
  const shown = Math.min(count, Math.floor((size.rows - top) / rows), Math.floor(room / columns));
  return { left, top, columns, rows, shown, hasRecall };
}

function drawHeads(grid: Grid, input: ConfusionInput, table: Table, style: ChartStyle): void {
  const { left, top, columns, rows, shown } = table;
  const [down, along, rest] = style.glyphs === 'ascii' ? ['v', '>', '..'] : ['↓', '→', '…'];
  if (top === 2) {
    const more = shown < input.classes.length ? `  ${rest} +${input.classes.length - shown}` : '';
    const text = `${input.actualLabel} ${down}  ${input.predictedLabel} ${along}${more}`;
    write(grid, 0, 0, truncateText(text, grid.columns, rest), { tone: 'muted' });
  }
  for (let k = 0; k < shown; k++) {
    const name = truncateText(input.classes[k]!, columns - (columns > 2 ? 1 : 0), '');
    if (top > 0)
      write(grid, left + k * columns + Math.ceil((columns - textWidth(name)) / 2), top - 1, name, {});
    const row = truncateText(input.classes[k]!, left - 1, '');
    write(grid, left - 1 - textWidth(row), top + k * rows + ((rows - 1) >> 1), row, {});
  }
  if (!table.hasRecall || top === 0) return;
  const end = left + shown * columns + recallColumns;
  write(grid, end - textWidth(input.recallLabel), top - 1, input.recallLabel, { tone: 'muted' });
}

type Cell = {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  readonly total: number;
};

function drawCell(grid: Grid, cell: Cell, table: Table, style: ChartStyle): void {
  const column = table.left + cell.predicted * table.columns;
  const row = table.top + cell.actual * table.rows;
  const ink = cellInk(cell, style);
  for (let y = 0; ink.bg !== undefined && y < table.rows; y++) {
    for (let x = 0; x < table.columns; x++) put(grid, column + x, row + y, ' ', ink);
  }
  const text = cellText(cell, table.columns, style);
  const start = column + Math.ceil((table.columns - textWidth(text)) / 2);
  write(grid, start, row + ((table.rows - 1) >> 1), text, ink);
}

// Mistakes are few where a network is any good: their brightness rises faster than their number.
function cellInk({ actual, predicted, count, total }: Cell, style: ChartStyle): Ink {
  const isRight = actual === predicted;
  const share = total > 0 ? count / total : 0;
  if (!isHeat(style)) return { tone: isRight ? 'good' : count > 0 ? 'bad' : 'muted', bold: isRight };
  const bg = isRight ? classHeat(0, share) : classHeat(1, Math.sqrt(share));
  return { fg: count > 0 ? 0xffffff : 0x7a7f88, bg, bold: isRight };
}

// The count, or its thousands, or percents of the row: the first that leaves a gap to its neighbours.
function cellText({ actual, predicted, count, total }: Cell, columns: number, style: ChartStyle): string {
  if (count === 0) return actual === predicted ? '0' : style.glyphs === 'ascii' ? '.' : '·';
  const room = columns > 2 ? columns - 1 : columns;
  const texts = [
    formatNumber(count),
    String(count),
    `${Math.round(count / 1000)}k`,
    String(Math.round((100 * count) / total)),
  ];
  const text = texts.find((each) => each.length <= room) ?? (columns === 1 ? '#' : '##');
  const isMarked = style.colors === 'none' && actual === predicted && text.length + 2 <= columns;
  return isMarked ? `[${text}]` : text;
}

function drawRecall(grid: Grid, recall: number, actual: number, table: Table): void {
  const text = Number.isFinite(recall) ? `${Math.round(100 * recall)} %` : '-';
  const end = table.left + table.shown * table.columns + recallColumns;
  write(grid, end - textWidth(text), table.top + actual * table.rows + ((table.rows - 1) >> 1), text, {
    tone: 'muted',
  });
}

function countAt({ classes, counts }: ConfusionInput, actual: number, predicted: number): number {
  const count = counts[actual * classes.length + predicted] ?? 0;
  return Number.isFinite(count) ? Math.max(0, count) : 0;
}

function rowTotal(input: ConfusionInput, actual: number): number {
  return input.classes.reduce((sum, _, predicted) => sum + countAt(input, actual, predicted), 0);
}

function confusionFacts(input: ConfusionInput): ConfusionFacts {
  let [total, right, most] = [0, 0, 0];
  let worst: ConfusionFacts['worst'] = null;
  input.classes.forEach((actual, row) => {
    input.classes.forEach((predicted, column) => {
      const count = countAt(input, row, column);
      total += count;
      if (row === column) right += count;
      else if (count > most) {
        most = count;
        worst = { actual, predicted, count };
      }
    });
  });
  return { total, right, worst };
}
