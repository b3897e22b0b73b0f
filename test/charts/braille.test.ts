import { expect, test } from 'vitest';
import { brailleLetter, createBraille, setDot, setLine } from '../../src/charts/braille.ts';

const rows = (canvas: ReturnType<typeof createBraille>) =>
  Array.from({ length: canvas.rows }, (_, row) =>
    Array.from(canvas.cells.slice(row * canvas.columns, (row + 1) * canvas.columns), brailleLetter).join(''),
  );

test('every dot of a cell has its own place', () => {
  const letters = Array.from({ length: 8 }, (_, k) => {
    const canvas = createBraille(1, 1);
    setDot(canvas, k % 2, Math.floor(k / 2));
    return rows(canvas)[0];
  });
  expect(letters).toEqual(['⠁', '⠈', '⠂', '⠐', '⠄', '⠠', '⡀', '⢀']);
});

test('dots outside of the canvas are not drawn', () => {
  const canvas = createBraille(2, 1);
  for (const [x, y] of [
    [-1, 0],
    [4, 0],
    [0, -1],
    [0, 4],
  ] as const)
    setDot(canvas, x, y);
  expect(rows(canvas)).toEqual(['⠀⠀']);
});

test('lines have no gaps, flat or steep, forwards or backwards', () => {
  const canvas = createBraille(4, 2);
  setLine(canvas, 0, 0, 7, 7);
  expect(rows(canvas)).toEqual(['⠑⢄⠀⠀', '⠀⠀⠑⢄']);
  const back = createBraille(4, 2);
  setLine(back, 7, 7, 0, 0);
  expect(back.cells).toEqual(canvas.cells);
});

test('a line from far outside enters where it should, at once', () => {
  const canvas = createBraille(2, 1);
  setLine(canvas, -1e12, 1, 1e12, 1);
  setLine(canvas, 0, -1e12, 0, 1e12);
  expect(rows(canvas)).toEqual(['⡗⠒']);
});
