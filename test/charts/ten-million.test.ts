import { expect, test } from 'vitest';
import { drawCurves } from '../../src/charts/curves.ts';
import type { ChartStyle } from '../../src/charts/drawing.ts';
import { drawHistogram } from '../../src/charts/histogram.ts';
import { toPlainText } from '../../src/charts/spans.ts';
import { drawSparkline } from '../../src/charts/sparkline.ts';

const COUNT = 10_000_000;
const x = Float64Array.from({ length: COUNT }, (_, k) => k);
const y = Float32Array.from({ length: COUNT }, (_, k) => Math.sin(k / 1e6));
y[(COUNT / 3) | 0] = 50;
const size = { columns: 78, rows: 18 };
const styles: readonly ChartStyle[] = [
  { glyphs: 'braille', colors: 'full' },
  { glyphs: 'ascii', colors: 'none' },
];

test.each(styles)('ten million points keep their one peak in $glyphs', { timeout: 120_000 }, (style) => {
  const series = [{ label: 'loss', x, y, tone: 'series0' as const, best: 'highest' as const }];
  const input = { series, xLabel: 'step', yLabel: 'loss', smoothing: 0.9, cursor: COUNT / 2 };
  const { lines, sentence } = drawCurves(input, size, style, (_, number) => number(50));
  expect(sentence).toBe('50');
  // The peak stands alone in the upper half of the plot.
  const upper = lines.slice(1, 8).map((line) => toPlainText(line).slice(4).trim());
  expect(upper.filter((row) => row !== '').length).toBe(7);
});

test('ten million values are counted, not one lost', { timeout: 120_000 }, () => {
  const groups = [{ label: 'layer 1', values: y, tone: 'series0' as const }];
  const { sentence } = drawHistogram(
    { groups, xLabel: 'x' },
    size,
    styles[0]!,
    ([facts]) => `${facts?.count}`,
  );
  expect(sentence).toBe(`${COUNT}`);
});

test('ten million values in one row of text keep their peak', { timeout: 120_000 }, () => {
  expect(toPlainText(drawSparkline({ values: y, tone: 'series0' }, 40, styles[0]!))).toContain('█');
});
