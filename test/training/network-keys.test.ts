import { describe, expect, test } from 'vitest';
import { losses } from '../../src/engine/losses.ts';
import { optimizers } from '../../src/engine/optimizers.ts';
import { schedules } from '../../src/engine/schedules.ts';
import { ko } from '../../src/i18n/ko.ts';
import { activationNames, networkKeys, networkRules } from '../../src/training/network-keys.ts';
import { flatRecipe, parseRecipe, type Recipe, recipeCommand } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';

const base = { data: 'moons', n: 60, test: 0, net: [4, 6], steps: 20, seed: 3 };

/** A recipe in which each key may be given, and a value that is not the usual one. */
const uses = {
  norm: [{}, 'batch'],
  groups: [{ norm: 'group', net: [12] }, 3],
  pieces: [{ act: 'maxout' }, 3],
  dropout: [{}, 0.5],
  value: [{ init: 'constant' }, 0.1],
  bias: [{}, -1],
  out_bias: [{}, -3],
  smoothing: [{}, 0.1],
  gamma: [{ loss: 'focal' }, 1],
  alpha: [{ loss: 'focal' }, 0.5],
  delta: [{ loss: 'huber', data: 'line' }, 0.2],
  pos_weight: [{}, 5],
  rho: [{ opt: 'rmsprop' }, 0.5],
  beta1: [{}, 0.5],
  beta2: [{}, 0.5],
  decay: [{}, 0.1],
  l1: [{}, 0.1],
  l1_kind: [{ l1: 0.1 }, 'subgradient'],
  clip: [{ opt: 'sgd' }, 0.001],
  clip_value: [{ opt: 'sgd' }, 0.001],
  warmup: [{}, 5],
  lr_gamma: [{ schedule: 'exponential' }, 0.5],
  lr_every: [{ schedule: 'step' }, 3],
  lr_patience: [{ schedule: 'plateau', steps: 60, lr: 2, opt: 'sgd' }, 0],
} satisfies Record<keyof typeof networkRules, readonly [object, string | number]>;

describe.each(networkKeys)('%s', (key) => {
  const [around, value] = uses[key];
  const recipe = { ...base, ...around };

  test('changes what is trained', () => {
    expect(hashOf({ ...recipe, [key]: value })).not.toBe(hashOf(recipe));
    expect(hashOf({ ...recipe, [key]: value })).toBe(hashOf({ ...recipe, [key]: value }));
  });

  test('stands in the recipe that repeats the run', () => {
    const given = parse({ ...recipe, [key]: value });
    expect(flatRecipe(given)).toHaveProperty(key, value);
    expect(recipeCommand(given)).toContain(`--${key} ${value}`);
    expect(flatRecipe(parse(recipe))).not.toHaveProperty(key);
  });
});

describe('every choice trains', () => {
  const choices = [
    ...activationNames.map((act) => ({ act })),
    ...Object.keys(losses).map((loss) => ({
      loss,
      ...(losses[loss as keyof typeof losses].tasks.some((task) => task === 'binary')
        ? {}
        : { data: 'line' }),
    })),
    ...Object.keys(optimizers).map((opt) => ({ opt })),
    ...Object.keys(schedules).map((schedule) => ({ schedule })),
    ...networkRules.norm.of.map((norm) =>
      norm === 'instance' ? { norm, data: 'digits', conv: [4] } : { norm },
    ),
  ];

  test.each(choices.map((choice) => [JSON.stringify(choice), choice] as const))('%s', (_name, choice) => {
    const { measures } = finished({ ...base, steps: 100, ...choice });
    expect(measures.diverged).toBe(0);
    const { records } = finished({ ...base, steps: 100, ...choice });
    const losses = records[0]!.points.map(({ values }) => values.loss!);
    expect(Math.min(...losses)).toBeLessThan(losses[0]!);
  });

  test('and no two come to the same weights, but for gd and sgd on a whole batch and those that say the default', () => {
    const hashes = choices.map((choice) => hashOf({ ...base, ...choice }));
    const defaults = [
      { act: 'tanh' },
      { loss: 'bce' },
      { opt: 'adam' },
      { schedule: 'constant' },
      { norm: 'none' },
    ];
    // Adam without decay is AdamW, and a step schedule is constant for its first hundred steps.
    const same = [...defaults, { opt: 'adamw' }, { schedule: 'step' }].map((choice) =>
      JSON.stringify(choice),
    );
    const others = hashes.filter((_, i) => !same.includes(JSON.stringify(choices[i])));
    expect(new Set(others).size).toBe(others.length);
  });
});

describe('what does not go together is said in one sentence', () => {
  test.each([
    [{ gamma: 2 }, 'gamma: it goes only with loss focal / loss focal_ce, and this recipe has loss bce.'],
    [{ delta: 2 }, 'delta: it goes only with loss huber, and this recipe has loss bce.'],
    [{ loss: 'mse', pos_weight: 2 }, 'pos_weight: it goes only with loss bce / loss ce / loss focal_ce, and'],
    [{ rho: 0.5 }, 'rho: it goes only with opt rmsprop / opt adadelta, and this recipe has opt adam.'],
    [
      { momentum: 0.5 },
      'momentum: it goes only with opt momentum / opt nesterov, and this recipe has opt adam.',
    ],
    [{ std: 1 }, 'std: it goes only with init normal / init uniform, and this recipe has init xavier.'],
    [{ groups: 2 }, 'groups: it goes only with norm group, and this recipe has norm none.'],
    [
      { norm: 'group', groups: 3 },
      'groups: 3 is not allowed; it must be a whole number that divides the width 4',
    ],
    [
      { norm: 'group', net: [4, 5] },
      'groups: 2 is not allowed; it must be a whole number that divides the width 5',
    ],
    [{ warmup: 20 }, 'warmup: 20 is not allowed; it must be a whole number from 0 to 19.'],
    [{ lr_every: 3 }, 'lr_every: it goes only with schedule step, and this recipe has schedule constant.'],
    [{ dropout: 1 }, 'dropout: 1 is not allowed; it must be a number from 0 to 0.95.'],
  ])('%j', (change, message) => {
    const { value, problems } = parseRecipe({ ...base, ...change });
    expect(value).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  test('in Korean too', () => {
    const { problems } = parseRecipe({ ...base, norm: 'group', groups: 3 }, ko.problem);
    expect(problems[0]?.message).toContain('너비 4의 약수');
  });
});

test('a network that trains with dropout and batch norm is measured without them: the same twice', () => {
  const { records } = finished({ ...base, norm: 'batch', dropout: 0.5, lr: 1e-9 });
  const losses = records[0]!.points.map(({ values }) => values.loss!);
  const jumps = losses.slice(1).map((loss, i) => Math.abs(loss - losses[i]!));
  // Running statistics settle from step to step; masks would make it jump.
  expect(Math.max(...jumps)).toBeLessThan(0.1);
});

function parse(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>) {
  for (const event of runRecipe(parse(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

const hashOf = (record: Record<string, unknown>) => finished(record).hash;
