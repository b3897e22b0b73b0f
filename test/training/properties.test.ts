import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { handsReady, hire } from '../../src/engine/hands.ts';
import { onThreads } from '../../src/training/backend.ts';
import { startRun } from '../../src/training/client.ts';
import type { RunEvent } from '../../src/training/events.ts';
import type { Kind } from '../../src/training/kind.ts';
import { type KindName, kinds } from '../../src/training/kinds.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { type KeyName, type KeyRule, recipeKeys } from '../../src/training/recipe-keys.ts';
import { runRecipe } from '../../src/training/run.ts';

const workerUrl = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js'));

/** Small enough to train in a moment; what is not here is drawn from all that its rule allows. */
const SMALL: Partial<Record<KeyName, fc.Arbitrary<unknown>>> = {
  data: fc.constantFrom(
    'xor',
    'moons',
    'blobs',
    'line',
    'sine',
    'linear',
    'digits',
    'iris',
    'imbalanced',
    'random-labels',
  ),
  n: fc.integer({ min: 2, max: 60 }),
  test: fc.integer({ min: 0, max: 30 }),
  features: fc.integer({ min: 1, max: 12 }),
  net: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  conv: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }),
  batch: fc.integer({ min: 1, max: 40 }),
  steps: fc.integer({ min: 1, max: 25 }),
  epochs: fc.integer({ min: 1, max: 4 }),
  lr: fc.oneof(fc.double({ min: 1e-4, max: 0.5, noNaN: true }), fc.constantFrom(10, 1e3, 1e6)),
  warmup: fc.integer({ min: 0, max: 10 }),
  patience: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 1, max: 20 }),
  k: fc.integer({ min: 1, max: 10 }),
  depth: fc.integer({ min: 1, max: 8 }),
  draws: fc.integer({ min: 2, max: 30 }),
  trees: fc.integer({ min: 1, max: 6 }),
  restarts: fc.integer({ min: 1, max: 3 }),
  dimensions: fc.integer({ min: 1, max: 20 }),
  code: fc.integer({ min: 1, max: 8 }),
  labels: fc.integer({ min: 2, max: 40 }),
};

/** Keys whose usual values would take long. */
const ALWAYS: readonly KeyName[] = [
  'data',
  'n',
  'test',
  'features',
  'steps',
  'draws',
  'k',
  'width',
  'dimensions',
];

/** Any recipe of a kind: a few keys with values that their rules allow, without those that do not go together. */
function anyRecipeOf(kind: KindName): fc.Arbitrary<Recipe> {
  const { keys }: Kind = kinds[kind];
  const needed = ALWAYS.filter((key) => keys.includes(key));
  const values = keys.map((key) => [key, SMALL[key] ?? anyValue(recipeKeys[key])]);
  return fc
    .tuple(
      fc.record<Record<string, unknown>>(Object.fromEntries(values), { requiredKeys: [...needed] }),
      fc.array(fc.constantFrom(...keys), { minLength: 3, maxLength: 14 }),
      fc.nat(1000),
    )
    .map(([all, chosen, seed]): Recipe => {
      const kept = new Set<string>([...needed, ...chosen]);
      const few = Object.fromEntries(Object.entries(all).filter(([key]) => kept.has(key)));
      return soundest({ kind, ...few, seed });
    });
}

const anyRecipe = anyRecipeOf('train');

function anyValue(rule: KeyRule): fc.Arbitrary<unknown> {
  switch (rule.type) {
    case 'choice':
      return fc.constantFrom(...rule.of);
    case 'choices':
      return fc.subarray([...rule.of], { minLength: 1 });
    case 'number':
      return numberFrom(rule.from ?? rule.above ?? -rule.to, rule.to);
    case 'whole':
      return fc.integer({ min: rule.from, max: rule.to });
    case 'widths':
      return fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 });
    case 'text':
      return fc.constant('none');
  }
}

