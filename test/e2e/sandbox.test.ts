import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { ENTER } from './learner.ts';
import { LANGUAGES, SIZES, tutors } from './tutors.ts';

const DOWN = '\u001b[B';
const RIGHT = '\u001b[C';
const TAB = '\t';
const ESC = '\u001b';

const { tutor, lesson } = tutors();

const CASES = SIZES.flatMap((size) =>
  LANGUAGES.map((language) => [`${size.columns}x${size.rows}`, language, size] as const),
);

describe.each(CASES)('the sandbox at %s in %s', (_, language, size) => {
  const { screen } = languages[language];
  const say = screen.sandbox;

  test('checks a recipe while it is typed, runs it, undoes, saves, and takes it up again', {
    timeout: 120_000,
  }, async () => {
    const flags = ['play', '--data', 'xor', '--net', '4', '--steps', '200'];
    const look = ['--ascii', '--no-color', '--lang', language];
    const live = tutor([...flags, ...look], size);
    await live.see('--data xor --net 4');

    // From the kind down to the data, and on to the next set.
    live.press(TAB);
    await live.see(say.about.data.slice(0, 12));
    live.press(RIGHT);
    await live.see('--data moons');
    live.press('u');
    await live.see('--data xor');

    // Something that cannot be: it stays where it was typed, with a sentence, and does not run.
    live.press(`${DOWN}x`);
    live.press('1');
    await live.see('> n              1');
    live.press(ENTER);
    await live.see(say.notYet(1).slice(0, 10));
    live.press(ENTER);
    await live.see(say.cannotRun);
    expect(live.screen().join('\n')).toContain('> n              1');
    live.press('u');
    await live.see('> n              (4)');

    live.press('w');
    await live.see(say.name);
    live.press('mine');
    await live.see('mine');
    live.press(ENTER);
    await live.see(say.saved('mine'));

    live.press(ENTER);
    await live.see(screen.run.states.running);
    live.press('f');
    await live.see(screen.run.states.finished);
    live.press(ESC);
    await live.see(say.title);

    live.press('p');
    await live.see(say.headings.saved);
    expect(live.screen().join('\n')).toContain('mine');
    live.press(`${DOWN}${ENTER}`);
    await live.see(say.title);
    live.press(`p${ENTER}`);
    await live.see('--data xor --net 4');
    expect(live.screen().join('\n')).not.toMatch(/undefined|NaN|\[object|\uFFFD/);

    // Beneath it is the map; without flags it opens with what was run last.
    live.press(ESC);
    await live.see((text) => !text.includes('--data xor'));
    live.kill('SIGKILL');
    const again = tutor(['play', ...look], size);
    await again.see('--data xor --net 4');
  });
});

describe.each(LANGUAGES)('a run of a lesson, in %s', (language) => {
  const { screen } = languages[language];

  test('is taken into the sandbox by a dot, and stands as it was afterwards', {
    timeout: 120_000,
  }, async () => {
    const live = lesson('bending', language, { step: 'see-widths', columns: 80, rows: 24 });
    await live.see(screen.run.title);
    live.press(ENTER);
    await live.see(screen.run.states.finished);
    live.press('.');
    await live.see(screen.sandbox.title);
    await live.see('dl-tutor run --data');
    live.press(ESC);
    expect(await live.see(screen.run.states.finished)).not.toContain(screen.sandbox.title);
  });
});

describe.each(LANGUAGES)('a table of one’s own, in %s', (language) => {
  const { screen } = languages[language];
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-table-'));
  const file = join(folder, 'flowers.csv');
  const row = (i: number) => `${i % 7},${(i * 3) % 5},${i % 7 > 3 ? 'rose' : 'lily'}`;
  writeFileSync(file, ['a,b,kind', ...Array.from({ length: 60 }, (_, i) => row(i))].join('\n'));

  test('is trained on from the form', { timeout: 120_000 }, async () => {
    const flags = ['play', '--data', file, '--net', '4', '--steps', '100'];
    const live = tutor([...flags, '--ascii', '--no-color', '--lang', language], { columns: 80, rows: 24 });
    await live.see('flowers.csv');
    live.press(ENTER);
    await live.see(screen.keys.flatOut.short);
    live.press('f');
    await live.see(screen.run.states.finished);
    live.kill('SIGKILL');
  });

  test('that is not there is said in one sentence before anything opens', { timeout: 120_000 }, async () => {
    const live = tutor(['play', '--data', join(folder, 'none.csv'), '--lang', language], {
      columns: 80,
      rows: 24,
    });
    await live.see('none.csv');
    expect(live.screen().join('\n')).not.toContain(screen.sandbox.title);
  });
});
