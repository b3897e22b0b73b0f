import { questionKinds } from '../questions/kinds.ts';
import type { LabFile } from './lab.ts';
import type { Answer, QuestionStep } from './lesson.ts';
import { type Problem, problemAt } from './problem.ts';
import { ID, unknownName } from './shape.ts';
import type { TextFile } from './text.ts';

/** Reads the answers of lab.yaml as the types of their questions say; every question has one and no other has. */
export function readAnswers(
  lab: LabFile | null,
  texts: readonly TextFile[],
): { readonly answers: Readonly<Record<string, Answer>>; readonly problems: readonly Problem[] } {
  if (lab === null || texts.length === 0) return { answers: {}, problems: [] };
  const { file, sheet, answers: written } = lab;
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  const questions = questionsIn(texts);
  for (const { id, content, place, file: textFile } of questions) {
    if (!Object.hasOwn(written, id)) {
      const message = `the question "${id}" has no answer; add it under answers in lab.yaml`;
      problems.push(problemAt(textFile, place, 'reference', message));
    } else if (content?.type === 'question') {
      const reading = questionKinds[content.kind].readKey(written[id], countOf(content));
      if (reading.value) answers[id] = reading.value;
      problems.push(
        ...reading.problems.map(({ path, message }) =>
          problemAt(file, sheet.at(['answers', id, ...path]), 'answer', `${id}: ${message}`),
        ),
      );
    }
  }
  const known = questions.map(({ id }) => id);
  const orphans = Object.keys(written).filter((id) => !known.includes(id));
  problems.push(
    ...orphans.map((id) =>
      problemAt(
        file,
        sheet.atKey(['answers', id]),
        'reference',
        `no question is called "${id}"; ${unknownName(id, known)}`,
      ),
    ),
  );
  return { answers, problems };
}

/** How many options there are to name, or cells to fill. */
function countOf({ options, table }: QuestionStep): number {
  return table ? table.rows.flat().filter((cell) => cell === null).length : options.length;
}

/** Each question once, from the first language that has it in a form that can be read. */
function questionsIn(texts: readonly TextFile[]) {
  const all = texts.flatMap(({ file, blocks }) =>
    blocks.filter(({ type, id }) => type === 'question' && ID.test(id)).map((block) => ({ ...block, file })),
  );
  return all.filter(({ id, content }, i) => {
    const same = all.filter((other) => other.id === id);
    const chosen = same.find((other) => other.content !== null) ?? same[0];
    return (
      content === chosen?.content &&
      all.findIndex((other) => other.id === id && other.content === content) === i
    );
  });
}
