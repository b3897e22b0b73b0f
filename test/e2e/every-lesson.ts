import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { course, walkSteps } from './learner.ts';
import { tutors } from './tutors.ts';

/** Walks every lesson of the course in a language; a file for each language, so that both cores have something to do. */
export function walkEveryLesson(language: Language): void {
  const { tutor } = tutors();
  const words = languages[language].screen;

  describe('a lesson from its first page to its last', () => {
    test.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))(
      `%s in ${language}: every answer right, every line whole`,
      { timeout: 180_000 },
      async (id, lesson) => {
        const terminal = tutor(['learn', id, '--lang', language]);
        await walkSteps(terminal, lesson, language, {
          onScreen: (screen) => {
            expect(screen).not.toMatch(/undefined|NaN|\[object|\uFFFD/);
            // The footer names the other language; all else is in the one that was asked for.
            const body = screen.replaceAll(words.keys.language.short, '');
            if (language === 'ko') expect(body).toMatch(/[가-힣]/);
            else expect(body).not.toMatch(/[가-힣]/);
          },
        });
        const summary = await terminal.see(words.summary.title);
        const asked = lesson.text[language].steps.filter(({ type }) => type === 'question').length;
        expect(summary).toContain(words.summary.right(asked, asked));
        terminal.press('q');
        terminal.press('q');
        expect(await terminal.end()).toBe(0);
      },
    );
  });
}
