import type { Task } from '../engine/losses.ts';
import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { ScaleName } from './scales.ts';

/** A setting that only some data sets have. */
export type Knob = 'noise' | 'features' | 'classes' | 'share';

/** What a table is drawn from. `random` belongs to the seed; the two parts have streams of their own under it. */
export type DataOptions = {
  readonly n: number;
  readonly noise: number;
  readonly features: number;
  readonly classes: number;
  /** How much of all rows class 1 is, where the classes differ in size. */
  readonly share: number;
  readonly random: Random;
  readonly part: Part;
};

export type Part = 'train' | 'test';

/** How the features of a row lie in an image: row after row of pixels, each with its channels. */
export type ImageShape = { readonly height: number; readonly columns: number; readonly channels: number };

type Shape = {
  readonly task: Task;
  /** 1 for regression. Where `classes` is a knob, what it is unless said otherwise; `features` likewise. */
  readonly classes: number;
  readonly features: number;
  /** Missing where the features are no image. */
  readonly image?: ImageShape;
  readonly knobs: readonly Knob[];
  readonly defaults: {
    readonly n: number;
    readonly noise: number;
    readonly test: number;
    readonly share?: number;
    readonly scale?: ScaleName;
  };
};

/** Examples that are written down as a formula: as many as asked for, always the same under the same seed. */
export type GeneratedSet = Shape & { make(options: DataOptions): Table };

/** Examples that lie in a file: the seed decides which are trained on and which are tested on. */
export type StoredSet = Shape & {
  readonly rows: number;
  /** The classes in the order of their numbers; none for regression. */
  readonly labels: readonly string[];
  read(): StoredRows;
  /** Rows that their publisher keeps to test on; without them, some of the others are kept. */
  readonly testRows?: StoredRows;
};

/** All rows of a file. What is small whole numbers there stays so until it is chosen; `unit` makes inputs of them. */
export type StoredRows = {
  /** [rows, features] */
  readonly inputs: Float32Array | Uint8Array;
  readonly unit: number;
  readonly targets: Float32Array;
  readonly rows: number;
  readonly features: number;
};

export type DataSet = GeneratedSet | StoredSet;
