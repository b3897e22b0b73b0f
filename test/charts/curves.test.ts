import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CurvesFacts, type CurvesInput, drawCurves } from '../../src/charts/curves.ts';
import type { Glyphs } from '../../src/charts/drawing.ts';
import { toPlainText } from '../../src/charts/spans.ts';
import { anyLabel, anyNumber, anyNumbers, anySize, anyStyle } from './arbitrary.ts';
import { overflow, plain } from './plain.ts';

const x = Array.from({ length: 101 }, (_, k) => k * 20);
const train = x.map((step) => 0.7 * Math.exp(-step / 400) + 0.02);
const test_ = x.map((step) => 0.75 * Math.exp(-step / 600) + 0.1);
const losses: CurvesInput = {
  series: [
    { label: 'train', x, y: train, tone: 'series0' },
    { label: 'test', x, y: test_, tone: 'series1' },
  ],
  xLabel: 'step',
  yLabel: 'loss',
};
const silent = () => '';
const styled = (glyphs: Glyphs) => ({ glyphs, colors: 'full' }) as const;
const draw = (input: CurvesInput, columns: number, rows: number, glyphs: Glyphs = 'braille') =>
  plain(drawCurves(input, { columns, rows }, styled(glyphs), silent));
const only = (y: readonly number[], more: Partial<CurvesInput> = {}): CurvesInput => ({
  series: [{ label: 'loss', x: y.map((_, k) => k), y, tone: 'series0' }],
  xLabel: 'step',
  yLabel: '',
  ...more,
});

