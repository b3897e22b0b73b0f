import { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import type { Course } from './lesson.ts';
import { type Problem, problemAt, wholeFile } from './problem.ts';
import { checkShape, ID, unknownName } from './shape.ts';
import { readYaml } from './sheet.ts';

/** The file that names the lessons of a course. */
export const OUTLINE = 'course.yaml';

const START = { line: 1, column: 1 };

const word = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');
const outlineShape = z.strictObject({
  title: z.strictObject({ en: word, ko: word } satisfies Record<Language, z.ZodType>, {
    error: 'must be {en: ..., ko: ...}',
  }),
  lessons: z
    .array(word.regex(ID, 'must be the name of a folder: lower-case letters and digits, joined by hyphens'), {
      error: 'must be a list of lessons',
    })
    .min(1, 'must name at least one lesson'),
});

/** The title of a course and its lessons in order. */
export type Outline = {
  readonly title: Course['title'];
  readonly order: readonly { readonly id: string; readonly line: number; readonly column: number }[];
  readonly problems: readonly Problem[];
};

/** Reads the order of the lessons; without a course.yaml that can be read, all folders in the order of their names. */
export function readOutline(files: ReadonlyMap<string, string>): Outline {
  const folders = [
    ...new Set(
      [...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
    ),
  ];
  const content = files.get(OUTLINE);
  const sheet = readYaml(wholeFile(OUTLINE, content ?? ''));
  const { value, problems } =
    content === undefined
      ? {
          value: null,
          problems: [
            problemAt(
              OUTLINE,
              START,
              'file',
              'course.yaml is missing; write one with title: {en: ..., ko: ...} and lessons: [...]',
            ),
          ],
        }
      : checkShape(sheet, outlineShape);
  if (!value)
    return { title: { en: '', ko: '' }, order: folders.sort().map((id) => ({ id, ...START })), problems };
  const order = value.lessons.map((id, i) => ({ id, ...sheet.at(['lessons', i]) }));
  const repeated = order.filter(({ id }, i) => order.findIndex((other) => other.id === id) < i);
  const unlisted = folders.filter((folder) => !value.lessons.includes(folder));
  return {
    title: value.title,
    order: order.filter((entry) => !repeated.includes(entry)),
    problems: [
      ...problems,
      ...repeated.map((entry) =>
        problemAt(OUTLINE, entry, 'order', `"${entry.id}" stands here twice; name it once`),
      ),
      ...unlisted.map((id) =>
        problemAt(
          OUTLINE,
          sheet.atKey(['lessons']),
          'order',
          `the folder ${id} is not in the list; add it, or move it out of the course`,
        ),
      ),
      ...order
        .filter(({ id }) => !folders.includes(id))
        .map((entry) =>
          problemAt(
            OUTLINE,
            entry,
            'file',
            `there is no folder "${entry.id}" with a lesson in it; ${unknownName(entry.id, folders)}`,
          ),
        ),
    ],
  };
}
