import { sumRows } from './dense';
import { at, bytesAt } from './operands';
import { enter, enterWithAll, isFirst, ownRoom, partFrom, ROWS } from './shares';
import { addOuter4, addOuter8, windows4, windows8 } from './sliding';
import { bytesOf, imageAt, X, Y } from './windows';

// A convolution goes image by image. The image is laid on a canvas with a border of 0 and no padding between pixels, so
// that a row of the window is one run of numbers; every number of y is summed in the order of window row, window column,
// channel, and every slope of w in the order of images and pixels.
//
// Further operands: 15 w, 16 b, 17 room for a canvas, for offsets and for weights, 18 its bytes for canvas and offsets.

/** Bytes from one pixel of the canvas to the next, from one row to the next, and of its run under a row of the window. */
let pixel: usize = 0;
let line: usize = 0;
let run: i32 = 0;

/** y = patches w + b, with the patch of every pixel of y as a row. */
export function convolve(tape: usize, from: i32, end: i32): void {
  enter(ROWS);
  const canvas = ownRoom(at(tape, 17));
  const weights = canvas + <usize>at(tape, 18);
  const patch = at(tape, 11) * at(tape, 12) * at(tape, X + 3);
  const width = (at(tape, Y + 3) + 3) & ~3;
  packWeights(at(tape, 15), weights, patch, width);
  const offsets = prepareCanvas(tape, canvas);
  for (let row = from; row < end; row++) {
    layImage(tape, canvas, row);
    const y = imageAt(tape, Y, row);
    const pixels = at(tape, Y + 1) * at(tape, Y + 2);
    slide(canvas, offsets, pixels, at(tape, 11), weights, at(tape, 16), y, bytesAt(tape, Y + 4), width);
  }
}

/** dw = patches^T dy, db = sum of dy; dx = dy, its border turned outward, under the turned window. 19 dw, 20 db, 21 dx; y is dy. */
export function convolveBackward(tape: usize, from: i32, end: i32, rows: i32): void {
  const dw = <usize>at(tape, 19);
  const patch = at(tape, 11) * at(tape, 12) * at(tape, X + 3);
  const width = (at(tape, Y + 3) + 3) & ~3;
  if (isFirst()) memory.fill(dw, 0, (<usize>(patch * width)) << 2);
  enterWithAll(ROWS);
  const canvas = ownRoom(at(tape, 17));
  prepareCanvas(tape, canvas);
  for (let row = 0; row < rows; row++) {
    layImage(tape, canvas, row);
    addSlopes(tape, canvas, imageAt(tape, Y, row), dw, width);
  }
  sumRows(at(tape, Y), (<usize>width) << 2, at(tape, 20), rows * at(tape, Y + 1) * at(tape, Y + 2));
  if (at(tape, 21)) slopesOfImages(tape, from, end);
}

/** Sets the measures of the canvas of x and clears it; gives the offsets, behind it, at which each pixel of y finds its window. */
function prepareCanvas(tape: usize, canvas: usize): usize {
  const padding = at(tape, 14);
  const step = <usize>at(tape, 13);
  pixel = bytesAt(tape, X + 3);
  line = <usize>(at(tape, X + 2) + 2 * padding) * pixel;
  run = at(tape, 12) * at(tape, X + 3);
  const bytes = <usize>(at(tape, X + 1) + 2 * padding) * line;
  return clearCanvas(canvas, bytes, at(tape, Y + 1), at(tape, Y + 2), step);
}

/** What is read beyond the canvas's end is not used; it is 0 all the same. */
function clearCanvas(canvas: usize, bytes: usize, height: i32, columns: i32, step: usize): usize {
  const offsets = (canvas + bytes + 31) & ~15;
  memory.fill(canvas, 0, offsets - canvas);
  for (let i = 0; i < height; i++)
    for (let j = 0; j < columns; j++)
      store<i32>(
        offsets + ((<usize>(i * columns + j)) << 2),
        <i32>(step * (<usize>i * line + <usize>j * pixel)),
      );
  return offsets;
}

/** Lays an image of x in the middle of its canvas. */
function layImage(tape: usize, canvas: usize, row: i32): void {
  const from = imageAt(tape, X, row);
  const height = at(tape, X + 1);
  const padding = at(tape, 14);
  layOut(
    from,
    height,
    at(tape, X + 2),
    bytesAt(tape, X + 4),
    canvas,
    padding,
    1,
    height + 2 * padding,
    at(tape, X + 2) + 2 * padding,
  );
}

/** Lays pixels on a canvas, `step` apart, the first `border` from its corner; what lies beyond its sides is left out. */
function layOut(
  from: usize,
  height: i32,
  columns: i32,
  stride: usize,
  canvas: usize,
  border: i32,
  step: i32,
  canvasHeight: i32,
  canvasColumns: i32,
): void {
  for (let i = 0; i < height; i++) {
    const r = border + i * step;
    if (r < 0 || r >= canvasHeight) continue;
    const source = from + <usize>(i * columns) * stride;
    const to = canvas + <usize>r * line;
    if (step == 1 && stride == pixel && border >= 0 && border + columns <= canvasColumns) {
      memory.copy(to + <usize>border * pixel, source, <usize>columns * pixel);
      continue;
    }
    for (let j = 0; j < columns; j++) {
      const c = border + j * step;
      if (c < 0 || c >= canvasColumns) continue;
      const cell = to + <usize>c * pixel;
      const value = source + <usize>j * stride;
      for (let byte: usize = 0; byte < pixel; byte += 4) store<f32>(cell + byte, load<f32>(value + byte));
    }
  }
}

