/** Codes of what a tape can hold; their operands are those of `kernels/assembly/play.ts`. */
export const operations = {
  gather: 0,
  dense: 1,
  activation: 2,
  loss: 3,
  activationBackward: 4,
  denseBackward: 5,
  optimize: 6,
  count: 7,
  prelu: 8,
  preluBackward: 9,
  maxout: 10,
  maxoutBackward: 11,
  clipNorm: 12,
  clipValue: 13,
  addDecay: 14,
  shrink: 15,
  soften: 16,
  drop: 17,
  tick: 18,
  add: 19,
  copy: 20,
  batchNorm: 21,
  batchNormBackward: 22,
  groupNorm: 23,
  groupNormBackward: 24,
  convolve: 25,
  convolveBackward: 26,
  pool: 27,
  poolBackward: 28,
  addSign: 29,
} as const;

/** A code and its operands: addresses, lengths, and floats as their bits. */
export type Operation = readonly number[];

/** Words, of 4 bytes, that an operation takes on the tape. */
export const operationWords = 24;

/** A float as the whole number that has the same bits. */
export function floatBits(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0]!;
}
