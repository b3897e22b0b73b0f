import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyProgress,
  emptyProgress,
  type Progress,
  type ProgressEvent,
} from '../../src/session/progress.ts';

const step = { lesson: 'xor', step: 'one' };

function progressAfter(...events: readonly ProgressEvent[]): Progress {
  return events.reduce(applyProgress, emptyProgress);
}

const anyEvent = fc.oneof(
  fc.record({
    at: fc.nat(),
    type: fc.constant('language-chosen' as const),
    language: fc.constantFrom('en' as const, 'ko' as const),
  }),
  fc.record({
    at: fc.nat(),
    type: fc.constantFrom('lesson-opened' as const, 'lesson-finished' as const),
    lesson: fc.string(),
  }),
  fc.record({
    at: fc.nat(),
    lesson: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
    step: fc.constantFrom('x', 'y', 'toString'),
    type: fc.constantFrom(
      'hint-taken' as const,
      'answer-shown' as const,
      'step-skipped' as const,
      'run-watched' as const,
    ),
  }),
  fc.record({
    at: fc.nat(),
    lesson: fc.constantFrom('a', 'b'),
    step: fc.constantFrom('x', 'y'),
    type: fc.constant('question-answered' as const),
    given: fc.oneof(fc.nat(3), fc.string(), fc.array(fc.nat(3))),
    right: fc.boolean(),
  }),
) as fc.Arbitrary<ProgressEvent>;

describe('progress', () => {
  test('is plain JSON after any events in any order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const progress = progressAfter(...events);
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
      }),
    );
  });

  test('is not changed by events that it does not know, so that an older program can read a newer journal', () => {
    const progress = progressAfter({ at: 1, type: 'language-chosen', language: 'ko' });
    const unknown = { at: 2, type: 'lab-repaired', ...step } as unknown as ProgressEvent;
    expect(applyProgress(progress, unknown)).toBe(progress);
  });

  test('keeps the place and every step that was seen once', () => {
    const reached = { at: 1, ...step, type: 'place-reached', block: 2 } as const;
    const { place, seen } =
      progressAfter(reached, { ...reached, step: 'two', block: 0 }, reached).lessons.xor ?? {};
    expect(place).toEqual({ step: 'one', block: 2 });
    expect(seen).toEqual(['one', 'two']);
  });

  test('keeps the first time that a lesson was finished', () => {
    const progress = progressAfter(
      { at: 5, type: 'lesson-finished', lesson: 'xor' },
      { at: 9, type: 'lesson-finished', lesson: 'xor' },
    );
    expect(progress.lessons.xor?.finishedAt).toBe(5);
  });

  test('does not take back a right answer because of a later wrong one', () => {
    const answered = { at: 1, ...step, type: 'question-answered' } as const;
    const { outcome, tries } =
      progressAfter({ ...answered, given: 1, right: true }, { ...answered, given: 0, right: false }).lessons
        .xor?.items.one ?? {};
    expect(outcome).toBe('right');
    expect(tries).toHaveLength(2);
  });

  test('does not count a prediction as wrong where the seeds disagree', () => {
    const graded = {
      at: 1,
      ...step,
      type: 'prediction-graded',
      chosen: 0,
      observed: [1],
      perOption: [1, 2],
    } as const;
    expect(progressAfter({ ...graded, right: null }).lessons.xor?.items.one?.outcome).toBe('done');
    expect(progressAfter({ ...graded, right: 1 }).lessons.xor?.items.one?.outcome).toBe('wrong');
  });

  test('does not skip what was already answered', () => {
    const progress = progressAfter(
      { at: 1, ...step, type: 'question-answered', given: 1, right: true },
      { at: 2, ...step, type: 'step-skipped' },
    );
    expect(progress.lessons.xor?.items.one?.outcome).toBe('right');
  });
});

test('a language that the program does not speak is not taken', () => {
  const event = { type: 'language-chosen', at: 1, language: 'xx' } as unknown as ProgressEvent;
  expect(applyProgress(emptyProgress, event)).toEqual(emptyProgress);
});

test('a draft is kept, and does not settle the question', () => {
  const events: readonly ProgressEvent[] = [
    { type: 'open-drafted', at: 1, lesson: 'a', step: 'why', text: 'Because ' },
    { type: 'open-drafted', at: 2, lesson: 'a', step: 'why', text: 'Because it ' },
  ];
  const item = events.reduce(applyProgress, emptyProgress).lessons.a?.items.why;
  expect(item).toMatchObject({ outcome: 'open', text: 'Because it ' });
});
