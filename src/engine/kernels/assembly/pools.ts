import { at, bytesAt } from './operands';
import { bytesOf, imageAt, X, Y } from './windows';

/** y = largest (15: 1) or mean (15: 0) of the window of x under each pixel, each channel by itself. */
export function pool(tape: usize, from: i32, end: i32): void {
  sweep(tape, from, end, 0);
}

/** dx = dy at the first largest of its window, or dy / window at all of it; windows that overlap add up. 16 dx; y is dy. */
export function poolBackward(tape: usize, from: i32, end: i32): void {
  const dx = <usize>at(tape, 16);
  const image = bytesOf(tape, X);
  memory.fill(dx + <usize>from * image, 0, <usize>(end - from) * image);
  sweep(tape, from, end, dx);
}

let window: i32 = 0;
let windowColumns: i32 = 0;
/** Bytes from one pixel of x to the next, and from one row to the next. */
let pixel: usize = 0;
let line: usize = 0;

/** Goes through the windows of the images `from` to `end`: four channels at a time, and one by one where a pixel is not whole vectors. */
function sweep(tape: usize, from: i32, end: i32, slopes: usize): void {
  window = at(tape, 11);
  windowColumns = at(tape, 12);
  pixel = bytesAt(tape, X + 4);
  line = <usize>at(tape, X + 2) * pixel;
  const step = <usize>at(tape, 13);
  const channels = bytesAt(tape, X + 3);
  const isWhole = (pixel & 15) == 0;
  const isLargest = at(tape, 15) != 0;
  const isCommon = isWhole && isLargest && window == 2 && windowColumns == 2;
  const yPixel = bytesAt(tape, Y + 4);
  let y = imageAt(tape, Y, from);
  for (let row = <usize>from; row < <usize>end; row++) {
    const image = row * bytesOf(tape, X);
    for (let i: usize = 0; i < <usize>at(tape, Y + 1); i++) {
      if (isCommon) {
        const corner = image + step * i * line;
        const own = slopes ? slopes + corner : 0;
        largestOfFour(<usize>at(tape, X) + corner, step * pixel, y, yPixel, own, at(tape, Y + 2), channels);
        y += <usize>at(tape, Y + 2) * yPixel;
        continue;
      }
      for (let j: usize = 0; j < <usize>at(tape, Y + 2); j++) {
        const corner = image + step * (i * line + j * pixel);
        const x = <usize>at(tape, X) + corner;
        if (!isWhole) poolNumbers(x, y, slopes ? slopes + corner : 0, channels, isLargest);
        else if (isLargest) largest(x, y, slopes ? slopes + corner : 0, channels);
        else mean(x, y, slopes ? slopes + corner : 0, channels);
        y += yPixel;
      }
    }
  }
}

/** True, number by number, where a value is above what there is, or the first that is no number. */
function isMore(value: v128, top: v128): v128 {
  return v128.andnot(f32x4.eq(top, top), f32x4.le(value, top));
}

/** The commonest by itself: one row of windows of 2 x 2, `step` bytes apart. */
function largestOfFour(
  x: usize,
  step: usize,
  y: usize,
  yPixel: usize,
  dx: usize,
  columns: i32,
  channels: usize,
): void {
  const below = line;
  const right = pixel;
  for (let j = 0; j < columns; j++) {
    for (let channel: usize = 0; channel < channels; channel += 16) {
      const at = x + channel;
      let top = v128.load(at);
      let value = v128.load(at + right);
      const is1 = isMore(value, top);
      top = v128.bitselect(value, top, is1);
      value = v128.load(at + below);
      const is2 = isMore(value, top);
      top = v128.bitselect(value, top, is2);
      value = v128.load(at + below + right);
      const is3 = isMore(value, top);
      if (!dx) {
        v128.store(y + channel, v128.bitselect(value, top, is3));
        continue;
      }
      const slope = v128.load(y + channel);
      const late = v128.or(is2, is3);
      addTo(dx + channel, v128.andnot(slope, v128.or(is1, late)));
      addTo(dx + channel + right, v128.andnot(v128.and(slope, is1), late));
      addTo(dx + channel + below, v128.andnot(v128.and(slope, is2), is3));
      addTo(dx + channel + below + right, v128.and(slope, is3));
    }
    x += step;
    y += yPixel;
    if (dx) dx += step;
  }
}

