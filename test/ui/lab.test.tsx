import { afterEach, describe, expect, test } from 'vitest';
import type { Inline, Lesson, Step } from '../../src/content/lesson.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { courseOf, DOWN, ENTER, LEFT, openTutor, RIGHT } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const WIDE = { columns: 80, rows: 24 };
const NARROW = { columns: 40, rows: 16 };
const line = parseRecipe({ data: 'xor', net: [], loss: 'bce', opt: 'gd', lr: 0.5, steps: 100 }).value!;

const labLesson: Lesson = {
  id: 'small',
  minutes: 5,
  needs: [],
  text: {
    en: { title: 'Small lesson', hook: 'Why?', steps: steps((en) => en) },
    ko: { title: '작은 레슨', hook: '왜?', steps: steps((_, ko) => ko) },
  },
  lab: {
    runs: { line },
    predictions: {},
    claims: {},
    answers: {},
    labs: {
      broken: {
        run: 'line',
        cause: 1,
        knobs: [
          { key: 'net', values: [[], [8]], start: 0 },
          { key: 'lr', values: [0.1, 0.5, 3], start: 1 },
        ],
        tries: 2,
        goal: 'max(loss@end) < 0.4',
        solution: [1, 2],
      },
    },
    traces: {},
    sources: {},
  },
};

function steps(say: (en: string, ko: string) => string): Step[] {
  const words = (value: string): Inline[] => [{ type: 'text', value }];
  const paragraph = (en: string, ko: string) => [{ type: 'paragraph' as const, content: words(say(en, ko)) }];
  return [
    {
      type: 'lab',
      id: 'broken',
      story: paragraph('XOR stands still.', 'XOR이 멈춰 있습니다.'),
      causes: [
        {
          text: words(say('Too few steps', '걸음이 모자랍니다')),
          why: words(say('It is flat.', '평평합니다.')),
        },
        {
          text: words(say('Nothing bends', '굽은 곳이 없습니다')),
          why: words(say('So it is.', '그렇습니다.')),
        },
      ],
      repair: paragraph('Make it fall.', '줄게 해 보세요.'),
      seen: paragraph('It fell.', '줄었습니다.'),
    },
  ];
}

function open(language: Language = 'en', size = WIDE, progress = emptyProgress) {
  const events: readonly ProgressEvent[] = [
    { at: 0, type: 'language-chosen', language },
    { at: 0, type: 'lesson-opened', lesson: 'small' },
    { at: 0, type: 'place-reached', lesson: 'small', step: 'broken', block: 0 },
  ];
  const begun = events.reduce(applyProgress, progress);
  tutor = openTutor({ progress: begun, course: courseOf([labLesson]), ...size });
  return tutor;
}

const item = () => tutor.store.progress.lessons.small?.items.broken;

const ROWS: readonly (readonly [what: string, keys: readonly string[], says: RegExp])[] = [
  ['the broken run trains at once, and its findings are said', [], /Plateau: from step 50 on/],
  ['a cause that is none says why', ['1', ENTER], /✗ Not the cause\.\n +It is flat\./],
  ['the answer is not shown before a try', ['a'], /What is the cause\?/],
  ['but after one', ['1', ENTER, 'a'], /Repair it[\s\S]*Nothing bends/],
  ['the cause leads to the knobs', ['2', ENTER], /✓ Nothing bends[\s\S]*▸ net +none >\n +lr +< 0\.5 >/],
  ['knobs are turned to their ends and no further', ['2', ENTER, RIGHT, RIGHT], /▸ net +< 8\s*\n/],
  ['and back', ['2', ENTER, RIGHT, LEFT, LEFT], /▸ net +none >/],
  ['without a change nothing is tried', ['2', ENTER, ENTER], /2 tries left/],
  [
    'a try that fails says what it came to',
    ['2', ENTER, DOWN, RIGHT, ENTER],
    /✗ lr: 3 max\(loss@end\) = 0\.69[\s\S]*1 try left/,
  ],
  [
    'a try that reaches the goal repairs it',
    ['2', ENTER, RIGHT, DOWN, RIGHT, ENTER],
    /Repaired: the run has reached its goal/,
  ],
  [
    'and compares with the broken run',
    ['2', ENTER, RIGHT, DOWN, RIGHT, ENTER],
    /net=none lr=0\.5[\s\S]*net=8 lr=3/,
  ],
  [
    'the last try that fails opens the solution',
    ['2', ENTER, DOWN, RIGHT, ENTER, DOWN, LEFT, LEFT, ENTER],
    /What repairs it: net: 8, lr: 3/,
  ],
  [
    'the solution is shown on request after a try',
    ['2', ENTER, DOWN, RIGHT, ENTER, 'a'],
    /What repairs it: net: 8, lr: 3/,
  ],
  ['and can be run', ['2', ENTER, DOWN, RIGHT, ENTER, 'a', ENTER], /Repaired[\s\S]*✓ net: 8, lr: 3/],
  ['it is not gone on from before it is settled', [' '], /press s to skip/],
];

