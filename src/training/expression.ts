import jsep from 'jsep';
import { axes } from './kind.ts';

/** Which point of a run a measure is taken at; `total` for measures of the whole run. */
export type When =
  | { readonly at: 'start' | 'end' | 'best' | 'tail' | 'total' }
  | { readonly at: 'step' | 'epoch'; readonly number: number };

/** `loss@epoch1[batch=32]`: one value for each seed of each variant that the filter leaves. */
export type MeasureReference = {
  readonly type: 'measure';
  readonly text: string;
  readonly name: string;
  readonly when: When;
  readonly filter: Readonly<Record<string, string>>;
};

export type Expression =
  | MeasureReference
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'call'; readonly name: FunctionName; readonly inputs: readonly Expression[] }
  | { readonly type: 'unary'; readonly operator: '-' | 'not'; readonly input: Expression }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

export const functionNames = [
  'max',
  'min',
  'median',
  'mean',
  'std',
  'range',
  'count',
  'sum',
  'all',
  'any', // many values to one
  'abs',
  'ln',
  'exp',
  'sqrt',
  'tanh',
  'sigmoid',
  'sin',
  'cos', // value by value
] as const;
export type FunctionName = (typeof functionNames)[number];

export const binaryOperators = ['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', 'and', 'or'] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

/** Reads an expression over measures; nothing in it can run as code. `index` counts characters from 0. */
export function parseExpression(text: string): {
  readonly value: Expression | null;
  readonly problem: { readonly message: string; readonly index: number } | null;
} {
  try {
    return { value: convert(jsep(text), text), problem: null };
  } catch (error) {
    const { description, message, index } = error as {
      description?: string;
      message: string;
      index?: number;
    };
    return { value: null, problem: { message: description ?? message, index: index ?? 0 } };
  }
}

/** The measures that an expression refers to, in the order in which they stand. */
export function measuresIn(expression: Expression): readonly MeasureReference[] {
  switch (expression.type) {
    case 'measure':
      return [expression];
    case 'number':
      return [];
    case 'call':
      return expression.inputs.flatMap(measuresIn);
    case 'unary':
      return measuresIn(expression.input);
    case 'binary':
      return [...measuresIn(expression.left), ...measuresIn(expression.right)];
  }
}

// jsep reads the operators, calls and numbers; a measure is a token of our own.
const MEASURE = /^([a-z_][a-z_0-9]*)(?:@([a-z]+)(\d+)?)?(?:\[([^\]]*)\])?/i;
jsep.addUnaryOp('not');
jsep.addBinaryOp('or', 1);
jsep.addBinaryOp('and', 2);
jsep.hooks.add('gobble-token', readMeasure as unknown as jsep.HookCallback);

function readMeasure(this: JsepState, env: { node?: unknown }): void {
  const match = MEASURE.exec(this.expr.slice(this.index));
  if (!match || match[1] === 'not') return;
  const isCall =
    match[0] === match[1] && this.expr.slice(this.index + match[0].length).trimStart()[0] === '(';
  if (isCall) return;
  env.node = { type: 'Measure', match, index: this.index };
  this.index += match[0].length;
}

type JsepState = { readonly expr: string; index: number };

function convert(node: jsep.Expression, text: string): Expression {
  switch (node.type) {
    case 'Measure':
      return toMeasure(node.match as unknown as RegExpExecArray, node.index as number);
    case 'Literal':
      if (typeof node.value !== 'number')
        throw fault(`${String(node.raw)} is not a number`, text.indexOf(String(node.raw)));
      return { type: 'number', value: node.value };
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator === '+') return convert(argument, text);
      if (operator !== '-' && operator !== 'not')
        throw fault(`the operator ${operator} is not known here`, text.indexOf(operator));
      return { type: 'unary', operator, input: convert(argument, text) };
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      if (!isOneOf(binaryOperators, operator))
        throw fault(`the operator ${operator} is not known here`, text.indexOf(operator));
      return { type: 'binary', operator, left: convert(left, text), right: convert(right, text) };
    }
    case 'CallExpression': {
      const { callee, arguments: inputs } = node as jsep.CallExpression;
      const name = String(callee.name);
      if (!isOneOf(functionNames, name))
        throw fault(`${name} is not a function; known are ${functionNames.join(', ')}`, text.indexOf(name));
      if (inputs.length === 0) throw fault(`${name} needs something in its parentheses`, text.indexOf(name));
      return { type: 'call', name, inputs: inputs.map((input) => convert(input, text)) };
    }
    default:
      throw fault('this is not an expression over measures; write for example max(loss@end) < 0.1', 0);
  }
}

function toMeasure(match: RegExpExecArray, index: number): MeasureReference {
  const [text, name = '', at, number, filters = ''] = match;
  const filter: Record<string, string> = {};
  for (const part of filters.split(',').filter((each) => each.trim())) {
    const [key = '', value, ...more] = part.split('=').map((each) => each.trim());
    if (!key || !value || more.length > 0)
      throw fault(`"${part.trim()}" is no filter; write [key=value]`, index);
    filter[key] = value;
  }
  return { type: 'measure', text, name, when: toWhen(at, number, index), filter };
}

function toWhen(at: string | undefined, number: string | undefined, index: number): When {
  if (at === undefined) return { at: 'total' };
  // Where points lie along layers, degrees or widths, those are the steps.
  if ((axes as readonly string[]).includes(at) && number !== undefined)
    return { at: 'step', number: Number(number) };
  if ((at === 'step' || at === 'epoch') && number !== undefined) return { at, number: Number(number) };
  if ((at === 'start' || at === 'end' || at === 'best' || at === 'tail') && number === undefined)
    return { at };
  throw fault(
    `@${at}${number ?? ''} is not known; take @start, @end, @best, @tail, @step100, @epoch1 or @layer1`,
    index,
  );
}

function fault(description: string, index: number): Error {
  return Object.assign(new Error(description), { index: Math.max(0, index) });
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}
