import type { CorrectionStep } from '../../content/lesson.ts';
import { piecesOf } from '../layout/inline.ts';
import { proseLines } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { type BlockSetting, titleSection } from './view.ts';

/** A note that is often met, what is so, and what shows it. */
export function correctionSections(step: CorrectionStep, setting: BlockSetting): readonly Section[] {
  const { words, theme, width, sources } = setting;
  const note = wrap(piecesOf(step.note, theme, setting, { tone: 'muted' }), width - 4);
  const source = step.evidence.cite ? sources[step.evidence.cite] : undefined;
  const evidence = [
    ...(step.evidence.claim || step.evidence.run ? [words.correction.claim] : []),
    ...(source ? [`${source.authors} (${source.year}). ${source.title}. ${source.where}.`] : []),
  ];
  return [
    titleSection(words.correction.title),
    { lines: [[{ text: `${theme.marks.wrong} ${words.correction.note}`, tone: 'bad', bold: true }]] },
    { lines: note.map((line) => [{ text: '  ' }, ...line]), joined: true },
    { lines: [[{ text: `${theme.marks.right} ${words.correction.right}`, tone: 'good', bold: true }]] },
    {
      lines: proseLines(step.right, { ...setting, width: width - 2 }).map((line) =>
        line.length > 0 ? [{ text: '  ' }, ...line] : [],
      ),
      joined: true,
    },
    { lines: sourceLines(step.right, setting, words.reader.sources, step.evidence.cite) },
    ...(evidence.length > 0
      ? [
          {
            lines: evidence.flatMap((each, i) =>
              wrap(
                [{ text: i === 0 ? `${words.correction.evidence}: ${each}` : each, tone: 'muted' }],
                width - 2,
              ).map((line) => [{ text: '  ' }, ...line]),
            ),
          },
        ]
      : []),
  ];
}
