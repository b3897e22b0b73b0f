import { afterEach, describe, expect, test } from 'vitest';
import type { Course, Term } from '../../src/content/lesson.ts';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { lesson } from '../session/lesson.ts';
import { courseOf, DOWN, ENTER, openTutor } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const ESCAPE = '\u001b';

const term: Term = {
  id: 'learning-rate',
  en: 'learning rate',
  ko: '학습률',
  also: ['lr'],
  lesson: 'small',
  means: { en: 'How far a step goes.', ko: '한 걸음의 크기입니다.' },
};
const course: Course = { ...courseOf([lesson, { ...lesson, id: 'next' }]), glossary: [term] };

function progressAt(step: string, ...more: readonly ProgressEvent[]) {
  return (
    [
      { at: 0, type: 'language-chosen', language: 'en' },
      { at: 0, type: 'lesson-opened', lesson: 'small' },
      { at: 0, type: 'place-reached', lesson: 'small', step, block: 0 },
      ...more,
    ] satisfies ProgressEvent[]
  ).reduce(applyProgress, emptyProgress);
}

describe('looking words up', () => {
  test('finds a term while it is typed, in both languages, and leaves the lesson as it was', async () => {
    tutor = openTutor({ course, progress: progressAt('count') });
    const found = await tutor.press('g', 'r', 'a', 't');
    expect(found).toContain('learning rate · 학습률  (lr)');
    expect(found).toContain('한 걸음의 크기입니다.');
    expect(await tutor.press(ESCAPE)).toContain('Type a number');
  });

  test('shows all terms before anything is typed, and says so where none fits', async () => {
    tutor = openTutor({ course, progress: progressAt('count') });
    expect(await tutor.press('g')).toContain('learning rate');
    expect(await tutor.press('z', 'q')).toContain('No term is found for "zq"');
  });

  test('leads to the place where a word stands', async () => {
    tutor = openTutor({ course, progress: progressAt('count') });
    expect(await tutor.press('/', ...'cannot')).toMatch(/Small lesson {2}A beginning\n +A line cannot do it/);
    await tutor.press(ENTER);
    expect(tutor.store.progress.lessons.small?.place?.step).toBe('start');
  });

  test('takes letters that are keys elsewhere as letters, and Hangul', async () => {
    tutor = openTutor({ course, progress: progressAt('start') });
    expect(await tutor.press('/', 'q', '/', 'g', '학')).toContain('Search for: q/g학');
  });
});

describe('the contents of a lesson', () => {
  test('list what it asks with what came of it, and lead there', async () => {
    const answered: ProgressEvent = {
      ...{ at: 1, type: 'question-answered', lesson: 'small', step: 'one' },
      ...{ given: 1, right: true },
    };
    tutor = openTutor({ course, progress: progressAt('one', answered) });
    const list = await tutor.press('c');
    expect(list).toMatch(/✓ Question: /);
    expect(list).toMatch(/▸ {5}✓/);
    await tutor.press(DOWN, ENTER);
    expect(tutor.store.progress.lessons.small?.place?.step).toBe('many');
  });

  test('go back to the same step when they are closed', async () => {
    tutor = openTutor({ course, progress: progressAt('count') });
    await tutor.press('c', DOWN);
    expect(await tutor.press(ESCAPE)).toContain('Type a number');
  });
});

describe('two languages side by side', () => {
  test('stand in columns where there is room, with the answer taken once', async () => {
    tutor = openTutor({ course, progress: progressAt('one'), columns: 140 });
    const both = await tutor.press('b');
    expect(both).toMatch(/one {10,}\S*.*하나/);
    await tutor.press('2', ENTER);
    expect(tutor.store.progress.lessons.small?.items.one?.outcome).toBe('right');
  });

  test('give way where the window becomes narrow, and come back with the room', async () => {
    tutor = openTutor({ course, progress: progressAt('one'), columns: 140 });
    await tutor.press('b');
    await tutor.resize({ columns: 80, rows: 24 });
    expect(await tutor.screen()).not.toContain('하나');
    await tutor.resize({ columns: 140, rows: 24 });
    expect(await tutor.screen()).toContain('하나');
  });
});

describe('the summary', () => {
  const missed: readonly ProgressEvent[] = [
    { at: 1, type: 'question-answered', lesson: 'small', step: 'one', given: 0, right: false },
    { at: 2, type: 'answer-shown', lesson: 'small', step: 'one' },
    { at: 3, type: 'open-answered', lesson: 'small', step: 'say', text: 'Because it bends.' },
  ];
  const last = lesson.text.en.steps.at(-1)!.id;

  test('lists what was missed with what shows it, and leads back there', async () => {
    tutor = openTutor({ course, progress: progressAt(last, ...missed) });
    const summary = await tutor.press(' ');
    expect(summary).toContain('What to look at once more');
    await tutor.press(DOWN, DOWN, DOWN, ENTER);
    expect(tutor.store.progress.lessons.small?.place?.step).toBe('one');
  });

  test('writes notes as Markdown and says where', async () => {
    tutor = openTutor({ course, progress: progressAt(last, ...missed) });
    await tutor.press(' ');
    expect(await tutor.press('w')).toContain('/notes/small.md');
    const notes = tutor.notes.get('small');
    expect(notes).toMatch(/^# /);
    expect(notes).toContain('> Because it bends.');
    expect(notes).toContain('(looked up)');
  });
});

describe('the map', () => {
  const met: ProgressEvent = { at: 0, type: 'language-chosen', language: 'en' };
  const known = applyProgress(emptyProgress, met);

  test('tells why a lesson stands where it does', async () => {
    tutor = openTutor({ course, progress: known });
    expect(await tutor.screen()).toContain('Next: all that it builds on is done.');
  });

  test('gives a piece of five minutes and comes back with the place kept', async () => {
    const long = { ...lesson, minutes: 40 };
    tutor = openTutor({ course: { ...course, lessons: [long] }, progress: known });
    expect(await tutor.press('m')).toContain('A beginning');
    const back = await tutor.press(' ');
    expect(back).toContain('a piece of about five minutes');
    expect(tutor.store.progress.lessons.small?.place?.step).toBe('guess');
  });

  test('has settings that hold at once and are kept', async () => {
    tutor = openTutor({ course, progress: known });
    expect(await tutor.screen()).toContain('○');
    await tutor.press(',', DOWN, DOWN, ENTER, ENTER, ENTER);
    expect(await tutor.press('q')).not.toContain('○');
    expect(tutor.store.progress.settings.glyphs).toBe('ascii');
  });

  test('takes keys that come in one piece, each on the screen that the one before has left', async () => {
    tutor = openTutor({ course, progress: known });
    await tutor.type(',', DOWN, ENTER, 'q', DOWN, ENTER);
    expect(tutor.store.progress.settings.colors).toBe('full');
    expect(tutor.store.progress.lesson).toBe('next');
  });
});
