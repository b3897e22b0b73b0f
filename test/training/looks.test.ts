import { describe, expect, test } from 'vitest';
import type { Look } from '../../src/training/events.ts';
import { createHistory } from '../../src/training/history.ts';
import type { Experiment } from '../../src/training/kind.ts';
import { type LookName, looks } from '../../src/training/looks/looks.ts';
import { parseRecipe, variantsOf } from '../../src/training/recipe.ts';

const recipes = {
  moons: { data: 'moons', net: [8, 6], act: 'relu', batch: 30, steps: 120, dropout: 0.1, input_noise: 0.1 },
  rings: { data: 'circles', net: [8], act: 'tanh', extra: 'radius', loss: 'ce', batch: 30, steps: 60 },
  digits: {
    data: 'digits',
    n: 200,
    test: 100,
    conv: [4],
    kernel: 3,
    stride: 2,
    net: [8],
    norm: 'batch',
    batch: 50,
    epochs: 15,
  },
  sine: { data: 'sine', net: [6], steps: 60 },
  stopped: {
    data: 'moons',
    n: 60,
    noise: 0.4,
    net: [16],
    lr: 0.1,
    validation: 0.3,
    patience: 2,
    batch: 10,
    epochs: 30,
  },
} satisfies Record<string, Record<string, unknown>>;

const GRID = { columns: 7, rows: 5 };
const names = Object.keys(looks) as LookName[];

function variantOf(name: keyof typeof recipes) {
  const { value, problems } = parseRecipe(recipes[name]);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return variantsOf(value)[0]!;
}

/** A run at a step, with its past. */
function runAt(name: keyof typeof recipes, step: number) {
  const variant = variantOf(name);
  const experiment = variant.start(1);
  const history = createHistory(experiment, variant.span, 1e8);
  history.advanceTo(step);
  const look = <Name extends Look['type']>(of: LookName) =>
    experiment.look(GRID, of, history.snapshots) as Extract<Look, { type: Name }>;
  return { experiment, history, variant, look };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('every look', () => {
  test('fits some run, and none is offered that a run does not have', () => {
    const offered = Object.keys(recipes).map((name) => variantOf(name as keyof typeof recipes).looks!());
    expect(new Set(offered.flat())).toEqual(new Set(names));
    expect(variantOf('sine').looks!()).toEqual([
      'picture',
      'weights',
      'gradients',
      'updates',
      'activations',
      'slice',
    ]);
  });

  test.each(Object.keys(recipes) as (keyof typeof recipes)[])('on %s is made of finite numbers', (name) => {
    const { look, variant } = runAt(name, 20);
    for (const each of variant.looks!()) {
      const numbers = numbersIn(look(each));
      expect(numbers.length).toBeGreaterThan(0);
      // An empty bin of a calibration has no mean.
      if (each !== 'calibration') expect(numbers.every(Number.isFinite)).toBe(true);
    }
  });

  test.each(Object.keys(recipes) as (keyof typeof recipes)[])(
    'leaves the bits of %s as they are without it',
    (name) => {
      const { span, start, looks: offered } = variantOf(name);
      const finish = (between: (experiment: Experiment, step: number) => void) => {
        const experiment = start(1);
        for (let step = 0; step <= span.steps; step += 7) {
          experiment.advanceTo(step);
          between(experiment, step);
        }
        experiment.advanceTo(span.steps);
        return experiment.result();
      };
      const alone = finish(() => {});
      const watched = finish((experiment, step) => {
        const past = experiment.save!();
        for (const each of offered!())
          if (step % 3 === 0 || each !== 'slice') experiment.look(GRID, each, [past]);
      });
      expect(watched).toEqual(alone);
    },
  );
});

describe('a look at', () => {
  const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

  test('the update is that of the step which comes next, and of none behind the last', () => {
    const { look, experiment } = runAt('moons', 30);
    const { layers } = look<'updates'>('updates');
    const before = look<'weights'>('weights').weights;
    experiment.advanceTo(31);
    const after = look<'weights'>('weights').weights;
    expect(layers.map(({ name }) => name)).toEqual(['dense1', 'dense2', 'dense3']);
    const change = Math.hypot(...after[0]!.map((w, i) => w - before[0]![i]!)) / Math.hypot(...before[0]!);
    // The look has the biases too.
    expect(layers[0]!.ratio / change).toBeGreaterThan(0.5);
    expect(layers[0]!.ratio / change).toBeLessThan(2);
    experiment.advanceTo(120);
    expect(look('updates')).toBeNull();
  });

  test('the answers counts every row once', () => {
    const { look } = runAt('digits', 40);
    const { classes, counts, accuracy, part } = look<'confusion'>('confusion');
    expect([part, classes, sum(counts)]).toEqual(['test', 10, 100]);
    expect(accuracy).toBeCloseTo(sum(Array.from({ length: 10 }, (_, i) => counts[11 * i]!)) / 100, 12);
    const { bins } = look<'calibration'>('calibration');
    expect(sum(bins.map(({ rows }) => rows))).toBe(100);
  });

  test('thresholds agrees with the measures of the whole run', () => {
    const { look, experiment } = runAt('moons', 120);
    const { totals } = experiment.result();
    const { roc, pr } = look<'thresholds'>('thresholds');
    expect(roc.area).toBeCloseTo(totals.test_roc!, 6);
    expect(pr.area).toBeCloseTo(totals.test_pr!, 6);
    expect([roc.x[0], roc.y.at(-1)]).toEqual([0, 1]);
  });

  test('hidden units has one map for each, in both layers', () => {
    const { look } = runAt('moons', 40);
    const { layers, columns, rows } = look<'units'>('units');
    expect(layers.map((units) => units.length)).toEqual([8, 6]);
    expect(layers[0]![0]).toHaveLength(columns * rows);
  });

  test('activations knows which units are dead', () => {
    const { look } = runAt('moons', 40);
    const { layers } = look<'activations'>('activations');
    for (const { dead, mean, values } of layers) {
      expect(dead).toBeGreaterThanOrEqual(0);
      expect(mean).toBeGreaterThan(0);
      expect(Math.min(...values)).toBe(0);
    }
  });

  test('the loss surface leads from the start, at (1, 0), to where the weights are, at (0, 0)', () => {
    const { look } = runAt('sine', 60);
    const { path, values } = look<'slice'>('slice');
    expect(path[0]).toEqual({ x: expect.closeTo(1, 5), y: expect.closeTo(0, 5) });
    expect(path.at(-1)).toEqual({ x: 0, y: 0 });
    expect(path.length).toBeGreaterThan(20);
    // The middle row of five passes through the path's height; its columns go from the end to the start.
    const row = [...values.subarray(2 * 7, 3 * 7)];
    expect(row[2]).toBeLessThan(row[6]!);
  });
});
