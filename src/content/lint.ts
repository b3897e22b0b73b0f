import { checkExpression } from '../training/claims.ts';
import { measuresIn, parseExpression } from '../training/expression.ts';
import { optionCount, type Prediction } from '../training/grade.ts';
import type { LabFile } from './lab.ts';
import { lintLanguages } from './languages.ts';
import { type Problem, problemAt } from './problem.ts';
import { unknownName } from './shape.ts';
import type { Path } from './sheet.ts';
import type { TextFile } from './text.ts';

/** Everything between the files of a lesson: that both languages agree, that what is named exists, and that what exists is named. */
export function lintLesson(id: string, texts: readonly TextFile[], lab: LabFile): readonly Problem[] {
  return [
    ...texts.flatMap((text) => lintName(id, text)),
    ...lintLanguages(texts),
    ...texts.flatMap((text) => [...lintReferences(text, lab), ...lintFigures(text)]),
    ...lintPredictions(texts, lab),
    ...lintExpressions(lab),
    ...lintUnused(texts, lab),
  ];
}

type Section = 'runs' | 'claims' | 'sources' | 'predictions';

const SINGULAR = { runs: 'run', claims: 'claim', sources: 'source', predictions: 'prediction' } as const;

/** The ids of a section as they stand in the file, entries with faults of their own included. */
function idsOf(lab: LabFile, section: Section): readonly string[] {
  const value = (lab.sheet.value as Readonly<Record<string, unknown>> | null)?.[section];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
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

/** What a text names of lab.yaml, and where. */
function namesIn({ blocks, marks }: TextFile) {
  const fromMarks = marks.map(({ type, id, line, column }) => ({
    section: type === 'claim' ? ('claims' as const) : ('sources' as const),
    id,
    place: { line, column },
  }));
  const fromBlocks = blocks.flatMap(({ content, at }) => {
    if (content?.type === 'run') return [{ section: 'runs' as const, id: content.run, place: at(['run']) }];
    if (content?.type !== 'correction') return [];
    const sections = { run: 'runs', claim: 'claims', cite: 'sources' } as const;
    return Object.entries(content.evidence).map(([key, id]) => ({
      section: sections[key as keyof typeof sections],
      id,
      place: at(['evidence', key]),
    }));
  });
  return [...fromMarks, ...fromBlocks];
}

function lintReferences(text: TextFile, lab: LabFile): Problem[] {
  return namesIn(text).flatMap(({ section, id, place }) => {
    const known = idsOf(lab, section);
    if (known.includes(id)) return [];
    const message = `there is no ${SINGULAR[section]} "${id}" in lab.yaml; ${unknownName(id, known)}`;
    return [problemAt(text.file, place, 'reference', message)];
  });
}

function lintFigures({ file, blocks }: TextFile): Problem[] {
  return blocks.flatMap(({ content, within }) => {
    if (content?.type !== 'figure') return [];
    return content.curves.flatMap(({ of }, i) => {
      const path = ['curves', i, 'of'];
      const { value, problem } = parseExpression(of);
      if (problem)
        return [
          problemAt(file, within(path, problem.index), 'expression', `${problem.message}; mend the formula`),
        ];
      const other = value && measuresIn(value).find(({ text }) => text !== 'x');
      if (!other) return [];
      const at = within(path, of.indexOf(other.text));
      return [
        problemAt(
          file,
          at,
          'expression',
          `"${other.text}" is not known in a figure; a curve is a formula in x`,
        ),
      ];
    });
  });
}

function lintPredictions(texts: readonly TextFile[], { file, sheet, lab, ...rest }: LabFile): Problem[] {
  const written = idsOf({ file, sheet, lab, ...rest }, 'predictions');
  const blocks = texts.flatMap((text) =>
    text.blocks
      .filter(({ type, id }) => type === 'predict' && id !== '')
      .map((block) => ({ ...block, text })),
  );
  const asked = [...new Set(blocks.map(({ id }) => id))];
  const missing = asked
    .filter((id) => !written.includes(id))
    .flatMap((id) => blocks.find((block) => block.id === id) ?? [])
    .map(({ id, place, text }) =>
      problemAt(
        text.file,
        place,
        'reference',
        `"${id}" has no prediction; add it under predictions in lab.yaml`,
      ),
    );
  const orphans = written
    .filter((id) => !asked.includes(id))
    .map((id) =>
      problemAt(
        file,
        sheet.atKey(['predictions', id]),
        'reference',
        `no predict block is called "${id}"; ${unknownName(id, asked)}`,
      ),
    );
  const uneven = blocks.flatMap(({ id, content, at, text }) => {
    const prediction = lab.predictions[id];
    if (!prediction || content?.type !== 'predict' || optionCount(prediction) === content.options.length)
      return [];
    const message = `"${id}" has ${content.options.length} options and its prediction in lab.yaml tells ${optionCount(prediction)} apart; make them equal`;
    return [problemAt(text.file, at(['options']), 'answer', message)];
  });
  return [...missing, ...orphans, ...uneven];
}

/** Every expression of lab.yaml, with the run that it is about. */
function expressionsIn({
  lab,
}: LabFile): { readonly run: string; readonly text: string; readonly path: Path; readonly runPath: Path }[] {
  const claims = Object.entries(lab.claims).map(([id, { run, expect }]) => ({
    run,
    text: expect,
    path: ['claims', id, 'expect'],
    runPath: ['claims', id, 'run'],
  }));
  const predictions = Object.entries(lab.predictions).flatMap(([id, prediction]) =>
    partsOf(prediction).map(({ text, path }) => ({
      run: prediction.run,
      text,
      path: ['predictions', id, ...path],
      runPath: ['predictions', id, 'run'],
    })),
  );
  return [...predictions, ...claims];
}

function partsOf(prediction: Prediction): readonly { readonly text: string; readonly path: Path }[] {
  if ('bins' in prediction) return [{ text: prediction.measure, path: ['measure'] }];
  const [key, rivals] =
    'lowest' in prediction
      ? (['lowest', prediction.lowest] as const)
      : (['highest', prediction.highest] as const);
  return rivals.map((text, i) => ({ text, path: [key, i] }));
}

function lintExpressions(lab: LabFile): Problem[] {
  const { file, sheet } = lab;
  const runs = idsOf(lab, 'runs');
  const unknownRuns = new Map<string, Problem>();
  const faults = expressionsIn(lab).flatMap(({ run, text, path, runPath }) => {
    if (!runs.includes(run)) {
      const message = `there is no run "${run}"; ${unknownName(run, runs)}`;
      unknownRuns.set(runPath.join('/'), problemAt(file, sheet.at(runPath), 'reference', message));
    }
    const { value, problem } = parseExpression(text);
    const at = (index: number) => sheet.excerpt(path)?.locate(1, index + 1) ?? sheet.at(path);
    if (problem)
      return [problemAt(file, at(problem.index), 'expression', `${problem.message}; mend the expression`)];
    const recipe = lab.lab.runs[run];
    if (!value || !recipe) return [];
    return checkExpression(value, recipe).map((message) => problemAt(file, at(0), 'expression', message));
  });
  return [...unknownRuns.values(), ...faults];
}

/** Left out where a block could not be read: what it names is not known then. */
function lintUnused(texts: readonly TextFile[], lab: LabFile): Problem[] {
  if (texts.length === 0 || texts.some(({ blocks }) => blocks.some(({ content }) => content === null)))
    return [];
  const named = texts.flatMap(namesIn);
  const runsOfLab = expressionsIn(lab).map(({ run }) => run);
  const isUsed = (section: Section, id: string) =>
    named.some((name) => name.section === section && name.id === id) ||
    (section === 'runs' && runsOfLab.includes(id));
  return (['runs', 'claims', 'sources'] as const).flatMap((section) =>
    idsOf(lab, section)
      .filter((id) => !isUsed(section, id))
      .map((id) =>
        problemAt(
          lab.file,
          lab.sheet.atKey([section, id]),
          'unused',
          `the ${SINGULAR[section]} "${id}" is never used; use it or take it out`,
        ),
      ),
  );
}
