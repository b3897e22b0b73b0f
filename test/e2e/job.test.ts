import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { LANGUAGES, SIZES, smallLesson, tutors } from './tutors.ts';

const PATIENT = { timeout: 90_000 };
const CTRL_Z = '\u001a';
const { lesson, shell, command } = tutors();

/** A screen with its header in the first row and its keys in the last: nothing was scrolled away or cut off below. */
function isWhole(text: string, place: string): boolean {
  const rows = text.split('\n');
  return rows[0]?.includes(place) === true && / \? /.test(`${rows.at(-1)} `);
}

describe('a tutor that is stopped and woken by the shell', () => {
  test.each(LANGUAGES)('gives the screen back, and has it whole again, in %s', PATIENT, async (language) => {
    const terminal = shell();
    const { title } = smallLesson('bending').text[language];
    terminal.press('PS1="ready> "\r');
    await terminal.see(/^ready> $/m);
    terminal.press(`${command('bending', language)}\r`);
    const before = await terminal.see((text) => text.startsWith(' ') && text.includes(title));
    terminal.press(CTRL_Z);
    const stopped = await terminal.see(/Stopped/);
    expect(stopped).not.toContain(languages[language].screen.keys.contents.short);
    terminal.press('fg\r');
    expect(await terminal.see((text) => text === before)).toBe(before);
    // The keys are the tutor's again.
    terminal.press('c');
    await terminal.see(languages[language].screen.contents.title);
  });
});

describe('a window that changes its size in mid-training', () => {
  test.each(LANGUAGES)(
    'holds the whole screen at every size, and the run goes on, in %s',
    PATIENT,
    async (language) => {
      const words = languages[language].screen;
      const { steps } = smallLesson('bending').text[language];
      const place = `${steps.findIndex(({ id }) => id === 'see-widths') + 1}/${steps.length}`;
      const terminal = lesson('bending', language, { step: 'see-widths' });
      await terminal.see(words.run.title);
      terminal.press('\r');
      await terminal.see(words.keys.pause.short);
      for (const size of [
        ...SIZES,
        { columns: 36, rows: 12 },
        { columns: 300, rows: 100 },
        { columns: 90, rows: 30 },
      ]) {
        terminal.resize(size.columns, size.rows);
        await terminal.see((text) => isWhole(text, place));
      }
      terminal.press('f');
      await terminal.see(words.run.states.finished);
    },
  );
});

describe('a tutor that comes to a sudden end', () => {
  test.each(LANGUAGES)('opens at the same step after SIGKILL, in %s', PATIENT, async (language) => {
    const first = lesson('bending', language, { step: 'one-step' });
    const before = await first.see(languages[language].screen.trace.title);
    first.kill('SIGKILL');
    await first.end();
    const second = lesson('bending', language);
    expect(await second.see(languages[language].screen.trace.title)).toBe(before);
  });

  test('ends when its terminal is closed', PATIENT, async () => {
    const terminal = lesson('bending', 'en', { step: 'why-bend' });
    await terminal.see(smallLesson('bending').text.en.title);
    terminal.kill('SIGHUP');
    await terminal.end();
    const again = lesson('bending', 'en');
    await again.see(languages.en.screen.open.placeholder);
  });
});
