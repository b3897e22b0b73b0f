import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { ENTER, walkSteps } from './learner.ts';
import { LANGUAGES, SIZES, smallLesson, tutors } from './tutors.ts';

const PATIENT = { timeout: 120_000 };
const ESC = '\u001b';
/** Bold and dim are no colours. */
const COLOUR = new RegExp(`${ESC}\\[([\\d;]*;)?(3|4|9|10)\\d[\\d;]*m`);
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

describe.each(EVERYWHERE)('a repair and a trace, at %s', (_, size, language) => {
  test('are worked through by keys, from what the screen says', PATIENT, async () => {
    const whole = smallLesson('bending');
    const { steps } = whole.text[language];
    const at = (id: string) => steps.findIndex((step) => step.id === id);
    const terminal = lesson('bending', language, { ...size, step: 'slow-down' });
    await walkSteps(terminal, whole, language, { from: at('slow-down'), to: at('one-step') + 1 });
    await terminal.see(`${at('one-step') + 2}/${steps.length}`);
    terminal.press(`2${ENTER}`);
    await terminal.see(languages[language].screen.question.right);
  });
});
