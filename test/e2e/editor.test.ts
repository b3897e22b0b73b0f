import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import type { LiveTerminal } from './terminal.ts';
import { LANGUAGES, tutors } from './tutors.ts';

const PATIENT = { timeout: 90_000 };
const CTRL_O = '\u000f';
const { lesson, folder } = tutors();

/** An editor that does one thing to the file it is given. */
function editor(line: string): string {
  const file = join(folder(), 'editor.sh');
  writeFileSync(file, `#!/bin/sh\n${line}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The small lesson at its open question, with a few words written. */
async function writing(
  env: Record<string, string>,
  language: 'en' | 'ko' = 'en',
  draft = 'My own words.',
): Promise<LiveTerminal> {
  const setting = { step: 'why-bend', env: { VISUAL: '', EDITOR: '', ...env } };
  const terminal = lesson('bending', language, setting);
  await terminal.see(languages[language].screen.open.placeholder.slice(0, 12));
  terminal.press(draft);
  await terminal.see(draft);
  return terminal;
}

describe('an answer in an editor of the learner', () => {
  test.each(LANGUAGES)('is taken back, and the screen is whole again, in %s', PATIENT, async (language) => {
    const terminal = await writing({ EDITOR: editor('echo "edited: 기울기 0" >> "$1"') }, language);
    const header = terminal.screen()[0];
    terminal.press(CTRL_O);
    const screen = await terminal.see('edited: 기울기 0');
    expect(screen).toContain('My own words.');
    expect(screen.split('\n')[0]).toBe(header);
    // Keys are the tutor's again.
    terminal.press('!');
    await terminal.see('edited: 기울기 0!');
  });

  test(
    'the editor has the terminal as it was: its own screen is not ours, and lines are edited by the terminal',
    PATIENT,
    async () => {
      const terminal = await writing({ EDITOR: editor('printf "name? "; read name; echo "$name" > "$1"') });
      terminal.press(CTRL_O);
      await terminal.see('name? ');
      expect(terminal.screen().join('\n')).not.toContain('My own words.');
      terminal.press('Adam\r');
      await terminal.see((text) => text.includes('| Adam') && !text.includes('name?'));
    },
  );

  test('VISUAL comes before EDITOR, and may have arguments', PATIENT, async () => {
    const visual = editor('echo "$1 $2" | cut -c1-9 > "$2"');
    const terminal = await writing({ EDITOR: 'false', VISUAL: `${visual} --wait` });
    terminal.press(CTRL_O);
    await terminal.see('| --wait');
  });

  test.each(LANGUAGES)('is kept where there is no editor, in %s', PATIENT, async (language) => {
    const terminal = await writing({}, language);
    terminal.press(CTRL_O);
    expect(await terminal.see(languages[language].screen.open.noEditor)).toContain('My own words.');
  });

  test.each(LANGUAGES)('is kept where the editor fails, in %s', PATIENT, async (language) => {
    const terminal = await writing({ EDITOR: 'no-such-editor' }, language);
    terminal.press(CTRL_O);
    const said = languages[language].screen.open.editorFailed('no-such-editor');
    expect(await terminal.see(said)).toContain('My own words.');
  });

  test.each(LANGUAGES)('is kept where the file comes back empty, in %s', PATIENT, async (language) => {
    const terminal = await writing({ EDITOR: editor(': > "$1"') }, language);
    terminal.press(CTRL_O);
    expect(await terminal.see(languages[language].screen.open.emptied)).toContain('My own words.');
  });
});
