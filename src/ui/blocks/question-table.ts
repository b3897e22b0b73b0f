import type { Inline, QuestionStep } from '../../content/lesson.ts';
import { plainText } from '../../content/plain-text.ts';
import { parseNumber } from '../../questions/number.ts';
import { cellsOf, type TableKey, table } from '../../questions/table.ts';
import type { AnsweringStage } from '../../session/answering.ts';
import { tableLines } from '../layout/table.ts';
import type { Section } from '../sections.ts';
import type { BlockSetting } from './view.ts';

/** A table that is being filled: the cell that is written in stands in brackets, and those of the last answer have their signs. */
export function openTable(
  step: QuestionStep,
  stage: AnsweringStage,
  key: TableKey,
  setting: BlockSetting,
): Section {
  const { marks } = setting.theme;
  const typed = cellsOf(stage.text, key.cells.length);
  const last = stage.judged ? cellsOf(String(stage.judged.given), key.cells.length) : null;
  const places = last ? table.grade(last, key).places : [];
  return filledTable(step, setting, (cell) => {
    const value = typed[cell]?.trim() || '?';
    const isJudged = last !== null && last[cell] === typed[cell] && parseNumber(last[cell] ?? '') !== null;
    const sign = isJudged ? ` ${places[cell] ? marks.right : marks.wrong}` : '';
    return cell === stage.cursor
      ? [{ type: 'strong', content: words(`[${value}]${sign}`) }]
      : words(`${value}${sign}`);
  });
}

/** The table with all of its right numbers. */
export function rightTable(step: QuestionStep, { cells }: TableKey, setting: BlockSetting): Section {
  return filledTable(step, setting, (cell) => [
    { type: 'strong', content: words(`${cells[cell] ?? ''}`.replace('-', '−')) },
  ]);
}

/** The name of a cell to fill: that of its row, and of its column. */
export function cellName({ table: content }: QuestionStep, cell: number): string {
  const cells = (content?.rows ?? []).flatMap((row, i) =>
    row.flatMap((each, column) => (each === null ? [{ row, i, column }] : [])),
  );
  const found = cells[cell];
  if (!found) return '';
  const first = found.row[0];
  const row = first ? plainText(first) : `${found.i + 1}`;
  const column = plainText(content?.columns[found.column] ?? []);
  return found.column === 0 ? column : `${row}, ${column}`;
}

function filledTable(
  { table: content }: QuestionStep,
  setting: BlockSetting,
  fill: (cell: number) => Inline[],
): Section {
  if (!content) return { lines: [] };
  let cell = -1;
  const rows = content.rows.map((row) =>
    row.map((each) => {
      if (each !== null) return each;
      cell += 1;
      return fill(cell);
    }),
  );
  return { lines: tableLines(content.columns, rows, setting.width, setting.theme, setting) };
}

function words(value: string): Inline[] {
  return [{ type: 'text', value }];
}
