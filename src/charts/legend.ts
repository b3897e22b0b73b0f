import type { ChartStyle, Size, Tone } from './drawing.ts';
import { type Grid, write } from './grid.ts';
import { distinctLabels, keylessLabels } from './legend-labels.ts';
import { textWidth } from './spans.ts';

/** What a legend says of one line. */
export type LegendEntry = { readonly label: string; readonly mark: string; readonly tone: Tone };

type LegendLine = readonly LegendEntry[];

// Between two entries.
const gap = 2;

/** Sets entries from left to right, in as few lines as hold them, under shorter labels where they are too long; what finds no room is counted. */
export function packLegend(
  entries: readonly LegendEntry[],
  heading: string,
  size: Size,
  style: ChartStyle,
): readonly LegendLine[] {
  const distinct = distinctLabels(entries.map(({ label }) => label));
  const named = (labels: readonly string[]) => entries.map((entry, k) => ({ ...entry, label: labels[k]! }));
  const full = packEntries(named(distinct), heading, size, style);
  const isAll = full.flat().length === entries.length && full.flat().every(({ tone }) => tone !== 'muted');
  return isAll ? full : packEntries(named(keylessLabels(distinct)), heading, size, style);
}

function packEntries(
  entries: readonly LegendEntry[],
  heading: string,
  size: Size,
  style: ChartStyle,
): readonly LegendLine[] {
  const most = size.rows >= 30 ? 5 : size.rows >= 14 ? 3 : size.rows >= 9 ? 2 : 1;
  const lines: LegendEntry[][] = [];
  let room = 0;
  for (const [k, entry] of entries.entries()) {
    if (entryWidth(entry) > room && lines.length < most) {
      lines.push([]);
      room = size.columns + gap - (lines.length === 1 ? headingWidth(entries, heading, size) : 0);
    }
    const rest = restEntry(entries.length - k, style);
    const isTooMuch = lines.length === most && legendWidth(entries.slice(k)) > room - gap;
    if (isTooMuch && entryWidth(entry) + entryWidth(rest) > room) {
      lines.at(-1)!.push(rest);
      break;
    }
    lines.at(-1)!.push(entry);
    room -= entryWidth(entry);
  }
  return lines;
}

/** Cells that entries take side by side. */
export function legendWidth(line: LegendLine): number {
  return line.reduce((sum, entry) => sum + entryWidth(entry), line.length > 0 ? -gap : 0);
}

function restEntry(count: number, style: ChartStyle): LegendEntry {
  return { mark: style.glyphs === 'ascii' ? '..' : '…', label: `+${count}`, tone: 'muted' };
}

// The name of the y axis gives way where it would push the legend out.
function headingWidth(entries: readonly LegendEntry[], heading: string, size: Size): number {
  const width = heading === '' ? 0 : textWidth(heading) + 2;
  const legend = legendWidth(entries);
  return legend > size.columns - width && legend <= size.columns ? 0 : width;
}

function entryWidth(entry: LegendEntry): number {
  return textWidth(entry.mark) + 1 + textWidth(entry.label) + gap;
}

/** Draws the lines of a legend at the right, from the top of the grid. */
export function drawLegend(grid: Grid, legend: readonly LegendLine[]): void {
  legend.forEach((line, row) => {
    let column = Math.max(0, grid.columns - legendWidth(line));
    for (const entry of line) {
      write(grid, column, row, entry.mark, { tone: entry.tone, bold: true });
      write(grid, column + textWidth(entry.mark) + 1, row, entry.label, { tone: 'text' });
      column += entryWidth(entry);
    }
  });
}
