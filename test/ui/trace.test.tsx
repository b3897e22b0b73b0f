import { afterEach, describe, expect, test } from 'vitest';
import type { Inline, Lesson, Step } from '../../src/content/lesson.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { traceRun } from '../../src/training/trace/start.ts';
import type { Capabilities } from '../../src/ui/theme.ts';
import { courseOf, ENTER, LEFT, openTutor, RIGHT } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const WIDE = { columns: 80, rows: 24 };
const NARROW = { columns: 40, rows: 16 };
const tiny = parseRecipe({ data: 'xor', net: [2], opt: 'sgd', batch: 1, loss: 'bce', lr: 0.5 }).value!;
const trace = traceRun(tiny, {
  weights: [2, -0.5, -1, 0.5, 0.5, 0, 2, 1, 0],
  rows: [{ x: [1, 3], y: 1 }],
}).value!;
const at = (id: string) => trace.numbers.findIndex((number) => number.id === id);

const traceLesson: Lesson = {
  id: 'small',
  minutes: 5,
  needs: [],
  text: {
    en: { title: 'Small lesson', hook: 'Why?', steps: steps((en) => en) },
    ko: { title: '작은 레슨', hook: '왜?', steps: steps((_, ko) => ko) },
  },
  lab: {
    runs: { tiny },
    predictions: {},
    claims: {},
    answers: {},
    labs: {},
    traces: {
      walked: {
        run: 'tiny',
        trace,
        blanks: [
          { at: at('z.h2'), tolerance: 0.01 },
          { at: at('delta.h1'), tolerance: 0.01 },
        ],
      },
    },
    sources: {},
  },
};

function steps(say: (en: string, ko: string) => string): Step[] {
  const words = (value: string): Inline[] => [{ type: 'text', value }];
  const paragraph = (en: string, ko: string) => [{ type: 'paragraph' as const, content: words(say(en, ko)) }];
  return [
    {
      type: 'trace',
      id: 'walked',
      intro: paragraph('Two hidden units.', '은닉 유닛이 두 개입니다.'),
      hints: { 'delta.h1': words(say('What comes back?', '무엇이 돌아오나요?')) },
      seen: paragraph('That was a step.', '한 스텝이 끝났습니다.'),
    },
    { type: 'prose', id: 'walked+1', blocks: paragraph('Go on.', '이어집니다.') },
  ];
}

function open(
  language: Language = 'en',
  size = WIDE,
  progress = emptyProgress,
  capabilities: Capabilities = { colors: 'none', glyphs: 'braille' },
) {
  const events: readonly ProgressEvent[] = [
    { at: 0, type: 'language-chosen', language },
    { at: 0, type: 'lesson-opened', lesson: 'small' },
    { at: 0, type: 'place-reached', lesson: 'small', step: 'walked', block: 0 },
  ];
  const begun = events.reduce(applyProgress, progress);
  tutor = openTutor({ progress: begun, course: courseOf([traceLesson]), capabilities, ...size });
  return tutor;
}

const item = () => tutor.store.progress.lessons.small?.items.walked;
const BACKSPACE = '\u007f';
const TO_LAST = [RIGHT, '1', ENTER, RIGHT];

const ROWS: readonly (readonly [what: string, keys: readonly string[], says: RegExp])[] = [
  [
    'it begins with what the step starts from',
    [],
    /x₁ = 1, x₂ = 3, y = 1[\s\S]*w\(x₁→h₁\) = 2, w\(x₂→h₁\) = −1, b\(h₁\) = 0\.5/,
  ],
  [
    'a number has its formula, and the same with the numbers put in',
    [' '],
    /z\(h₁\) = w\(x₁→h₁\)·x₁ \+ .*\n += {1,2}2·1 \+ \(−1\)·3 \+ 0\.5\n += {1,2}−0\.5/,
  ],
  ['and the unit that it belongs to stands in brackets in the network', [' '], /x₁ 1 .*\[h₁ z=−0\.5\]/],
  [
    'a blank says what is known, and not what it comes to',
    [' ', ' '],
    /Known: w\(x₁→h₂\) = −0\.5, x₁ = 1(?![\s\S]*= 1\n)/,
  ],
  ['it is not gone on from before it is filled in', [' ', ' ', ' '], /press s to skip/],
  ['neither by the key to the next blank', [RIGHT, RIGHT], /press s to skip/],
  [
    'the first hint puts the numbers in',
    [RIGHT, 'h'],
    /Hint with the numbers put in: −0\.5·1 \+ 0\.5·3 \+ 0/,
  ],
  ["the second is the lesson's own", [...TO_LAST, 'h', 'h'], /Hint 2 of 2[\s\S]*What comes back\?/],
  ['a wrong number is told', [RIGHT, '7', ENTER], /Not yet/],
  ['what is no number is told too', [RIGHT, '-', ENTER], /not a number that can be read/],
  ['the answer is not shown before a try', [RIGHT, 'a'], /Known:/],
  ['but after one', [RIGHT, '7', ENTER, 'a'], /The answer: 1/],
  ['a right one stands with what it is made of', [RIGHT, '1.005', ENTER], /= 1\n[\s\S]*✓ Right\./],
  [
    'slopes stand beside their finite difference',
    [...TO_LAST, '-0.85', ENTER],
    /= −0\.8503\n +Finite difference: −0\.850261 \(apart by \de−1\d\)/,
  ],
  ['which is hidden until they are filled in', TO_LAST, /^(?![\s\S]*Finite difference)/],
  [
    'it closes with what was seen',
    [...TO_LAST, '-0.85', ENTER, RIGHT],
    /All numbers are filled in\.[\s\S]*That was a step\./,
  ],
  ['and goes on from there', [...TO_LAST, '-0.85', ENTER, RIGHT, RIGHT], /Go on\./],
  ['skipping goes on at once', [' ', 's'], /Go on\./],
];