describe('curves of a healthy run', () => {
  test('in braille', () => {
    expect(draw(losses, 60, 14)).toMatchInlineSnapshot(`
      "
      loss                                         ● train  ▲ test
         │⢄
      0.8┤⠈⠢⡀
         │⠢⡀⠈⠑⢄
      0.6┤ ⠑⡄  ⠑⠢⡀
         │  ⠈⠑●  ⠈⠉⠢⣀
         │    ⠈⠢⡀    ⠉⠢▲⣀
      0.4┤      ⠈⠒⠢⡀     ⠉⠒⠢⠤⣀⡀
         │         ⠈⠑⠤⣀⡀      ⠈⠉⠒⠒⠤⠤⣀⣀⡀
      0.2┤             ⠈⠑⠢⢄⣀⡀         ⠈⠉⠉▲⠒⠒⠤⠤⠤⢄⣀⣀⣀⣀⣀
         │                  ⠈⠉⠒⠒●⠤⠤⣀⣀⣀⣀              ⠉⠉⠉⠉⠉⠉▲⠉⠒⠒⠒⠒⠒
      0.0┤                             ⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
         └┬─────────────┬─────────────┬────────────┬──────────────
          0            500          1,000        1,500        step
      "
    `);
  });
  test('in box-drawing letters', () => {
    expect(draw(losses, 60, 14, 'blocks')).toMatchInlineSnapshot(`
      "
      loss                                         ● train  ▲ test
         │
      0.8┤─╮
         │╮╰─╮
      0.6┤╰─╮╰───╮
         │  ╰╮   ╰──╮
         │   ╰●─╮   ╰──▲╮
      0.4┤      ╰──╮    ╰─────╮
         │         ╰───╮      ╰────────╮
      0.2┤             ╰──────╮        ╰─▲─────────────────▲─╮
         │                    ╰─●──────────────╮             ╰────
      0.0┤                                     ╰──●───────────────
         └┬─────────────┬─────────────┬────────────┬──────────────
          0            500          1,000        1,500        step
      "
    `);
  });
  test('in ASCII, without a letter beyond it', () => {
    const picture = draw(losses, 60, 14, 'ascii');
    expect(picture).toMatch(/^[\n\x20-\x7e]*$/);
    expect(picture).toMatchInlineSnapshot(`
      "
      loss                                         o train  + test
         |
      0.8+-.
         |.\`-.
      0.6+\`-.\`---.
         |  \`.   \`--.
         |   \`o-.   \`--+.
      0.4+      \`--.    \`-----.
         |         \`---.      \`--------.
      0.2+             \`------.        \`-+-----------------+-.
         |                    \`-o--------------.             \`----
      0.0+                                     \`--o---------------
         ++-------------+-------------+------------+--------------
          0            500          1,000        1,500        step
      "
    `);
  });
  test('in twenty columns and five rows', () => {
    expect(draw(losses, 20, 5)).toMatchInlineSnapshot(`
      "
      loss ● train  ▲ test
      1.0┤⣤⡀
      0.5┤⠈⠯⣓⠦⣄⣀
      0.0┤   ●⠒⠲⠭⠭⠵▲⢖⣒⣒⣒⣦●
          0           step
      "
    `);
    expect(draw(losses, 20, 5, 'ascii')).toMatchInlineSnapshot(`
      "
      loss o train  + test
      1.0+.
      0.5+\`------.
      0.0+   o---\`-+-----o
          0           step
      "
    `);
  });
  test('in ten columns and four rows', () => {
    expect(draw(losses, 10, 4)).toMatchInlineSnapshot(`
      "
      1.0┤⣄
      0.5┤⢹⣦⡀
      0.0┤ ⠙⠯●⣒⣦
          0   st
      "
    `);
  });
  test('with Korean words, a prediction and a mark', () => {
    const input: CurvesInput = {
      ...losses,
      series: [{ ...losses.series[0]!, label: '훈련' }],
      xLabel: '단계',
      yLabel: '손실',
      hline: { y: 0.4, label: '나의 예측' },
      marks: [{ x: 1000, label: '가장 좋음', tone: 'good' }],
    };
    expect(draw(input, 50, 10)).toMatchInlineSnapshot(`
      "
      손실                                        ● 훈련
      0.8┤⡀                      ┊가장 좋음
      0.6┤⠈⠢⡀                    ┊
         │  ⠘⠤⡀                  ┊             나의 예측
      0.4┤╌╌╌╌⠈⠒⢄⡀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
         │       ⠈⠒⠤⢄⡀           ┊
      0.2┤           ⠈⠉⠒⠢⠤⠤⣀⣀⡀   ┊
      0.0┤                   ⠈⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
         └┬──────────┬───────────┬──────────┬───────────
          0         500        1,000      1,500     단계
      "
    `);
    expect(draw(input, 50, 10, 'blocks')).toMatchInlineSnapshot(`
      "
      손실                                        ● 훈련
      0.8┤                       ┊가장 좋음
      0.6┤─╮                     ┊
         │ ╰─╮                   ┊             나의 예측
      0.4┤╌╌╌╰───╮╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
         │       ╰────╮          ┊
      0.2┤            ╰───────────╮
      0.0┤                       ┊╰─────────────────────
         └┬──────────┬───────────┬──────────┬───────────
          0         500        1,000      1,500     단계
      "
    `);
  });
  test('over several decades', () => {
    const y = x.map((step) => 10 ** (2 - step / 300));
    const input = { ...only(y), series: [{ label: '', x, y, tone: 'series0' as const }], logY: true };
    expect(draw(input, 50, 12, 'blocks')).toMatchInlineSnapshot(`
      "
       100┤──╮
          │  ╰────╮
          │       ╰────╮
         1┤            ╰────╮
          │                 ╰────╮
      0.01┤                      ╰────╮
          │                           ╰────╮
          │                                ╰────╮
      1e-4┤                                     ╰────╮
          │                                          ╰──
          └┬──────────┬──────────┬──────────┬───────────
           0         500       1,000      1,500     step
      "
    `);
  });
  test('with the spread over seeds as a band', () => {
    const band = { x, low: train.map((y) => y * 0.6), high: train.map((y) => y * 1.5) };
    const input = { ...losses, series: [{ ...losses.series[0]!, band }] };
    expect(draw(input, 40, 10)).toMatchInlineSnapshot(`
      "
      loss                             ● train
         │
      1.0┤⠅⡀
         │⡀⡂⠄
         │⠘⠤⡀⡂⠄⡀
      0.5┤⠅⡂⠈⠓⢤⣀⠄⡀
         │  ⠁⠂⠅⠈⠙⠒⠤⢄⣀⡀⠄⡀
      0.0┤        ⠁ ⠁⠈⠉⠉⠓⠒⠒⠒⠒⠦⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
         └┬─────────────────┬─────────────────
          0               1,000           step
      "
    `);
    expect(draw(input, 40, 10, 'ascii')).toMatchInlineSnapshot(`
      "
      loss                             o train
         |
      1.0+:
         |:::
         |--.::
      0.5+::\`--.:::
         |  :::\`--------.::::
      0.0+           :::\`---------------------
         ++-----------------+-----------------
          0               1,000           step
      "
    `);
  });
});

