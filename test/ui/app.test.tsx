import { afterEach, describe, expect, test } from 'vitest';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { lesson } from '../session/lesson.ts';
import { courseOf, DOWN, ENTER, LEFT, openTutor, UP } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const at = (step: string) =>
  (
    [
      { at: 0, type: 'language-chosen', language: 'en' },
      { at: 0, type: 'lesson-opened', lesson: 'small' },
      { at: 0, type: 'place-reached', lesson: 'small', step, block: 0 },
    ] satisfies ProgressEvent[]
  ).reduce(applyProgress, emptyProgress);

describe('the first time', () => {
  test('the language is asked for in both, and then comes the map', async () => {
    tutor = openTutor();
    expect(await tutor.screen()).toMatch(/Which language[\s\S]*어느 언어/);
    expect(await tutor.press(DOWN, ENTER)).toContain('작은 과정');
    expect(tutor.store.progress.language).toBe('ko');
  });

  test('a language from the command line is not asked for', async () => {
    tutor = openTutor({ language: 'ko' });
    expect(await tutor.screen()).toContain('작은 과정');
  });

  test('what the disk has done is said before anything else, once', async () => {
    tutor = openTutor({ warnings: [{ type: 'unwritable', folder: '/nowhere' }] });
    expect(await tutor.screen()).toContain('/nowhere');
    expect(await tutor.press(ENTER)).toContain('Which language');
  });
});

describe('a lesson', () => {
  test('is taken up where it was left', async () => {
    tutor = openTutor({ progress: at('count') });
    expect(await tutor.screen()).toContain('Type a number');
  });

  test('is predicted, run and graded by the run', async () => {
    tutor = openTutor({ progress: at('guess') });
    const graded = await tutor.press('2', ENTER);
    expect(graded).toContain('You saw it coming.');
    expect(graded).toContain('0.693');
    expect(graded).toContain('3 of 3 seeds');
    expect(tutor.store.progress.lessons.small?.items.guess?.prediction).toMatchObject({
      chosen: 1,
      right: 1,
      perOption: [0, 3, 0],
    });
  });

  test('says so where the run says otherwise', async () => {
    tutor = openTutor({ progress: at('guess') });
    expect(await tutor.press(ENTER)).toContain('The run says otherwise: it is option 2.');
  });

  test('waits for an answer, and says how to go on without one', async () => {
    tutor = openTutor({ progress: at('one') });
    expect(await tutor.press(' ')).toContain('press s to skip');
    expect(await tutor.press('s')).toContain('more than one may be right');
  });

  test('says why a wrong option is wrong, gives hints, and shows the answer after a try', async () => {
    tutor = openTutor({ progress: at('one') });
    expect(await tutor.press('a')).not.toContain('The answer');
    expect(await tutor.press('1', ENTER)).toContain('Because of one.');
    expect(await tutor.press('h')).toContain('First hint.');
    expect(await tutor.press('a')).toMatch(/✓ 2 {2}two\n +Because of two/);
  });

  test('takes a number, with letters still being keys', async () => {
    tutor = openTutor({ progress: at('count') });
    expect(await tutor.press('7', '5', LEFT, '0', '\u007f', 't')).toContain('수를 입력하세요: 75');
    expect(await tutor.press('h')).toContain('첫째 힌트.');
    expect(await tutor.press(ENTER)).toContain('맞습니다. 75');
  });

  test('takes options that are marked', async () => {
    tutor = openTutor({ progress: at('many') });
    expect(await tutor.press('1', '3')).toMatch(/1 ■ {2}one[\s\S]*2 □ {2}two[\s\S]*3 ■ {2}three/);
    expect(await tutor.press(ENTER)).toContain('Right.');
  });

  test('takes an order, carried option by option', async () => {
    tutor = openTutor({ progress: at('sorted') });
    const rows = async () =>
      [...(await tutor.screen()).matchAll(/\d {2}(one|two|three)$/gm)].map(([, word]) => word);
    for (const [place, word] of ['one', 'two', 'three'].entries()) {
      const from = (await rows()).indexOf(word);
      await tutor.press(UP, UP, UP, ...Array(from).fill(DOWN), ' ', ...Array(from - place).fill(UP), ' ');
    }
    expect(await rows()).toEqual(['one', 'two', 'three']);
    expect(await tutor.press(ENTER)).toContain('Right.');
  });

  test('takes words in Hangul, with every letter being text, and compares them', async () => {
    tutor = openTutor({ progress: at('say') });
    expect(await tutor.press('q', '문', '턱', 'ㅂ', '\u007f')).toContain('q문턱');
    expect(await tutor.press(ENTER)).toContain('A model answer');
    expect(await tutor.press(' ', '2')).toContain('2 of 2');
    expect(tutor.store.progress.lessons.small?.items.say).toMatchObject({ text: 'q문턱', ticked: [0, 1] });
  });

  test('takes pasted words with their line ends, and does not take a paste for keys', async () => {
    tutor = openTutor({ progress: at('say') });
    expect(await tutor.press('\u001b[200~one\rtwo\u001b[201~')).toMatch(/│ one\n +│ two/);
    await tutor.press(ENTER, ENTER);
    expect(await tutor.press('\u001b[200~qqq\u001b[201~')).toContain('8/9');
  });

  test('runs the claim of a page, here and now', async () => {
    tutor = openTutor({ progress: at('start') });
    const checked = await tutor.press('v');
    expect(checked).toContain('Held, just now');
    expect(checked).toContain('max(acc@best) = 0.75');
    expect(await tutor.press('q')).toContain('A beginning');
  });

  test('ends with what came of it, and leads to the next', async () => {
    tutor = openTutor({ progress: at('one') });
    await tutor.press('2', ENTER, 'b', 'b');
    tutor.close();
    tutor = openTutor({
      progress: applyProgress(tutor.store.progress, {
        at: 0,
        lesson: 'small',
        type: 'place-reached',
        step: 'note',
        block: 0,
      }),
    });
    const summary = await tutor.press(' ');
    expect(summary).toContain('Lesson done');
    expect(summary).toContain('1 of 4 right');
    expect(tutor.store.progress.lessons.small?.finishedAt).not.toBeNull();
    expect(await tutor.press(ENTER)).toContain('1/9');
    expect(tutor.store.progress.lesson).toBe('next');
  });
});

