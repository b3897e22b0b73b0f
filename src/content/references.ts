import { optionCount } from '../training/grade.ts';
import { expressionsIn } from './expressions.ts';
import { idsOf, type LabFile, type Section } from './lab.ts';
import { type Problem, problemAt } from './problem.ts';
import { ID, unknownName } from './shape.ts';
import type { TextFile } from './text.ts';

const SINGULAR = { runs: 'run', claims: 'claim', sources: 'source' } as const;

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

/** What a text names stands in lab.yaml. */
export function lintReferences(text: TextFile, lab: LabFile): Problem[] {
  return namesIn(text).flatMap(({ section, id, place }) => {
    const known = idsOf(lab, section);
    if (known.includes(id)) return [];
    const message = `there is no ${SINGULAR[section]} "${id}" in lab.yaml; ${unknownName(id, known)}`;
    return [problemAt(text.file, place, 'reference', message)];
  });
}

/** Every predict block has a prediction that can tell its options apart, and no other has. */
export function lintPredictions(texts: readonly TextFile[], labFile: LabFile): Problem[] {
  const { file, sheet, lab } = labFile;
  const written = idsOf(labFile, 'predictions');
  const blocks = texts.flatMap((text) =>
    text.blocks
      .filter(({ type, id }) => type === 'predict' && ID.test(id))
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

/** Every lab block has an entry that names one of its causes, and no other has. */
export function lintLabs(texts: readonly TextFile[], labFile: LabFile): Problem[] {
  const { file, sheet, lab } = labFile;
  const written = idsOf(labFile, 'labs');
  const blocks = texts.flatMap((text) =>
    text.blocks.filter(({ type, id }) => type === 'lab' && ID.test(id)).map((block) => ({ ...block, text })),
  );
  const asked = [...new Set(blocks.map(({ id }) => id))];
  const missing = asked
    .filter((id) => !written.includes(id))
    .flatMap((id) => blocks.find((block) => block.id === id) ?? [])
    .map(({ id, place, text }) => {
      const message = `"${id}" has no run to repair; add it under labs in lab.yaml`;
      return problemAt(text.file, place, 'reference', message);
    });
  const orphans = written
    .filter((id) => !asked.includes(id))
    .map((id) => {
      const message = `no lab block is called "${id}"; ${unknownName(id, asked)}`;
      return problemAt(file, sheet.atKey(['labs', id]), 'reference', message);
    });
  const causeless = asked.flatMap((id) => {
    const content = blocks.find((block) => block.id === id && block.content)?.content;
    const repair = lab.labs[id];
    if (!repair || content?.type !== 'lab' || repair.cause < content.causes.length) return [];
    const message = `${id}: cause must be the number of the right one, from 1 to ${content.causes.length}`;
    return [problemAt(file, sheet.at(['labs', id, 'cause']), 'answer', message)];
  });
  return [...missing, ...orphans, ...causeless];
}

/** What stands in lab.yaml is named somewhere; left out where a block could not be read: what it names is not known then. */
export function lintUnused(texts: readonly TextFile[], lab: LabFile): Problem[] {
  if (texts.length === 0 || texts.some(({ blocks }) => blocks.some(({ content }) => content === null)))
    return [];
  const named = texts.flatMap(namesIn);
  const walked = Object.values(lab.lab.traces).map(({ run }) => run);
  const runsOfLab = [...expressionsIn(lab).map(({ run }) => run), ...walked];
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
