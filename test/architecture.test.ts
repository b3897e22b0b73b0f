import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** The floor of each room; a room imports only from floors below its own. */
const FLOORS: Readonly<Record<string, number>> = {
  engine: 1,
  charts: 1,
  questions: 1,
  i18n: 1,
  data: 2,
  training: 3,
  content: 4,
  session: 5,
  store: 6,
  ui: 7,
  commands: 7,
  'cli.ts': 8,
  'start.mjs': 9,
};

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('assembly'))
  .map((name) => join(src, name));

/** The rooms that a file reaches into, by its relative imports. */
function roomsImportedBy(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const targets = [...text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.map((target) => roomOf(resolve(file, '..', target)));
}

function roomOf(path: string): string {
  return relative(src, path).split(/[\\/]/)[0] ?? '';
}

test('every file lives in a room of the table', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => FLOORS[roomOf(file)] === undefined)).toEqual([]);
});

test.each(files.map((file) => [relative(src, file), file]))(
  '%s imports only from floors below',
  (_, file) => {
    const own = roomOf(file);
    const above = roomsImportedBy(file).filter(
      (room) => room !== own && !((FLOORS[room] ?? 99) < (FLOORS[own] ?? 0)),
    );
    expect(above.filter((room) => !(own === 'start.mjs' && room === 'main.js'))).toEqual([]);
  },
);

test('no file is a drawer for odds and ends', () => {
  const banned = /(^|[-/])(utils?|helpers?|common|misc|managers?|services?)(\.|\/|-)/;
  expect(files.map((file) => relative(src, file)).filter((name) => banned.test(name))).toEqual([]);
});

test('nothing exits the process but the command line', () => {
  const exits = files.filter((file) => /process\.exit\(/.test(readFileSync(file, 'utf8')));
  expect(exits.map(roomOf).filter((room) => room !== 'cli.ts')).toEqual([]);
});
