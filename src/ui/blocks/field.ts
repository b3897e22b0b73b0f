import { textWidth } from '../../charts/spans.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { layField, type TextField } from '../text-field.ts';
import type { BlockSetting } from './view.ts';

/** A field behind its label, or below it where the label is long. */
export function fieldSections(
  label: string,
  field: TextField,
  { width }: Pick<BlockSetting, 'width'>,
): readonly Section[] {
  const lead = textWidth(label) + 1;
  const isBeside = lead <= width / 2;
  const { lines, column, row } = layField(field, Math.max(8, width - (isBeside ? lead : 2)));
  const indent = isBeside ? lead : 2;
  const rows = lines.map((line, i) => [
    i === 0 && isBeside ? { text: `${label} `, tone: 'muted' as const } : { text: ' '.repeat(indent) },
    ...line.map((span) => ({ ...span, bold: true })),
  ]);
  const above = isBeside ? [] : wrap([{ text: label, tone: 'muted' }], width);
  return [
    {
      lines: [...above, ...rows],
      cursor: { column: indent + column, row: above.length + row },
      mark: 'field',
    },
  ];
}
