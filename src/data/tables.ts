import { createRandom, type Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { DataSet, GeneratedSet, StoredSet } from './data-set.ts';
import { type DataSetName, dataSets } from './data-sets.ts';
import { oversample, stratifiedOrder, takeRows } from './samples.ts';
import { fitScale, type ScaleName } from './scales.ts';

/** How much of a data set is wanted, and what is done to it; `test` rows are others than those to train on, none where it is 0. */
export type TableSettings = {
  readonly n: number;
  readonly noise: number;
  readonly features: number;
  readonly test: number;
  readonly classes?: number | null;
  readonly share?: number | null;
  readonly scale?: ScaleName | null;
  /** How large the smaller classes become by repeating their training rows, as a share of the largest. */
  readonly oversample?: number | null;
};

type Tables = { readonly train: Table; readonly test: Table | null };

/** The rows to train on and the rows to test on, so that neither length changes the other. All that is found out from rows is found out from those to train on. */
export function makeTables(data: DataSetName | DataSet, settings: TableSettings, seed: number): Tables {
  const set: DataSet = typeof data === 'string' ? dataSets[data] : data;
  const random = createRandom(seed).fork('data');
  const { train, test } = 'make' in set ? drawn(set, settings, random) : chosen(set, settings, random);
  const scale = fitScale(settings.scale ?? 'none', train, set.task === 'regression');
  return {
    train: settings.oversample
      ? oversample(scale(train), settings.oversample, random.fork('oversample'))
      : scale(train),
    test: test && scale(test),
  };
}

function drawn(set: GeneratedSet, settings: TableSettings, random: Random): Tables {
  const { n, noise, features, test } = settings;
  const classes = settings.classes ?? set.classes;
  const share = settings.share ?? set.defaults.share ?? 0;
  const options = { noise, features, classes, share, random };
  return {
    train: set.make({ ...options, n, part: 'train' }),
    test: test > 0 ? set.make({ ...options, n: test, part: 'test' }) : null,
  };
}

/** Training rows come from the front of one order of all rows, rows to test on from its back. */
function chosen(set: StoredSet, { n, test }: TableSettings, random: Random): Tables {
  const rows = set.read();
  const hasClasses = set.task !== 'regression';
  const order = stratifiedOrder(rows.targets, hasClasses, random.fork('order'));
  const others = set.testRows ?? rows;
  const fromBack = set.testRows
    ? stratifiedOrder(others.targets, hasClasses, random.fork('test'))
    : order.slice().reverse();
  return {
    train: takeRows(rows, order.slice(0, n)),
    test: test > 0 ? takeRows(others, fromBack.slice(0, test)) : null,
  };
}