/** Weights in panels of eight units, and of the last four: [patch, 8] one behind the other. */
function packWeights(w: usize, to: usize, patch: i32, width: i32): void {
  for (let j = 0; j < width; j += 8) {
    const isWhole = j + 8 <= width;
    let from = w + ((<usize>j) << 2);
    for (let l = 0; l < patch; l++) {
      v128.store(to, v128.load(from));
      if (isWhole) v128.store(to, v128.load(from, 16), 16);
      to += isWhole ? 32 : 16;
      from += (<usize>width) << 2;
    }
  }
}

/** All units of all pixels of one image. */
function slide(
  canvas: usize,
  offsets: usize,
  pixels: i32,
  window: i32,
  weights: usize,
  bias: usize,
  y: usize,
  yPixel: usize,
  width: i32,
): void {
  const patch = <usize>(window * run);
  for (let j = 0; j < width; j += 8) {
    const unit = (<usize>j) << 2;
    const own = bias ? bias + unit : 0;
    const panel = weights + patch * unit;
    if (j + 8 <= width) windows8(canvas, offsets, pixels, window, run, line, panel, own, y + unit, yPixel);
    else windows4(canvas, offsets, pixels, window, run, line, panel, own, y + unit, yPixel);
  }
}

/** Adds one image's share to the slopes of the weights, blocks of four rows of w and eight units; each hand has its blocks. */
function addSlopes(tape: usize, canvas: usize, dy: usize, dw: usize, width: i32): void {
  const step = <usize>at(tape, 13);
  const yPixel = bytesAt(tape, Y + 4);
  const wRow = (<usize>width) << 2;
  const across = (width + 7) >> 3;
  const along = (run + 3) >> 2;
  const blocks = at(tape, 11) * along * across;
  for (let block = partFrom(blocks, 0); block < partFrom(blocks, 1); block++) {
    const u = block / across / along;
    const l = ((block / across) % along) << 2;
    const unit = (<usize>(block % across)) << 5;
    const x = canvas + <usize>u * line + ((<usize>l) << 2);
    const to = dw + <usize>(u * run + l) * wRow + unit;
    const taken = min(4, run - l);
    if ((<i32>unit >> 2) + 8 <= width)
      addOuter8(
        x,
        step * line,
        step * pixel,
        dy + unit,
        yPixel,
        at(tape, Y + 1),
        at(tape, Y + 2),
        to,
        wRow,
        taken,
      );
    else
      addOuter4(
        x,
        step * line,
        step * pixel,
        dy + unit,
        yPixel,
        at(tape, Y + 1),
        at(tape, Y + 2),
        to,
        wRow,
        taken,
      );
  }
}

/**
 * dx: every pixel of x gets from the pixels of y whose window it was under. Their slopes are laid on a canvas as far apart as
 * the windows were, and the window slides over it upside down.
 */
function slopesOfImages(tape: usize, from: i32, end: i32): void {
  const size = at(tape, 11);
  const height = at(tape, X + 1);
  const columns = at(tape, X + 2);
  const units = at(tape, Y + 3);
  const channels = at(tape, X + 3);
  const width = (channels + 3) & ~3;
  const canvas = ownRoom(at(tape, 17));
  const weights = canvas + <usize>at(tape, 18);
  const border = size - 1 - at(tape, 14);
  turnWeights(at(tape, 15), weights, size * at(tape, 12), channels, units);
  pixel = (<usize>units) << 2;
  line = <usize>(columns + size - 1) * pixel;
  run = at(tape, 12) * units;
  const offsets = clearCanvas(canvas, <usize>(height + size - 1) * line, height, columns, 1);
  for (let row = from; row < end; row++) {
    const dy = imageAt(tape, Y, row);
    const yPixel = bytesAt(tape, Y + 4);
    layOut(
      dy,
      at(tape, Y + 1),
      at(tape, Y + 2),
      yPixel,
      canvas,
      border,
      at(tape, 13),
      height + size - 1,
      columns + size - 1,
    );
    const dx = <usize>at(tape, 21) + <usize>row * bytesOf(tape, X);
    slide(canvas, offsets, height * columns, size, weights, 0, dx, bytesAt(tape, X + 4), width);
  }
}

/** The weights of a window from its last place to its first, units and channels changed over: [places units, channels], in panels. */
function turnWeights(w: usize, to: usize, places: i32, channels: i32, units: i32): void {
  const width = (channels + 3) & ~3;
  const wRow = (<usize>((units + 3) & ~3)) << 2;
  for (let j = 0; j < width; j += 8) {
    const lanes = j + 8 <= width ? 8 : 4;
    for (let place = places - 1; place >= 0; place--)
      for (let unit = 0; unit < units; unit++)
        for (let lane = 0; lane < lanes; lane++) {
          const isReal = j + lane < channels;
          const from = w + <usize>(place * channels + j + lane) * wRow + ((<usize>unit) << 2);
          store<f32>(to, isReal ? load<f32>(from) : 0);
          to += 4;
        }
  }
}
