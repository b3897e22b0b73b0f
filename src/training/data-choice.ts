import type { DataSet, Part } from '../data/data-set.ts';
import { type DataSetName, dataSets } from '../data/data-sets.ts';
import { type ExtraName, planeOf } from '../data/extras.ts';
import { isFileName, openFile } from '../data/own-file.ts';
import type { ScaleName } from '../data/scales.ts';
import { makeTables } from '../data/tables.ts';
import type { Table } from '../engine/table.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import { mostBytes } from './memory.ts';
import type { KeyName } from './recipe-keys.ts';

/** The keys that say which examples a recipe takes, how many, and what is done to them. */
export const dataKeys = [
  'data',
  'target',
  'n',
  'noise',
  'test',
  'features',
  'classes',
  'share',
  'scale',
  'oversample',
  'undersample',
  'flip',
  'extra',
] as const satisfies readonly KeyName[];

/** The data of a recipe with all defaults; null where a setting does not apply or was not asked for. */
export type DataSettings = {
  readonly data: string;
  readonly target: string | null;
  readonly n: number;
  readonly noise: number;
  readonly test: number;
  readonly features: number;
  readonly classes: number | null;
  readonly share: number | null;
  readonly scale: ScaleName | null;
  readonly oversample: number | null;
  readonly undersample: number | null;
  readonly flip: number | null;
  readonly extra: ExtraName | null;
  readonly validation: number | null;
};

/** The data set that a recipe names, and the tables that it makes of it. */
export type DataChoice = {
  readonly set: DataSet;
  /** As many as its outputs tell apart; 1 for regression. */
  readonly classes: number;
  readonly settings: DataSettings;
  readonly problems: readonly KeyProblem[];
  /** Rows to train on: without those that are kept back or left out, with those that are repeated. */
  readonly rows: number;
  /** What all rows take in memory, as they are drawn and once more. */
  readonly bytes: number;
  /** Inputs of a row, with an extra one. */
  readonly inputs: number;
  tables(seed: number): {
    readonly train: Table;
    readonly test: Table | null;
    readonly validation: Table | null;
  };
};

/** Finds the data that a recipe names, among those of the program or in the learner's file, and holds its keys against it. */
export function chooseData(given: GivenKeys, usual: DataSetName, words: Words['problem']): DataChoice {
  const chosen = given as Partial<DataSettings>;
  const data = chosen.data ?? usual;
  const { set, problem } = findSet(data, chosen.target ?? null, usual, words);
  const settings = withDefaults(chosen, data, set);
  const problems = problem ? [problem] : conflicts(given, settings, set, words);
  const tables = (seed: number) => {
    if (problems[0]) throw new Error(problems[0].message);
    return makeTables(set, settings, seed);
  };
  const { oversample, undersample, validation } = settings;
  const isOther = (oversample ?? undersample ?? validation) !== null && problems.length === 0;
  const bytes = 8 * (settings.n + settings.test) * settings.features;
  return {
    set,
    classes: settings.classes ?? set.classes,
    settings,
    problems,
    // How many rows are repeated or left out is the same under every seed.
    rows: isOther && bytes < mostBytes() ? tables(1).train.rows : settings.n,
    bytes,
    inputs: settings.features + (settings.extra === null ? 0 : 1),
    tables,
  };
}

/** The training rows of a seed as they are drawn, without an extra feature. */
export function examplesOf({ tables, settings }: DataChoice, seed: number): Table {
  const { train } = tables(seed);
  return settings.extra === null ? train : planeOf(train);
}

type Found = { readonly set: DataSet; readonly problem: KeyProblem | null };

function findSet(data: string, target: string | null, usual: DataSetName, words: Words['problem']): Found {
  if (!isFileName(data)) return { set: dataSets[data as DataSetName], problem: null };
  const { value, problem } = openFile(data, target, words.file);
  if (value) return { set: value, problem: null };
  // What is wrong with the target says so itself.
  const message = problem.startsWith('target: ') ? problem : `data: ${problem}`;
  return { set: dataSets[usual], problem: { key: message.slice(0, message.indexOf(':')), message } };
}

function withDefaults(chosen: Partial<DataSettings>, data: string, set: DataSet): DataSettings {
  const { defaults } = set;
  const n = chosen.n ?? Math.max(2, Math.min(defaults.n, room(set, 'train', chosen.test ?? 0)));
  const test = Math.min(defaults.test, room(set, 'test', n));
  return {
    data,
    target: chosen.target ?? null,
    n,
    noise: chosen.noise ?? defaults.noise,
    // The four corners are all there is of XOR without noise.
    test: chosen.test ?? (data === 'xor' && n === 4 ? 0 : test),
    features: chosen.features ?? set.features,
    classes: chosen.classes ?? (set.knobs.includes('classes') ? set.classes : null),
    share: chosen.share ?? defaults.share ?? null,
    scale: chosen.scale ?? defaults.scale ?? null,
    oversample: chosen.oversample ?? null,
    undersample: chosen.undersample ?? null,
    flip: chosen.flip ?? null,
    extra: chosen.extra ?? null,
    validation: chosen.validation ?? null,
  };
}

/** How many rows a part can have beside those of the other; of what is drawn there is no end. */
function room(set: DataSet, part: Part, other: number): number {
  if (!('rows' in set)) return Infinity;
  if (set.testRows) return part === 'train' ? set.rows : set.testRows.rows;
  return Math.max(0, set.rows - other);
}

function conflicts(
  given: GivenKeys,
  settings: DataSettings,
  set: DataSet,
  words: Words['problem'],
): readonly KeyProblem[] {
  const { data, features, n, test } = settings;
  const problems: KeyProblem[] = [];
  const add = (key: KeyName, message: string) => problems.push({ key, message });
  if (given.features !== undefined && !set.knobs.includes('features') && features !== set.features)
    add('features', words.fixedFeatures(data, set.features));
  for (const knob of ['noise', 'classes', 'share'] as const)
    if ((given[knob] ?? 0) !== 0 && !set.knobs.includes(knob)) add(knob, words.notOfData(knob, data));
  if (given.target !== undefined && !isFileName(data)) add('target', words.notOfData('target', data));
  for (const key of ['oversample', 'undersample', 'flip'] as const)
    if (given[key] !== undefined && set.task === 'regression') add(key, words.onlyClasses(key, data));
  if (given.extra !== undefined && features !== 2) add('extra', words.onlyPlane(data, features));
  const kept = n - Math.round((settings.validation ?? 0) * n);
  if (settings.validation !== null && (kept < 2 || kept === n))
    add('validation', words.emptyPart(settings.validation, n));
  const rows = 'rows' in set ? set.rows + (set.testRows?.rows ?? 0) : 0;
  const mostToTrain = room(set, 'train', given.test === undefined ? 0 : test);
  const mostToTest = room(set, 'test', n);
  if (n > mostToTrain) add('n', words.tooManyRows('n', data, rows, mostToTrain));
  else if (test > mostToTest) add('test', words.tooManyRows('test', data, rows, mostToTest));
  return problems;
}
