import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { course, ENTER } from './learner.ts';
import { type LiveTerminal, openTerminal } from './terminal.ts';

const LEFT = '\u001b[D';
const RIGHT = '\u001b[C';
const ESC = '\u001b';

let folder: string;
let terminal: LiveTerminal | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dl-tutor-lab-'));
});
afterEach(() => {
  terminal?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const lesson = course.lessons.find(({ id }) => id === 'nonlinearity-xor')!;

/** Opens the lesson at the page of this run, as if the learner had left it there. */
async function openRun(
  id: string,
  language: Language,
  size: { readonly columns: number; readonly rows: number },
): Promise<LiveTerminal> {
  const place = { at: 1, type: 'place-reached', lesson: lesson.id, step: id, block: 0 };
  const opened = { at: 0, type: 'lesson-opened', lesson: lesson.id };
  writeFileSync(
    join(folder, 'events.jsonl'),
    [opened, place].map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  const live = openTerminal(['learn', lesson.id, '--lang', language, '--data-dir', folder], size);
  terminal = live;
  await live.see(languages[language].screen.run.title);
  return live;
}

describe.each([
  ['80x24 in English', 'en', { columns: 80, rows: 24 }],
  ['40x16 in Korean', 'ko', { columns: 40, rows: 16 }],
] as const)('a lab with a branch in time at %s', (_, language, size) => {
  const words = languages[language];
  const { bench, run: states } = words.screen;

  test('looks back, branches with another setting, and shows both curves', { timeout: 120_000 }, async () => {
    const live = await openRun('moons-watch', language, size);
    live.press('o');
    await live.see(bench.title);
    live.press('f');
    await live.see(states.states.finished);

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
    await live.see(states.states.finished);

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

  test('turns through its panels, each whole within the window', { timeout: 120_000 }, async () => {
    const live = await openRun('moons-watch', language, size);
    live.press('o');
    await live.see(bench.title);
    live.press('f');
    await live.see(states.states.finished);
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
