import { matmul, matmulTransposed } from './matmul';
import { enter, enterWithAll, ownPanel, ROWS, shareFrom, shareTo } from './shares';

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
  enter(ROWS);
  const from = shareFrom(rows);
  const own = shareTo(rows) - from;
  const to = y + <usize>from * yRow;
  matmul(x + <usize>from * xRow, xRow, 4, w, yRow, to, yRow, own, width, fanIn, b, ownPanel(panel));
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
  enterWithAll(ROWS);
  const first = shareFrom(fanIn);
  const slopes = dw + <usize>first * yRow;
  const at = x + ((<usize>first) << 2);
  matmul(at, 4, xRow, dy, yRow, slopes, yRow, shareTo(fanIn) - first, width, rows, 0, ownPanel(panel));
  sumRows(dy, yRow, db, rows);
  if (dx) {
    const padded = (fanIn + 3) & ~3;
    const xBytes = (<usize>padded) << 2;
    const from = shareFrom(rows);
    const own = shareTo(rows) - from;
    const to = dx + <usize>from * xBytes;
    matmulTransposed(
      dy + <usize>from * yRow,
      yRow,
      w,
      yRow,
      to,
      xBytes,
      own,
      padded,
      fanOut,
      ownPanel(panel),
    );
  }
}

/** Sums of the columns, which are shared; `width` in bytes. */
export function sumRows(x: usize, width: usize, sums: usize, rows: i32): void {
  const end = (<usize>shareTo(<i32>(width >> 2))) << 2;
  for (let column = (<usize>shareFrom(<i32>(width >> 2))) << 2; column < end; column += 16) {
    let sum = f32x4.splat(0);
    let at = x + column;
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += width;
    }
    v128.store(sums + column, sum);
  }
}
