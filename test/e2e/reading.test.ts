import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { walkSteps } from './learner.ts';
import { LANGUAGES, SIZES, smallLesson, tutors } from './tutors.ts';

const PATIENT = { timeout: 120_000 };
const ESC = '\u001b';
/** Bold and dim are no colours. */
const COLOUR = new RegExp(`${ESC}\\[([\\d;]*;)?(3|4|9|10)\\d[\\d;]*m`);
/** What no screen may say, a half of a Hangul syllable among it. */
const BROKEN = /undefined|NaN|\[object|\uFFFD/;
const { lesson } = tutors();

const EVERYWHERE = SIZES.flatMap((size) =>
  LANGUAGES.map((language) => [`${size.columns}x${size.rows} in ${language}`, size, language] as const),
);

describe.each(EVERYWHERE)(
  'the screens around a lesson, at %s, in ASCII without colour',
  (_, size, language) => {
    const words = languages[language].screen;
    const { title } = smallLesson('bending').text[language];

    test('are opened by their keys and closed again', PATIENT, async () => {
      const terminal = lesson('bending', language, size);
      const page = await terminal.see(title);
      const opens = async (key: string, shown: string, close = ESC) => {
        terminal.press(key);
        await terminal.see((text) => text !== page && text.includes(shown));
        terminal.press(close);
        await terminal.see((text) => text === page);
      };
      await opens('c', words.contents.title);
      await opens('g', words.lookup.title.terms);
      await opens('?', words.help.title);
      terminal.press('/');
      await terminal.see(words.lookup.field.all);
      terminal.press('XOR');
      await terminal.see('XOR');
      terminal.press(ESC);
      await terminal.see((text) => text === page);
      expect(terminal.raw()).not.toMatch(COLOUR);
      terminal.press('q');
      await terminal.see((text) => text.includes(words.map.minutes(5)));
      terminal.press(',');
      await terminal.see(words.settings.title);
    });
  },
);

describe('two languages side by side', () => {
  test.each(LANGUAGES)('stand there on a wide screen, and go again, in %s', PATIENT, async (language) => {
    const terminal = lesson('bending', language, { columns: 200, rows: 60 });
    const { text } = smallLesson('bending');
    const page = await terminal.see(text[language].title);
    const [en, ko] = [/No line parts four points/, /네 점/];
    terminal.press('b');
    await terminal.see((screen) => en.test(screen) && ko.test(screen));
    terminal.press('b');
    await terminal.see((screen) => screen === page);
  });
});

describe.each(EVERYWHERE)('a whole lesson, at %s, in ASCII without colour', (_, size, language) => {
  test('is worked through by keys, from what the screen says', PATIENT, async () => {
    const words = languages[language].screen;
    const whole = smallLesson('bending');
    const { steps } = whole.text[language];
    const terminal = lesson('bending', language, size);
    await walkSteps(terminal, whole, language, {
      onScreen: (screen) => {
        const rows = screen.split('\n');
        expect(rows).toHaveLength(size.rows);
        // The keys stand below, whatever the page.
        expect(rows.at(-1)).toMatch(/\S/);
        expect(screen).not.toMatch(BROKEN);
      },
    });
    const asked = steps.filter(({ type }) => type === 'question').length;
    const summary = await terminal.see(words.summary.title);
    expect(summary).toContain(words.summary.right(asked, asked));
    expect(terminal.raw()).not.toMatch(COLOUR);
  });
});
