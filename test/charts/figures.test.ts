import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../src/charts/bars.ts';
import type { ChartStyle } from '../../src/charts/drawing.ts';
import { drawFit, type FitFacts } from '../../src/charts/fit.ts';
import { drawFunctions, type FunctionFacts } from '../../src/charts/function-plot.ts';
import { drawPath, type PathFacts } from '../../src/charts/path.ts';
import { lineWidth, toPlainText } from '../../src/charts/spans.ts';
import { drawSparkline } from '../../src/charts/sparkline.ts';
import { anyLabel, anyNumber, anyNumbers, anySize, anyStyle } from './arbitrary.ts';
import { overflow, plain } from './plain.ts';

const braille: ChartStyle = { glyphs: 'braille', colors: 'full' };
const ascii: ChartStyle = { glyphs: 'ascii', colors: 'none' };
const silent = () => '';
const x = Array.from({ length: 61 }, (_, k) => -3 + k / 10);
const badText = /NaN|Infinity|undefined/;

describe('functions', () => {
  const functions = [
    { label: 'ReLU', x, y: x.map((at) => Math.max(0, at)) },
    { label: 'tanh', x, y: x.map(Math.tanh) },
  ];
  test('cross axes through zero', () => {
    expect(
      plain(drawFunctions({ functions, xLabel: 'x' }, { columns: 40, rows: 12 }, braille, silent)),
    ).toMatchInlineSnapshot(`
      "
                                ● ReLU  ▲ tanh
       3                   │               ⢀⡠⠊
                           │             ⣀⠔⠁
       2                   │           ⡠⠊
                           │        ⢀⠔⠉
                           │      ⡠⠒●
       1                   │   ⣠⡪⠭⠒⠒⠊⠉⠉⠉⠉⠉▲⠉⠉⠉
                           │⢀⠴▲⠁
       0 ⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⡲⠖⠁─────────────────
                       ⡠⠤⠊ │
      -1 ⣀⣀⣀⣀⣀⣀⣀⡠⠤▲⠤⠒⠒⠉    │
               -2          0           2     x
      "
    `);
    expect(
      plain(drawFunctions({ functions, xLabel: 'x' }, { columns: 40, rows: 12 }, ascii, silent)),
    ).toMatchInlineSnapshot(`
      "
                                o ReLU  + tanh
       3                   |                .-
                           |             .--'
       2                   |          .--'
                           |        o-'
                           |     .--'
       1                   |  ..----------+---
                           |.-+'
       0 ---o-----------o.--'-----------------
                    .----' |
      -1 ---------+-'      |
               -2          0           2     x
      "
    `);
  });
  test('tell what they span', () => {
    let facts: FunctionFacts | undefined;
    drawFunctions({ functions: functions.slice(0, 1) }, { columns: 40, rows: 12 }, braille, (given) => {
      facts = given;
      return '';
    });
    expect(facts).toEqual({ functions: [{ label: 'ReLU', range: [0, 3] }], xRange: [-3, 3] });
  });
});

describe('a fit', () => {
  const points = [-2, -1, 0, 1, 2].map((at) => ({ x: at, y: at + (at % 2), held: at === 2 }));
  const input = { points, curve: { x, y: x }, xLabel: '입력', yLabel: '목표' };
  test('shows the data over the curve', () => {
    expect(plain(drawFit(input, { columns: 40, rows: 12 }, braille, silent))).toMatchInlineSnapshot(`
      "
      목표
        │                                 ⣀⠤⠔⠊
       2┤                        ●    ⣀○⠒⠉
        │                         ⡠⠤⠒⠉
        │                    ⢀⣀⠔⠊⠉
       0┤                ⢀⡠●⠊⠁
        │            ⣀⡠⠔⠉⠁
        │        ⣀⠤⠔⠊
      -2┤    ⢀⠤●⠊    ●
        │⡠⠤⠒⠉⠁
        └──────┬───────────┬───────────┬──────
               -2          0           2  입력
      "
    `);
  });
  test('tells how far the data lie from the curve', () => {
    let facts: FitFacts | undefined;
    drawFit(input, { columns: 40, rows: 12 }, braille, (given) => {
      facts = given;
      return '';
    });
    expect(facts?.points).toBe(5);
    expect(facts?.meanSquare).toBeCloseTo(2 / 5);
    expect(facts?.curveRange).toEqual([-3, 3]);
  });
});

