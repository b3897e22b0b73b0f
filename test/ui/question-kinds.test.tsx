import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '../../src/i18n/languages.ts';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { typedLesson } from '../session/typed-lesson.ts';
import { courseOf, DOWN, ENTER, ESCAPE, openTutor, TAB, UP } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const WIDE = { columns: 80, rows: 24 };
const NARROW = { columns: 40, rows: 16 };

function openAt(step: string, language: Language = 'en', size = WIDE, progress = emptyProgress) {
  const events: readonly ProgressEvent[] = [
    { at: 0, type: 'language-chosen', language },
    { at: 0, type: 'lesson-opened', lesson: 'small' },
    { at: 0, type: 'place-reached', lesson: 'small', step, block: 0 },
  ];
  tutor = openTutor({
    progress: events.reduce(applyProgress, progress),
    course: courseOf([typedLesson]),
    ...size,
  });
  return tutor;
}

const itemOf = (step: string) => tutor.store.progress.lessons.small?.items[step];

/** What is done by keys, and what the screen then says. */
const ROWS: readonly (readonly [what: string, step: string, keys: readonly string[], says: RegExp])[] = [
  [
    'what was picked up moves, and what it belongs to stays',
    'pairs',
    [' ', DOWN],
    /1 {2}Sigmoid +│ .*\n↕ 2 {2}ReLU/m,
  ],
  ['pairs that are not right are counted', 'pairs', [ENTER], /\d of 3 are right\. Not yet/],
  [
    'words are typed, letters that are keys included',
    'word',
    ['z', 'i', 'g', 'h', 'q', '?'],
    /answer: zighq\?/,
  ],
  ['a word is right in any case and with any hyphen', 'word', ['Zig-Zag', ENTER], /✓ Right\. Zig-Zag/],
  ['and in the other language', 'word', ['지그재그', ENTER], /✓ Right\. 지그재그/],
  ['a wrong word says how to come to the keys', 'word', ['zig', ENTER], /esc, then h for a hint/],
  ['where hints are taken', 'word', ['zig', ENTER, ESCAPE, 'h'], /Hint First hint\./],
  ['and the answer is seen', 'word', ['zig', ENTER, ESCAPE, 'a'], /The answer: zigzag/],
  [
    'typing goes on where it was left',
    'word',
    ['zig', ESCAPE, 'i', 'z', 'a', 'g', ENTER],
    /✓ Right\. zigzag/,
  ],
  ['backspace in an empty field does not leave', 'word', ['\u007f'], /Type your answer:/],
  [
    'a pasted line end does not give the answer',
    'word',
    ['\u001b[200~zig\rzag\u001b[201~'],
    /answer: zig zag/,
  ],
  ['a cell is named where it is written in', 'cells', ['3'], /BN +\[3\] +1\n[\s\S]*BN, numbers: 3/],
  ['enter goes to the next empty cell', 'cells', ['32', ENTER, '8'], /LN +\[8\] +\?\n[\s\S]*LN, numbers: 8/],
  ['tab too, and up goes back', 'cells', ['32', TAB, '8', UP, '0'], /BN +\[320\] +1/],
  [
    'when all are filled, enter gives the answer',
    'cells',
    ['32', ENTER, '8', ENTER, '1/2', ENTER],
    /✓ Right\./,
  ],
  [
    'cells that are right and wrong are told apart',
    'cells',
    ['32', ENTER, '9', ENTER, '.5', ENTER],
    /BN +32 ✓ +1\nLN +9 ✗ +\[\.5\] ✓/,
  ],
  ['and counted', 'cells', ['32', ENTER, '9', ENTER, '.5', ENTER], /2 of 3 are right\./],
  [
    'what is no number is not wrong',
    'cells',
    ['32', ENTER, '8', ENTER, '..', ENTER],
    /not a number that can be read/,
  ],
  ['letters are keys beside a table', 'cells', ['3', 'h'], /Hint First hint\./],
  [
    'a line is pointed at',
    'line',
    ['2', ENTER],
    /✗ 2 {4}loss\.backward\n +It is never called\.\n[\s\S]*✓ Right\./,
  ],
  ['a line that is fine says so', 'line', [ENTER], /Not yet[\s\S]*It is fine\./],
];

