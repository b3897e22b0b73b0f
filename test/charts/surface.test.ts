import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartStyle, Size } from '../../src/charts/drawing.ts';
import { lineWidth, toPlainText } from '../../src/charts/spans.ts';
import { drawSurface, gridFor, type SurfaceFacts, type SurfaceInput } from '../../src/charts/surface.ts';
import { anyNumber, anySize, anyStyle } from './arbitrary.ts';
import { overflow, plain } from './plain.ts';

const silent = () => '';
const noColor: ChartStyle = { glyphs: 'blocks', colors: 'none' };
const ascii: ChartStyle = { glyphs: 'ascii', colors: 'none' };
const full: ChartStyle = { glyphs: 'braille', colors: 'full' };

const points = [
  { x: -2, y: -2, label: 0 },
  { x: 2, y: 2, label: 0, wrong: true },
  { x: -2, y: 2, label: 1 },
  { x: 2, y: -2, label: 1, wrong: true },
];

/** A surface sampled on the very grid that the drawing asks for. */
function sampled(
  answer: (x: number, y: number) => number,
  size: Size,
  style: ChartStyle,
  classes = 2,
): SurfaceInput {
  const { columns, rows } = gridFor(size, style);
  const values = Float32Array.from({ length: columns * rows }, (_, k) => {
    const column = k % columns;
    const row = Math.floor(k / columns);
    return answer(-4 + (8 * (column + 0.5)) / columns, 4 - (8 * (row + 0.5)) / rows);
  });
  return { values, columns, rows, x: [-4, 4], y: [-4, 4], classes, points };
}

const slope = (x: number, y: number) => 1 / (1 + Math.exp(-(y - x)));

describe('without colours', () => {
  const size = { columns: 40, rows: 12 };
  test('shades tell the chance and a joined line parts the classes', () => {
    expect(plain(drawSurface(sampled(slope, size, noColor), size, noColor, silent))).toMatchInlineSnapshot(`
      "
          4 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓╭──╯░░
            ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓╭──╯░░░░░
            ▓▓▓▓▓▓▓▓○▓▓▓▓▓▓▓▓▓▓▓▓▓╭──✖░░░░░
            ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓╭──╯░░░░░
            ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒╭──╯░░░░░
            ▓▓▓▓▓▓▓▓▓▓▓▓▒╭──╯░░░░░
            ▓▓▓▓▓▓▓▓▓▒╭──╯░░░░░
            ▓▓▓▓▓▓▒╭──╯░░░░
            ▓▓▓▒╭──╯●░░░             ✕
            ▒╭──╯░░░░
         -4 ▒│░░░░
            -4                               4
      "
    `);
  });
  test('ASCII does the same with its own letters', () => {
    const picture = plain(drawSurface(sampled(slope, size, ascii), size, ascii, silent));
    expect(picture).toMatch(/^[\n\x20-\x7e]*$/);
    expect(picture).toMatchInlineSnapshot(`
      "
          4 ########################****.--'--
            #####################****.--'---::
            ########x#########****.--!--:::...
            ###############****.--'--:::...
            ############***+.--'--:::...
            #########***+.--'--:::...
            ######***+.--'--:::...
            ###***+.--'--::....
            ***+.--'+-::....         !
            +.--'--::....
         -4 =|--::....
            -4                               4
      "
    `);
  });
  test('twenty columns and five rows hold the picture alone', () => {
    const small = { columns: 20, rows: 5 };
    expect(plain(drawSurface(sampled(slope, small, noColor), small, noColor, silent))).toMatchInlineSnapshot(`
      "
      ▓▓▓▓▓▓▓▓▓▓▓▓▓╭───╯░░
      ▓▓▓▓▓○▓▓▓╭───╯░✖░
      ▓▓▓▓▓╭───╯░░░
      ▓╭───●░░░      ✕
      ▒│░░░
      "
    `);
  });
  test('three classes meet in a joint', () => {
    const three = (x: number, y: number) => (y > 0 ? 2.9 : x > 0 ? 1.9 : 0.9);
    const picture = plain(drawSurface(sampled(three, size, noColor, 3), size, noColor, silent));
    expect(picture).toContain('┬');
  });
});

