import {
  isFiniteNumber,
  isRecord,
  type KeyProblem,
  type QuestionKind,
  readable,
  unreadable,
} from './kind.ts';

export type NumberKey = {
  readonly type: 'number';
  readonly value: number;
  /** How far off is still right, in the same unit. */
  readonly tolerance: number;
  readonly unit?: string;
};

/** `value` is what was understood; null where it was no number, which is not the same as a wrong one. */
export type NumberGrade = { readonly correct: boolean; readonly value: number | null };

/** A number is typed. */
export const number: QuestionKind<NumberKey, string, NumberGrade> = {
  options: 'none',
  readKey: (raw) => {
    if (!isRecord(raw)) return unreadable('the answer must be a record such as {value: 13, tolerance: 0.01}');
    const { value, tolerance, unit } = raw;
    const problems = problemsOf(raw);
    if (problems.length > 0) return { value: null, problems };
    const key = { type: 'number', value: Number(value), tolerance: Number(tolerance) } as const;
    return readable(unit === undefined ? key : { ...key, unit: String(unit) });
  },
  grade: (given, key) => {
    const value = parseNumber(given, key.unit);
    return { correct: value !== null && isWithin(value, key), value };
  },
};

/** Reads a number as people type it: 13.0, 1,024, 75%, 1e-3, 1/4, −4, and full-width digits; null where it is none. */
export function parseNumber(typed: string, unit?: string): number | null {
  if (LOSSY.test(typed)) return null;
  const plain = typed
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/\u2044/g, '/')
    .trim();
  const ending = unit?.normalize('NFKC');
  const isInUnit = ending !== undefined && plain.toLowerCase().endsWith(ending.toLowerCase());
  if (isInUnit) return parseFraction(plain.slice(0, -ending.length));
  if (!plain.endsWith('%')) return parseFraction(plain);
  const percent = parseFraction(plain.slice(0, -1));
  return percent === null ? null : percent / 100;
}

/** Superscripts, and vulgar fractions after a digit: normalized, 10² would read as 102 and 1½ as 11/2. */
const LOSSY = /[\u00b2\u00b3\u00b9\u2070-\u2079\u207a-\u208e]|\d\s*[\u00bc-\u00be\u2150-\u215f]/;
const DECIMAL = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;

function parseFraction(text: string): number | null {
  const parts = text.split('/').map((part) => parseDecimal(part.trim()));
  const [above, below = 1] = parts;
  if (parts.length > 2 || typeof above !== 'number' || below === null) return null;
  const value = above / below;
  return Number.isFinite(value) ? value : null;
}

function parseDecimal(text: string): number | null {
  if (!DECIMAL.test(text) || !/^[+-]?\.?\d/.test(text)) return null;
  return Number(text.replace(/,/g, ''));
}

/** True where a number lies no further from the right one than is tolerated. The slack is for decimals that binary cannot hold: 0.31 is not within 0.01 of 0.3 without it. */
export function isWithin(value: number, key: Pick<NumberKey, 'value' | 'tolerance'>): boolean {
  const slack = 1e-12 * Math.max(Math.abs(value), Math.abs(key.value));
  return Math.abs(value - key.value) <= key.tolerance + slack;
}

/** What is wrong with a tolerance. */
export function toleranceProblems(tolerance: unknown): readonly KeyProblem[] {
  if (isFiniteNumber(tolerance) && tolerance >= 0) return [];
  const message = 'tolerance must say how far off is still right; write 0 where only the value itself is';
  return [{ path: tolerance === undefined ? [] : ['tolerance'], message }];
}

function problemsOf(raw: Readonly<Record<string, unknown>>): KeyProblem[] {
  const { value, tolerance, unit, ...unknown } = raw;
  const problems: KeyProblem[] = Object.keys(unknown).map((key) => ({
    path: [key],
    message: `"${key}" is not known here; an answer has value, tolerance and unit`,
  }));
  if (!isFiniteNumber(value))
    problems.push({ path: value === undefined ? [] : ['value'], message: 'value must be the right number' });
  problems.push(...toleranceProblems(tolerance));
  if (unit !== undefined && (typeof unit !== 'string' || unit.trim() === ''))
    problems.push({
      path: ['unit'],
      message: 'unit must be a text such as "%"; leave it out where there is none',
    });
  return problems;
}
