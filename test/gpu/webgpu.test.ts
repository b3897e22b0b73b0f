import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Backend, chooseBackend } from '../../src/training/backend.ts';
import type { Recipe } from '../../src/training/recipe.ts';
import { createRun } from '../../src/training/run.ts';
import { built, builtWith } from './built.ts';
import { finish, lossDifference, recipeOf } from './runs.ts';

// What `software-adapter/prepare.mjs` has left, if it could.
const prepared = new URL('../../node_modules/.cache/software-adapter/adapter.json', import.meta.url);
const adapter: { folder: string; preload: string } | null = existsSync(prepared)
  ? JSON.parse(readFileSync(prepared, 'utf8'))
  : null;
if (adapter?.preload) process.env.LD_PRELOAD = adapter.preload;
// Where the processes of these tests find the package.
if (adapter) process.env.ADAPTER_FOLDER = adapter.folder;

const recipes = {
  'logistic regression': { data: 'moons', net: 'none', opt: 'sgd', steps: 40 },
  'a hidden layer': { data: 'moons', net: [8], steps: 40 },
  'several classes': { data: 'iris', net: [16], act: 'relu', opt: 'adamw', decay: 0.1, steps: 40 },
  regression: { data: 'sine', net: [8], opt: 'momentum', steps: 40 },
  'batch norm': { data: 'moons', net: [8, 8], norm: 'batch', act: 'gelu', opt: 'sgd', lr: 0.05, steps: 40 },
  dropout: { data: 'moons', net: [32], dropout: 0.4, steps: 40 },
  'weight decay and a schedule': {
    data: 'moons',
    net: [8],
    opt: 'sgd',
    lr: 0.2,
    decay: 0.01,
    schedule: 'cosine',
    steps: 40,
  },
  'all rows at once': { data: 'xor', net: [4], opt: 'gd', lr: 0.5, steps: 40 },
  'residual connections': { data: 'moons', net: [8, 8], residual: 'yes', steps: 40 },
  'plans of many steps': { data: 'circles', net: [8], act: 'relu', steps: 3200 },
  'a convolution': {
    data: 'digits',
    n: 200,
    test: 0,
    conv: [4],
    pool: 'max',
    act: 'relu',
    batch: 16,
    steps: 40,
  },
};

/** Of the losses, as shares of them: 2e-7 was seen, which is what float32 sums in another order come to. */
const TOLERANCE = 1e-5;

function onGpu(recipe: Recipe, process?: string): Backend {
  const files = process ? builtWith(process) : built;
  return chooseBackend(recipe, { backend: 'gpu', folder: adapter?.folder ?? '', files });
}

describe.skipIf(!adapter)('over WebGPU on the prepared adapter', () => {
  test.each(Object.entries(recipes))('%s: the curve of the processor', { timeout: 300_000 }, (_, record) => {
    const recipe = recipeOf(record);
    const found = finish(recipe, onGpu(recipe));
    expect(found).toMatchObject({ backend: 'gpu', executor: 'fused-encoder', reason: null });
    expect(found.adapter).toMatch(/./);
    expect(lossDifference(found, finish(recipe))).toBeLessThan(TOLERANCE);
  });

  test('several seeds and variants share the device', { timeout: 300_000 }, () => {
    const recipe = recipeOf({ data: 'xor', vary: { net: [[2], [4]] }, seeds: '1..3', steps: 20 });
    const found = finish(recipe, onGpu(recipe));
    expect(found).toMatchObject({ backend: 'gpu', reason: null });
    expect(lossDifference(found, finish(recipe))).toBeLessThan(TOLERANCE);
  });

  test.each([0, 2, 19])(
    'a device that is lost in the midst of plan %i leaves the run to the processor, and nothing is lost',
    { timeout: 300_000 },
    (plan) => {
      process.env.LOSE_AT = String(plan);
      const recipe = recipeOf(recipes.dropout);
      const found = finish(recipe, onGpu(recipe, 'processes/loses-device.mjs'));
      const reason = { code: 'failed', detail: 'device was destroyed' };
      expect(found).toMatchObject({ backend: 'cpu', executor: 'wasm', reason });
      expect(lossDifference(found, finish(recipe))).toBeLessThan(TOLERANCE);
    },
  );

  test('a plan that gpu.js silently plays in another way counts as no GPU', { timeout: 300_000 }, () => {
    const recipe = recipeOf(recipes['a hidden layer']);
    const found = finish(recipe, onGpu(recipe, 'processes/degrades.mjs'));
    const reason = { code: 'failed', detail: 'no room for a plan' };
    expect(found).toMatchObject({ backend: 'cpu', reason, hash: finish(recipe).hash });
  });

  test('auto measures both once, remembers it, and takes the faster', { timeout: 300_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-auto-'));
    symlinkSync(join(adapter?.folder ?? '', 'gpu'), join(folder, 'gpu'), 'junction');
    const large = recipeOf({ data: 'digits', net: [128, 128], act: 'relu', batch: 128, steps: 100_000 });
    const placed = () => {
      const run = createRun(large, {
        backend: chooseBackend(large, { backend: 'auto', folder, files: built }),
      });
      const [first] = run.advanceLive(0);
      run.free();
      return first;
    };
    // An adapter in software does not win.
    expect(placed()).toMatchObject({ type: 'placed', backend: 'cpu', reason: { code: 'measured' } });
    const file = join(folder, 'gpu.json');
    const remembered = readFileSync(file, 'utf8');
    writeFileSync(file, remembered.replace(/"gpu": [\d.]+/, '"gpu": 1000000'));
    expect(placed()).toMatchObject({ backend: 'gpu', reason: { code: 'measured', gpu: 1_000_000 } });
    rmSync(folder, { recursive: true });
  });
});
