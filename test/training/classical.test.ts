import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/engine/random.ts';
import type { Table } from '../../src/engine/table.ts';
import { en } from '../../src/i18n/en.ts';
import type { RunEvent } from '../../src/training/events.ts';
import { kinds } from '../../src/training/kinds.ts';
import type { Learner, LearnerSettings } from '../../src/training/learner.ts';
import { type LearnerName, learners } from '../../src/training/learners.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe({ kind: 'classical', ...record });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>): Extract<RunEvent, { type: 'finished' }> {
  for (const event of runRecipe(recipe(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const measured = (record: Record<string, unknown>, name: string) => Number(finished(record).measures[name]);

/** What a learner answers to points, having seen a few. */
function answers(
  name: LearnerName,
  rows: readonly (readonly [readonly number[], number])[],
  points: readonly (readonly number[])[],
  { classes = 1, ...settings }: Partial<LearnerSettings> & { readonly classes?: number } = {},
): readonly number[] {
  const train: Table = {
    inputs: Float32Array.from(rows.flatMap(([x]) => x)),
    targets: Float32Array.from(rows, ([, t]) => t),
    rows: rows.length,
    features: rows[0]![0].length,
  };
  const learner: Learner = learners[name];
  const all = {
    k: 1,
    trees: 5,
    depth: 20,
    seeding: 'plus-plus',
    restarts: 1,
    decay: 0.01,
    steps: 20,
    ...settings,
  } as const;
  const learning = learner.begin({ train, classes }, all, createRandom(1));
  for (let step = 0; step < learner.steps(all); step++) learning.step();
  return [...learning.predict(Float32Array.from(points.flat()), points.length)];
}

describe.each(Object.entries(learners as Record<LearnerName, Learner>))('%s', (name, learner) => {
  const data = learner.tasks.includes('classes') ? 'iris' : 'line';

  test('comes to the same bits under its seed, and to others under another', () => {
    const run = (seed: number) => finished({ data, learner: name, seed }).hash;
    expect(run(3)).toBe(run(3));
    expect(run(4)).not.toBe(run(3));
  });

  test('comes to the same bits however its steps are sliced', () => {
    const run = createRun(recipe({ data, learner: name }));
    for (let at = 0; at <= run.liveSteps; at += 3) run.advanceLive(at);
    run.advanceLive(run.liveSteps);
    const last = [...run.rest(() => 0)].flat().at(-1);
    expect(last).toMatchObject({ hash: finished({ data, learner: name }).hash });
  });

  test('measures what it says it measures, and takes all its own settings', () => {
    const prepared = kinds.classical.prepare({ data, learner: name }, en.problem);
    for (const key of learner.keys) expect(prepared.settings[key]).not.toBeNull();
    const experiment = prepared.start(1);
    const points = experiment.advanceTo(prepared.span.steps);
    expect(Object.keys(points.at(-1)!.values)).toEqual([...prepared.measures.points]);
    expect(Object.values(points.at(-1)!.values).every(Number.isFinite)).toBe(true);
  });

  test('learns every task that it names', () => {
    const sets = { binary: 'moons', classes: 'iris', regression: 'line' } as const;
    for (const task of learner.tasks) {
      const values = finished({ data: sets[task], learner: name }).measures;
      if (learner.measures) continue;
      if (task === 'regression') expect(values['test_loss@end']).toBeLessThan(0.03);
      else expect(values['test_acc@end']).toBeGreaterThan(0.8);
    }
  });
});

describe('nearest neighbours', () => {
  const rows = [
    [[0, 0], 0],
    [[1, 0], 1],
    [[1.2, 0], 1],
    [[5, 5], 2],
  ] as const;

  test('know every training row by heart with k = 1', () => {
    expect(measured({ data: 'random-labels', learner: 'knn', k: 1 }, 'acc@end')).toBe(1);
    expect(
      answers(
        'knn',
        rows,
        rows.map(([x]) => x),
        { classes: 3 },
      ),
    ).toEqual([0, 1, 1, 2]);
  });

  test('are outvoted with more of them, and give the mean of numbers', () => {
    expect(answers('knn', rows, [[0, 0]], { classes: 3, k: 3 })).toEqual([1]);
    expect(
      answers(
        'knn',
        [
          [[0], 10],
          [[1], 20],
          [[9], 90],
        ],
        [[0.4]],
        { k: 2 },
      ),
    ).toEqual([15]);
  });
});

describe('naive Bayes', () => {
  test('weighs how wide a class is: far out, the wide one is likelier', () => {
    const rows = [
      [[-0.1], 0],
      [[0.1], 0],
      [[-3], 1],
      [[3], 1],
    ] as const;
    expect(answers('naive-bayes', rows, [[0], [0.2], [2], [-9]], { classes: 2 })).toEqual([0, 0, 1, 1]);
  });

  test('weighs how frequent a class is', () => {
    const rows = [
      [[-1], 0],
      [[-1], 0],
      [[-1], 0],
      [[1], 1],
    ] as const;
    // Between the two, the boundary lies at variance / distance × ln 3 = 0.0055.
    expect(answers('naive-bayes', rows, [[0.004], [0.007]], { classes: 2 })).toEqual([0, 1]);
  });

  test('stands columns that never change', () => {
    expect(measured({ data: 'digits', learner: 'naive-bayes' }, 'test_acc@end')).toBeGreaterThan(0.85);
  });
});

describe('a tree', () => {
  const xor = [
    [[0, 0], 0],
    [[0, 1], 1],
    [[1, 0], 1],
    [[1, 1], 0],
  ] as const;
  const corners = xor.map(([x]) => x);

  test('solves XOR with two questions, and not with one', () => {
    expect(answers('tree', xor, corners, { classes: 2 })).toEqual([0, 1, 1, 0]);
    const one = answers('tree', xor, corners, { classes: 2, depth: 1 });
    expect(one.filter((answer, i) => answer === xor[i]![1])).toHaveLength(2);
  });

  test('asks halfway between rows, first what parts best', () => {
    const rows = [
      [[1, 7], 0],
      [[2, 3], 0],
      [[4, 5], 1],
      [[5, 6], 1],
    ] as const;
    expect(
      answers(
        'tree',
        rows,
        [
          [2.9, 9],
          [3.1, 0],
        ],
        { classes: 2, depth: 1 },
      ),
    ).toEqual([0, 1]);
  });

  test('answers numbers with the mean of a leaf', () => {
    const rows = [
      [[1], 10],
      [[2], 12],
      [[8], 50],
      [[9], 52],
    ] as const;
    expect(answers('tree', rows, [[0], [100]], { depth: 1 })).toEqual([11, 51]);
  });

  test('of a forest see different rows, and together know more than one alone', () => {
    const one = measured({ data: 'digits', n: 300, learner: 'tree' }, 'test_acc@end');
    const many = measured({ data: 'digits', n: 300, learner: 'forest', trees: 30 }, 'test_acc@end');
    expect(many).toBeGreaterThan(one + 0.1);
  });
});

describe('k-means', () => {
  const record = { data: 'blobs', learner: 'kmeans', test: 0 };

  test('never goes up in inertia, from either start', () => {
    for (const seeding of ['plus-plus', 'random']) {
      const { records } = finished({ ...record, seeding, seeds: '1..10' });
      for (const { points } of records) {
        const inertia = points.map(({ values }) => values.inertia!);
        inertia.slice(1).forEach((each, i) => {
          expect(each).toBeLessThanOrEqual(inertia[i]! * (1 + 1e-12));
        });
        expect(inertia.at(-1)).toBeLessThan(inertia[0]!);
      }
    }
  });

  test('is stuck more often from a random start', () => {
    const stuck = (seeding: string) => {
      const ends = finished({ ...record, seeding, seeds: '1..50' }).measures['inertia@end'] as number[];
      return ends.filter((inertia) => inertia > 1.5 * Math.min(...ends)).length;
    };
    expect(stuck('plus-plus')).toBeLessThan(stuck('random') / 2);
  });

  test('puts two centres into the middle of two heaps', () => {
    const rows = [
      [[0], 0],
      [[2], 0],
      [[10], 0],
      [[12], 0],
    ] as const;
    const [a, b, c, d] = answers('kmeans', rows, [[0], [5.9], [6.1], [50]], { k: 2 });
    expect([a === b, c === d, a === c]).toEqual([true, true, false]);
  });
});

test('of several starts, k-means answers from the best one', () => {
  const ends = (restarts: number) =>
    finished({ data: 'blobs', learner: 'kmeans', seeding: 'random', test: 0, restarts, seeds: '1..20' })
      .measures['inertia@end'] as number[];
  const [once, often] = [ends(1), ends(10)];
  expect(Math.max(...often)).toBeLessThan(1.5 * Math.min(...often));
  expect(Math.max(...once)).toBeGreaterThan(2 * Math.max(...often));
});

describe('a support vector machine', () => {
  const rows = [
    [[-3], 0],
    [[-1], 0],
    [[1], 1],
    [[3], 1],
  ] as const;

  test('puts its boundary in the middle of the gap, whatever lies far from it', () => {
    const far = [...rows, ...Array.from({ length: 8 }, (_, i) => [[5 + i], 1] as const)];
    for (const each of [rows, far])
      expect(answers('svm', each, [[-0.2], [0.2]], { classes: 2, decay: 0.001, steps: 400 })).toEqual([0, 1]);
  });

  test('is held back by decay until it no longer parts what can be parted', () => {
    const accuracy = (decay: number) => measured({ data: 'wine', learner: 'svm', decay }, 'acc@end');
    expect(accuracy(0.01)).toBeGreaterThan(0.98);
    expect(measured({ data: 'imbalanced', learner: 'svm', decay: 10 }, 'acc@end')).toBeCloseTo(0.95, 2);
  });
});

describe('logistic regression', () => {
  // One of five at 0 is of class 1, and three of four at 1.
  const drawn = { 0: [1, 0, 0, 0, 0], 1: [1, 1, 1, 0] };
  const rows = Object.entries(drawn).flatMap(([x, labels]) => labels.map((t) => [[Number(x)], t] as const));

  test('comes to the odds of the rows: its chance is one half where ln(1/4) + x (ln 3 - ln(1/4)) is 0', () => {
    const edge = Math.log(4) / (Math.log(3) + Math.log(4));
    const points = [[edge - 1e-6], [edge + 1e-6]];
    expect(answers('logistic', rows, points, { classes: 2, decay: 0, steps: 20 })).toEqual([0, 1]);
  });

  test('answers what is commonest where decay holds its weights at 0, the bias free', () => {
    expect(measured({ data: 'imbalanced', learner: 'logistic', decay: 10 }, 'acc@end')).toBeCloseTo(0.95, 2);
  });

  test('stays finite without decay where a plane parts the classes', () => {
    const parted = [-2, -1, 1, 2].map((x) => [[x], Number(x > 0)] as const);
    expect(answers('logistic', parted, [[-1], [1]], { classes: 2, decay: 0, steps: 1000 })).toEqual([0, 1]);
  });

  test('is where gradient descent on one neuron comes to', () => {
    const shared = { data: 'wine', scale: 'standard', test: 60, seed: 1 };
    const { value } = parseRecipe({ ...shared, kind: 'train', net: [], opt: 'adam', lr: 0.05, steps: 2000 });
    const [event] = [...runRecipe(value!, () => 0)].slice(-1);
    if (event?.type !== 'finished') throw new Error('the run did not finish');
    const own = measured({ ...shared, learner: 'logistic' }, 'test_acc@end');
    expect(Math.abs(own - Number(event.measures['test_acc@end']))).toBeLessThan(0.04);
  });
});

test('least squares finds the law of rows without noise, and 0 for a column that says nothing', () => {
  const rows = [
    [0, 0],
    [1, 2],
    [2, -1],
    [3, 5],
  ].map(([a, b]) => [[a!, 7, b!], 3 * a! - 2 * b! + 1] as const);
  expect(
    answers('linear', rows, [
      [10, 7, 10],
      [0, 7, 1],
    ]),
  ).toEqual([11, -1]);
});

test.each([
  [
    { data: 'moons', learner: 'linear' },
    'learner: linear does not fit the data moons; take knn or naive-bayes',
  ],
  [{ data: 'line', learner: 'naive-bayes' }, 'learner: naive-bayes does not fit the data line'],
  [{ learner: 'tree', k: 3 }, 'k: it goes only with learner knn, kmeans, and this recipe has learner tree.'],
  [{ learner: 'knn', steps: 3 }, 'steps: it goes only with learner logistic, kmeans, svm'],
  [
    { learner: 'tree', decay: 1 },
    'decay: it goes only with learner logistic, svm, and this recipe has learner tree.',
  ],
  [{ learner: 'svn' }, 'learner: there is no "svn"'],
])('%o is refused in one sentence', (record, message) => {
  const { value, problems } = parseRecipe({ kind: 'classical', ...record });
  expect(value).toBeNull();
  expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
});

test('what a learner answers is drawn over the plane', () => {
  for (const [data, learner, classes] of [
    ['moons', 'tree', 2],
    ['blobs', 'kmeans', 5],
  ] as const) {
    const run = createRun(recipe({ data, learner }));
    run.advanceLive(run.liveSteps);
    const looked = run.look({ member: 0, at: null }, [{ name: 'picture', columns: 12, rows: 6 }])[0];
    if (looked?.type !== 'looked' || looked.look.type !== 'surface') throw new Error('no surface');
    expect(looked.look.classes).toBe(classes);
    expect(
      new Set([...looked.look.values].map((value) => (classes > 2 ? Math.floor(value) : Math.round(value))))
        .size,
    ).toBe(classes);
  }
});
