import type { Course, Lesson } from '../content/lesson.ts';
import { nearest } from '../training/recipe.ts';
import type { Command, Context } from './command.ts';

/** The lessons of the course. */
export const lessons: Command = {
  flags: {},
  usage: '',
  most: 0,
  run: async (context) => {
    const course = await context.course();
    if (!course) return 1;
    const { arguments: given, language, print, words } = context;
    if (given.switches.has('json')) {
      await print(JSON.stringify({ lessons: course.lessons.map(summary) }));
      return 0;
    }
    for (const lesson of course.lessons) {
      const { id, minutes, questions, runs, claims } = summary(lesson);
      await print(`${id.padEnd(24)} ${lesson.text[language].title}`);
      await print(`${' '.repeat(25)}${words.command.lessonCounts(minutes, questions, runs, claims)}`);
    }
    return 0;
  },
};

/** The lessons with these ids, or all where none is named; null after an unknown one was complained of. */
export function lessonsNamed(
  ids: readonly string[],
  course: Course,
  { complain, words }: Context,
): readonly Lesson[] | null {
  const known = course.lessons.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    complain(words.command.noSuchLesson(unknown, known, nearest(unknown, known)));
    return null;
  }
  return ids.length > 0 ? course.lessons.filter(({ id }) => ids.includes(id)) : course.lessons;
}

function summary({ id, minutes, needs, text, lab }: Lesson) {
  const { steps } = text.en;
  return {
    id,
    title: { en: text.en.title, ko: text.ko.title },
    minutes,
    needs,
    questions: steps.filter(({ type }) => type === 'question' || type === 'open' || type === 'predict')
      .length,
    runs: Object.keys(lab.runs).length,
    claims: Object.keys(lab.claims).length,
  };
}
