import { blobs, clusters, imbalanced, randomLabels } from './clouds.ts';
import type { DataSet } from './data-set.ts';
import { line, linear, outliers, polynomial, sine, sparse } from './laws.ts';
import { circles, moons, spirals, xor } from './shapes.ts';
import { digits, iris, wine } from './stored-sets.ts';

/** Every data set that comes with the program, by the word that `data:` takes in a recipe. */
export const dataSets = {
  xor,
  moons,
  circles,
  spirals,
  blobs,
  clusters,
  imbalanced,
  'random-labels': randomLabels,
  line,
  outliers,
  sine,
  polynomial,
  linear,
  sparse,
  digits,
  iris,
  wine,
} satisfies Record<string, DataSet>;

export type DataSetName = keyof typeof dataSets;