describe('in full colour', () => {
  const size = { columns: 60, rows: 20 };
  test('two rows of the grid share a cell', () => {
    expect(gridFor(size, full)).toEqual({ columns: 54, rows: 38 });
    expect(gridFor(size, noColor)).toEqual({ columns: 54, rows: 19 });
    expect(gridFor(size, { glyphs: 'ascii', colors: '256' })).toEqual({ columns: 54, rows: 19 });
  });
  test('blue stands for class 0, orange for class 1, and doubt is dark', () => {
    const flat = (chance: number) => {
      const input = { ...sampled(() => chance, size, full), points: [] };
      return drawSurface(input, size, full, silent).lines[5]!.at(-1)!.bg!;
    };
    const channels = (color: number) => [color >> 16, (color >> 8) & 0xff, color & 0xff] as const;
    const [blueRed, , blueBlue] = channels(flat(0));
    const [orangeRed, , orangeBlue] = channels(flat(1));
    expect(blueBlue).toBeGreaterThan(blueRed * 2);
    expect(orangeRed).toBeGreaterThan(orangeBlue * 2);
    expect(Math.max(...channels(flat(0.5)))).toBeLessThan(0x30);
  });
  test('the upper value colours the letter and the lower the ground', () => {
    const input = {
      values: [0.7, 0.9],
      columns: 1,
      rows: 2,
      x: [0, 1],
      y: [0, 1],
      classes: 2,
      points: [],
    } as const;
    const [span] = drawSurface(input, { columns: 1, rows: 1 }, full, silent).lines[0]!;
    expect(span).toMatchObject({ text: '▀' });
    expect(span!.bg! >> 16).toBeGreaterThan(span!.fg! >> 16);
  });
  test('the line between classes is bright', () => {
    const { lines } = drawSurface({ ...sampled(slope, size, full), points: [] }, size, full, silent);
    const bright = lines.flat().filter((span) => span.fg === 0xf2f4f6);
    expect(bright.length).toBeGreaterThanOrEqual(19);
    expect(bright.map((span) => span.text).join('')).toMatch(/^[⠁-⣿]+$/);
  });
  test('runs of one style are merged', () => {
    const { lines } = drawSurface({ ...sampled(() => 1, size, full), points: [] }, size, full, silent);
    expect(lines[3]).toHaveLength(2);
  });
});

describe('examples', () => {
  const size = { columns: 40, rows: 12 };
  test('are told apart by shape, and wrong ones are crosses', () => {
    const letters = (style: ChartStyle) =>
      plain(
        drawSurface(
          sampled(() => 1, size, style),
          size,
          style,
          silent,
        ),
      ).replaceAll(/[^●○✖✕+x!]/g, '');
    expect(letters(full)).toBe('○✖●✕');
    expect(letters(ascii)).toBe('x!+!');
  });
  test('outside of the plane are left out', () => {
    const input = {
      ...sampled(() => 1, size, full),
      points: [
        { x: 9, y: 0, label: 0 },
        { x: 0, y: -9, label: 0 },
      ],
    };
    expect(plain(drawSurface(input, size, full, silent))).not.toContain('●');
  });
  test('on the far corners are drawn', () => {
    const corners = [
      [-4, -4],
      [4, -4],
      [4, 4],
      [-4, 4],
    ].map(([x, y]) => ({ x: x!, y: y!, label: 0 }));
    const input = { ...sampled(() => 1, size, full), points: corners };
    expect(plain(drawSurface(input, size, full, silent)).replaceAll(/[^●]/g, '')).toBe('●●●●');
  });
});

test('the sentence is made of shares and mistakes', () => {
  const size = { columns: 30, rows: 10 };
  let facts: SurfaceFacts | undefined;
  const { sentence } = drawSurface(
    sampled((x) => (x > 0 ? 1 : 0), size, full),
    size,
    full,
    (given) => {
      facts = given;
      return 'Two halves.';
    },
  );
  expect(sentence).toBe('Two halves.');
  expect(facts).toEqual({ classes: 2, shares: [0.5, 0.5], points: 4, wrong: 2 });
});

test('any values at any size fill the size and nothing beyond it', () => {
  const input = fc
    .record({
      columns: fc.integer({ min: 1, max: 20 }),
      rows: fc.integer({ min: 1, max: 20 }),
      classes: fc.integer({ min: 2, max: 4 }),
    })
    .chain((grid) =>
      fc.record({
        columns: fc.constant(grid.columns),
        rows: fc.constant(grid.rows),
        classes: fc.constant(grid.classes),
        values: fc.array(anyNumber, { minLength: 0, maxLength: grid.columns * grid.rows }),
        x: fc.tuple(anyNumber, anyNumber),
        y: fc.tuple(anyNumber, anyNumber),
        points: fc.array(fc.record({ x: anyNumber, y: anyNumber, label: fc.nat(3), wrong: fc.boolean() }), {
          maxLength: 9,
        }),
      }),
    );
  fc.assert(
    fc.property(input, anySize, anyStyle, (given, size, style) => {
      const drawing = drawSurface(given, size, style, silent);
      expect(overflow(drawing, size)).toEqual([]);
      expect(drawing.lines.map(toPlainText).join('\n')).not.toMatch(/NaN|Infinity|undefined/);
      if (style.colors === 'full') expect(lineWidth(drawing.lines[0]!)).toBe(size.columns);
    }),
    { numRuns: 300 },
  );
});
