import {
  isFiniteNumber,
  isRecord,
  type KeyProblem,
  type QuestionKind,
  readable,
  unreadable,
} from './kind.ts';
import { isWithin, parseNumber, toleranceProblems } from './number.ts';

export type TableKey = {
  readonly type: 'table';
  /** The right numbers in reading order. */
  readonly cells: readonly number[];
  /** How far off is still right, the same for every cell. */
  readonly tolerance: number;
};

/** For each cell, the number that was understood, null where it was none, and whether it is right. */
export type TableGrade = {
  readonly correct: boolean;
  readonly values: readonly (number | null)[];
  readonly places: readonly boolean[];
};

/** The empty cells of a table are filled with numbers; an answer is what was typed into each, in reading order. */
export const table: QuestionKind<TableKey, readonly string[], TableGrade> = {
  options: 'cells',
  readKey: (raw, cellCount) => {
    if (!isRecord(raw))
      return unreadable('the answer must be a record such as {cells: [32, 8], tolerance: 0}');
    const { cells, tolerance } = raw;
    const problems = problemsOf(raw, cellCount);
    if (problems.length > 0) return { value: null, problems };
    return readable({ type: 'table', cells: (cells as unknown[]).map(Number), tolerance: Number(tolerance) });
  },
  grade: (given, { cells, tolerance }) => {
    const values = cells.map((_, i) => parseNumber(given[i] ?? ''));
    const places = values.map(
      (value, i) => value !== null && isWithin(value, { value: cells[i] ?? 0, tolerance }),
    );
    return { correct: places.length > 0 && places.every(Boolean), values, places };
  },
};

/** What is typed into the cells of a table is kept as one text, a line a cell. */
export function cellsOf(text: string, count: number): readonly string[] {
  const lines = text.split('\n');
  return Array.from({ length: count }, (_, i) => lines[i] ?? '');
}

function problemsOf(raw: Readonly<Record<string, unknown>>, cellCount: number): KeyProblem[] {
  const { cells, tolerance, ...unknown } = raw;
  const problems: KeyProblem[] = Object.keys(unknown).map((key) => ({
    path: [key],
    message: `"${key}" is not known here; an answer has cells and tolerance`,
  }));
  if (!Array.isArray(cells))
    problems.push({
      path: cells === undefined ? [] : ['cells'],
      message: 'cells must be the list of the right numbers in reading order',
    });
  else {
    problems.push(
      ...cells.flatMap((each, i) =>
        isFiniteNumber(each) ? [] : [{ path: ['cells', i], message: 'a cell must be the right number' }],
      ),
    );
    if (cells.length !== cellCount)
      problems.push({
        path: ['cells'],
        message: `the table has ${cellCount} cells marked "?" and here stand ${cells.length} numbers; make them equal`,
      });
  }
  problems.push(...toleranceProblems(tolerance));
  return problems;
}
