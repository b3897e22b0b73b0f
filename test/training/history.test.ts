import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { createHistory } from '../../src/training/history.ts';
import type { Experiment } from '../../src/training/kind.ts';
import { parseRecipe, type Recipe, variantsOf } from '../../src/training/recipe.ts';
import { createRun, type Run } from '../../src/training/run.ts';
import { changeUnderWay } from '../../src/training/under-way.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

const images = { data: 'digits', n: 120, test: 60, conv: [4], kernel: 3, stride: 2, net: [] };

/** One recipe for everything that a network remembers from step to step. */
const NETWORKS: readonly [string, Record<string, unknown>][] = [
  ['dense, Adam', { data: 'moons', net: [8, 8], batch: 30, steps: 120 }],
  ['full batch, momentum', { data: 'xor', net: [4], opt: 'momentum', batch: 4, steps: 100 }],
  ['batch norm', { data: 'moons', net: [8], norm: 'batch', batch: 30, steps: 100 }],
  ['dropout', { data: 'moons', net: [8], dropout: 0.4, batch: 30, steps: 100 }],
  ['convolution', { ...images, norm: 'batch', batch: 30, epochs: 10 }],
  [
    'early stopping, before and after it has stopped',
    {
      data: 'moons',
      n: 60,
      noise: 0.4,
      net: [16],
      lr: 0.1,
      validation: 0.3,
      patience: 2,
      batch: 10,
      epochs: 40,
    },
  ],
  [
    'schedule with warm-up',
    { data: 'moons', net: [8], schedule: 'cosine', warmup: 30, batch: 30, steps: 100 },
  ],
  [
    'a rate that waits for a plateau',
    { data: 'moons', net: [8], schedule: 'plateau', lr_patience: 1, lr: 0.1, batch: 30, steps: 100 },
  ],
  ['input noise and mixup', { data: 'moons', net: [8], input_noise: 0.2, mixup: 0.4, batch: 30, steps: 100 }],
  ['shifted images', { ...images, shift: 1, batch: 30, epochs: 8 }],
  ['autoencoder', { kind: 'autoencoder', code: 4, n: 100, test: 0, batch: 20, steps: 60 }],
];

const start = (of: Recipe): Experiment => variantsOf(of)[0]!.start(3);
const stepsOf = (of: Recipe): number => variantsOf(of)[0]!.span.steps;
const saved = (experiment: Experiment) => experiment.save!();

describe('a network that is taken up from a snapshot', () => {
  test.each(NETWORKS)('%s: goes on bit for bit, in itself and in another, from any step', (_, record) => {
    const of = recipe(record);
    const steps = stepsOf(of);
    const whole = start(of);
    whole.advanceTo(steps);
    const end = whole.result();
    for (const step of [0, 1, 17, Math.floor(0.6 * steps), steps]) {
      const [first, second] = [start(of), start(of)];
      first.advanceTo(step);
      const snapshot = saved(first);
      first.advanceTo(steps);
      expect(first.result()).toEqual(end);
      for (const experiment of [first, second]) {
        experiment.load!(snapshot);
        expect(experiment.step).toBe(step);
        experiment.advanceTo(steps);
        expect(experiment.result()).toEqual(end);
      }
    }
  });
});