describe('everywhere', () => {
  test('t switches the language at once and stays where it is', async () => {
    tutor = openTutor({ progress: at('start') });
    expect(await tutor.press('t')).toContain('직선으로는 안 됩니다.');
    expect(await tutor.press('t')).toContain('A line cannot do it.');
    expect(tutor.store.progress.language).toBe('en');
  });

  test('keys work while the keyboard is set to Hangul', async () => {
    tutor = openTutor({ progress: at('start') });
    expect(await tutor.press('ㅅ')).toContain('직선으로는');
    expect(await tutor.press('ㅂ')).toContain('작은 과정');
  });

  test('? explains what is on the screen and lists the keys that work there', async () => {
    tutor = openTutor({ progress: at('one') });
    const help = await tutor.press('?');
    expect(help).toContain('Choose or type an answer');
    expect(help).toMatch(/h +the next hint/);
    expect(help).not.toMatch(/a +see the answer/);
    expect(await tutor.press('?')).toContain('Which one?');
  });

  test('an answer of the terminal is no key, also where it comes close behind the escape key', async () => {
    tutor = openTutor({ progress: at('one') });
    const page = await tutor.press('1');
    const help = await tutor.press('?');
    expect(await tutor.press('\u001b[?62;22c')).toBe(help);
    expect(await tutor.press('\u001b\u001b[?62;22c')).toBe(page);
  });

  test('keys that arrive in one piece are each taken in', async () => {
    tutor = openTutor({ progress: at('one') });
    expect(await tutor.press('2\r  ')).toContain('more than one may be right');
  });

  test('q leaves the lesson, and the map ends the program', async () => {
    tutor = openTutor({ progress: at('one') });
    expect(await tutor.press('q')).toContain('Small course');
    await tutor.press('q');
    await expect(tutor.ended).resolves.toBeUndefined();
  });

  test('ctrl-C ends the program wherever one is, also while writing', async () => {
    tutor = openTutor({ progress: at('say') });
    await tutor.press('\u0003');
    await expect(tutor.ended).resolves.toBeUndefined();
  });

  test('no screen has more rows or wider ones than the window, at any size', async () => {
    for (const step of ['start', 'guess', 'one', 'many', 'count', 'sorted', 'say', 'watch', 'note']) {
      tutor = openTutor({ progress: at(step) });
      for (const size of [
        { columns: 80, rows: 24 },
        { columns: 40, rows: 16 },
        { columns: 36, rows: 12 },
        { columns: 200, rows: 60 },
      ]) {
        await tutor.resize(size);
        const rows = (await tutor.screen()).split('\n');
        expect(rows.length).toBeLessThanOrEqual(size.rows);
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(size.columns);
      }
      tutor.close();
    }
  });

  test('beside a long title the place in the lesson stays, and the title says that it is cut', async () => {
    const title = 'Everything about machine learning';
    const long = { ...lesson, text: { ...lesson.text, en: { ...lesson.text.en, title } } };
    tutor = openTutor({ progress: at('one'), course: courseOf([long]), columns: 40, rows: 16 });
    expect(await tutor.screen()).toMatch(/^ Everything about machine lea.*…\s+\d+\/\d+\n/);
  });

  test('a window that is too small says so', async () => {
    tutor = openTutor({ progress: at('one'), columns: 20, rows: 8 });
    expect(await tutor.screen()).toMatch(/too\s+small/);
  });
});
