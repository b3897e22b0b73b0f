import { matmul, matmulTransposed } from './matmul';

/** y = x w + b. x: [rows, in] with `xRow` bytes a row; w: [in, out]; y: [rows, out], out padded to whole vectors. */
export function dense(
  x: usize,
  xRow: usize,
  w: usize,
  b: usize,
  y: usize,
  rows: i32,
  fanIn: i32,
  fanOut: i32,
  panel: usize,
): void {
  const width = (fanOut + 3) & ~3;
  const yRow = (<usize>width) << 2;
  matmul(x, xRow, 4, w, yRow, y, yRow, rows, width, fanIn, b, panel);
}

/** dw = x^T dy; db = sum of dy over the rows; dx = dy w^T, left out where dx is 0. */
export function denseBackward(
  x: usize,
  xRow: usize,
  w: usize,
  dy: usize,
  dw: usize,
  db: usize,
  dx: usize,
  rows: i32,
  fanIn: i32,
  fanOut: i32,
  panel: usize,
): void {
  const width = (fanOut + 3) & ~3;
  const yRow = (<usize>width) << 2;
  matmul(x, 4, xRow, dy, yRow, dw, yRow, fanIn, width, rows, 0, panel);
  sumRows(dy, yRow, db, rows);
  if (dx) {
    const padded = (fanIn + 3) & ~3;
    matmulTransposed(dy, yRow, w, yRow, dx, (<usize>padded) << 2, rows, padded, fanOut, panel);
  }
}

export function sumRows(x: usize, width: usize, sums: usize, rows: i32): void {
  for (let column: usize = 0; column < width; column += 16) {
    let sum = f32x4.splat(0);
    let at = x + column;
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += width;
    }
    v128.store(sums + column, sum);
  }
}
