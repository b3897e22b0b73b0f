import { afterEach, expect, test } from 'vitest';
import { applyProgress, emptyProgress } from '../../src/session/progress.ts';
import { type Backend, processor } from '../../src/training/backend.ts';
import { onProcessor, type PlacementReason } from '../../src/training/placement.ts';
import { ENTER, openTutor } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

/** Runs the recipe of the sandbox where it stays on the processor for this reason. */
function runInSandbox(reason: PlacementReason): Promise<string> {
  const placement = { ...onProcessor, reason };
  const ownBackend: Backend = { ...processor, placement: () => placement };
  const progress = applyProgress(emptyProgress, { at: 0, type: 'language-chosen', language: 'en' });
  tutor = openTutor({ progress, ownBackend, rows: 40 });
  return tutor.press('.', ENTER);
}

const OFFER = /dl-tutor gpu add/;

test('a run of the sandbox that could gain from a GPU offers its support, and the next does not', async () => {
  expect(await runInSandbox({ code: 'missing', isAsked: false })).toMatch(OFFER);
  expect(await tutor.press('r')).not.toMatch(OFFER);
});

test('a run that is too small for a GPU offers nothing', async () => {
  expect(await runInSandbox({ code: 'small' })).not.toMatch(OFFER);
});
