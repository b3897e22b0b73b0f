import { questionKinds } from '../questions/kinds.ts';
import type { Block } from './block.ts';
import type { QuestionStep } from './lesson.ts';
import { type Position, type Problem, problemAt } from './problem.ts';
import { ID } from './shape.ts';
import type { Path } from './sheet.ts';
import type { TextFile } from './text.ts';

/** Both languages hold the same blocks in the same order, of the same make, with the same marks and pages between them. */
export function lintLanguages(texts: readonly TextFile[]): readonly Problem[] {
  const [first, ...others] = texts;
  if (!first) return [];
  return others.flatMap((other) => [
    ...compareFronts(first, other),
    ...missingBlocks(first, other),
    ...missingBlocks(other, first),
    ...compareOrder(first, other),
    ...other.blocks.flatMap((block) => {
      const same = first.blocks.find(({ id }) => id !== '' && id === block.id);
      return same ? compareBlocks(same, block, first, other) : [];
    }),
    ...comparePages(first, other),
    ...missingMarks(first, other),
    ...missingMarks(other, first),
  ]);
}

function differs(text: TextFile, at: Position, message: string): Problem {
  return problemAt(text.file, at, 'languages', message);
}

/** `en.md:12` */
function reference(text: TextFile, at: Position): string {
  return `${nameOf(text)}:${at.line}`;
}

function nameOf({ file }: TextFile): string {
  return file.split('/').at(-1) ?? file;
}

function compareFronts(first: TextFile, other: TextFile): Problem[] {
  const [a, b] = [first.front, other.front];
  if (!a || !b) return [];
  return (['needs', 'minutes'] as const)
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) =>
      differs(
        other,
        other.frontPlace([key]),
        `${key} is ${JSON.stringify(b[key])} here and ${JSON.stringify(a[key])} in ${reference(first, first.frontPlace([key]))}; make them equal`,
      ),
    );
}

/** Blocks of one text that the other lacks, at the place in the other where they belong. */
function missingBlocks(has: TextFile, lacks: TextFile): Problem[] {
  // A block whose id is amiss may be the very one.
  if (lacks.blocks.some(({ id }) => !ID.test(id))) return [];
  return has.blocks.flatMap(({ id, type, place }, i) => {
    if (!ID.test(id) || lacks.blocks.some((block) => block.id === id)) return [];
    const earlier = has.blocks.slice(0, i).reverse();
    const before = earlier.map((each) => lacks.blocks.find((block) => block.id === each.id)).find(Boolean);
    const where = before ? `after "${before.id}"` : 'before the first block';
    const message = `the ${type} block "${id}" of ${reference(has, place)} is missing; write it ${where}`;
    return [differs(lacks, before?.place ?? { line: 1, column: 1 }, message)];
  });
}

function compareOrder(first: TextFile, other: TextFile): Problem[] {
  const shared = (text: TextFile, with_: TextFile) =>
    text.blocks.filter(({ id }) => id !== '' && with_.blocks.some((block) => block.id === id));
  const expected = shared(first, other);
  const wrong = shared(other, first).findIndex(({ id }, i) => expected[i] && expected[i].id !== id);
  const [block, wanted] = [shared(other, first)[wrong], expected[wrong]];
  if (!block || !wanted) return [];
  return [
    differs(
      other,
      block.place,
      `"${block.id}" stands here and "${wanted.id}" in ${reference(first, wanted.place)}; put the blocks in the same order`,
    ),
  ];
}

/** What must be equal in both languages, with the name and the place of each. */
function makeOf({
  type,
  content,
}: Block): readonly { readonly name: string; readonly path: Path; readonly value: unknown }[] {
  const kind = { name: 'the kind of block', path: [], value: type };
  switch (content?.type) {
    case 'question':
      return [kind, { name: 'type', path: ['type'], value: content.kind }, ...optionsMade(content)];
    case 'predict':
      return [kind, { name: 'the number of options', path: ['options'], value: content.options.length }];
    case 'open':
      return [
        kind,
        { name: 'minutes', path: ['minutes'], value: content.minutes },
        { name: 'the number of key points', path: ['rubric'], value: content.rubric.length },
      ];
    case 'run':
      return [kind, { name: 'run', path: ['run'], value: content.run }];
    case 'lab':
      return [kind, { name: 'the number of causes', path: ['causes'], value: content.causes.length }];
    case 'trace':
      return [kind, { name: 'the list of hints', path: ['hint'], value: Object.keys(content.hints).sort() }];
    case 'correction':
      return [kind, { name: 'evidence', path: ['evidence'], value: content.evidence }];
    case 'figure':
      return [
        kind,
        { name: 'x', path: ['x'], value: content.x },
        { name: 'the list of formulas', path: ['curves'], value: content.curves.map(({ of }) => of) },
      ];
    default:
      return [kind];
  }
}

