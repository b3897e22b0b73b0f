import type { Recipe } from '../training/recipe.ts';
import { formatValue } from '../training/recipe-keys.ts';
import { type Knob, type Repair, readKnobs } from '../training/repair.ts';
import type { WrittenRepair } from './lab.ts';
import { type Problem, type ProblemCode, problemAt } from './problem.ts';
import { unknownName } from './shape.ts';
import type { Path, Sheet } from './sheet.ts';

type Place = { readonly file: string; readonly sheet: Sheet };

/** Reads what is to be repaired: knobs within the rules of their keys, and a solution that they can be turned to. An entry whose run cannot be read waits for it. */
export function readRepairs(
  { file, sheet }: Place,
  written: Readonly<Record<string, WrittenRepair>>,
  runs: Readonly<Record<string, Recipe>>,
): { readonly labs: Readonly<Record<string, Repair>>; readonly problems: readonly Problem[] } {
  const labs: Record<string, Repair> = {};
  const problems: Problem[] = [];
  for (const [id, entry] of Object.entries(written)) {
    const fault = (path: Path, code: ProblemCode, message: string) =>
      void problems.push(problemAt(file, sheet.at(['labs', id, ...path]), code, message));
    const broken = runs[entry.run];
    if (broken && broken.vary.length > 1)
      fault(['run'], 'recipe', `the run "${entry.run}" has several variants; name one that varies nothing`);
    const knobs = broken ? readKnobs(broken, entry.knobs) : { value: [], problems: [] };
    for (const { key, index, message } of knobs.problems)
      fault(['knobs', key, ...(index === null ? [] : [index])], 'recipe', message);
    labs[id] = {
      run: entry.run,
      cause: entry.cause - 1,
      knobs: knobs.value,
      tries: entry.tries,
      goal: entry.goal,
      solution: broken ? solutionOf(knobs.value, entry.solution, fault) : [],
    };
  }
  return { labs, problems };
}

/** For each knob, the number of the value that the solution turns it to; its own where the solution leaves it. */
function solutionOf(
  knobs: readonly Knob[],
  written: Readonly<Record<string, unknown>>,
  fault: (path: Path, code: ProblemCode, message: string) => void,
): readonly number[] {
  const keys = knobs.map(({ key }) => key as string);
  for (const key of Object.keys(written).filter((each) => !keys.includes(each)))
    fault(['solution', key], 'reference', `"${key}" is no knob; ${unknownName(key, keys)}`);
  return knobs.map(({ key, values, start }) => {
    if (!Object.hasOwn(written, key)) return start;
    const at = values.findIndex((value) => formatValue(value) === formatValue(written[key]));
    const known = values.map(formatValue).join(', ');
    if (at < 0)
      fault(
        ['solution', key],
        'reference',
        `"${formatValue(written[key])}" is no value of the knob ${key}; it has ${known}`,
      );
    return Math.max(0, at);
  });
}
