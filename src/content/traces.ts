import { z } from 'zod';
import type { Recipe } from '../training/recipe.ts';
import { traceRun } from '../training/trace/start.ts';
import type { Blank, Trace, Walkthrough } from '../training/trace/trace.ts';
import { type Problem, type ProblemCode, problemAt } from './problem.ts';
import { unknownName } from './shape.ts';
import type { Path, Sheet } from './sheet.ts';

const numbers = z.array(z.number({ error: 'must be a number' }), { error: 'must be a list of numbers' });
const row = z.strictObject(
  { x: numbers, y: z.number({ error: 'must be a number' }) },
  { error: 'must be {x: [...], y: ...}' },
);
const blanks = z
  .record(z.string(), z.number({ error: 'must be how far off is still right' }).min(0, 'must be 0 or more'), {
    error: 'must be numbers of the step with their tolerances, such as {z.h1: 0.01}',
  })
  .refine((all) => Object.keys(all).length > 0, 'must have a number for the learner to fill in');

/** An entry of traces as it is written. */
export const traceShape = z.strictObject(
  {
    run: z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty'),
    weights: numbers.optional(),
    rows: z
      .array(row, { error: 'must be a list of {x: [...], y: ...}' })
      .min(1, 'must have a row')
      .optional(),
    blanks,
  },
  { error: 'must be {run: ..., blanks: {...}}' },
);

type Written = z.infer<typeof traceShape>;

/** Works out the steps that are to be walked; a trace whose run cannot be read waits for it. */
export function readTraces(
  { file, sheet }: { readonly file: string; readonly sheet: Sheet },
  written: Readonly<Record<string, Written>>,
  runs: Readonly<Record<string, Recipe>>,
): { readonly traces: Readonly<Record<string, Walkthrough>>; readonly problems: readonly Problem[] } {
  const traces: Record<string, Walkthrough> = {};
  const problems: Problem[] = [];
  for (const [id, entry] of Object.entries(written)) {
    const fault = (path: Path, code: ProblemCode, message: string) =>
      void problems.push(problemAt(file, sheet.at(['traces', id, ...path]), code, message));
    const recipe = runs[entry.run];
    if (!recipe) {
      const known = Object.keys(isRecord(sheet.value) && isRecord(sheet.value.runs) ? sheet.value.runs : {});
      const message = `there is no run "${entry.run}"; ${unknownName(entry.run, known)}`;
      if (!known.includes(entry.run)) fault(['run'], 'reference', message);
      continue;
    }
    const { value: trace, problems: found } = traceRun(recipe, entry);
    for (const { key, message } of found) fault([key], 'recipe', message);
    if (!trace) continue;
    const filled = blanksOf(trace, entry, (name, message) => fault(['blanks', name], 'reference', message));
    traces[id] = { run: entry.run, trace, blanks: filled };
  }
  return { traces, problems };
}

/** The blanks in the order of their numbers. */
function blanksOf(
  trace: Trace,
  written: Written,
  fault: (name: string, message: string) => void,
): readonly Blank[] {
  const known = trace.numbers.map(({ id }) => id);
  return Object.entries(written.blanks)
    .flatMap(([name, tolerance]) => {
      const at = known.indexOf(name);
      if (at < 0) fault(name, `"${name}" is no number of this step; ${unknownName(name, known)}`);
      return at < 0 ? [] : [{ at, tolerance }];
    })
    .sort((a, b) => a.at - b.at);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
