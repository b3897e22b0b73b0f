import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDevice } from '../../src/engine/gpu/device.ts';
import { chooseBackend } from '../../src/training/backend.ts';
import { gpuObstacle } from '../../src/training/gpu-obstacles.ts';
import { built, builtWith } from './built.ts';
import { failingAfter, finish, lossDifference, recipeOf } from './runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-gpu-'));
afterAll(() => rmSync(folder, { recursive: true }));

const moons = recipeOf({ data: 'moons', net: [6], steps: 40, batch: 16, test: 0 });

describe('a run by gpu.js', () => {
  test.each(['gpujs-webasm', 'gpujs-cpu'] as const)('on %s has the curve of the processor', (backend) => {
    const found = finish(moons, chooseBackend(moons, { backend, folder, files: built }));
    expect(found).toMatchObject({ backend, adapter: null, reason: null });
    expect(lossDifference(found, finish(moons))).toBeLessThan(1e-3);
  });

  test('says what plays it', () => {
    const found = finish(moons, chooseBackend(moons, { backend: 'gpujs-webasm', folder, files: built }));
    expect(found.executor).toBe('fused-sync');
  });

  test('stops early at the same step, with the best weights', () => {
    const recipe = recipeOf({
      data: 'moons',
      net: [16],
      flip: 0.3,
      epochs: 30,
      validation: 0.3,
      patience: 1,
      lr: 0.1,
    });
    const found = finish(recipe, chooseBackend(recipe, { backend: 'gpujs-webasm', folder, files: built }));
    const expected = finish(recipe);
    expect(found.measures.stopped).toBe(expected.measures.stopped);
    expect(lossDifference(found, expected)).toBeLessThan(1e-2);
  });

  test('with several seeds and variants has as many trainers on one device', () => {
    const recipe = recipeOf({ data: 'xor', vary: { net: [[2], [4]] }, seeds: '1..2', steps: 20 });
    const found = finish(recipe, chooseBackend(recipe, { backend: 'gpujs-webasm', folder, files: built }));
    expect(lossDifference(found, finish(recipe))).toBeLessThan(1e-3);
  });
});

describe('a GPU that fails', () => {
  test.each([1, 7, 23])('at plan %i leaves the run to the processor, and nothing is lost', (last) => {
    const backend = chooseBackend(moons, { backend: 'gpujs-webasm', folder, files: built });
    const found = finish(moons, failingAfter(last, backend));
    expect(found).toMatchObject({ backend: 'cpu', executor: 'wasm', reason: { code: 'failed' } });
    expect(lossDifference(found, finish(moons))).toBeLessThan(1e-3);
  });

  test('at its start is told from one that is not there', () => {
    const crashed = openDevice('webgpu', [], builtWith('processes/crashes.mjs'));
    expect(crashed.failure).toMatch(/SIGSEGV/);
    const hung = openDevice('webgpu', [], builtWith('processes/hangs.mjs'), 1);
    expect(hung.failure).toBe('no answer in 1 s');
    const missing = openDevice('webgpu', [], built);
    expect(missing.failure).toBe('the package webgpu is not installed');
  });

  test('at its start leaves the whole run to the processor, bit for bit', () => {
    const files = builtWith('processes/crashes.mjs');
    const found = finish(moons, chooseBackend(moons, { backend: 'gpujs-webasm', folder, files }));
    expect(found).toMatchObject({ backend: 'cpu', reason: { code: 'no-adapter' }, hash: finish(moons).hash });
  });
});

describe('where nothing of a GPU is wanted', () => {
  test('a small net stays on the processor and says why', () => {
    const found = finish(moons, chooseBackend(moons, { backend: 'auto', folder, files: built }));
    expect(found).toMatchObject({ backend: 'cpu', reason: { code: 'small' }, hash: finish(moons).hash });
  });

  test.each([
    ['kind', { kind: 'depth' }],
    ['act', { act: 'prelu' }],
    ['act', { act: 'maxout' }],
    ['norm', { norm: 'layer' }],
    ['loss', { loss: 'focal' }],
    ['opt', { opt: 'adadelta' }],
    ['pos_weight', { pos_weight: 2 }],
    ['l1', { l1: 0.1 }],
    ['clip', { clip: 1 }],
    ['clip_value', { clip_value: 1 }],
    ['input_noise', { input_noise: 0.1 }],
    ['mixup', { mixup: 0.2 }],
    ['shift', { data: 'digits', shift: 1 }],
    ['act', { vary: { act: ['tanh', 'prelu'] } }],
  ])('the key %s of a recipe is named as what a GPU does not take', (key, record) => {
    expect(gpuObstacle(recipeOf(record))?.key).toBe(key);
  });
});
