import { createRandom, type Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { DataSet, GeneratedSet, StoredSet } from './data-set.ts';
import { type DataSetName, dataSets } from './data-sets.ts';
import { type ExtraName, extended } from './extras.ts';
import { flipLabels, oversample, splitOff, stratifiedOrder, takeRows, undersample } from './samples.ts';
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
  /** How large the smallest class becomes by leaving training rows of the larger ones out, as a share of each of them. */
  readonly undersample?: number | null;
  /** Share of the rows that are not tested on which have a wrong label. */
  readonly flip?: number | null;
  /** Share of the rows to train on that is kept back to watch the training by. */
  readonly validation?: number | null;
  readonly extra?: ExtraName | null;
};

type Tables = { readonly train: Table; readonly test: Table | null; readonly validation: Table | null };
type Parts = { readonly train: Table; readonly test: Table | null };

/** The rows to train on and the rows to test on, so that neither length changes the other. All that is found out from rows is found out from those to train on. */
export function makeTables(data: DataSetName | DataSet, settings: TableSettings, seed: number): Tables {
  const set: DataSet = typeof data === 'string' ? dataSets[data] : data;
  const random = createRandom(seed).fork('data');
  const { train: rows, test } = 'make' in set ? drawn(set, settings, random) : chosen(set, settings, random);
  const wider = (table: Table) => (settings.extra ? extended(table, settings.extra) : table);
  const { kept, off } = splitOff(wider(rows), Math.round((settings.validation ?? 0) * rows.rows));
  const scale = fitScale(settings.scale ?? 'none', kept, set.task === 'regression');
  const classes = settings.classes ?? set.classes;
  const flipped = (table: Table, part: string) =>
    settings.flip ? flipLabels(table, settings.flip, classes, random.fork(part)) : table;
  return {
    train: resampled(flipped(scale(kept), 'flip'), settings, random),
    test: test && scale(wider(test)),
    validation: off.rows > 0 ? flipped(scale(off), 'flip validation') : null,
  };
}

/** Only rows to train on are left out or repeated: a copy that is tested on would be known by heart. */
function resampled(
  train: Table,
  { undersample: few, oversample: many }: TableSettings,
  random: Random,
): Table {
  const fewer = few ? undersample(train, few, random.fork('undersample')) : train;
  return many ? oversample(fewer, many, random.fork('oversample')) : fewer;
}

function drawn(set: GeneratedSet, settings: TableSettings, random: Random): Parts {
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
function chosen(set: StoredSet, { n, test }: TableSettings, random: Random): Parts {
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
