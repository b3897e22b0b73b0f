import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { ENTER, hurry } from './learner.ts';
import type { LiveTerminal } from './terminal.ts';
import { LANGUAGES, reach, SIZES, tutors } from './tutors.ts';

const LEFT = '\u001b[D';
const RIGHT = '\u001b[C';
const ESC = '\u001b';

const { tutor, lesson, folder } = tutors();

/** The lab of the run on the page that is shown, once the run is over. */
async function openLab(live: LiveTerminal, language: Language): Promise<LiveTerminal> {
  const { bench, run } = languages[language].screen;
  await live.see(run.title);
  live.press('o');
  await live.see(bench.title);
  await hurry(live, language, run.states.finished);
  return live;
}

const CASES = SIZES.flatMap((size) =>
  LANGUAGES.map((language) => [`${size.columns}x${size.rows}`, language, size] as const),
);

describe.each(CASES)('a lab with a branch in time, at %s in %s', (_, language, size) => {
  const words = languages[language];
  const { bench, run: states } = words.screen;

  test('looks back, branches with another setting, and shows both curves', { timeout: 120_000 }, async () => {
    const live = await openLab(lesson('bending', language, { step: 'see-widths', ...size }), language);

    // Half of the way back, and every panel is of that step.
    const [, steps = '0'] = /(\d+)\/\1/.exec(live.screen().join('\n')) ?? [];
    const half = Math.round(Number(steps) / 2);
    live.press('\u001b[5~'.repeat(5));
    expect(await live.see(`${half}/${steps}`)).toContain(bench.past);

    live.press('b');
    await live.see(bench.branchTitle.slice(0, 8));
    live.press(RIGHT);
    live.press(RIGHT);
    live.press(ENTER);
    const branched = await live.see(`@${half}`);
    expect(branched).toMatch(/lr=/);
    await hurry(live, language, states.states.finished);

    // The command line is shown, and the way back leads to the run in the lesson.
    live.press('y');
    await live.see('dl-tutor run');
    expect(live.raw()).toContain(']52;c;');
    live.press(ESC);
    await live.see((text) => !text.includes('dl-tutor run --'));
    live.press('q');
    await live.see((text) => !text.split('\n')[0]!.includes(bench.title));
    expect(live.screen().join('\n')).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe.each([
  ['40x16', 'ko', SIZES[0]],
  ['80x24', 'en', SIZES[1]],
  ['200x60', 'en', SIZES[2]],
] as const)('the panels of a lab, at %s in %s', (_, language, size) => {
  const { bench } = languages[language].screen;

  test('are turned through, each whole within the window', { timeout: 120_000 }, async () => {
    reach(folder(), 'nonlinearity-xor', 'moons-watch');
    const look = ['--lang', language, '--ascii', '--no-color'];
    const live = await openLab(tutor(['learn', 'nonlinearity-xor', ...look], size), language);
    const titles = [bench.panels.picture, bench.panels.confusion, bench.panels.network, bench.panels.slice];
    for (const title of titles) {
      for (let turn = 0; turn < 12 && !live.screen().join('\n').includes(title); turn++) {
        const before = live.screen().join('\n');
        live.press('\t');
        await live.see((text) => text !== before);
      }
      const screen = await live.see((text) => text.includes(title) && !text.includes(bench.waiting));
      expect(screen).not.toMatch(/undefined|NaN|\[object|\uFFFD/);
    }
    live.press(LEFT);
    await live.see(bench.past);
  });
});
