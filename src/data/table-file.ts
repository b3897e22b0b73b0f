import type { Task } from '../engine/losses.ts';
import { type Cells, type FileWords, isNumber, oneLine, parseCsv, type Read } from './csv.ts';
import type { StoredRows } from './data-set.ts';

/** Rows with what there is to learn about them. */
export type Learnable = {
  readonly task: Task;
  /** The classes in the order of their numbers; none for regression. */
  readonly labels: readonly string[];
  readonly rows: StoredRows;
};

/** Makes inputs and answers of a table of text: the target is a column by its name or number, or the last one. */
export function readTable(
  text: string,
  file: string,
  target: string | null,
  say: FileWords,
): Read<Learnable> {
  const { value: cells, problem } = parseCsv(text, file, say);
  if (!cells) return { value: null, problem };
  const answer = columnOf(cells, target);
  if (answer === null) return refused(say.noColumn(file, target ?? '', shortened(cells.columns)));
  const fault = holeIn(cells, file, say) ?? wordsIn(cells, answer, file, say);
  if (fault) return refused(fault);
  const { task, labels, targets } = answersOf(cells.records.map(({ values }) => values[answer]!));
  const column = cells.columns[answer]!;
  const count = targets.length;
  if (new Set(targets).size < 2) return refused(say.oneClass(file, column));
  if (labels.length > 2 && 2 * labels.length > count)
    return refused(say.tooManyClasses(file, column, labels.length, count));
  return { value: { task, labels, rows: rowsOf(cells, answer, targets) }, problem: null };
}

function columnOf({ columns }: Cells, target: string | null): number | null {
  if (target === null) return columns.length - 1;
  const named = columns.indexOf(target);
  if (named >= 0) return named;
  const position = /^\d+$/.test(target) ? Number(target) : 0;
  return position >= 1 && position <= columns.length ? position - 1 : null;
}

/** Words that stand for a value that is not there. */
const MISSING = new Set(['', '?', 'na', 'n/a', 'nan', 'null', 'none']);

function holeIn({ columns, records }: Cells, file: string, say: FileWords): string | null {
  for (const { at, values } of records) {
    const hole = values.findIndex((cell) => MISSING.has(cell.toLowerCase()));
    if (hole >= 0) return say.hole(file, at, columns[hole]!);
  }
  return null;
}

/** A column of inputs that is mostly words is named as such; in one that is mostly numbers, the cell that is none. */
function wordsIn({ columns, records }: Cells, answer: number, file: string, say: FileWords): string | null {
  const faults = columns.map((_, i) => records.filter(({ values }) => !isNumber(values[i]!)));
  const isWordy = faults.map(({ length }) => 2 * length > records.length);
  const wordy = columns.filter((_, i) => i !== answer && isWordy[i]);
  if (wordy.length > 0) return say.wordColumns(file, shortened(wordy));
  const areFew = 2 * new Set(records.map(({ values }) => values[answer])).size <= records.length;
  const column = faults.findIndex(({ length }, i) => length > 0 && (i !== answer || !(areFew || isWordy[i])));
  const first = faults[column]?.[0];
  return first ? say.notNumber(file, first.at, columns[column]!, oneLine(first.values[column]!)) : null;
}

/** Words are classes; so are whole numbers if they are few and come back. All other numbers are to be met as they are. */
function answersOf(cells: readonly string[]) {
  const areNumbers = cells.every(isNumber);
  // 1 and 1.0 are one class.
  const answers = areNumbers ? cells.map((cell) => String(Number(cell))) : cells;
  const distinct = [...new Set(answers)];
  const areFew = distinct.length <= 20 && 2 * distinct.length <= cells.length;
  if (areNumbers && !(areFew && distinct.every((answer) => Number.isInteger(Number(answer)))))
    return { task: 'regression' as const, labels: [], targets: Float32Array.from(answers, Number) };
  const labels = distinct.sort((a, b) => (areNumbers ? Number(a) - Number(b) : a < b ? -1 : 1));
  const numbers = new Map(labels.map((label, i) => [label, i]));
  return {
    task: labels.length === 2 ? ('binary' as const) : ('classes' as const),
    labels,
    targets: Float32Array.from(answers, (answer) => numbers.get(answer)!),
  };
}

function rowsOf({ columns, records }: Cells, answer: number, targets: Float32Array): StoredRows {
  const features = columns.length - 1;
  const inputs = new Float32Array(records.length * features);
  records.forEach(({ values }, row) => {
    let at = row * features;
    for (const [i, cell] of values.entries()) if (i !== answer) inputs[at++] = Number(cell);
  });
  return { inputs, unit: 1, targets, rows: records.length, features };
}

/** A list that still fits into a sentence. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length > 12 ? [...names.slice(0, 12), '...'] : names;
}

function refused(problem: string): Read<never> {
  return { value: null, problem };
}
