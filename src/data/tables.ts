import { createRandom } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import { type DataSetName, dataSets } from './data-sets.ts';

/** How much of a data set is wanted; `test` rows are drawn afresh, none where it is 0. */
export type TableSettings = {
  readonly n: number;
  readonly noise: number;
  readonly features: number;
  readonly test: number;
};

/** The rows to train on and the rows to test on: two streams of one seed, so that neither length changes the other. */
export function makeTables(
  name: DataSetName,
  { n, noise, features, test }: TableSettings,
  seed: number,
): { readonly train: Table; readonly test: Table | null } {
  const { make } = dataSets[name];
  const random = createRandom(seed).fork('data');
  return {
    train: make({ n, noise, features, random, part: 'train' }),
    test: test > 0 ? make({ n: test, noise, features, random, part: 'test' }) : null,
  };
}
