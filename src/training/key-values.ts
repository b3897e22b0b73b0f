import { formatValue, type KeyName, type KeyRule, recipeKeys } from './recipe-keys.ts';

/** Values worth trying of a key, in their order, as they are written; none for free text. */
export function valuesOf(key: KeyName): readonly string[] {
  const rule: KeyRule = recipeKeys[key];
  switch (rule.type) {
    case 'choice':
    case 'choices':
      return rule.of;
    case 'text':
      return [];
    case 'widths':
      return WIDTHS.filter((widths) => widths.every((width) => width <= rule.to)).map(formatValue);
    case 'whole':
      return numbersOf(doubled.has(key) ? DOUBLED : rule.to <= 20 ? everyOneTo(rule.to) : WHOLE, rule);
    case 'number':
      return numbersOf(rule.to < 1 ? SHARES : rule.to === 1 ? [...SHARES, 1] : DECADES, rule);
  }
}

/** The value that follows a written one, or comes before it; null at the end of what there is. A choice goes round. */
export function nextValueOf(key: KeyName, written: string | null, by: 1 | -1): string | null {
  const values = valuesOf(key);
  const { type } = recipeKeys[key];
  if (type === 'number' || type === 'whole') {
    if (written === null) return values[Math.floor(values.length / 2)] ?? null;
    const now = Number(written);
    const found = by > 0 ? values.find((value) => Number(value) > now) : before(values, now);
    return found ?? null;
  }
  if (values.length === 0) return null;
  const at = written === null ? -1 : values.indexOf(written);
  if (at < 0) return (by > 0 ? values[0] : values.at(-1)) ?? null;
  return values[(at + by + values.length) % values.length] ?? null;
}

function before(values: readonly string[], now: number): string | undefined {
  return values.findLast((value) => Number(value) < now);
}

const DIGITS = [1, 2, 5] as const;
const powers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((power) =>
    DIGITS.map((digit) => Number(`${digit}e${power}`)),
  );
const POSITIVE = powers(-6, 3);
const DECADES = [...POSITIVE.map((value) => -value).reverse(), 0, ...POSITIVE];
const WHOLE = [0, 1, 2, 3, 4, ...powers(0, 6).filter((value) => value >= 5)];
const DOUBLED = Array.from({ length: 13 }, (_, power) => 2 ** power);
const SHARES = [
  ...[0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
  ...[0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 0.999999],
];
const WIDTHS: readonly (readonly number[])[] = [
  ...[[], [1], [2], [4], [8], [16], [32], [64], [128], [256]],
  ...[
    [4, 4],
    [8, 8],
    [8, 16],
    [16, 16],
    [16, 32],
    [32, 32],
    [64, 64],
    [128, 128],
  ],
  ...[
    [8, 8, 8],
    [16, 16, 16],
    [32, 32, 32],
    [64, 64, 64],
  ],
];

/** What is doubled and not counted up. */
const doubled: ReadonlySet<KeyName> = new Set(['batch', 'test_batch', 'groups', 'code', 'width']);

function everyOneTo(to: number): readonly number[] {
  return Array.from({ length: to + 1 }, (_, i) => i);
}

function numbersOf(
  numbers: readonly number[],
  { from = -Infinity, above = -Infinity, to }: { from?: number; above?: number; to: number },
): readonly string[] {
  return numbers.filter((value) => value >= from && value > above && value <= to).map(String);
}
