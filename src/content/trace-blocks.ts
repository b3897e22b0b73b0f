import { idsOf, type LabFile } from './lab.ts';
import { type Problem, problemAt } from './problem.ts';
import { ID, unknownName } from './shape.ts';
import type { TextFile } from './text.ts';

/** Every trace block has an entry, no other has, and its hints are for numbers that are filled in. */
export function lintTraces(texts: readonly TextFile[], labFile: LabFile): Problem[] {
  const { file, sheet, lab } = labFile;
  const written = idsOf(labFile, 'traces');
  const blocks = texts.flatMap((text) =>
    text.blocks
      .filter(({ type, id }) => type === 'trace' && ID.test(id))
      .map((block) => ({ ...block, text })),
  );
  const asked = [...new Set(blocks.map(({ id }) => id))];
  const missing = asked
    .filter((id) => !written.includes(id))
    .flatMap((id) => blocks.find((block) => block.id === id) ?? [])
    .map(({ id, place, text }) => {
      const message = `"${id}" has no step to walk; add it under traces in lab.yaml`;
      return problemAt(text.file, place, 'reference', message);
    });
  const orphans = written
    .filter((id) => !asked.includes(id))
    .map((id) => {
      const message = `no trace block is called "${id}"; ${unknownName(id, asked)}`;
      return problemAt(file, sheet.atKey(['traces', id]), 'reference', message);
    });
  const idle = blocks.flatMap(({ id, content, at, text }) => {
    const walkthrough = lab.traces[id];
    if (!walkthrough || content?.type !== 'trace') return [];
    const filled = walkthrough.blanks.map((blank) => walkthrough.trace.numbers[blank.at]?.id ?? '');
    return Object.keys(content.hints)
      .filter((name) => !filled.includes(name))
      .map((name) => {
        const message = `"${name}" is not filled in here, so its hint is never shown; ${unknownName(name, filled)}`;
        return problemAt(text.file, at(['hint', name]), 'reference', message);
      });
  });
  return [...missing, ...orphans, ...idle];
}
