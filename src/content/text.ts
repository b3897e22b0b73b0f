import { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import type { Findings } from './inline.ts';
import type { LessonText } from './lesson.ts';
import { parseFile } from './markdown.ts';
import { type Position, type Problem, problemAt, wholeFile } from './problem.ts';
import { checkShape, ID } from './shape.ts';
import { type Path, readYaml } from './sheet.ts';
import { readSteps, type Walk } from './steps.ts';

/** One language of a lesson as its file has it, with the places that the linter points to. */
export type TextFile = Walk & {
  readonly file: string;
  readonly language: Language;
  readonly front: FrontMatter | null;
  /** Where a key of the front matter stands. */
  readonly frontPlace: (path: Path) => Position;
  readonly text: LessonText;
};

export type FrontMatter = z.infer<typeof frontMatter>;

const word = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');

const frontMatter = z.strictObject({
  id: word.regex(ID, 'must be lower-case letters and digits, joined by hyphens'),
  title: word,
  hook: word,
  needs: z.array(word, { error: 'must be a list of lessons; write [] for none' }),
  minutes: z
    .number({ error: 'must be a number of minutes' })
    .int('must be a whole number of minutes')
    .min(1, 'must be at least 1')
    .max(240, 'must be at most 240; divide the lesson'),
});

/** Reads one language of a lesson. */
export function readText(
  file: string,
  content: string,
  language: Language,
): { readonly value: TextFile; readonly problems: readonly Problem[] } {
  const source = wholeFile(file, content);
  const nodes = parseFile(source);
  const findings: Findings = { problems: [], marks: [] };
  const { front, place } = readFront(file, nodes[0], findings);
  const walk = readSteps(nodes, source, findings);
  findings.problems.push(...repeatedIds(file, walk));
  const text = { title: front?.title ?? '', hook: front?.hook ?? '', steps: walk.steps };
  return { value: { ...walk, file, language, front, frontPlace: place, text }, problems: findings.problems };
}

function readFront(
  file: string,
  node: ReturnType<typeof parseFile>[number] | undefined,
  findings: Findings,
): { readonly front: FrontMatter | null; readonly place: TextFile['frontPlace'] } {
  if (node?.type !== 'yaml') {
    const message =
      'the front matter is missing; begin the file with --- and id, title, hook, needs, minutes, ---';
    findings.problems.push(problemAt(file, START, 'missing', message));
    return { front: null, place: () => START };
  }
  const sheet = readYaml({ file, value: node.value, locate: (line, column) => ({ line: line + 1, column }) });
  const { value, problems } = checkShape(sheet, frontMatter, START);
  findings.problems.push(...problems);
  return { front: value, place: sheet.at };
}

const START: Position = { line: 1, column: 1 };

function repeatedIds(file: string, { blocks }: Walk): Problem[] {
  return blocks.flatMap(({ id, place }, i) => {
    const first = blocks.findIndex((block) => block.id === id);
    if (id === '' || first === i) return [];
    const message = `"${id}" is already the id of the block in line ${blocks[first]?.place.line}; give this one its own`;
    return [problemAt(file, place, 'id', message)];
  });
}
