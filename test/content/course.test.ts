import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCourse } from '../../src/content/course.ts';

const BUNDLED = 'lessons';

/** As `dl-tutor author check` prints them. */
function lines(folder: string): readonly string[] {
  return readCourse(folder).problems.map(
    ({ file, line, column, message }) => `${folder}/${file}:${line}:${column} ${message}`,
  );
}

// Every prediction and every repair of the course is run for it.
test.skipIf(!existsSync(BUNDLED))('the bundled course has no fault', { timeout: 300_000 }, () => {
  expect(lines(BUNDLED)).toEqual([]);
});

test('a folder that does not exist is a problem, not an exception', () => {
  expect(lines('no/such/folder')).toEqual([
    'no/such/folder/course.yaml:1:1 no/such/folder is no folder; name one that holds a course',
  ]);
});