describe("an optimizer's path", () => {
  const curve = { x, y: x.map((at) => (at * at) / 2) };
  const walk = (rate: number, steps: number) =>
    Array.from({ length: steps + 1 }, (_, k) => {
      const w = -2.5 * (1 - rate) ** k;
      return { x: w, y: (w * w) / 2 };
    });
  const factsOf = (path: readonly { x: number; y: number }[]) => {
    let facts: PathFacts | undefined;
    drawPath({ curve, path, xLabel: 'w', yLabel: 'loss' }, { columns: 40, rows: 12 }, braille, (given) => {
      facts = given;
      return '';
    });
    return facts!;
  };
  test('has its steps numbered and its last one marked', () => {
    const input = { curve, path: walk(0.5, 4), xLabel: 'w', yLabel: 'loss' };
    expect(plain(drawPath(input, { columns: 44, rows: 12 }, braille, silent))).toMatchInlineSnapshot(`
      "
      loss
       │⠱⡀                                      ⢀⠜
      4┤ ⠑⡄                                    ⢀⠎
       │  ⠈•0                                 ⡰⠁
      3┤    ⠣⢄                              ⢠⠔⠁
      2┤     ⠈⢆⡀                          ⢀⡠⠃
       │       ⠘⠤⡀                       ⡤⠊
      1┤         ⠑⠤⡀ 1                ⢀⠤⠊
       │           ⠈•⢄⡀  2 34      ⢀⡠⠊⠁
      0┤              ⠈⠒•⠤•◉⣀⣀⣀⡠⠤⠔⠒⠁
       └───────┬─────────────┬────────────┬───────
               -2            0            2      w
      "
    `);
    expect(plain(drawPath(input, { columns: 44, rows: 12 }, ascii, silent))).toMatchInlineSnapshot(`
      "
      loss
       |.                                        .
      4+\`.                                      .'
       | \`-o0                                 .-'
      3+   \`-.                              .-'
      2+     \`-.                          .-'
       |       \`-.                      .-'
      1+         \`--.                .--'
       |           1o--. 2 34     .--'
      0+               \`o-o@------'
       +-------+-------------+------------+-------
               -2            0            2      w
      "
    `);
  });
  test('jumps from side to side when the rate is above 1', () => {
    expect(factsOf(walk(1.5, 6)).crossings).toBe(6);
    expect(factsOf(walk(0.5, 6)).crossings).toBe(0);
  });
  test('that diverged says when, and ends where it last was', () => {
    const facts = factsOf([
      { x: 1, y: 0.5 },
      { x: -9, y: 40 },
      { x: Infinity, y: Infinity },
    ]);
    expect(facts).toMatchObject({ steps: 2, divergedAt: 2, end: { x: -9, y: 40 } });
  });
});

describe('bars', () => {
  const bars = [
    { label: '경사하강법', value: 0.25, tone: 'series0' },
    { label: 'momentum', value: 0.5, tone: 'series1' },
    { label: '아담', value: 1, tone: 'series2' },
  ] as const;
  test('begin in one column whatever the language of their labels', () => {
    expect(plain(drawBars({ bars }, { columns: 40, rows: 3 }, braille, silent))).toMatchInlineSnapshot(`
      "
      경사하강법 ██████ 0.25
      momentum   ████████████ 0.5
      아담       ████████████████████████ 1
      "
    `);
    expect(plain(drawBars({ bars }, { columns: 40, rows: 3 }, ascii, silent))).toMatchInlineSnapshot(`
      "
      경사하강법 ###### 0.25
      momentum   ############ 0.5
      아담       ######################## 1
      "
    `);
  });
  test('that do not fit are counted', () => {
    const { lines } = drawBars({ bars }, { columns: 40, rows: 2 }, braille, silent);
    expect(lines.map(toPlainText)[1]).toBe('… +2');
  });
});

describe('a sparkline', () => {
  const spark = (values: readonly number[], columns: number, style: ChartStyle) =>
    toPlainText(drawSparkline({ values, tone: 'series0' }, columns, style));
  test('rises with its values', () => {
    expect(spark([0, 1, 2, 3, 4, 5, 6, 7], 8, braille)).toBe('▁▂▃▄▅▆▇█');
    expect(spark([0, 6], 8, ascii)).toBe('_#');
  });
  test('keeps a peak among many values, and a loss that is no number', () => {
    const values = Array.from({ length: 1000 }, (_, k) => (k === 500 ? 9 : 1));
    expect(spark(values, 10, braille)).toMatch(/█/);
    expect(spark([...values, Number.NaN], 10, braille)).toMatch(/✗/);
  });
});

test('any numbers at any size fit every figure', () => {
  const point = fc.record({ x: anyNumber, y: anyNumber });
  const curve = fc.record({ x: anyNumbers, y: anyNumbers });
  fc.assert(
    fc.property(
      curve,
      fc.array(point, { maxLength: 30 }),
      anyLabel,
      anySize,
      anyStyle,
      (line, points, label, size, style) => {
        fc.pre(!badText.test(label));
        const labels = { xLabel: label, yLabel: label };
        const bars = points.map(({ y }) => ({ label, value: y, tone: 'series0' as const }));
        const drawings = [
          drawFit({ points, curve: line, ...labels }, size, style, silent),
          drawFunctions({ functions: [{ label, ...line }], ...labels }, size, style, silent),
          drawPath({ curve: line, path: points, ...labels }, size, style, silent),
          drawBars({ bars }, size, style, silent),
        ];
        for (const drawing of drawings) {
          expect(overflow(drawing, size)).toEqual([]);
          expect(drawing.lines.map(toPlainText).join('\n')).not.toMatch(badText);
        }
        expect(
          lineWidth(drawSparkline({ values: line.y, tone: 'series0' }, size.columns, style)),
        ).toBeLessThanOrEqual(size.columns);
      },
    ),
    { numRuns: 300 },
  );
});
