import { z } from 'zod';
import type { Term } from './lesson.ts';
import { type Problem, problemAt, wholeFile } from './problem.ts';
import { checkShape, entries, unknownName } from './shape.ts';
import { readYaml, type Sheet } from './sheet.ts';
import { namesOf } from './terms.ts';

/** The file of a course that says what its terms mean; a course may be without. */
export const GLOSSARY = 'glossary.yaml';

const word = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');
const term = z.strictObject(
  {
    en: word,
    ko: word,
    also: z.array(word, { error: 'must be a list of other names' }).optional(),
    lesson: word,
    means: z.strictObject({ en: word, ko: word }, { error: 'must be {en: ..., ko: ...}' }),
  },
  { error: 'must be {en: ..., ko: ..., lesson: ..., means: {en: ..., ko: ...}}' },
);
const shape = entries(term);

/** Reads the terms of a course; each lives in one of its lessons, and no two have a name in common. */
export function readGlossary(
  content: string | undefined,
  lessons: readonly string[],
): { readonly terms: readonly Term[]; readonly problems: readonly Problem[] } {
  if (content === undefined) return { terms: [], problems: [] };
  const sheet = readYaml(wholeFile(GLOSSARY, content));
  const { value, problems } = checkShape(sheet, shape);
  const terms = Object.entries(value ?? {}).map(([id, { also = [], ...rest }]) => ({ id, also, ...rest }));
  return {
    terms,
    problems: [...problems, ...strayTerms(terms, lessons, sheet), ...sharedNames(terms, sheet)],
  };
}

function strayTerms(terms: readonly Term[], lessons: readonly string[], sheet: Sheet): Problem[] {
  return terms
    .filter(({ lesson }) => !lessons.includes(lesson))
    .map(({ id, lesson }) => {
      const message = `there is no lesson "${lesson}" in the course; ${unknownName(lesson, lessons)}`;
      return problemAt(GLOSSARY, sheet.at([id, 'lesson']), 'reference', message);
    });
}

function sharedNames(terms: readonly Term[], sheet: Sheet): Problem[] {
  const owners = new Map<string, string>();
  return terms.flatMap((term) =>
    namesOf(term).flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, owner ?? term.id);
      if (owner === undefined || owner === term.id) return [];
      const message = `"${term.id}" and "${owner}" share the name "${name}"; a name leads to one term`;
      return [problemAt(GLOSSARY, sheet.atKey([term.id]), 'id', message)];
    }),
  );
}
