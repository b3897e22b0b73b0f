import { z } from 'zod';
import type { Prediction } from '../training/grade.ts';
import { parseRecipe, type Recipe } from '../training/recipe.ts';
import type { Lab } from './lesson.ts';
import { type Problem, problemAt, wholeFile } from './problem.ts';
import { readRepairs } from './repairs.ts';
import { checkShape, entries } from './shape.ts';
import { type Path, readYaml, type Sheet } from './sheet.ts';
import { readTraces, traceShape } from './traces.ts';

/** The language-free half of a lesson as its file has it; answers wait for the questions that say how to read them. */
export type LabFile = {
  readonly file: string;
  readonly sheet: Sheet;
  readonly lab: Omit<Lab, 'answers'>;
  readonly answers: Readonly<Record<string, unknown>>;
  /** False where some part could not be read at all. */
  readonly isWhole: boolean;
};

const word = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');
const expressions = z
  .array(word, { error: 'must be a list of expressions, one for each option' })
  .min(2, 'must have an expression for each option, so at least two');

const prediction = z
  .strictObject(
    {
      run: word,
      measure: word.optional(),
      bins: z
        .array(z.number({ error: 'must be a number' }), { error: 'must be a list of numbers' })
        .min(1, 'must have at least one edge')
        .refine(
          (bins) => bins.every((edge, i) => i === 0 || edge > (bins[i - 1] ?? 0)),
          'must rise from edge to edge',
        )
        .optional(),
      lowest: expressions.optional(),
      highest: expressions.optional(),
    },
    { error: 'must be {run: ..., measure: ..., bins: [...]} or {run: ..., lowest: [...]}' },
  )
  .refine(
    ({ measure, bins, lowest, highest }) =>
      (measure === undefined) === (bins === undefined) &&
      [bins, lowest, highest].filter((each) => each !== undefined).length === 1,
    'must have either measure and bins, or lowest, or highest',
  );

const knobs = z
  .record(
    z.string(),
    z.array(z.unknown(), { error: 'must be a list of values' }).min(1, 'must have a value'),
    {
      error: 'must be keys with lists of values, such as {lr: [0.1, 1]}',
    },
  )
  .refine((all) => Object.keys(all).length > 0, 'must have a knob to turn');

const repairShape = z.strictObject(
  {
    run: word,
    cause: z.number({ error: 'must be the number of the cause that is right' }).int().min(1),
    knobs,
    tries: z
      .number({ error: 'must be how many tries there are' })
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(9, 'must be at most 9'),
    goal: word,
    solution: z.record(z.string(), z.unknown(), { error: 'must be keys with values, such as {act: gelu}' }),
  },
  { error: 'must be {run: ..., cause: ..., knobs: {...}, tries: ..., goal: ..., solution: {...}}' },
);

/** An entry of labs as it is written. */
export type WrittenRepair = z.infer<typeof repairShape>;

const labShape = z.strictObject({
  runs: entries(
    z.record(z.string(), z.unknown(), {
      error: 'must be a recipe such as {kind: train, data: xor, steps: 100}',
    }),
  ).optional(),
  predictions: entries(prediction).optional(),
  claims: entries(
    z.strictObject({ run: word, expect: word }, { error: 'must be {run: ..., expect: ...}' }),
  ).optional(),
  answers: entries(z.unknown()).optional(),
  labs: entries(repairShape).optional(),
  traces: entries(traceShape).optional(),
  sources: entries(
    z.strictObject(
      {
        authors: word,
        year: z.number({ error: 'must be a number' }).int('must be a whole number'),
        title: word,
        where: word,
      },
      { error: 'must be {authors: ..., year: ..., title: ..., where: ...}' },
    ),
  ).optional(),
});

type LabShape = z.infer<typeof labShape>;

/** Reads lab.yaml: each recipe by the rules of the training room, everything else by its shape; null where it is missing or no YAML. */
export function readLab(
  file: string,
  content: string | undefined,
): { readonly value: LabFile | null; readonly problems: readonly Problem[] } {
  if (content === undefined) return { value: null, problems: [] };
  const sheet = readYaml(wholeFile(file, content));
  if (sheet.problems.some(({ code }) => code === 'yaml')) return { value: null, problems: sheet.problems };
  const { value, problems } = checkShape<LabShape>(sheet, labShape);
  const raw = value ?? salvage(sheet.value);
  const runs: Record<string, Recipe> = {};
  const faults: Problem[] = [];
  for (const [run, record] of Object.entries(raw.runs ?? {})) {
    const recipe = parseRecipe(record);
    if (recipe.value) runs[run] = recipe.value;
    faults.push(
      ...recipe.problems.map(({ key, message }) =>
        problemAt(file, sheet.atKey(keyPath(record, run, key)), 'recipe', message),
      ),
    );
  }
  const {
    predictions = {},
    claims = {},
    answers = {},
    sources = {},
    labs: written = {},
    traces: walked = {},
  } = raw;
  const { labs, problems: repairFaults } = readRepairs({ file, sheet }, written, runs);
  const { traces, problems: traceFaults } = readTraces({ file, sheet }, walked, runs);
  faults.push(...repairFaults, ...traceFaults);
  return {
    value: {
      file,
      sheet,
      lab: { runs, predictions: predictions as Record<string, Prediction>, claims, labs, traces, sources },
      answers,
      isWhole:
        value !== null &&
        Object.keys(runs).length === Object.keys(raw.runs ?? {}).length &&
        Object.keys(labs).length === Object.keys(written).length &&
        Object.keys(traces).length === Object.keys(walked).length,
    },
    problems: [...problems, ...faults],
  };
}

/** A key that is not the recipe's own is one that it varies. */
function keyPath(record: Readonly<Record<string, unknown>>, run: string, key: string): Path {
  return Object.hasOwn(record, key) ? ['runs', run, key] : ['runs', run, 'vary', key];
}

/** Of a file with faults, the entries that have none: so that faults elsewhere are found in the same reading. */
function salvage(raw: unknown): LabShape {
  if (!isRecord(raw)) return {};
  const sections = Object.entries(labShape.shape).map(([name, shape]) => {
    const entry = shape.unwrap().valueType;
    const section = raw[name];
    const good = Object.entries(isRecord(section) ? section : {}).filter(
      ([, each]) => entry.safeParse(each).success,
    );
    return [name, Object.fromEntries(good)];
  });
  return Object.fromEntries(sections);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type Section = 'runs' | 'claims' | 'sources' | 'predictions' | 'labs' | 'traces';

/** The ids of a section as they stand in the file, entries with faults of their own included. */
export function idsOf(lab: LabFile, section: Section): readonly string[] {
  const value = isRecord(lab.sheet.value) ? lab.sheet.value[section] : null;
  return isRecord(value) ? Object.keys(value) : [];
}