function addTo(address: usize, value: v128): void {
  v128.store(address, f32x4.add(v128.load(address), value));
}

function largest(x: usize, y: usize, dx: usize, channels: usize): void {
  for (let channel: usize = 0; channel < channels; channel += 16) {
    let top = v128.load(x + channel);
    let place = i32x4.splat(0);
    let here = 0;
    for (let u = 0; u < window; u++) {
      let at = x + channel + <usize>u * line;
      for (let v = 0; v < windowColumns; v++) {
        const value = v128.load(at);
        const takes = isMore(value, top);
        top = v128.bitselect(value, top, takes);
        if (dx) place = v128.bitselect(i32x4.splat(here), place, takes);
        here++;
        at += pixel;
      }
    }
    if (!dx) v128.store(y + channel, top);
    else addAt(dx + channel, place, v128.load(y + channel));
  }
}

/** Adds a slope to the place of each channel's window that it belongs to. */
function addAt(dx: usize, place: v128, slope: v128): void {
  let here = 0;
  for (let u = 0; u < window; u++) {
    let at = dx + <usize>u * line;
    for (let v = 0; v < windowColumns; v++) {
      const share = v128.and(slope, i32x4.eq(place, i32x4.splat(here)));
      addTo(at, share);
      here++;
      at += pixel;
    }
  }
}

function mean(x: usize, y: usize, dx: usize, channels: usize): void {
  const count = f32x4.splat(<f32>(window * windowColumns));
  for (let channel: usize = 0; channel < channels; channel += 16) {
    const share = f32x4.div(v128.load(y + channel), count);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (let u = 0; u < window; u++) {
      let at = channel + <usize>u * line;
      for (let v = 0; v < windowColumns; v++) {
        if (dx) v128.store(dx + at, f32x4.add(v128.load(dx + at), share));
        else {
          const value = v128.load(x + at);
          low = f64x2.add(low, f64x2.promote_low_f32x4(value));
          high = f64x2.add(high, f64x2.promote_low_f32x4(i32x4.shuffle(value, value, 2, 3, 0, 1)));
        }
        at += pixel;
      }
    }
    if (!dx) v128.store(y + channel, quotient(low, high, <f64>(window * windowColumns)));
  }
}

function quotient(low: v128, high: v128, count: f64): v128 {
  const first = f32x4.demote_f64x2_zero(f64x2.div(low, f64x2.splat(count)));
  const second = f32x4.demote_f64x2_zero(f64x2.div(high, f64x2.splat(count)));
  return i32x4.shuffle(first, second, 0, 1, 4, 5);
}

function poolNumbers(x: usize, y: usize, dx: usize, channels: usize, isLargest: bool): void {
  for (let channel: usize = 0; channel < channels; channel += 4) {
    const from = x + channel;
    if (isLargest) {
      const top = largestOf(from);
      if (dx) store<f32>(dx + channel + top, load<f32>(dx + channel + top) + load<f32>(y + channel));
      else store<f32>(y + channel, load<f32>(from + top));
    } else if (dx) spread(dx + channel, load<f32>(y + channel));
    else store<f32>(y + channel, meanOf(from));
  }
}

/** Offset, from the window's corner, of the first largest number, or of the first NaN. */
function largestOf(corner: usize): usize {
  let best: usize = 0;
  for (let u = 0; u < window; u++)
    for (let v = 0; v < windowColumns; v++) {
      const offset = <usize>u * line + <usize>v * pixel;
      const top = load<f32>(corner + best);
      if (!(load<f32>(corner + offset) <= top) && top == top) best = offset;
    }
  return best;
}

function meanOf(corner: usize): f32 {
  let sum: f64 = 0;
  for (let u = 0; u < window; u++)
    for (let v = 0; v < windowColumns; v++)
      sum += <f64>load<f32>(corner + <usize>u * line + <usize>v * pixel);
  return <f32>(sum / <f64>(window * windowColumns));
}

function spread(corner: usize, slope: f32): void {
  const share = slope / <f32>(window * windowColumns);
  for (let u = 0; u < window; u++)
    for (let v = 0; v < windowColumns; v++) {
      const cell = corner + <usize>u * line + <usize>v * pixel;
      store<f32>(cell, load<f32>(cell) + share);
    }
}