describe('a step that is walked', () => {
  test.each(ROWS)('%s', async (_, keys, says) => {
    await open().screen();
    expect(await tutor.press(...keys)).toMatch(says);
  });

  test('is right when every blank was found, shown when one was looked at, and skipped when it was left', async () => {
    await open().screen();
    await tutor.press(...TO_LAST, '5', ENTER);
    expect(item()).toMatchObject({ outcome: 'wrong', blanks: { 'z.h2': 'right', 'delta.h1': 'wrong' } });
    await tutor.press(BACKSPACE, '-0.85', ENTER);
    expect(item()).toMatchObject({ outcome: 'right', blanks: { 'delta.h1': 'right' } });
    tutor.close();
    await open().screen();
    await tutor.press(RIGHT, '7', ENTER, 'a', RIGHT, '-0.85', ENTER);
    expect(item()).toMatchObject({ outcome: 'shown', blanks: { 'z.h2': 'shown', 'delta.h1': 'right' } });
    tutor.close();
    await open().screen();
    await tutor.press('s');
    expect(item()?.outcome).toBe('skipped');
  });

  test('is taken up at the number where it was left, with what was filled in', async () => {
    await open().screen();
    await tutor.press(RIGHT, '1', ENTER, ' ', ' ');
    const { progress } = tutor.store;
    tutor.close();
    expect(await open('en', WIDE, progress).screen()).toContain('forward (4 of 30)');
    expect(await tutor.press(LEFT, LEFT)).toMatch(/= 1\n[\s\S]*Right\./);
    expect(await tutor.press(RIGHT)).toContain('backward (13 of 30)');
  });

  test('stands at its end where a journal tells of a place beyond it', async () => {
    const event: ProgressEvent = {
      at: 0,
      type: 'number-reached',
      lesson: 'small',
      step: 'walked',
      place: 999,
    };
    expect(await open('en', WIDE, applyProgress(emptyProgress, event)).screen()).toContain(
      'That was a step.',
    );
  });

  test.each([
    ['en', WIDE, 'braille'],
    ['ko', WIDE, 'braille'],
    ['en', NARROW, 'ascii'],
    ['ko', NARROW, 'blocks'],
  ] as const)('keeps within the window at every number: %s %o %s', async (language, size, glyphs) => {
    await open(language, size, emptyProgress, { colors: 'none', glyphs }).screen();
    for (const number of [null, ...trace.numbers]) {
      const isBlank = ['z.h2', 'delta.h1'].includes(number?.id ?? '');
      const screen = isBlank ? await tutor.press(`${number!.value}`, ENTER) : await tutor.screen();
      const rows = screen.split('\n');
      expect(rows.length).toBeLessThanOrEqual(size.rows);
      expect(screen).not.toMatch(/undefined|NaN|Infinity/);
      expect(screen).toContain(number ? number.name.slice(0, 6) : 'x₁');
      for (let page = 0; page < 4; page++) if (!(await nextPlace())) break;
    }
    expect(await tutor.screen()).toMatch(/That was a step\.|한 스텝이 끝났습니다\./);
  });

  /** Goes on by a page; true while it is still the same number. */
  async function nextPlace(): Promise<boolean> {
    const before = item()?.reached;
    await tutor.press(' ');
    return item()?.reached === before;
  }
});
