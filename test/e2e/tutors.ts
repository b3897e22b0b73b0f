import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { readCourse } from '../../src/content/course.ts';
import type { Course, Lesson } from '../../src/content/lesson.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { openStore } from '../../src/store/store.ts';
import { type LiveTerminal, openShell, openTerminal, program, type Setting } from './terminal.ts';

const SMALL = join(import.meta.dirname, '../content/fixtures/small');

/** A course of a few pages with a block of every kind, whose runs take no time. */
export const small: Course = readSmall();

/** The smallest screen that is good, the one that is designed for, and a large one. */
export const SIZES = [
  { columns: 40, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
] as const;

export const LANGUAGES = ['en', 'ko'] as const satisfies readonly Language[];

/** Opens tutors that share a place for progress; both are gone after each test. */
export function tutors() {
  let folder = '';
  let opened: LiveTerminal[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dl-tutor-e2e-'));
  });
  afterEach(() => {
    for (const terminal of opened) terminal.kill('SIGKILL');
    opened = [];
    rmSync(folder, { recursive: true, force: true });
  });
  const keep = (terminal: LiveTerminal) => {
    opened.push(terminal);
    return terminal;
  };
  const plain = ['--ascii', '--no-color', '--course', SMALL];
  return {
    folder: () => folder,
    tutor: (args: readonly string[] = [], setting: Setting = {}) =>
      keep(openTerminal(['--data-dir', folder, ...args], setting)),
    /** A lesson of the small course at one of its steps, in ASCII without colour. */
    lesson: (
      id: string,
      language: Language,
      { step, ...setting }: Setting & { readonly step?: string } = {},
    ) => {
      if (step) reach(folder, id, step);
      return keep(openTerminal(['--data-dir', folder, ...plain, 'learn', id, '--lang', language], setting));
    },
    /** A shell, and the line that opens a lesson of the small course in it. */
    shell: (setting: Setting = {}) => keep(openShell(setting)),
    command: (id: string, language: Language) =>
      [process.execPath, program, '--data-dir', folder, ...plain, 'learn', id, '--lang', language].join(' '),
  };
}

/** The lesson of the small course that is called so. */
export function smallLesson(id: string): Lesson {
  const lesson = small.lessons.find((each) => each.id === id);
  if (!lesson) throw new RangeError(`there is no lesson ${id}`);
  return lesson;
}

/** Has a learner stop at a step. */
export function reach(folder: string, lesson: string, step: string): void {
  const store = openStore(folder);
  store.record({ at: 1, type: 'place-reached', lesson, step, block: 0 });
  store.close();
}

function readSmall(): Course {
  const { value, problems } = readCourse(SMALL);
  if (!value) throw new Error(`the small course: ${problems.map(({ message }) => message).join(', ')}`);
  return value;
}
