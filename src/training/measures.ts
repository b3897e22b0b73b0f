import type { Measures, MemberRecord, Point } from './events.ts';
import type { MeasureReference, When } from './expression.ts';

/** Measures that are better the higher they are; of all others `@best` is the lowest. */
const HIGHER_IS_BETTER = new Set(['acc', 'test_acc', 'val_acc', 'purity']);

/** The value of a measure for each record that its filter leaves, variants outermost, seeds innermost. */
export function measureValues(
  measure: MeasureReference,
  records: readonly MemberRecord[],
): readonly number[] {
  return records
    .filter(({ member }) =>
      Object.entries(measure.filter).every(([key, value]) => member.vary[key] === value),
    )
    .map((record) => valueAt(record, measure.name, measure.when));
}

/** One measure of one member; NaN where it was not measured. */
function valueAt(record: MemberRecord, name: string, when: When): number {
  if (when.at === 'total') return record.totals[name] ?? Number.NaN;
  const points = record.points.filter((point) => name in point.values);
  if (points.length === 0) return Number.NaN;
  const value = (point: Point | undefined) => point?.values[name] ?? Number.NaN;
  switch (when.at) {
    case 'start':
      return value(points[0]);
    case 'end':
      return value(points.at(-1));
    case 'best':
      return points
        .map(value)
        .reduce((a, b) => (HIGHER_IS_BETTER.has(name) ? Math.max(a, b) : Math.min(a, b)));
    case 'tail': {
      const tail = points.slice(-Math.max(1, Math.floor(points.length / 10)));
      return tail.reduce((sum, point) => sum + value(point), 0) / tail.length;
    }
    case 'step':
      return value(points.find((point) => point.step === when.number) ?? sinceDivergence(record));
    case 'epoch':
      return value(points.find((point) => point.epoch === when.number) ?? sinceDivergence(record));
  }
}

/** Every measure of a finished run under the names that claims use: what `run --json` prints at its end. */
export function allMeasures(records: readonly MemberRecord[]): Measures {
  const measures: Record<string, number | number[]> = {};
  const add = (name: string, value: number) => {
    const before = measures[name];
    measures[name] = before === undefined ? value : [before, value].flat();
  };
  for (const record of records) {
    const filter = Object.entries(record.member.vary).map(([key, value]) => `${key}=${value}`);
    const suffix = filter.length > 0 ? `[${filter.join(',')}]` : '';
    for (const name of Object.keys(record.points.at(-1)?.values ?? {})) {
      for (const at of ['end', 'best'] as const) add(`${name}@${at}${suffix}`, valueAt(record, name, { at }));
    }
    for (const [name, value] of Object.entries(record.totals)) add(name + suffix, value);
  }
  return measures;
}

/** A run that diverged is measured no further; what it had come to stays its value from then on. */
function sinceDivergence(record: MemberRecord): Point | undefined {
  return record.totals.diverged === 1 ? record.points.at(-1) : undefined;
}
