import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dumpProblem, writeDump } from '../../src/commands/dump-file.ts';
import { parametersOf } from '../../src/engine/network.ts';
import { createRandom } from '../../src/engine/random.ts';
import { createTrainer } from '../../src/engine/trainer.ts';
import { en } from '../../src/i18n/en.ts';
import { processor } from '../../src/training/backend.ts';
import { createDump } from '../../src/training/dump.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import type { Named, Recording } from '../../src/training/recording.ts';
import { runRecipe } from '../../src/training/run.ts';
import { referenceLoss } from '../engine/reference.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-dump-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Member = Recording & {
  readonly data: Readonly<Record<'train' | 'test' | 'validation', readonly Named[]>>;
  readonly points: readonly { readonly values: Readonly<Record<string, number>> }[];
};

function parse(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** What stands in the file after the run. */
function dumped(record: Record<string, unknown>): {
  readonly hash: string;
  readonly members: readonly Member[];
} {
  const recipe = parse(record);
  const file = join(folder, 'run.json');
  expect(dumpProblem(recipe, file, en.command)).toBeNull();
  const dump = createDump();
  const last = [...runRecipe(recipe, () => 0, { ...processor, make: dump.make })].at(-1);
  if (last?.type !== 'finished') throw new Error('the run did not finish');
  expect(writeDump(dump.of(last), file, en.command)).toBeNull();
  return JSON.parse(readFileSync(file, 'utf8'));
}

function tableOf([inputs, targets]: readonly Named[]) {
  const { rows = 0, features = 0 } = inputs!.shape;
  return {
    ...{ inputs: Float32Array.from(inputs!.values), targets: Float32Array.from(targets!.values) },
    ...{ rows, features },
  };
}

const numbersOf = (tensors: readonly Named[]) =>
  Float32Array.from(tensors.flatMap(({ values }) => [...values]));

/** Trains again from nothing but what the file says. */
function repeated({ network, optimizer, data, initial, batches, learningRates }: Member) {
  const trainer = createTrainer({
    ...{ spec: network, optimizer, data: tableOf(data.train), maxBatch: Math.max(...batches.sizes) },
    ...{ init: { name: 'zeros' }, random: createRandom(0) },
  });
  trainer.setParameters(numbersOf(initial));
  const losses = trainer.train({
    order: batches.rows === 'all' ? 'all' : Int32Array.from(batches.rows),
    sizes: Int32Array.from(batches.sizes),
    learningRates: Float32Array.from(learningRates),
  });
  return { losses: [...losses], final: trainer.flat(), test: trainer.evaluate(tableOf(data.test)).loss };
}

const RECIPES: readonly [string, Record<string, unknown>][] = [
  ['plain rows', { data: 'moons', n: 100, net: [6], opt: 'adam', batch: 32, steps: 30, seed: 3 }],
  ['images', { data: 'digits', n: 60, test: 40, conv: [3], norm: 'batch', net: [5], steps: 8, batch: 16 }],
  [
    'a full batch',
    { data: 'circles', n: 50, net: [4, 4], opt: 'gd', lr: 0.3, schedule: 'cosine', steps: 20 },
  ],
];

describe('a dump', () => {
  test.each(RECIPES)('of %s holds all that brings the same weights again', (_name, record) => {
    const [member] = dumped(record).members as readonly [Member];
    const again = repeated(member);
    expect(again.losses.map(Math.fround)).toEqual(member.losses.map(Math.fround));
    expect(again.final).toEqual(numbersOf(member.final));
    const last = member.points.at(-1)?.values.test_loss;
    expect(again.test).toBeCloseTo(last!, 12);
  });

  test('names the axes of every tensor, as many numbers as they say', () => {
    const [member] = dumped({ data: 'digits', n: 60, conv: [3], norm: 'batch', net: [5], steps: 2 }).members;
    const tensors = [...member!.initial, ...member!.final, ...member!.data.train, ...member!.data.test];
    for (const { shape, values } of tensors)
      expect(values).toHaveLength(Object.values(shape).reduce((a, b) => a * b, 1));
    expect(member!.initial.map(({ name }) => name)).toEqual(
      parametersOf(member!.network).map(({ name }) => name),
    );
    expect(member!.initial[0]?.shape).toEqual({ height: 3, columns: 3, channels: 1, units: 3 });
  });

  test('begins with the loss that its weights have on its first batch', () => {
    const [member] = dumped({ data: 'wine', n: 100, net: [7], steps: 3, batch: 10 }).members as readonly [
      Member,
    ];
    const { features, inputs, targets } = tableOf(member.data.train);
    const rows = (member.batches.rows as readonly number[]).slice(0, 10);
    const batch = {
      ...{ rows: 10, features, targets: Float32Array.from(rows, (row) => targets[row]!) },
      inputs: Float32Array.from(
        rows.flatMap((row) => [...inputs.subarray(row * features, (row + 1) * features)]),
      ),
    };
    const expected = referenceLoss(member.network, [...numbersOf(member.initial)], batch);
    expect(member.losses[0]).toBeCloseTo(expected, 5);
  });

  test('has a member for every seed and variant, in the order of the run', () => {
    const { members } = dumped({ data: 'xor', steps: 2, seeds: [5, 6], vary: { net: [[2], [3]] } });
    expect(members.map(({ network }) => network.layers[0])).toEqual(
      [2, 2, 3, 3].map((units) => ({ type: 'dense', units })),
    );
  });

  test('holds the rows as they were changed for each epoch', () => {
    const [member] = dumped({ data: 'moons', n: 20, batch: 10, epochs: 3, input_noise: 0.1 }).members;
    expect(member!.changed.map(({ step }) => step)).toEqual([0, 2, 4]);
    expect(member!.changed[0]?.rows[0]?.values).not.toEqual(member!.data.train[0]?.values);
  });

  test('changes nothing of the run', () => {
    const record = { data: 'spirals', net: [8], steps: 50, seed: 2 };
    for (const event of runRecipe(parse(record), () => 0))
      if (event.type === 'finished') expect(dumped(record).hash).toBe(event.hash);
  });
});

describe('before anything is trained', () => {
  test('a file that cannot be written is named', () => {
    const file = join(folder, 'none/run.json');
    expect(dumpProblem(parse({}), file, en.command)).toContain(`--dump: ${file} cannot be written: ENOENT`);
  });

  test('a file that is there already is kept as it is', () => {
    const file = join(folder, 'kept.json');
    writeFileSync(file, 'mine');
    expect(dumpProblem(parse({}), file, en.command)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('a kind that trains otherwise is refused', () => {
    expect(dumpProblem(parse({ kind: 'depth' }), join(folder, 'x'), en.command)).toContain('kind depth');
  });

  test('what would be too large says how large', () => {
    const recipe = parse({ data: 'moons', steps: 10_000_000 });
    expect(dumpProblem(recipe, join(folder, 'x'), en.command)).toMatch(/3[0-9]{2},[0-9,]+ numbers/);
  });
});