describe('the past of a network', () => {
  const of = recipe({ data: 'moons', net: [8], input_noise: 0.1, dropout: 0.1, batch: 30, steps: 300 });
  const span = variantsOf(of)[0]!.span;
  const answers = (experiment: Experiment) => experiment.look({ columns: 6, rows: 6 });

  test('is what it was at any step, and looking at it changes nothing of what follows', () => {
    const experiment = start(of);
    const history = createHistory(experiment, span, 1e9);
    history.advanceTo(200);
    for (const step of [0, 3, 77, 150, 199, 200]) {
      const then = start(of);
      then.advanceTo(step);
      expect(history.at(step, () => answers(experiment))).toEqual(answers(then));
      expect(experiment.step).toBe(200);
    }
    history.advanceTo(span.steps);
    const alone = start(of);
    alone.advanceTo(span.steps);
    expect(experiment.result()).toEqual(alone.result());
  });

  test('stays within its bytes, with snapshots from the first step on, evenly spread', () => {
    const experiment = start(of);
    experiment.advanceTo(0);
    const budget = 20.5 * saved(experiment).bytes;
    const history = createHistory(experiment, span, budget);
    history.advanceTo(span.steps);
    const { snapshots } = history;
    expect(snapshots.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(budget);
    expect(snapshots.length).toBeGreaterThan(8);
    expect(snapshots[0]!.step).toBe(0);
    const gaps = snapshots.slice(1).map(({ step }, i) => step - snapshots[i]!.step);
    expect(Math.max(...gaps)).toBeLessThan(3 * Math.min(...gaps));
    const then = start(of);
    then.advanceTo(133);
    expect(history.at(133, () => answers(experiment))).toEqual(answers(then));
  });
});

describe('a branch', () => {
  const written = { data: 'moons', net: [8], batch: 30, steps: 200, seed: 2 };

  /** A run that has been taken to a step, with a branch from an earlier one. */
  function branched(change: Record<string, unknown>, { from = 80, isInstead = false } = {}) {
    const run = createRun(recipe(written), { memory: 1e8 });
    const events: RunEvent[] = [...run.advanceLive(150)];
    const { events: told, at } = run.branch({ member: 0, step: from, change, isInstead });
    events.push(...told);
    return { run, events, at };
  }

  const lossesOf = (events: readonly RunEvent[], member: number) =>
    new Map(
      events.flatMap((event) =>
        event.type === 'measured' && event.member === member
          ? [[event.step, event.values.loss] as const]
          : [],
      ),
    );

  const lookOf = (run: Run, member: number, at: number | null) =>
    run.look({ member, at }, [{ name: 'picture', columns: 5, rows: 5 }])[0]!;

  test('with nothing changed is the original over again, from where it parted', () => {
    const { run, events, at } = branched({});
    expect(at).toBe(80);
    events.push(...run.advanceLive(200));
    const [original, branch] = [lossesOf(events, 0), lossesOf(events, 1)];
    expect([...branch.keys()][0]).toBe(81);
    expect(branch.size).toBe(120);
    for (const [step, loss] of branch) expect(loss).toBe(original.get(step));
    expect(lookOf(run, 1, null)).toMatchObject({ look: (lookOf(run, 0, null) as { look: object }).look });
  });

  test('is another run where a setting is changed, and named after it', () => {
    const { run, events } = branched({ lr: 0.2 });
    events.push(...run.advanceLive(200));
    expect(events.find(({ type }) => type === 'branched')).toMatchObject({
      member: { index: 1, vary: { lr: '0.2' }, branch: { of: 0, step: 80 } },
    });
    expect(lossesOf(events, 1).get(200)).not.toBe(lossesOf(events, 0).get(200));
  });

  test('was its original before it parted', () => {
    const { run } = branched({ opt: 'sgd', lr: 0.1 });
    run.advanceLive(200);
    expect(lookOf(run, 1, 40)).toMatchObject({
      step: 40,
      look: (lookOf(run, 0, 40) as { look: object }).look,
    });
  });

  test('may leave its original standing, and then the recipe does not come to its end', () => {
    const { run, events } = branched({ lr: 0.2 }, { from: 150, isInstead: true });
    events.push(...run.advanceLive(200));
    expect(run.isWhole).toBe(false);
    expect(Math.max(...lossesOf(events, 0).keys())).toBe(150);
    expect(Math.max(...lossesOf(events, 1).keys())).toBe(200);
  });

  test.each([
    ['an optimizer that remembers other things', { opt: 'momentum' }],
    ['decay', { decay: 0.01 }],
    ['dropout where there was none', { dropout: 0.2 }],
    ['another activation', { act: 'relu' }],
    ['another loss of one output', { loss: 'hinge' }],
    ['noise at the inputs', { input_noise: 0.3 }],
  ])('can have %s', (_, change) => {
    const { run, events } = branched(change);
    events.push(...run.advanceLive(200));
    if (!('act' in change))
      expect(lookOf(run, 1, 80)).toMatchObject({ look: (lookOf(run, 0, 80) as { look: object }).look });
    expect([...lossesOf(events, 1).values()].every(Number.isFinite)).toBe(true);
    expect(lossesOf(events, 1).get(200)).not.toBe(lossesOf(events, 0).get(200));
  });

  test('is refused in a sentence where the weights would not fit or the start is over', () => {
    const sentence = (change: Record<string, unknown>) =>
      changeUnderWay(recipe(written), change).problems.map(({ message }) => message);
    expect(sentence({ net: [16] })).toEqual([expect.stringMatching(/^net: it is settled when a run begins/)]);
    expect(sentence({ act: 'prelu' })).toEqual([expect.stringMatching(/^act: from tanh to prelu/)]);
    expect(sentence({ loss: 'ce' })).toEqual([expect.stringMatching(/^loss: from bce to ce/)]);
    expect(sentence({ opt: 'gd' })).toEqual([expect.stringMatching(/^batch: 30 does not go with opt gd/)]);
    expect(sentence({ lr: 0.3 })).toEqual([]);
    expect(() => branched({ net: [16] })).toThrow(/settled/);
  });

  test('is refused when there are many', () => {
    const { run } = branched({ lr: 0.2 });
    const more = () => run.branch({ member: 0, step: 10, change: { lr: 0.1 }, isInstead: false });
    for (let i = 0; i < 5; i++) more();
    expect(more).toThrow(/at most 6 branches/);
  });
});
