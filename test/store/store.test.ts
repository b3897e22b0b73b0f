import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { openStore } from '../../src/store/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dl-tutor-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const journal = () => join(folder, 'events.jsonl');
const chosen = (language: 'en' | 'ko', at = 1): ProgressEvent => ({ type: 'language-chosen', at, language });
const opened = (lesson: string, at = 2): ProgressEvent => ({ type: 'lesson-opened', at, lesson });

test('what was recorded is there after a restart, even without a proper end', () => {
  openStore(folder).record(chosen('ko'));
  expect(openStore(folder).progress.language).toBe('ko');
});

test('a closed store opens from its snapshot alone', () => {
  const store = openStore(folder);
  store.record(chosen('ko'));
  store.close();
  rmSync(journal());
  expect(openStore(folder).progress.language).toBe('ko');
});

test('two windows lose nothing of each other', () => {
  const one = openStore(folder);
  const two = openStore(folder);
  one.record(opened('a'));
  two.record(opened('b'));
  expect(Object.keys(two.progress.lessons).sort()).toEqual(['a', 'b']);
  one.record(opened('c'));
  expect(Object.keys(one.progress.lessons).sort()).toEqual(['a', 'b', 'c']);
  two.close();
  one.close();
  expect(Object.keys(openStore(folder).progress.lessons).sort()).toEqual(['a', 'b', 'c']);
});

test('a last line that a kill cut off harms neither what came before nor what comes after', () => {
  openStore(folder).record(chosen('ko'));
  appendFileSync(journal(), '{"type":"lesson-op');
  const store = openStore(folder);
  store.record(opened('a'));
  expect(store.progress.language).toBe('ko');
  expect(Object.keys(store.progress.lessons)).toEqual(['a']);
  expect(openStore(folder).progress.lessons.a).toBeDefined();
});

test('damaged lines are set aside and told; the others count', () => {
  openStore(folder).record(chosen('ko'));
  appendFileSync(journal(), '\u0000\u0000 garbage\n[1,2]\n');
  openStore(folder).record(opened('a'));
  const store = openStore(folder);
  expect(store.progress).toEqual([chosen('ko'), opened('a')].reduce(applyProgress, emptyProgress));
  expect(readFileSync(join(folder, 'events.damaged.jsonl'), 'utf8')).toContain('garbage');
});

test('a damaged snapshot is set aside and made again from the journal', () => {
  const store = openStore(folder);
  store.record(chosen('ko'));
  store.close();
  writeFileSync(join(folder, 'progress.json'), '{"version": 1, "offs');
  const again = openStore(folder);
  expect(again.progress.language).toBe('ko');
  expect(again.warnings).toEqual([expect.objectContaining({ type: 'snapshot-damaged' })]);
  expect(readdirSync(folder).some((name) => name.startsWith('progress.damaged-'))).toBe(true);
});

test('a journal cut short falls back on the snapshot, the last good copy', () => {
  const store = openStore(folder);
  store.record(chosen('ko'));
  store.record(opened('a'));
  store.close();
  truncateSync(journal(), 3);
  const again = openStore(folder);
  expect(again.progress.lessons.a).toBeDefined();
  again.record(opened('b'));
  expect(Object.keys(openStore(folder).progress.lessons).sort()).toEqual(['a', 'b']);
});

test('a snapshot of another version is passed over, not set aside', () => {
  openStore(folder).record(chosen('ko'));
  writeFileSync(join(folder, 'progress.json'), '{"version": 99, "offset": 5, "progress": {}}');
  const store = openStore(folder);
  expect(store.progress.language).toBe('ko');
  expect(store.warnings).toEqual([]);
});

test('where the folder cannot be made, progress lives in memory and a warning says so', () => {
  const blocked = join(folder, 'a-file', 'inside');
  writeFileSync(join(folder, 'a-file'), '');
  const store = openStore(blocked);
  expect(store.warnings).toEqual([{ type: 'unwritable', folder: blocked }]);
  expect(store.record(chosen('ko')).language).toBe('ko');
  store.close();
});

test('events of a newer program are kept in the journal and pass through', () => {
  appendFileSync(journal(), '{"type":"taught-by-owl","at":3}\n');
  const store = openStore(folder);
  expect(store.progress).toEqual(emptyProgress);
  expect(store.warnings).toEqual([]);
});
