import { lintExpressions, lintFigures } from './expressions.ts';
import type { LabFile } from './lab.ts';
import { lintLanguages } from './languages.ts';
import { type Problem, problemAt } from './problem.ts';
import { lintLabs, lintPredictions, lintReferences, lintUnused } from './references.ts';
import type { TextFile } from './text.ts';
import { lintTraces } from './trace-blocks.ts';

/** Everything between the files of a lesson: that both languages agree, that what is named exists, and that what exists is named. */
export function lintLesson(id: string, texts: readonly TextFile[], lab: LabFile | null): readonly Problem[] {
  const ofTexts = [
    ...texts.flatMap((text) => [...lintName(id, text), ...lintFigures(text)]),
    ...lintLanguages(texts),
  ];
  // What a text names cannot be looked up in a file that could not be read.
  if (lab === null) return ofTexts;
  if (texts.length === 0) return lintExpressions(lab);
  return [
    ...ofTexts,
    ...texts.flatMap((text) => lintReferences(text, lab)),
    ...lintPredictions(texts, lab),
    ...lintLabs(texts, lab),
    ...lintTraces(texts, lab),
    ...lintExpressions(lab),
    ...lintUnused(texts, lab),
  ];
}

function lintName(id: string, { file, front, frontPlace }: TextFile): Problem[] {
  if (!front || front.id === id) return [];
  return [
    problemAt(
      file,
      frontPlace(['id']),
      'id',
      `the id is "${front.id}" and the folder is called "${id}"; make them equal`,
    ),
  ];
}
