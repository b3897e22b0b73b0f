import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { openTerminal } from '../e2e/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-agreement-'));
afterAll(() => rmSync(folder, { recursive: true }));
// Nobody listens there.
const offline = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };

async function addAnswering(language: 'en' | 'ko', answer: string, told: string) {
  const words = ['gpu', 'add', '--lang', language, '--data-dir', folder];
  const terminal = openTerminal(words, { columns: 160, env: offline });
  await terminal.see(languages[language].gpu.ask);
  terminal.press(answer);
  const text = await terminal.see(told);
  return { code: await terminal.end(), text };
}

test.each([
  ['en', '\r'],
  ['en', 'n\r'],
  ['ko', '\u0003'],
  ['ko', '\u0004'],
] as const)('gpu add in %s tells the size, asks, and takes %j for a no', async (language, answer) => {
  const { code, text } = await addAnswering(language, answer, languages[language].gpu.refused);
  expect(text).toMatch(/22 MB.*84 MB/);
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'gpu'))).toBe(false);
});

test.each([
  ['en', 'y\r'],
  ['ko', '네\r'],
] as const)(
  'gpu add in %s fetches at %j, and leaves nothing behind where there is no network',
  async (language, answer) => {
    const { code } = await addAnswering(language, answer, 'ECONNREFUSED');
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'gpu'))).toBe(false);
  },
);
