// Cells are stretches of `width` floats, a stride apart: what lies between is padding and is not touched.

/** y = a + b, cell by cell. */
export function addCells(
  a: usize,
  aStride: i32,
  b: usize,
  bStride: i32,
  y: usize,
  yStride: i32,
  cells: i32,
  width: i32,
): void {
  for (let cell = 0; cell < cells; cell++) {
    for (let i: usize = 0; i < (<usize>width) << 2; i += 4)
      store<f32>(y + i, load<f32>(a + i) + load<f32>(b + i));
    a += (<usize>aStride) << 2;
    b += (<usize>bStride) << 2;
    y += (<usize>yStride) << 2;
  }
}

/** Copies cells of one stride to cells of another, in `rows` that begin so many floats apart on either side. */
export function copyCells(
  x: usize,
  xStride: i32,
  xRow: i32,
  y: usize,
  yStride: i32,
  yRow: i32,
  rows: i32,
  cells: i32,
  width: i32,
): void {
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < cells; cell++) {
      const from = x + ((<usize>(cell * xStride)) << 2);
      memory.copy(y + ((<usize>(cell * yStride)) << 2), from, (<usize>width) << 2);
    }
    x += (<usize>xRow) << 2;
    y += (<usize>yRow) << 2;
  }
}
