import { z } from 'zod';
import { type Language, languages } from '../i18n/languages.ts';
import type { Findings } from './inline.ts';
import type { Interview, InterviewCase, Lesson } from './lesson.ts';
import { readLine } from './markdown.ts';
import { type Problem, problemAt, wholeFile } from './problem.ts';
import { readProse } from './prose.ts';
import { checkShape, entries, id, unknownName } from './shape.ts';
import { type Path, readYaml, type Sheet } from './sheet.ts';

/** The file of a course that holds its mock interview; a course may be without. */
export const INTERVIEW = 'interview.yaml';

const LANGUAGES = Object.keys(languages) as readonly Language[];

const word = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');
const both = z.strictObject({ en: word, ko: word }, { error: 'must be {en: ..., ko: ...}' });
const lists = z.strictObject(
  { en: z.array(word).min(1, 'must not be empty'), ko: z.array(word).min(1, 'must not be empty') },
  { error: 'must be {en: [...], ko: [...]}' },
);
const whole = z
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(1, 'must be at least 1');

const caseShape = z.strictObject({
  minutes: whole,
  lessons: z.array(word, { error: 'must be a list of lessons' }).min(1, 'must name a lesson'),
  ask: both,
  rubric: lists,
  model: both,
  followups: lists,
  weak: lists,
});
const shape = z.strictObject({
  rounds: z
    .array(
      z.strictObject({
        id,
        title: both,
        minutes: whole,
        draw: whole,
        from: z.array(word).min(1, 'must not be empty'),
      }),
    )
    .min(1, 'must have at least one round'),
  cases: entries(caseShape),
});

type Shape = z.infer<typeof shape>;
type CaseShape = z.infer<typeof caseShape>;

/** Reads the mock interview: rounds that draw from open questions of lessons (`lesson/block`) and from cases of its own. */
export function readInterview(
  content: string | undefined,
  lessons: readonly Lesson[],
): { readonly interview: Interview | null; readonly problems: readonly Problem[] } {
  if (content === undefined) return { interview: null, problems: [] };
  const sheet = readYaml(wholeFile(INTERVIEW, content));
  const { value, problems } = checkShape<Shape>(sheet, shape);
  if (!value) return { interview: null, problems };
  const findings: Findings = { problems: [], marks: [] };
  const cases = Object.entries(value.cases).map(([key, each]) => readCase(key, each, sheet, findings));
  const marks = findings.marks.map((mark) =>
    problemAt(INTERVIEW, mark, 'markdown', 'a case has no claims and sources of its own; take the mark out'),
  );
  return {
    interview: { rounds: value.rounds, cases },
    problems: [
      ...problems,
      ...findings.problems,
      ...marks,
      ...lintDraws(value, lessons, sheet),
      ...lintCases(value, lessons, sheet),
    ],
  };
}

function readCase(key: string, each: CaseShape, sheet: Sheet, findings: Findings): InterviewCase {
  const prose = (...path: Path) => {
    const excerpt = sheet.excerpt(['cases', key, ...path]);
    return excerpt ? readProse(excerpt, findings) : [];
  };
  const lines = (part: 'rubric' | 'followups' | 'weak', language: Language) =>
    each[part][language].map((_, i) => {
      const excerpt = sheet.excerpt(['cases', key, part, language, i]);
      return excerpt ? readLine(excerpt, findings) : [];
    });
  const texts = LANGUAGES.map((language) => [
    language,
    {
      ask: prose('ask', language),
      rubric: lines('rubric', language),
      model: prose('model', language),
      followups: lines('followups', language),
      weak: lines('weak', language),
    },
  ]);
  return {
    id: key,
    minutes: each.minutes,
    lessons: each.lessons,
    text: Object.fromEntries(texts) as InterviewCase['text'],
  };
}

function lintDraws({ rounds, cases }: Shape, lessons: readonly Lesson[], sheet: Sheet): Problem[] {
  const open = lessons.flatMap(({ id: lesson, text }) =>
    text.en.steps.filter(({ type }) => type === 'open').map((step) => `${lesson}/${step.id}`),
  );
  const known = [...open, ...Object.keys(cases)];
  const named = rounds.flatMap(({ from }) => from);
  const strange = rounds.flatMap(({ from, draw }, round) => [
    ...from.flatMap((name, i) => {
      if (known.includes(name)) return [];
      const message = `there is no open question and no case "${name}"; ${unknownName(name, known)}`;
      return [problemAt(INTERVIEW, sheet.at(['rounds', round, 'from', i]), 'reference', message)];
    }),
    ...(draw > from.length
      ? [
          problemAt(
            INTERVIEW,
            sheet.at(['rounds', round, 'draw']),
            'shape',
            `"draw" is more than the ${from.length} it draws from; lower it`,
          ),
        ]
      : []),
  ]);
  const unused = known
    .filter((name) => !named.includes(name))
    .map((name) =>
      problemAt(
        INTERVIEW,
        sheet.atKey(Object.hasOwn(cases, name) ? ['cases', name] : ['rounds']),
        'unused',
        `no round draws from "${name}"; add it to one`,
      ),
    );
  return [...strange, ...unused];
}

/** Both languages ask for the same points, and a case belongs to lessons that exist. */
function lintCases({ cases }: Shape, lessons: readonly Lesson[], sheet: Sheet): Problem[] {
  const ids = lessons.map((lesson) => lesson.id);
  return Object.entries(cases).flatMap(([key, each]) => [
    ...each.lessons.flatMap((lesson, i) =>
      ids.includes(lesson)
        ? []
        : [
            problemAt(
              INTERVIEW,
              sheet.at(['cases', key, 'lessons', i]),
              'reference',
              `there is no lesson "${lesson}" in the course; ${unknownName(lesson, ids)}`,
            ),
          ],
    ),
    ...(['rubric', 'followups', 'weak'] as const).flatMap((part) =>
      each[part].en.length === each[part].ko.length
        ? []
        : [
            problemAt(
              INTERVIEW,
              sheet.at(['cases', key, part]),
              'languages',
              `"${part}" has ${each[part].en.length} points in en and ${each[part].ko.length} in ko; make them equal`,
            ),
          ],
    ),
  ]);
}
