import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { onProcessor, type Placement, placementText } from '../../src/training/placement.ts';

const gpu: Placement = { backend: 'gpu', executor: 'fused-encoder', adapter: 'Some Card', reason: null };
const say = (placement: Placement) => placementText(placement, languages.en.backend);

test('nothing is said of a run on the processor that nobody asked to have elsewhere', () => {
  expect(say(onProcessor)).toBeNull();
  expect(say({ ...onProcessor, reason: { code: 'small' } })).toBeNull();
  expect(say({ ...onProcessor, reason: { code: 'missing', isAsked: false } })).toBeNull();
});

test('who asked for a GPU that is not there is told why', () => {
  expect(say({ ...onProcessor, reason: { code: 'missing', isAsked: true } })).toBe(
    'trained on CPU (wasm); the package webgpu is not installed; dl-tutor gpu add fetches it',
  );
});

test('a run on a GPU names it, what played the steps, what was measured, and that bits may differ', () => {
  expect(say({ ...gpu, reason: { code: 'measured', cpu: 123.4, gpu: 5678.9 } })).toBe(
    'trained on GPU (fused-encoder, Some Card); measured steps a second: CPU 123, GPU 5680; its bits may differ from those of the CPU',
  );
});

test('a GPU that failed on the way is told in either language', () => {
  const failed: Placement = { ...onProcessor, reason: { code: 'failed', detail: 'device lost' } };
  for (const { backend } of Object.values(languages))
    expect(placementText(failed, backend)).toContain('device lost');
});
