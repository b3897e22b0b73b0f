import { dsvFormat } from 'd3-dsv';
import type { Words } from '../i18n/languages.ts';

/** Says in the learner's language what is wrong with a file. */
export type FileWords = Words['problem']['file'];

/** The cells of a file below its header; `at` is the row of the file that a record begins in. */
export type Cells = {
  readonly columns: readonly string[];
  readonly records: readonly { readonly at: number; readonly values: readonly string[] }[];
};

/** What was read, or the one sentence that says why it was not. */
export type Read<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: string };

/** A file's rows of values; what divides them and whether a header stands above is found out. */
export function parseCsv(text: string, file: string, say: FileWords): Read<Cells> {
  // An end of our own is swallowed by a quote that nothing closes.
  const records = [...recordsOf(`${text}\n${END}`, delimiterOf(text))];
  const last = records.pop()!;
  if (last.values.length !== 1 || last.values[0] !== END) return refused(say.openQuote(file, last.at));
  if (records.length === 0) return refused(say.noRows(file));
  const width = records[0]!.values.length;
  const uneven = records.find(({ values }) => values.length !== width);
  if (uneven) return refused(say.unevenRow(file, uneven.at, uneven.values.length, width));
  if (width < 2) return refused(say.oneColumn(file));
  const [first, ...rest] = records;
  const hasHeader = isHeader(first!.values, rest[0]?.values);
  if (records.length - Number(hasHeader) < 2) return refused(say.noRows(file));
  return {
    value: {
      columns: first!.values.map((name, i) =>
        hasHeader && name !== '' ? name.replace(/\s+/g, ' ') : String(i + 1),
      ),
      records: hasHeader ? rest : records,
    },
    problem: null,
  };
}

const END = '\u0004';

/** True for what stands for a number, in digits alone: 5, -0.5, 1e3. */
export function isNumber(cell: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) && Number.isFinite(Math.fround(Number(cell)));
}

/** A cell as a sentence can quote it. */
export function oneLine(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}...` : line;
}

function recordsOf(text: string, delimiter: string): Cells['records'] {
  const rows = dsvFormat(delimiter).parseRows(text);
  let at = 1;
  return rows
    .map((row) => {
      const record = { at, values: row.map((cell) => cell.trim()) };
      // A quoted cell may reach over several rows of the file.
      at += 1 + row.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
      return record;
    })
    .filter(({ values }) => values.some((cell) => cell !== ''));
}

/** The sign that divides the first rows into the same number of columns, and into the most. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 1_000_000)
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, 20)
    .join('\n');
  const score = (delimiter: string) => {
    const widths = dsvFormat(delimiter)
      .parseRows(head)
      .map((row) => row.length);
    const isEven = widths.every((width) => width === widths[0]);
    return Math.max(...widths) > 1 ? Math.min(...widths) + (isEven ? 1e6 : 0) : 0;
  };
  return [',', ';', '\t', '|'].sort((a, b) => score(b) - score(a))[0]!;
}

/** A header names a column of numbers with a word. */
function isHeader(first: readonly string[], second: readonly string[] | undefined): boolean {
  return first.some((cell, i) => !isNumber(cell) && second !== undefined && isNumber(second[i] ?? ''));
}

function refused(problem: string): Read<never> {
  return { value: null, problem };
}
