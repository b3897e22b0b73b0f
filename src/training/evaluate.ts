import type { MemberRecord } from './events.ts';
import type { BinaryOperator, Expression, FunctionName, MeasureReference } from './expression.ts';
import { measureValues } from './measures.ts';
import { mean, median, standardDeviation } from './statistics.ts';

/** Values of an expression: one, or one for each seed (and variant) it speaks of. True is 1, false is 0. */
export type Values = readonly number[];

/** What an expression comes to over the records of a run; `x` stands in for a variable of that name (figures). */
export function evaluate(expression: Expression, records: readonly MemberRecord[]): Values {
  return walk(expression, (measure) => measureValues(measure, records));
}

/** A function of x at one point: the curve of a figure. */
export function evaluateAt(expression: Expression, x: number): number {
  return walk(expression, () => [x])[0] ?? Number.NaN;
}

type Lookup = (measure: MeasureReference) => Values;

function walk(expression: Expression, lookup: Lookup): Values {
  switch (expression.type) {
    case 'number':
      return [expression.value];
    case 'measure':
      return lookup(expression);
    case 'unary':
      return walk(expression.input, lookup).map((v) => (expression.operator === '-' ? -v : Number(v === 0)));
    case 'binary':
      return pairwise(
        walk(expression.left, lookup),
        walk(expression.right, lookup),
        binary[expression.operator],
      );
    case 'call': {
      const inputs = expression.inputs.map((input) => walk(input, lookup));
      const name = expression.name;
      if (name in pointwise) return (inputs[0] ?? []).map(pointwise[name as keyof typeof pointwise]);
      // max(0, x) takes the larger of its inputs value by value; max(x) the largest of its values.
      if (inputs.length > 1 && name in widening)
        return inputs.reduce((a, b) => pairwise(a, b, widening[name as keyof typeof widening]));
      return [reductions[name as keyof typeof reductions](inputs.flat())];
    }
  }
}

function pairwise(left: Values, right: Values, apply: (a: number, b: number) => number): Values {
  if (left.length === 1) return right.map((b) => apply(left[0]!, b));
  if (right.length === 1) return left.map((a) => apply(a, right[0]!));
  if (left.length !== right.length) return [Number.NaN];
  return left.map((a, i) => apply(a, right[i]!));
}

const binary = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
} satisfies Record<BinaryOperator, (a: number, b: number) => number>;

const pointwise = {
  abs: Math.abs,
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  sin: Math.sin,
  cos: Math.cos,
};

const widening = { max: Math.max, min: Math.min };

const reductions = {
  max: (v: Values) => Math.max(...v),
  min: (v: Values) => Math.min(...v),
  range: (v: Values) => Math.max(...v) - Math.min(...v),
  sum: (v: Values) => v.reduce((a, b) => a + b, 0),
  mean,
  median,
  std: standardDeviation,
  count: (v: Values) => v.filter((each) => each !== 0 && !Number.isNaN(each)).length,
  all: (v: Values) => Number(v.length > 0 && v.every((each) => each !== 0 && !Number.isNaN(each))),
  any: (v: Values) => Number(v.some((each) => each !== 0 && !Number.isNaN(each))),
} satisfies Record<Exclude<FunctionName, keyof typeof pointwise>, (v: Values) => number>;
