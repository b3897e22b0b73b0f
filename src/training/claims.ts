import { evaluate } from './evaluate.ts';
import type { MemberRecord } from './events.ts';
import { type Expression, type MeasureReference, measuresIn, parseExpression } from './expression.ts';
import { isMeasured, type Span } from './kind.ts';
import { measureValues } from './measures.ts';
import { type Recipe, variantsOf } from './recipe.ts';

/** A sentence of a lesson about training, as an expression over a run that must come out true. */
export type Claim = { readonly run: string; readonly expect: string };

export type ClaimResult = {
  readonly holds: boolean;
  /** The values that it was judged by: of each call over many seeds, and of each measure outside of one. */
  readonly observed: Readonly<Record<string, number | readonly number[]>>;
};

/** Judges a claim by the records of its finished run. */
export function checkClaim(claim: Claim, records: readonly MemberRecord[]): ClaimResult {
  const { value: expression } = parseExpression(claim.expect);
  if (!expression) return { holds: false, observed: {} };
  const values = evaluate(expression, records);
  const holds = values.length > 0 && values.every((value) => value !== 0 && !Number.isNaN(value));
  return { holds, observed: Object.fromEntries(observe(expression, records)) };
}

/** What is wrong with an expression for a recipe before anything is run: unknown measures, filters that match no variant. */
export function checkExpression(expression: Expression, recipe: Recipe): readonly string[] {
  return measuresIn(expression).flatMap((measure) => checkMeasure(measure, recipe));
}

/** Aggregates that end in true or false say less than what stands in them. */
const VERDICTS = new Set(['all', 'any', 'abs']);

function observe(
  expression: Expression,
  records: readonly MemberRecord[],
): [string, number | readonly number[]][] {
  switch (expression.type) {
    case 'number':
      return [];
    case 'measure':
      return [[expression.text, single(measureValues(expression, records))]];
    case 'unary':
      return observe(expression.input, records);
    case 'binary':
      return [...observe(expression.left, records), ...observe(expression.right, records)];
    case 'call':
      if (VERDICTS.has(expression.name)) return expression.inputs.flatMap((input) => observe(input, records));
      return [[write(expression), single(evaluate(expression, records))]];
  }
}

function single(values: readonly number[]): number | readonly number[] {
  return values.length === 1 ? (values[0] ?? Number.NaN) : values;
}

function write(expression: Expression): string {
  switch (expression.type) {
    case 'number':
      return String(expression.value);
    case 'measure':
      return expression.text;
    case 'unary':
      return `${expression.operator === 'not' ? 'not ' : '-'}${write(expression.input)}`;
    case 'binary':
      return `${write(expression.left)} ${expression.operator} ${write(expression.right)}`;
    case 'call':
      return `${expression.name}(${expression.inputs.map(write).join(', ')})`;
  }
}

function checkMeasure({ text, name, when, filter }: MeasureReference, recipe: Recipe): string[] {
  const variants = variantsOf(recipe).filter(({ label }) =>
    Object.entries(filter).every(([key, value]) => label[key] === value),
  );
  if (variants.length === 0) {
    const labels = variantsOf(recipe).map(({ label }) =>
      Object.entries(label)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    );
    const known = labels.some(Boolean)
      ? `variants are ${labels.map((label) => `[${label}]`).join(' ')}`
      : 'the run has no vary';
    return [`${text} matches no variant: ${known}`];
  }
  const { measures } = variants[0]!;
  const known = when.at === 'total' ? measures.totals : measures.points;
  if (!known.includes(name)) {
    const other = when.at === 'total' ? measures.points : measures.totals;
    const hint = other.includes(name)
      ? when.at === 'total'
        ? `; say ${name}@end`
        : `; say ${name} without @`
      : '';
    return [
      `${text} is not measured by this run${hint}; measured are ${[...measures.points.map((each) => `${each}@end`), ...measures.totals].join(', ')}`,
    ];
  }
  return variants.flatMap((variant) => checkWhen(text, when, variant.span)).slice(0, 1);
}

function checkWhen(text: string, when: MeasureReference['when'], span: Span): string[] {
  if (when.at !== 'step' && when.at !== 'epoch') return [];
  if (when.at === 'epoch' && span.stepsPerEpoch === 0) return [`${text}: this run has no epochs`];
  const step = when.at === 'step' ? when.number : when.number * span.stepsPerEpoch;
  if (step > span.steps) return [`${text} lies beyond the end of the run at step ${span.steps}`];
  return step === 0 || isMeasured(step, span) ? [] : [`${text}: step ${step} is not among those measured`];
}
