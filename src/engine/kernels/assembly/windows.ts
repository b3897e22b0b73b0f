import { at } from './operands';

// Images lie row after row of pixels, each with its channels: [height, columns, stride]. The operands of an image layer
// are read off its tape, in the order of src/engine/layers/images.ts: 1 x, 2 height, 3 columns, 4 channels, 5 stride,
// 6 y, 7 height, 8 columns, 9 channels, 10 stride, 11 and 12 window, 13 step, 14 padding.
export const X: i32 = 1;
export const Y: i32 = 6;

/** Address of the image of this row, of those that x or y is. */
export function imageAt(tape: usize, image: i32, row: i32): usize {
  return <usize>at(tape, image) + <usize>row * bytesOf(tape, image);
}

/** Bytes of one row of images, with their padding. */
export function bytesOf(tape: usize, image: i32): usize {
  return (<usize>(at(tape, image + 1) * at(tape, image + 2) * at(tape, image + 4))) << 2;
}