describe('a run to be repaired', () => {
  test.each(ROWS)('%s', async (_, keys, says) => {
    await open().screen();
    expect(await tutor.press(...keys)).toMatch(says);
  });

  test('what was found and tried is still there after the program ends', async () => {
    await open().screen();
    await tutor.press('1', ENTER, '2', ENTER, DOWN, RIGHT, ENTER);
    const { progress } = tutor.store;
    expect(item()).toMatchObject({
      outcome: 'wrong',
      cause: 'found',
      repairs: [{ setting: [0, 2], reached: false }],
    });
    tutor.close();
    expect(await open('en', WIDE, progress).screen()).toMatch(/✗ lr: 3[\s\S]*1 try left/);
    await tutor.press(RIGHT, ENTER);
    expect(item()?.outcome).toBe('right');
    const repaired = tutor.store.progress;
    tutor.close();
    expect(await open('en', WIDE, repaired).screen()).toContain('Repaired');
  });

  test('a repair after the solution was shown does not count as found', async () => {
    await open().screen();
    await tutor.press('2', ENTER, DOWN, RIGHT, ENTER, 'a', ENTER);
    expect(item()).toMatchObject({ outcome: 'shown', repairs: [{ reached: false }, { reached: true }] });
  });

  test('no screen has more rows or wider ones than the window, at any size', async () => {
    await open('ko').screen();
    for (const keys of [[], ['2', ENTER], [DOWN, RIGHT, ENTER]]) {
      await tutor.press(...keys);
      for (const size of [WIDE, NARROW, { columns: 36, rows: 12 }, { columns: 200, rows: 60 }]) {
        await tutor.resize(size);
        const rows = (await tutor.screen()).split('\n');
        expect(rows.length).toBeLessThanOrEqual(size.rows);
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(size.columns);
      }
    }
  });
});

describe('frames', () => {
  test('a broken run at 80x24', async () => {
    await open().screen();
    expect(await tutor.press('1', ENTER)).toMatchInlineSnapshot(`
      "  Small lesson                      ━━━━━━━━━━━━━━━━━━━ 1/1   about 5 min left

        0.9┤⢄
           │⠈⠢⡀
        0.8┤  ⠑⠢⣀
           │     ⠉⠉⠒⠒⠒⠤⠤⠤⠤⠤⢄⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
        0.7┤                           ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
           └┬─────────────┬─────────────┬──────────────┬─────────────┬──────────────
            0             20            40             60            80         step

        finished · step 100/100 · loss 0.694 · accuracy 0.5

        ◦ Plateau: from step 50 on the loss fell by 0.00645 of its start (spoken of
          below 0.01).

        What is the cause?

        ▸ 1  Too few steps
          2  Nothing bends

        ✗ Not the cause.
        It is flat.

        enter name the cause   a see answer   s skip   ← back   ? help   q map"
    `);
  });

  test('knobs at 40x16, in Korean', async () => {
    await open('ko', NARROW).screen();
    expect(await tutor.press('2', ENTER, DOWN, RIGHT, ENTER)).toMatchInlineSnapshot(`
      " 작은 레슨                ━━━━━━━━━ 1/1

       고치기

       ✗ lr: 3 max(loss@end) = 0.693

       줄게 해 보세요.
       목표: max(loss@end) < 0.4

       ▸ net    none >
         lr   < 3

       1번 더 해 볼 수 있습니다

       손실                  ● lr=0.5  ▲ lr=3
       enter 돌려 보기  ?  q 지도         ↓ 7"
    `);
  });

  test('a repaired run at 80x24, in Korean', async () => {
    await open('ko').screen();
    expect(await tutor.press('2', ENTER, RIGHT, DOWN, RIGHT, ENTER)).toMatchInlineSnapshot(`
      "  작은 레슨                              ━━━━━━━━━━━━━━━━━━━ 1/1   약 5분 남음

        손실                                         ● net=none lr=0.5  ▲ net=8 lr=3
         0.5┤⠛⠛⠓⠒⠶●⠶⠶⠖⠲⡒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
         0.2┤          ⠈⠒⢄
        0.05┤             ⠉⠑⠒⠢▲⠤⣀⣀
        0.02┤                     ⠉⠉⠉⠑⠒⠒⠒⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀⡀
        0.01┤                                      ⠈⠉▲⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠤⠤▲⢄⣀⣀⣀⣀⣀⣀
            └┬─────────────┬─────────────┬─────────────┬─────────────┬──────────────
             0             20            40            60            80         스텝

        끝남 · 스텝 100/100 · 결과 fe701dcf8606078b

        ✓ 고쳤습니다. 목표에 이르렀습니다.

        ✓ net: 8, lr: 3 max(loss@end) = 0.00733

        줄었습니다.





        space 다음   ← 이전   e 다르게 고치기   r 다시   c 차례   ? 도움말   q 지도"
    `);
  });
});