describe('questions that are paired, typed and found', () => {
  test.each(ROWS)('%s', async (_, step, keys, says) => {
    expect((await openAt(step).press(...keys)).replace(/^ {2}/gm, '')).toMatch(says);
  });

  test('pairs are carried until they are right', async () => {
    openAt('pairs');
    const rows = async () =>
      [...(await tutor.screen()).matchAll(/│ (flat at|flat on|dips)/g)].map((m) => m[1]);
    for (const [place, start] of ['flat at', 'flat on', 'dips'].entries()) {
      const from = (await rows()).indexOf(start);
      await tutor.press(UP, UP, UP, ...Array(from).fill(DOWN), ' ', ...Array(from - place).fill(UP), ' ');
    }
    expect(await tutor.press(ENTER)).toContain('✓ Right.');
    expect(itemOf('pairs')).toMatchObject({ outcome: 'right', tries: [{ given: [0, 1, 2], right: true }] });
  });

  test('the answer in Korean is shown in Korean, and Hangul is text', async () => {
    expect(await openAt('word', 'ko').press('지', '그', ENTER, ESCAPE, 'ㅁ')).toContain('정답: 지그재그');
  });

  test('what was typed and not given is there after the program ends', async () => {
    await openAt('cells').press('32', ENTER, '8', TAB);
    const { progress } = tutor.store;
    tutor.close();
    expect(await openAt('cells', 'en', WIDE, progress).screen()).toMatch(/BN +\[32\] +1\n +LN +8 +\?/);
    tutor.close();
    await openAt('word').press('zig', ESCAPE);
    const kept = tutor.store.progress;
    tutor.close();
    expect(await openAt('word', 'en', WIDE, kept).screen()).toContain('Type your answer: zig');
  });

  test('no screen has more rows or wider ones than the window, at any size', async () => {
    for (const { id } of typedLesson.text.en.steps) {
      openAt(id, 'ko');
      for (const size of [WIDE, NARROW, { columns: 36, rows: 12 }, { columns: 200, rows: 60 }]) {
        await tutor.resize(size);
        const rows = (await tutor.screen()).split('\n');
        expect(rows.length).toBeLessThanOrEqual(size.rows);
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(size.columns);
      }
      tutor.close();
    }
    openAt('line');
  });
});

describe('frames at 80x24', () => {
  test('pairs', async () => {
    expect(await openAt('pairs').press(' ')).toMatchInlineSnapshot(`
      "  Small lesson                      ━━━━━────────────── 1/4   about 5 min left

        Question: what goes with what

        Which one?

        ↕ 1  Sigmoid   │ flat at both ends
          2  ReLU      │ dips below zero
          3  GELU      │ flat on the left














        enter answer   space put down   h hint   s skip   ← back   ? help   q map"
    `);
  });

  test('a table that is being filled', async () => {
    expect(await openAt('cells').press('32', ENTER, '9', ENTER, '.5', ENTER)).toMatchInlineSnapshot(`
      "  Small lesson                      ━━━━━━━━━━━━━━───── 3/4   about 3 min left

        Question: fill the table

        Which one?

        norm   numbers   share
        ───────────────────────
        BN     32 ✓      1
        LN     9 ✗       [.5] ✓

        LN, share: .5

        ✗ 2 of 3 are right. Not yet. Try again, take a hint, or see the answer.









        enter answer   tab next cell   h hint   a see answer   ? help   q map"
    `);
  });

  test('a line that was found, in Korean', async () => {
    expect(await openAt('line', 'ko').press('2', ENTER)).toMatchInlineSnapshot(`
      "  작은 레슨                              ━━━━━━━━━━━━━━━━━━━ 4/4   약 1분 남음

        문제: 틀린 줄 찾기

        어느 것일까요?

          1  opt.zero_grad()
        ✗ 2    loss.backward
             부르지 않았습니다.
          3  opt.step()

        ✓ 맞습니다.

        그렇습니다.









        space 다음   ← 이전   r 다시 풀기   t English   c 차례   ? 도움말   q 지도"
    `);
  });

  test('words that are typed, in Korean', async () => {
    expect(await openAt('word', 'ko').press('지그', ENTER)).toMatchInlineSnapshot(`
      "  작은 레슨                              ━━━━━━━━━━───────── 2/4   약 4분 남음

        문제: 짧게 써 보기

        어느 것일까요?

        답을 입력하세요: 지그

        ✗ 아직 아닙니다. 다시 써 보세요. esc를 누르면 h로 힌트, a로 정답을 볼 수
          있습니다.













        enter 답하기   esc 키 쓰기"
    `);
  });
});

describe('frames at 40x16', () => {
  test('pairs in Korean', async () => {
    expect(await openAt('pairs', 'ko', NARROW).screen()).toMatchInlineSnapshot(`
      " 작은 레슨                ━━─────── 1/4

       문제: 짝 맞추기

       어느 것일까요?

       ▸ 1  Sigmoid
             │ 양 끝이 평평합니다
         2  ReLU
             │ 0 아래로 내려갑니다
         3  GELU
             │ 왼쪽이 평평합니다



       enter 답하기  h 힌트  ?  q 지도"
    `);
  });

  test('a table that was filled, in Korean', async () => {
    expect(
      await openAt('cells', 'ko', NARROW).press('32', ENTER, '8', ENTER, '1/2', ENTER),
    ).toMatchInlineSnapshot(`
      " 작은 레슨                ━━━━━━━── 3/4

       문제: 표 채우기

       어느 것일까요?

       정규화   수   몫
       ─────────────────
       BN       32   1
       LN       8    0.5

       ✓ 맞습니다.

       그렇습니다.

       space 다음  ← 이전  ?  q 지도"
    `);
  });

  test('words that are typed', async () => {
    expect(await openAt('word', 'en', NARROW).press('zig', ENTER)).toMatchInlineSnapshot(`
      " Small lesson             ━━━━━──── 2/4

       Question: a word or two

       Which one?

       Type your answer: zig

       ✗ Not yet. Try again; or esc, then h
         for a hint or a for the answer.





       enter answer  esc keys"
    `);
  });
});