const COUNTED = {
  explained: ['the number of options', 'options'],
  plain: ['the number of options', 'options'],
  pairs: ['the number of pairs', 'pairs'],
  lines: ['the number of lines', 'lines'],
} as const;

/** Of the options of a question, what does not depend on the language. */
function optionsMade({ kind, options, table }: QuestionStep): ReturnType<typeof makeOf> {
  if (table)
    return [
      { name: 'the number of columns', path: ['columns'], value: table.columns.length },
      {
        name: 'the place of the cells to fill',
        path: ['rows'],
        value: table.rows.map((row) => row.map((cell) => (cell === null ? '?' : '.')).join('')),
      },
    ];
  const how = questionKinds[kind].options;
  if (how === 'cells' || how === 'none') return [];
  const [name, key] = COUNTED[how];
  return [{ name, path: [key], value: options.length }];
}

function compareBlocks(a: Block, b: Block, first: TextFile, other: TextFile): Problem[] {
  if (a.type === b.type && (a.content === null || b.content === null)) return [];
  const expected = makeOf(a);
  return makeOf(b).flatMap(({ name, path, value }) => {
    const same = expected.find((each) => each.name === name);
    if (!same || write(same.value) === write(value)) return [];
    const message = `${name} of "${b.id}" is ${write(value)} here and ${write(same.value)} in ${reference(first, a.at(same.path))}; make them equal`;
    return [differs(other, b.at(path), message)];
  });
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${each}`)
    .sort()
    .join(', ');
}

/** The blocks that both texts have and that could be read, each with the prose after it. */
function stretches(first: TextFile, other: TextFile): readonly string[] {
  const has = (text: TextFile, id: string) =>
    id === 'start' || text.blocks.some((block) => block.id === id && block.content !== null);
  const all = ['start', ...first.blocks.filter(({ type }) => type !== 'figure').map(({ id }) => id)];
  return all.filter((id) => id !== '' && has(first, id) && has(other, id));
}

function beginning(text: TextFile, after: string): Position {
  const page = text.pages.find((each) => each.after === after);
  return page ?? text.blocks.find(({ id }) => id === after)?.place ?? { line: 1, column: 1 };
}

/** A place in a lesson is kept by the id of its step, and must be there when the language changes. */
function comparePages(first: TextFile, other: TextFile): Problem[] {
  return stretches(first, other).flatMap((after) => {
    const [a, b] = [first, other].map((text) => text.pages.filter((page) => page.after === after).length);
    if (a === b) return [];
    const message = `after "${after}" the number of pages is ${b} here and ${a} in ${reference(first, beginning(first, after))}; headings of depth 2 and 3 begin a page`;
    return [differs(other, beginning(other, after), message)];
  });
}

function missingMarks(has: TextFile, lacks: TextFile): Problem[] {
  return stretches(has, lacks).flatMap((after) => {
    const left = lacks.marks.filter((mark) => mark.after === after).map(({ type, id }) => `${type}:${id}`);
    return has.marks
      .filter((mark) => mark.after === after)
      .flatMap((mark) => {
        const found = left.indexOf(`${mark.type}:${mark.id}`);
        if (found >= 0) left.splice(found, 1);
        if (found >= 0) return [];
        const message = `[[${mark.type}:${mark.id}]] of ${reference(has, mark)} is missing from here to the next block; add it where it is said`;
        const block = lacks.blocks.find(({ id }) => id === after);
        return [differs(lacks, block?.place ?? beginning(lacks, after), message)];
      });
  });
}
