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
} as const;

/** A code and its operands: addresses and lengths. */
export type Operation = readonly number[];

/** Words, of 4 bytes, that an operation takes on the tape. */
export const operationWords = 16;
