import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../content/lesson.ts';
import { gradePrediction } from '../training/grade.ts';
import { changeRecipe } from '../training/recipe.ts';
import { changeOf, gradeRepair } from '../training/repair.ts';
import type { Command, Context, ExitCode } from './command.ts';
import { recordsOf } from './verify.ts';

/** Tools for those who write lessons: `check` names every fault of a course with file, line and column. */
export const author: Command = {
  flags: {},
  usage: 'check [DIR]',
  most: 2,
  run: async (context) => {
    const [action, folder] = context.arguments.positionals;
    if (action !== 'check') {
      context.complain(context.words.command.authorUsage);
      return 2;
    }
    return check(folder ?? context.arguments.values.course ?? 'lessons', context);
  },
};

type Fault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

async function check(folder: string, { arguments: given, print, words }: Context): Promise<ExitCode> {
  const { readCourse } = await import('../content/course.ts');
  const { value, problems } = readCourse(folder);
  const faults: Fault[] = problems.map((problem) => ({ ...problem, file: join(folder, problem.file) }));
  if (value && faults.length === 0)
    faults.push(...undecided(value, folder, words.command), ...unrepaired(value, folder, words.command));
  if (given.switches.has('json')) {
    await print(JSON.stringify({ lessons: value?.lessons.length ?? 0, problems: faults }));
  } else {
    for (const { file, line, column, message } of faults) await print(`${file}:${line}:${column} ${message}`);
    await print(words.command.checked(value?.lessons.length ?? 0, faults.length));
  }
  return faults.length > 0 ? 1 : 0;
}

/** A prediction needs one answer: the same option under every seed, and no seed near the edge of another. */
const LEAST_MARGIN = 0.05;

function undecided(course: Course, folder: string, say: Context['words']['command']): Fault[] {
  return course.lessons.flatMap(({ id: lessonId, lab }) =>
    Object.entries(lab.predictions).flatMap(([id, prediction]) => {
      const recipe = lab.runs[prediction.run];
      const { option, margin, perOption } = gradePrediction(prediction, recipe ? recordsOf(recipe) : []);
      const file = join(folder, lessonId, 'lab.yaml');
      const at = { file, ...placeOf(id, readFileSync(file, 'utf8')) };
      if (option === null) return [{ ...at, message: say.predictionUndecided(id, perOption.join(' / ')) }];
      return margin < LEAST_MARGIN ? [{ ...at, message: say.predictionClose(id, margin) }] : [];
    }),
  );
}

/** A run to be repaired misses its goal, and its solution reaches it. */
function unrepaired(course: Course, folder: string, say: Context['words']['command']): Fault[] {
  return course.lessons.flatMap(({ id: lessonId, lab }) =>
    Object.entries(lab.labs).flatMap(([id, repair]): Fault[] => {
      const broken = lab.runs[repair.run];
      if (!broken) return [];
      const file = join(folder, lessonId, 'lab.yaml');
      const at = { file, ...placeOf(id, readFileSync(file, 'utf8'), 'labs') };
      const { value: repaired } = changeRecipe(broken, changeOf(repair.knobs, repair.solution));
      return [
        ...(gradeRepair(repair, recordsOf(broken)).reached ? [{ ...at, message: say.labNotBroken(id) }] : []),
        ...(repaired && gradeRepair(repair, recordsOf(repaired)).reached
          ? []
          : [{ ...at, message: say.labNotRepaired(id) }]),
      ];
    }),
  );
}

/** Where an entry of a section stands in its lab.yaml. */
function placeOf(id: string, text: string, name = 'predictions'): { line: number; column: number } {
  const lines = text.split('\n');
  const section = lines.findIndex((line) => line.startsWith(`${name}:`));
  const line = lines.findIndex((each, i) => i > section && each.trimStart().startsWith(`${id}:`));
  return { line: line + 1, column: (lines[line] ?? '').search(/\S/) + 1 };
}
