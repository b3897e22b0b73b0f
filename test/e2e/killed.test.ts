import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { course, ENTER, walkSteps } from './learner.ts';
import { tutors } from './tutors.ts';

const { tutor } = tutors();

describe('a killed tutor', () => {
  test.each(['en', 'ko'] satisfies Language[])(
    'opens again at the same place, in %s',
    { timeout: 60_000 },
    async (language) => {
      const lesson = course.lessons[0]!;
      const { steps } = lesson.text[language];
      const first = tutor();
      await first.see(languages.ko.screen.language.ask);
      first.press(language === 'en' ? '1' : '2');
      await first.see(languages[language].screen.map.done(0, course.lessons.length));
      first.press(ENTER);
      await walkSteps(first, lesson, language, { to: 6 });
      const place = `7/${steps.length}`;
      const before = await first.see(place);
      first.kill('SIGKILL');
      await first.end();

      const second = tutor();
      expect(await second.see(place)).toBe(before);
    },
  );

  test('gives the terminal back when it is told to end', async () => {
    const terminal = tutor(['learn', course.lessons[0]!.id, '--lang', 'en']);
    await terminal.see(course.lessons[0]!.text.en.title);
    terminal.kill('SIGTERM');
    await terminal.end();
    // The last words are: back from the screen of its own, with the cursor shown.
    expect(terminal.raw().lastIndexOf('[?1049l')).toBeGreaterThan(terminal.raw().lastIndexOf('[?1049h'));
    expect(terminal.raw().lastIndexOf('[?25h')).toBeGreaterThan(terminal.raw().lastIndexOf('[?25l'));
  });
});
