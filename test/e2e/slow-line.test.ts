import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { ENTER } from './learner.ts';
import { tutors } from './tutors.ts';

const { tutor } = tutors();
/** What may wait on the line: as much as may be under way, and two frames that went over it. */
const MOST = 30_000;

test('on a slow line frames are left out, so that the screen is never far behind', {
  timeout: 120_000,
}, async () => {
  const { screen } = languages.en;
  const recipe = ['--data', 'spirals', '--net', '32,32', '--steps', '1000000'];
  const terminal = tutor(['play', ...recipe, '--lang', 'en'], { carries: 15_000 });
  await terminal.see('--data spirals');
  terminal.press(ENTER);
  await terminal.see(screen.keys.pause.short);
  terminal.press('f');
  const before = terminal.raw().length;
  await terminal.see(() => terminal.raw().length > before + 80_000);
  expect(terminal.mostUnderWay()).toBeLessThan(MOST);
  terminal.press(' ');
  await terminal.see(screen.run.states.paused);
});
