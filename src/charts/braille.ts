/** Dots in a canvas of braille letters: two across and four down in each cell. */
export type BrailleCanvas = {
  readonly columns: number;
  readonly rows: number;
  /** One byte a cell; each bit is a dot. */
  readonly cells: Uint8Array;
};

// Unicode numbers the dots of a cell down the left, down the right, and then the two at the bottom.
const bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

/** A canvas of so many cells, without any dot. */
export function createBraille(columns: number, rows: number): BrailleCanvas {
  return { columns, rows, cells: new Uint8Array(columns * rows) };
}

/** Sets a dot, counted from the top left; outside nothing happens. */
export function setDot(canvas: BrailleCanvas, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= canvas.columns * 2 || y >= canvas.rows * 4) return;
  canvas.cells[(y >> 2) * canvas.columns + (x >> 1)]! |= bits[(y & 3) * 2 + (x & 1)]!;
}

/** A straight line of dots; what lies outside is cut off before it costs time. */
export function setLine(canvas: BrailleCanvas, x0: number, y0: number, x1: number, y1: number): void {
  const isSteep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
  const [a0, b0, a1, b1] = isSteep ? [y0, x0, y1, x1] : [x0, y0, x1, y1];
  const slope = a1 === a0 ? 0 : (b1 - b0) / (a1 - a0);
  const end = isSteep ? canvas.rows * 4 : canvas.columns * 2;
  const from = Math.max(0, Math.min(a0, a1));
  const to = Math.min(end - 1, Math.max(a0, a1));
  for (let a = from; a <= to; a++) {
    const b = Math.round(b0 + (a - a0) * slope);
    if (isSteep) setDot(canvas, b, a);
    else setDot(canvas, a, b);
  }
}

/** The letter of a cell. */
export function brailleLetter(dots: number): string {
  return String.fromCharCode(0x2800 + dots);
}
