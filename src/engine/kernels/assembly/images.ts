import { dense, denseBackward } from './dense';

// Images lie row after row of pixels, each with its channels: [height, columns, stride]. The operands of an image layer
// are read off its tape, in the order of src/engine/layers/images.ts: 1 x, 2 height, 3 columns, 4 channels, 5 stride,
// 6 y, 7 height, 8 columns, 9 channels, 10 stride, 11 and 12 window, 13 step, 14 padding.
const X: i32 = 1;
const Y: i32 = 6;

function at(tape: usize, word: i32): i32 {
  return load<i32>(tape + ((<usize>word) << 2));
}

function bytesOf(tape: usize, image: i32): usize {
  return (<usize>(at(tape, image + 1) * at(tape, image + 2) * at(tape, image + 4))) << 2;
}

/** y = patches w + b, with the patch of every pixel of y as a row; 15 w, 16 b, 17 patches, 18 panel. */
export function convolve(tape: usize, rows: i32): void {
  const patch = at(tape, 11) * at(tape, 12) * at(tape, X + 3);
  const stride = (patch + 3) & ~3;
  const pixels = rows * at(tape, Y + 1) * at(tape, Y + 2);
  movePatches(tape, at(tape, X), rows, false);
  dense(
    at(tape, 17),
    (<usize>stride) << 2,
    at(tape, 15),
    at(tape, 16),
    at(tape, Y),
    pixels,
    patch,
    at(tape, Y + 3),
    at(tape, 18),
  );
}

/** dw = patches^T dy, db = sum of dy, and dx the patches of dy w^T laid over one another; 19 dw, 20 db, 21 dx; y is dy. */
export function convolveBackward(tape: usize, rows: i32): void {
  const patch = at(tape, 11) * at(tape, 12) * at(tape, X + 3);
  const stride = (patch + 3) & ~3;
  const pixels = rows * at(tape, Y + 1) * at(tape, Y + 2);
  const dx = <usize>at(tape, 21);
  movePatches(tape, at(tape, X), rows, false);
  // The patches are free once dw is there: their slopes take their place.
  denseBackward(
    at(tape, 17),
    (<usize>stride) << 2,
    at(tape, 15),
    at(tape, Y),
    at(tape, 19),
    at(tape, 20),
    dx ? <usize>at(tape, 17) : 0,
    pixels,
    patch,
    at(tape, Y + 3),
    at(tape, 18),
  );
  if (!dx) return;
  memory.fill(dx, 0, <usize>rows * bytesOf(tape, X));
  movePatches(tape, dx, rows, true);
}

/** Between images and the patches under each pixel of y: copies out, or adds back; what lies outside is 0. */
function movePatches(tape: usize, images: usize, rows: i32, isBack: bool): void {
  const height = at(tape, X + 1);
  const columns = at(tape, X + 2);
  const channels = (<usize>at(tape, X + 3)) << 2;
  const pixel = (<usize>at(tape, X + 4)) << 2;
  const window = at(tape, 11);
  const windowColumns = at(tape, 12);
  const step = at(tape, 13);
  const padding = at(tape, 14);
  let patch = <usize>at(tape, 17);
  const patchBytes = (((<usize>(window * windowColumns) * channels) >> 2) + 3) & ~3;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < at(tape, Y + 1); i++)
      for (let j = 0; j < at(tape, Y + 2); j++) {
        let to = patch;
        for (let u = 0; u < window; u++)
          for (let v = 0; v < windowColumns; v++) {
            const r = i * step + u - padding;
            const c = j * step + v - padding;
            const isInside = r >= 0 && r < height && c >= 0 && c < columns;
            const from = images + <usize>(r * columns + c) * pixel;
            if (isBack) {
              if (isInside) addFloats(from, to, channels);
            } else if (isInside) copyFloats(to, from, channels);
            else memory.fill(to, 0, channels);
            to += channels;
          }
        patch += patchBytes << 2;
      }
    images += bytesOf(tape, X);
  }
}

function copyFloats(to: usize, from: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(from + i));
}

function addFloats(to: usize, from: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(from + i));
}

/** y = largest (15: 1) or mean (15: 0) of the window of x under each pixel, each channel by itself. */
export function pool(tape: usize, rows: i32): void {
  sweepWindows(tape, rows, 0);
}

/** dx = dy at the first largest of its window, or dy / window at all of it; windows that overlap add up. 16 dx; y is dy. */
export function poolBackward(tape: usize, rows: i32): void {
  const dx = <usize>at(tape, 16);
  memory.fill(dx, 0, <usize>rows * bytesOf(tape, X));
  sweepWindows(tape, rows, dx);
}

function sweepWindows(tape: usize, rows: i32, slopes: usize): void {
  const step = at(tape, 13);
  const channels = at(tape, X + 3);
  const isLargest = at(tape, 15) != 0;
  let x = <usize>at(tape, X);
  let y = <usize>at(tape, Y);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < at(tape, Y + 1); i++)
      for (let j = 0; j < at(tape, Y + 2); j++) {
        const corner = (<usize>((i * step * at(tape, X + 2) + j * step) * at(tape, X + 4))) << 2;
        for (let channel: usize = 0; channel < (<usize>channels) << 2; channel += 4) {
          const from = corner + channel;
          const cell = y + channel;
          if (isLargest) {
            const top = largestOf(tape, x + from);
            if (slopes) store<f32>(slopes + from + top, load<f32>(slopes + from + top) + load<f32>(cell));
            else store<f32>(cell, load<f32>(x + from + top));
          } else if (slopes) spread(tape, slopes + from, load<f32>(cell));
          else store<f32>(cell, meanOf(tape, x + from));
        }
        y += (<usize>at(tape, Y + 4)) << 2;
      }
    x += bytesOf(tape, X);
    if (slopes) slopes += bytesOf(tape, X);
  }
}

/** Offset, from the window's corner, of the first largest number, or of the first NaN. */
function largestOf(tape: usize, corner: usize): usize {
  const pixel = (<usize>at(tape, X + 4)) << 2;
  let best: usize = 0;
  for (let u = 0; u < at(tape, 11); u++)
    for (let v = 0; v < at(tape, 12); v++) {
      const offset = <usize>(u * at(tape, X + 2) + v) * pixel;
      const top = load<f32>(corner + best);
      if (!(load<f32>(corner + offset) <= top) && top == top) best = offset;
    }
  return best;
}

function meanOf(tape: usize, corner: usize): f32 {
  const pixel = (<usize>at(tape, X + 4)) << 2;
  let sum: f64 = 0;
  for (let u = 0; u < at(tape, 11); u++)
    for (let v = 0; v < at(tape, 12); v++)
      sum += <f64>load<f32>(corner + <usize>(u * at(tape, X + 2) + v) * pixel);
  return <f32>(sum / <f64>(at(tape, 11) * at(tape, 12)));
}

function spread(tape: usize, corner: usize, slope: f32): void {
  const pixel = (<usize>at(tape, X + 4)) << 2;
  const share = slope / <f32>(at(tape, 11) * at(tape, 12));
  for (let u = 0; u < at(tape, 11); u++)
    for (let v = 0; v < at(tape, 12); v++) {
      const cell = corner + <usize>(u * at(tape, X + 2) + v) * pixel;
      store<f32>(cell, load<f32>(cell) + share);
    }
}