describe('curves of a run that is not healthy', () => {
  test('a cross stands where the loss stopped being a number', () => {
    const y = [1, 2, 4, 8, 16, 32, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    expect(draw(only(y), 30, 8)).toMatchInlineSnapshot(`
      "
                              ● loss
      40┤
        │             ⢀⠎  ✗
      20┤            ⡰⠁
        │        ⢀⡠⠔⠉
       0┤⣀⣀⠤⠤⠤⠒⠒⠉⠁
        └┬─────────────┬────────────
         0             5        step
      "
    `);
    expect(draw(only(y), 30, 8, 'ascii')).toMatchInlineSnapshot(`
      "
                              o loss
      40+
        |             .-  x
      20+           .-'
        |      .----'
       0+------'
        ++-------------+------------
         0             5        step
      "
    `);
  });
  test('a loss that became infinite leaves at the top', () => {
    const rows = draw(only([1, 1, 1, Infinity, 1, 1]), 30, 8).split('\n');
    expect(rows[2]).toContain('✗');
  });
  test('a log axis without any positive value is a plain one', () => {
    const picture = draw(only([0, 0, 0], { logY: true }), 30, 8, 'ascii');
    expect(picture).toMatch(/ 0\+-{20}/);
  });
  test('a value of zero leaves a log axis downwards', () => {
    const picture = draw(only([1, 0.1, 0, 0], { logY: true, yRange: [0, 1] }), 30, 10, 'ascii');
    expect(picture).toContain('1e-4');
    expect(picture).not.toContain('e-300');
  });
  test('no points at all leave the axes', () => {
    expect(draw(only([]), 30, 6)).toMatchInlineSnapshot(`
      "
                              ● loss
      1.0┤
      0.5┤
      0.0┤
         └┬────────────┬────────────
         0.0          0.5       step
      "
    `);
  });
  test('one point is a mark', () => {
    expect(draw(only([0.5]), 30, 6)).toMatchInlineSnapshot(`
      "
                              ● loss
      0.55┤
      0.50┤            ●
      0.45┤
          └┬───────────┬────────────
           -1          0        step
      "
    `);
  });
  test('a constant is a level line', () => {
    expect(draw(only([3, 3, 3, 3]), 30, 6, 'blocks')).toMatchInlineSnapshot(`
      "
                              ● loss
      3.5┤
      3.0┤──────────────────────────
      2.5┤
         └┬───────┬────────┬────────
          0       1        2    step
      "
    `);
  });
  test.each([
    [[1e-300, 2e-300]],
    [[1e300, -1e300]],
    [[1, 1 + 2 ** -52]],
    [[-Number.MAX_VALUE, Number.MAX_VALUE]],
  ])('%j is drawn from edge to edge', (y) => {
    const picture = draw(only(y), 40, 10, 'ascii');
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    expect(picture).toContain('-');
  });
});

describe('what must not be lost', () => {
  test('a spike of one point in a million is seen', () => {
    const y = new Float32Array(1_000_000).fill(1);
    y[500_000] = 9;
    const input = {
      ...only([]),
      series: [{ label: '', x: Float64Array.from(y, (_, k) => k), y, tone: 'series0' as const }],
    };
    for (const glyphs of ['braille', 'blocks', 'ascii'] as const) {
      const rows = draw(input, 60, 12, glyphs).split('\n').slice(1, 11);
      expect(rows.filter((row) => row.slice(4).trim() !== '').length).toBeGreaterThanOrEqual(8);
    }
  });
  test('lines are told apart in the legend and in the plot without colour', () => {
    for (const glyphs of ['braille', 'blocks', 'ascii'] as const) {
      const [a, b] = glyphs === 'ascii' ? ['o', '+'] : ['●', '▲'];
      const [, legend, ...rest] = draw(losses, 60, 14, glyphs).split('\n');
      expect(legend).toContain(`${a} train  ${b} test`);
      const inside = rest
        .slice(0, -4)
        .map((row) => row.slice(5))
        .join('');
      expect(inside).toContain(a);
      expect(inside).toContain(b);
    }
  });
  test('a legend without room for all says how many are left', () => {
    const series = Array.from({ length: 9 }, (_, k) => ({
      label: `run ${k}`,
      x,
      y: train,
      tone: 'series0' as const,
    }));
    expect(draw({ ...losses, series }, 40, 8).split('\n')[1]).toBe(
      'loss     ● run 0  ▲ run 1  ■ run 2  … +6',
    );
    expect(draw({ ...losses, series }, 40, 12).split('\n')[2]).toContain('… +');
    expect(draw({ ...losses, series }, 120, 12).split('\n')[1]).toContain('run 8');
  });
  test('the name of the y axis gives way to the legend', () => {
    const [, header] = draw({ ...losses, yLabel: 'cross-entropy' }, 24, 8).split('\n');
    expect(header).toBe('cross-e… ● train  ▲ test');
  });
  test('of twenty seeds the main line is on top, and its shape stays its own', () => {
    const main = { label: 'mean', x, y: train, tone: 'series1' as const };
    const faint = Array.from({ length: 20 }, (_, k) => {
      const y = train.map((loss) => loss * (1 + (k - 10) / 200));
      return { label: '', x, y, tone: 'series0' as const, faint: true };
    });
    const range = { yRange: [0, 0.8] as const };
    const mainOf = (series: CurvesInput['series']) =>
      drawCurves({ ...losses, ...range, series }, { columns: 60, rows: 12 }, styled('braille'), silent)
        .lines.flat()
        .filter((span) => span.tone === 'series1')
        .map((span) => span.text)
        .join('');
    expect(mainOf([main, ...faint])).toBe(mainOf([main]));
    expect(mainOf([main])).toMatch(/[⠁-⣿]{40}/);
  });
  test('the sentence is made of the facts', () => {
    let facts: CurvesFacts | undefined;
    const { sentence } = drawCurves(
      only([4, 1, 2, Number.NaN]),
      { columns: 40, rows: 10 },
      styled('braille'),
      (given) => {
        facts = given;
        return 'It fell, then broke.';
      },
    );
    expect(sentence).toBe('It fell, then broke.');
    expect(facts).toEqual({
      series: [
        {
          label: 'loss',
          points: 4,
          first: 4,
          last: 2,
          lowest: { x: 1, y: 1 },
          highest: { x: 0, y: 4 },
          turn: { x: 1, y: 1 },
          brokenAt: 3,
        },
      ],
      xRange: [0, 3],
      yRange: [1, 4],
    });
  });
});

test('any numbers at any size fit, and show no NaN', () => {
  const series = fc.record({
    label: anyLabel,
    x: anyNumbers,
    y: anyNumbers,
    tone: fc.constant('series0' as const),
    faint: fc.boolean(),
  });
  const input = fc.record({
    series: fc.array(series, { maxLength: 9 }),
    xLabel: anyLabel,
    yLabel: anyLabel,
    logY: fc.boolean(),
    hline: fc.record({ y: anyNumber, label: anyLabel }),
    marks: fc.array(fc.record({ x: anyNumber, label: anyLabel, tone: fc.constant('good' as const) }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(input, anySize, anyStyle, (given, size, style) => {
      const drawing = drawCurves(given, size, style, silent);
      expect(overflow(drawing, size)).toEqual([]);
      const labels = [
        given.xLabel,
        given.yLabel,
        given.hline.label,
        ...given.series.map((line) => line.label),
        ...given.marks.map((mark) => mark.label),
      ];
      if (labels.some((label) => /NaN|Infinity/.test(label))) return;
      expect(drawing.lines.map(toPlainText).join('\n')).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 300 },
  );
});
