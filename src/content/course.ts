import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GLOSSARY, readGlossary } from './glossary.ts';
import { INTERVIEW, readInterview } from './interview.ts';
import type { Course } from './lesson.ts';
import { LESSON_FILES, readLesson } from './lesson-files.ts';
import { lintNeeds } from './needs.ts';
import { OUTLINE, readOutline } from './outline.ts';
import { inReadingOrder, type Parsed, problemAt } from './problem.ts';

/** Reads a course from its files, by their paths within its folder; what can be read is given whatever else is wrong. */
export function parseCourse(files: ReadonlyMap<string, string>): Parsed<Course> {
  const { title, order, problems: courseProblems } = readOutline(files);
  const read = order.map(({ id }) => readLesson(id, files));
  const lessons = read.flatMap(({ lesson }) => (lesson ? [lesson] : []));
  const glossary = readGlossary(
    files.get(GLOSSARY),
    order.map(({ id }) => id),
  );
  const final = readInterview(files.get(INTERVIEW), lessons);
  const problems = [
    ...courseProblems,
    ...read.flatMap(({ problems }) => problems),
    ...lintNeeds(read),
    ...glossary.problems,
    ...final.problems,
  ];
  return {
    value:
      lessons.length > 0 ? { title, lessons, glossary: glossary.terms, interview: final.interview } : null,
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
  for (const name of [OUTLINE, GLOSSARY, INTERVIEW]) read(name);
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.name.startsWith('.') && statSync(join(folder, entry.name)).isDirectory())
      for (const name of LESSON_FILES) read(`${entry.name}/${name}`);
  }
  return parseCourse(files);
}

const START = { line: 1, column: 1 };
