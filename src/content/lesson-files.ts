import { type Language, languages } from '../i18n/languages.ts';
import { readAnswers } from './answers.ts';
import { type LabFile, readLab } from './lab.ts';
import type { Lesson, LessonText } from './lesson.ts';
import { lintLesson } from './lint.ts';
import { type Problem, problemAt } from './problem.ts';
import { readText, type TextFile } from './text.ts';

const LANGUAGES = Object.keys(languages) as readonly Language[];

/** The files of every lesson. */
export const LESSON_FILES: readonly string[] = ['lab.yaml', ...LANGUAGES.map((language) => `${language}.md`)];

/** A lesson as far as it could be read. */
export type LessonReading = {
  readonly id: string;
  /** Null where one of its files is missing or has faults in its very shape. */
  readonly lesson: Lesson | null;
  readonly texts: readonly TextFile[];
  readonly problems: readonly Problem[];
};

/** Reads the lesson in a folder of a course; `files` are those of the whole course. */
export function readLesson(id: string, files: ReadonlyMap<string, string>): LessonReading {
  const missing = LESSON_FILES.filter((name) => !files.has(`${id}/${name}`));
  if (missing.length === LESSON_FILES.length) return { id, lesson: null, texts: [], problems: [] };
  const read = LANGUAGES.flatMap((language) => {
    const content = files.get(`${id}/${language}.md`);
    return content === undefined ? [] : [readText(`${id}/${language}.md`, content, language)];
  });
  const texts = read.map(({ value }) => value);
  const { value: lab, problems: labProblems } = readLab(`${id}/lab.yaml`, files.get(`${id}/lab.yaml`));
  const { answers, problems: answerProblems } = readAnswers(lab, texts);
  const problems = [
    ...missing.map((name) => missingFile(id, name)),
    ...read.flatMap((each) => each.problems),
    ...labProblems,
    ...answerProblems,
    ...lintLesson(id, texts, lab),
  ];
  return { id, lesson: toLesson(id, texts, lab, answers), texts, problems };
}

function toLesson(
  id: string,
  texts: readonly TextFile[],
  lab: LabFile | null,
  answers: Lesson['lab']['answers'],
): Lesson | null {
  const [front] = texts.map((text) => text.front);
  const isWhole = texts.length === LANGUAGES.length && texts.every((text) => text.front !== null);
  if (!front || !isWhole || !lab?.isWhole) return null;
  const text = Object.fromEntries(texts.map((each) => [each.language, each.text])) as Record<
    Language,
    LessonText
  >;
  return { id, minutes: front.minutes, needs: front.needs, text, lab: { ...lab.lab, answers } };
}

function missingFile(id: string, name: string): Problem {
  const message = `${name} is missing; every lesson has ${LESSON_FILES.join(', ')}`;
  return problemAt(`${id}/${name}`, { line: 1, column: 1 }, 'file', message);
}
