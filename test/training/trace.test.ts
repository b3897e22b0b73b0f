import { describe, expect, test } from 'vitest';
import { type ActivationName, activations } from '../../src/engine/activations.ts';
import { type LossName, losses } from '../../src/engine/losses.ts';
import { createRandom } from '../../src/engine/random.ts';
import { en } from '../../src/i18n/en.ts';
import { createBatches } from '../../src/training/batches.ts';
import { chooseData } from '../../src/training/data-choice.ts';
import { networkOf, trainSettings } from '../../src/training/kinds/train.ts';
import { trainerFor } from '../../src/training/network-run.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { MOST, type TraceStart, traceRun } from '../../src/training/trace/start.ts';
import { formulaText, numbersText, type Terms, writeNumber } from '../../src/training/trace/terms.ts';
import type { Trace } from '../../src/training/trace/trace.ts';

function recipeOf(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ steps: 1, lr: 0.1, ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function traceOf(record: Record<string, unknown>, start: TraceStart = {}): Trace {
  const { value, problems } = traceRun(recipeOf(record), start);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** The gradient of the first batch and the weights after its step, as the engine has them. */
function engineStep(record: Record<string, unknown>) {
  const recipe = recipeOf(record);
  const data = chooseData(recipe.given, 'moons', en.problem);
  const settings = trainSettings(recipe.given, data);
  const seed = recipe.seeds[0]!;
  const { train } = data.tables(seed);
  const spec = networkOf(settings, data);
  const random = createRandom(seed);
  const trainer = trainerFor({ settings, spec, train }, random.fork('weights'));
  const { order, sizes } = createBatches(random.fork('batches'), train.rows, settings.batch).next(1);
  const gradient = trainer.gradient(order);
  trainer.train({ order, sizes, learningRates: Float32Array.of(settings.lr) });
  return { gradient: Array.from(gradient), weights: Array.from(trainer.flat()) };
}

/** Of one kind, the values in the order of the engine's tensors: weights by input and unit, then biases. */
function flat({ widths, numbers }: Trace, kind: 'slope' | 'new'): readonly number[] {
  return widths.slice(1).flatMap((units, i) => {
    const from = [...Array.from({ length: widths[i]! }, (_, k) => k), 'bias'];
    return from.flatMap((source) =>
      Array.from({ length: units }, (_, unit) => {
        const found = numbers.find(
          (each) =>
            each.kind === kind &&
            each.at?.layer === i + 1 &&
            each.at.unit === unit &&
            'from' in each.at &&
            each.at.from === source,
        );
        return found!.value;
      }),
    );
  });
}

/** What a formula comes to, worked out by the host from its signs and its full numbers. */
function worth(formula: Terms): number {
  const program = numbersText(formula, (value) => String(value))
    .replace(/\[(.+?) (>|≤|<) (.+?)\]/g, 'Number($1 $2 $3)')
    .replaceAll('≤', '<=')
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replace(/\|(.+?)\|/g, 'Math.abs($1)')
    .replaceAll('√(2/π)', 'Math.sqrt(2 / Math.PI)')
    .replaceAll('√(2π)', 'Math.sqrt(2 * Math.PI)')
    .replaceAll('²', '**2')
    .replaceAll('³', '**3')
    .replaceAll('^', '**')
    .replace(/\bln\(/g, 'Math.log(')
    .replace(/\b(max|tanh|sign)\(/g, 'Math.$1(')
    .replace(/\be\*\*/g, 'Math.E**')
    .replaceAll('Φ(', 'chance(')
    .replaceAll('σ(', 'logistic(')
    // The host wants brackets around what is raised to a power behind a sign.
    .replace(/(?<=[-*+/ (]|^)-\((.*)\)$/, '-1*($1)')
    .replace(/(^|\()-(?=\d|M|\()/g, '$1-1*');
  const logistic = (x: number) => 1 / (1 + Math.exp(-x));
  const chance = (x: number) => activations.gelu.value(x) / x;
  return Function('logistic', 'chance', `return ${program}`)(logistic, chance) as number;
}

const OF_TASK = {
  regression: { data: 'line' },
  binary: { data: 'moons' },
  classes: { data: 'blobs', classes: 3 },
} as const;

const judged = (Object.keys(losses) as LossName[]).flatMap((loss) =>
  losses[loss].tasks.map((task) => ({ ...OF_TASK[task], loss })),
);
const told = [
  { loss: 'bce', smoothing: 0.2, pos_weight: 3 },
  { loss: 'ce', data: 'moons', pos_weight: 3 },
  { loss: 'ce', data: 'blobs', classes: 3, smoothing: 0.1 },
  { loss: 'focal_ce', data: 'moons', gamma: 1, pos_weight: 2 },
  { loss: 'focal', gamma: 3, alpha: 0.4 },
  { loss: 'huber', data: 'line', delta: 0.2 },
];
const bent = (Object.keys(activations) as ActivationName[]).map((act) => ({ act, net: [3, 2] }));
const CASES = [
  // With a bias no weighted sum lies on a corner, where there are two slopes.
  ...bent.map((each) => ({ ...each, data: 'moons', opt: 'gd', n: 3, bias: 0.1 })),
  ...bent.map((each) => ({ ...each, data: 'line', opt: 'sgd', batch: 1, seed: 3 })),
  ...[...judged, ...told].map((each) => ({ net: [2], opt: 'gd', n: 4, seed: 2, ...each })),
  ...judged.map((each) => ({ net: [], opt: 'sgd', batch: 1, ...each })),
  { data: 'xor', net: [2], act: 'tanh', loss: 'bce', opt: 'gd', lr: 0.5 },
  { data: 'line', net: [4, 3, 2], opt: 'sgd', batch: 2, schedule: 'linear', steps: 10 },
];

describe('the numbers of one step', () => {
  test.each(CASES)('have the slopes of the engine, and its weights after the step: %o', (record) => {
    const trace = traceOf(record);
    const { gradient, weights } = engineStep(record);
    const slopes = flat(trace, 'slope');
    const largest = Math.max(...slopes.map(Math.abs));
    expect(slopes).toHaveLength(gradient.length);
    for (const [i, slope] of slopes.entries())
      expect(Math.abs(slope - gradient[i]!)).toBeLessThan(2e-6 * largest + 1e-7);
    for (const [i, weight] of flat(trace, 'new').entries()) expect(weight).toBeCloseTo(weights[i]!, 5);
  });

  test.each(CASES)('agree with finite differences wherever something is a slope: %o', (record) => {
    const slopes = traceOf(record).numbers.filter(({ difference }) => difference !== null);
    expect(slopes.map(({ kind }) => kind)).toContain('delta');
    for (const { id, value, difference } of slopes)
      expect(Math.abs(value - difference!), id).toBeLessThan(1e-7);
  });

  test.each(CASES)('are what their formulas come to: %o', (record) => {
    const { numbers } = traceOf(record);
    for (const { id, formula, value } of numbers)
      expect(worth(formula), `${id} = ${formulaText(formula)}`).toBeCloseTo(value, 4);
  });

  test('come in the order of a step, each under an id of its own', () => {
    const { numbers, widths } = traceOf({ data: 'xor', net: [2], opt: 'sgd', batch: 1, loss: 'bce' });
    expect(widths).toEqual([2, 2, 1]);
    expect(numbers.map(({ id }) => id).join(' ')).toBe(
      'z.h1 z.h2 a.h1 a.h2 z.o p.o loss ' +
        'delta.o slope.h1-o slope.h2-o slope.b-o bend.h1 delta.h1 bend.h2 delta.h2 ' +
        'slope.x1-h1 slope.x2-h1 slope.b-h1 slope.x1-h2 slope.x2-h2 slope.b-h2 ' +
        'new.x1-h1 new.x2-h1 new.b-h1 new.x1-h2 new.x2-h2 new.b-h2 new.h1-o new.h2-o new.b-o',
    );
  });

  test('say how they come about, with names and with numbers', () => {
    const { numbers } = traceOf(
      { data: 'xor', net: [2], act: 'tanh', opt: 'sgd', batch: 1, loss: 'bce', lr: 0.5 },
      { weights: [2, 0.5, -1, 0.25, 0.5, 0, 1, -2, 0.5], rows: [{ x: [1, 3], y: 1 }] },
    );
    const said = (id: string) => {
      const { name, formula, value } = numbers.find((each) => each.id === id)!;
      return `${name} = ${formulaText(formula)} = ${numbersText(formula)} = ${writeNumber(value)}`;
    };
    expect(said('z.h1')).toBe('z(h₁) = w(x₁→h₁)·x₁ + w(x₂→h₁)·x₂ + b(h₁) = 2·1 + (−1)·3 + 0.5 = −0.5');
    expect(said('a.h1')).toBe('a(h₁) = tanh(z(h₁)) = tanh(−0.5) = −0.4621');
    expect(said('delta.o')).toBe('δ(o) = p − y = 0.1599 − 1 = −0.8401');
    expect(said('bend.h1')).toBe('φ′(h₁) = 1 − a(h₁)² = 1 − (−0.4621)² = 0.7864');
    expect(said('delta.h1')).toBe('δ(h₁) = w(h₁→o)·δ(o)·φ′(h₁) = 1·(−0.8401)·0.7864 = −0.6607');
    expect(said('slope.x2-h1')).toBe('∂L/∂w(x₂→h₁) = δ(h₁)·x₂ = −0.6607·3 = −1.982');
    expect(said('new.x2-h1')).toBe('w(x₂→h₁)′ = w(x₂→h₁) − η·∂L/∂w(x₂→h₁) = −1 − 0.5·(−1.982) = −0.009');
  });

  test('are those of a textbook: (wx − y)² at w = 1, x = 2, y = 3 has the slope −4', () => {
    const { numbers } = traceOf(
      { data: 'line', net: [], opt: 'gd', n: 2, lr: 0.1 },
      { weights: [1, 0], rows: [{ x: [2], y: 3 }] },
    );
    const values = Object.fromEntries(numbers.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ 'z.o': 2, loss: 1, 'delta.o': -2, 'slope.x-o': -4 });
    expect(values['new.x-o']).toBeCloseTo(1.4, 12);
  });
});

describe('a run that cannot be followed', () => {
  const said = (record: Record<string, unknown>, start: TraceStart = {}) =>
    traceRun(recipeOf(record), start).problems.map(({ key, message }) => `${key}: ${message}`);
  test.each([
    [{ net: [5], n: 2, opt: 'gd' }, /^run: a layer with 5 numbers is too wide/],
    [{ data: 'digits', net: [], opt: 'sgd', batch: 1 }, /^run: a layer with 64 numbers/],
    [{ net: [1, 1, 1, 1], n: 2, opt: 'gd' }, /^run: 4 hidden layers are too many/],
    [{ net: [2], opt: 'gd' }, /^run: a step on 200 rows is too long/],
    [{ net: [2], n: 2, opt: 'adam', batch: 2 }, /^run: .* opt: adam; leave it out/],
    [{ net: [2], n: 2, opt: 'gd', act: 'prelu' }, /act: prelu/],
    [{ net: [2], n: 2, opt: 'gd', norm: 'layer' }, /norm: layer/],
    [{ net: [2], n: 2, opt: 'gd', decay: 0.1 }, /decay: 0.1/],
    [{ n: 2, opt: 'gd', vary: { net: [[1], [2]] } }, /varies nothing/],
  ])('%o is refused with one sentence', (record, sentence) => {
    expect(said(record)).toEqual([expect.stringMatching(sentence)]);
  });

  test('so are weights and rows that do not go into it', () => {
    const small = { data: 'xor', net: [2], opt: 'gd', loss: 'bce' };
    expect(said(small, { weights: [1, 2] })).toEqual([expect.stringMatching(/^weights: .* has 9 weights/)]);
    expect(said(small, { rows: [{ x: [1], y: 1 }] })).toEqual([
      expect.stringMatching(/^rows: x must hold 2/),
    ]);
    expect(said(small, { rows: [{ x: [1, 1], y: 2 }] })).toEqual([expect.stringMatching(/must be 0, 1\.$/)]);
    const many = Array.from({ length: MOST.rows + 1 }, () => ({ x: [1, 1], y: 1 }));
    expect(said(small, { rows: many })).toEqual([expect.stringMatching(/^rows: a step on 5 rows/)]);
    expect(
      said({ ...small, act: 'relu', loss: 'sigmoid_mse' }, { weights: new Array(9).fill(1e200) }),
    ).toEqual([expect.stringMatching(/no finite number/)]);
  });
});