/** Any number, the strangest among them; and as often one such as people take. */
function numberFrom(min: number, max: number): fc.Arbitrary<number> {
  const top = Math.min(max, Math.max(min, 0) + 2);
  const common = fc.integer({ min: 1, max: 40 }).map((step) => min + ((top - min) * step) / 40);
  return fc.oneof(fc.double({ min, max, noNaN: true }), common);
}

/** The recipe that is left when keys which do not go with the others are taken out, one at a time. */
function soundest(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (value) return value;
  // A default can be the one that does not fit, such as two groups in one unit: then some key goes.
  const faulty = problems.map(({ key }) => key).find((key) => key in record) ?? Object.keys(record).at(-1);
  if (!faulty) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { [faulty]: _, ...rest } = record;
  return soundest(rest);
}

function eventsOf(recipe: Recipe, threads = 1): readonly RunEvent[] {
  return [...runRecipe(recipe, () => 0, onThreads(threads))];
}

/** To finite numbers, or it says that it diverged; and to the same bits twice. */
function trains(recipe: Recipe): void {
  const events = eventsOf(recipe);
  const diverged = events.some(({ type }) => type === 'diverged');
  const numbers = events.flatMap((event) => (event.type === 'measured' ? Object.entries(event.values) : []));
  const strange = numbers.filter(([, value]) => !Number.isFinite(value));
  if (!diverged) expect(strange).toEqual([]);
  // Where it diverged, infinity says so; nothing says NaN.
  expect(strange.filter(([, value]) => Number.isNaN(value))).toEqual([]);
  expect(hashOf(eventsOf(recipe))).toBe(hashOf(events));
}

function hashOf(events: readonly RunEvent[]): string {
  const last = events.at(-1);
  if (last?.type !== 'finished') throw new Error(`the run ended with ${last?.type}`);
  return last.hash;
}

function inWorker(recipe: Recipe, threads: number): Promise<readonly RunEvent[]> {
  const seen: RunEvent[] = [];
  return new Promise((resolve) => {
    const handle = startRun(recipe, {
      ...{ pace: 'max', look: null, workerUrl, wish: { backend: 'cpu', folder: '', threads } },
      onEvents(events) {
        seen.push(...events);
        if (!events.some(({ type }) => type === 'finished' || type === 'failed')) return;
        handle.stop();
        resolve(seen);
      },
    });
  });
}

/** Infinite weights of both signs make a loss that is no number, after a last batch whose loss was one. */
const ofInfiniteWeights = soundest({
  ...{ data: 'xor', n: 2, test: 0, opt: 'gd', lr: 1000, steps: 12, seed: 256 },
  ...{ decay: 1.35, input_noise: 81.72467718209866 },
});

describe('any recipe that is valid', () => {
  test('trains to finite numbers or reports divergence, and comes to the same bits twice', {
    timeout: 300_000,
  }, () => {
    fc.assert(fc.property(anyRecipe, trains), { numRuns: 150, examples: [[ofInfiniteWeights]] });
  });

  const others = (Object.keys(kinds) as KindName[]).filter((kind) => kind !== 'train');
  test.each(others)('of kind %s does so too', { timeout: 300_000 }, (kind) => {
    fc.assert(fc.property(anyRecipeOf(kind), trains), { numRuns: 12 });
  });

  test('comes to the same bits on two threads and in the training thread', { timeout: 300_000 }, async () => {
    hire(2);
    await vi.waitFor(() => expect(handsReady()).toBe(2), { timeout: 60_000 });
    const same = async (recipe: Recipe) => {
      const hash = hashOf(eventsOf(recipe));
      expect(hashOf(eventsOf(recipe, 2))).toBe(hash);
      for (const threads of [1, 2]) expect(hashOf(await inWorker(recipe, threads))).toBe(hash);
    };
    await fc.assert(fc.asyncProperty(anyRecipe, same), { numRuns: 12 });
  });
});
