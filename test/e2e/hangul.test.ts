import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { tutors } from './tutors.ts';

const { lesson } = tutors();
const BACKSPACE = '\u007f';
const LEFT = '\u001b[D';

test('Hangul stands where it is typed, and the cursor behind it, as syllables and as jamo', {
  timeout: 90_000,
}, async () => {
  const terminal = lesson('bending', 'ko', { step: 'why-bend' });
  await terminal.see(languages.ko.screen.open.placeholder);
  const start = terminal.column();
  /** Presses keys, and waits for the row of the field and the cells between its beginning and the cursor. */
  const leads = async (keys: string, text: string, cells: number) => {
    terminal.press(keys);
    const isHere = (row: string) => row.includes(`| ${text}`);
    await terminal.see((screen) => screen.split('\n').some(isHere) && terminal.column() === start + cells);
  };
  await leads('기울기', '기울기', 6);
  await leads(BACKSPACE, '기울', 4);
  await leads(BACKSPACE + BACKSPACE, '', 0);
  await leads('한'.normalize('NFD'), '한', 2);
  await leads('ㄱ', '한ㄱ', 4);
  await leads(`${LEFT}a`, '한aㄱ', 3);
  await leads(BACKSPACE, '한ㄱ', 2);
  expect(terminal.screen().join('\n')).not.toContain('\uFFFD');
});
