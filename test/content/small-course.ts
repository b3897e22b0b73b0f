import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCourse } from '../../src/content/course.ts';

const FOLDER = join(import.meta.dirname, 'fixtures', 'small');

export type Edit = readonly [file: string, from: string, to: string];

/** The small course without a fault, as its files. */
export const smallCourse: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(FOLDER.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);

/** The small course with some text replaced, once each; a text that is not there is a mistake of the test. */
export function edited(...edits: readonly Edit[]): ReadonlyMap<string, string> {
  const files = new Map(smallCourse);
  for (const [file, from, to] of edits) {
    const before = files.get(file) ?? '';
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    files.set(
      file,
      before.replace(from, () => to),
    );
  }
  return files;
}

/** The faults of a course as `file:line:column message`. */
export function faultsOf(files: ReadonlyMap<string, string>): readonly string[] {
  return parseCourse(files).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
}
