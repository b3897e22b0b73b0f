import { expect, test } from 'vitest';
import type { Step } from '../../src/content/lesson.ts';
import { emptyItem } from '../../src/session/progress.ts';
import { freshStage, type StageEvent, stageAfter } from '../../src/session/stage.ts';

const step: Step = {
  type: 'open',
  id: 'why',
  minutes: 1,
  ask: [],
  rubric: [],
  model: [],
  followups: [],
  weak: [],
};

const around = { step, repair: null, walkthrough: null };

function kept(...events: readonly StageEvent[]): readonly unknown[] {
  let stage = freshStage({ ...around, item: emptyItem });
  return events.flatMap((event) => {
    const after = stageAfter(stage, event, { ...around, item: emptyItem, key: null });
    stage = after.stage;
    return after.happened;
  });
}

test('an answer in the writing is kept at the end of every word', () => {
  expect(kept({ type: 'text-edited', text: 'It' }, { type: 'text-edited', text: 'It ' })).toEqual([
    { type: 'open-drafted', text: 'It ' },
  ]);
});

test('and when the writing pauses, in the middle of a word too', () => {
  expect(kept({ type: 'text-edited', text: '기울기' }, { type: 'writing-paused' })).toEqual([
    { type: 'open-drafted', text: '기울기' },
  ]);
});

test('and a kept draft is what the learner comes back to', () => {
  expect(freshStage({ ...around, item: { ...emptyItem, text: 'It ' } })).toEqual({
    type: 'writing',
    text: 'It ',
  });
});
