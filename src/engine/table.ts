/** Examples, a row each. */
export type Table = {
  /** [rows, features] */
  readonly inputs: Float32Array;
  /** [rows, 1], or [rows, outputs] for several targets: a number, 0 or 1, or the index of a class. */
  readonly targets: Float32Array;
  readonly rows: number;
  readonly features: number;
};
