import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, languages } from '../i18n/languages.ts';
import { readAnswers } from './answers.ts';
import { readLab } from './lab.ts';
import type { Course, Lesson } from './lesson.ts';
import { lintLesson } from './lint.ts';
import { lintNeeds } from './needs.ts';
import { inReadingOrder, type Parsed, type Problem, problemAt, wholeFile } from './problem.ts';
import { checkShape, ID, unknownName } from './shape.ts';
import { readYaml } from './sheet.ts';
import { readText, type TextFile } from './text.ts';

/** Reads a course from its files, by their paths within its folder; what can be read is given whatever else is wrong. */
export function parseCourse(files: ReadonlyMap<string, string>): Parsed<Course> {
  const { title, order, problems: courseProblems } = readOutline(files);
  const read = order.map(({ id }) => readLesson(id, files));
  const lessons = read.flatMap(({ lesson }) => (lesson ? [lesson] : []));
  const problems = [...courseProblems, ...read.flatMap(({ problems }) => problems), ...lintNeeds(read)];
  return {
    value: lessons.length > 0 ? { title, lessons } : null,
    problems: inReadingOrder(problems),
  };
}

/** Reads a course from a folder on disk. */
export function readCourse(folder: string): Parsed<Course> {
  const files = new Map<string, string>();
  const read = (path: string) => {
    const whole = join(folder, path);
    if (existsSync(whole) && statSync(whole).isFile()) files.set(path, readFileSync(whole, 'utf8'));
  };
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return {
      value: null,
      problems: [problemAt(OUTLINE, START, 'file', `${folder} is no folder; name one that holds a course`)],
    };
  read(OUTLINE);
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.name.startsWith('.') && statSync(join(folder, entry.name)).isDirectory())
      for (const name of LESSON_FILES) read(`${entry.name}/${name}`);
  }
  return parseCourse(files);
}

const OUTLINE = 'course.yaml';
const START = { line: 1, column: 1 };
const LANGUAGES = Object.keys(languages) as readonly Language[];
const LESSON_FILES = ['lab.yaml', ...LANGUAGES.map((language) => `${language}.md`)];

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

type Outline = {
  readonly title: Course['title'];
  readonly order: readonly { readonly id: string; readonly line: number; readonly column: number }[];
  readonly problems: readonly Problem[];
};

/** The order of the lessons; without a course.yaml that can be read, all folders in the order of their names. */
function readOutline(files: ReadonlyMap<string, string>): Outline {
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

/** A lesson as far as it could be read. */
export type LessonReading = {
  readonly id: string;
  readonly lesson: Lesson | null;
  readonly texts: readonly TextFile[];
  readonly problems: readonly Problem[];
};

function readLesson(id: string, files: ReadonlyMap<string, string>): LessonReading {
  if (LESSON_FILES.every((name) => !files.has(`${id}/${name}`)))
    return { id, lesson: null, texts: [], problems: [] };
  const problems: Problem[] = [];
  for (const name of LESSON_FILES)
    if (!files.has(`${id}/${name}`))
      problems.push(
        problemAt(
          `${id}/${name}`,
          START,
          'file',
          `${name} is missing; every lesson has ${LESSON_FILES.join(', ')}`,
        ),
      );
  const texts = LANGUAGES.flatMap((language) => {
    const content = files.get(`${id}/${language}.md`);
    if (content === undefined) return [];
    const { value, problems: found } = readText(`${id}/${language}.md`, content, language);
    problems.push(...found);
    return [value];
  });
  const { value: labFile, problems: labProblems } = readLab(
    `${id}/lab.yaml`,
    files.get(`${id}/lab.yaml`) ?? '',
  );
  problems.push(...labProblems);
  const { answers, problems: answerProblems } = readAnswers(labFile, texts);
  problems.push(...answerProblems, ...lintLesson(id, texts, labFile));
  const [en, ko] = LANGUAGES.map((language) => texts.find((text) => text.language === language));
  const isWhole = en?.front && ko?.front && labFile.isWhole && files.has(`${id}/lab.yaml`);
  const lesson: Lesson | null =
    isWhole && en?.front && ko
      ? {
          id,
          minutes: en.front.minutes,
          needs: en.front.needs,
          text: { en: en.text, ko: ko.text },
          lab: { ...labFile.lab, answers },
        }
      : null;
  return { id, lesson, texts, problems };
}
