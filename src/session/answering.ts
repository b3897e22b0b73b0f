import type { QuestionStep } from '../content/lesson.ts';
import type { QuestionKey } from '../questions/kinds.ts';
import { shuffledOrder } from '../questions/order.ts';
import { cellsOf } from '../questions/table.ts';
import { type Given, gradeGiven, type Verdict } from './given.ts';
import type { StageContext, Staged, StageEvent } from './stage.ts';

/** A question that waits for an answer, or for a better one. */
export type AnsweringStage = {
  readonly type: 'answering';
  readonly cursor: number;
  /** Chosen options; with `order`, all of them as they stand now; with `match`, the partner that stands beside each. */
  readonly options: readonly number[];
  /** With `order` and `match`: what is under the cursor is held and moves with it. */
  readonly isHolding: boolean;
  /** What is typed; with `table`, a line a cell, of which the cursor says the one that is written in. */
  readonly text: string;
  /** The last answer and how it did. */
  readonly judged: { readonly given: Given; readonly verdict: Verdict } | null;
};

/** A question as it is first seen, with what was typed before. */
export function freshAnswering(step: QuestionStep, text = ''): AnsweringStage {
  const options = isCarried(step) ? shuffledOrder(step.id, step.options.length) : [];
  return { type: 'answering', cursor: 0, options, isHolding: false, text, judged: null };
}

/** True where an answer is made by picking up, carrying and putting down. */
function isCarried({ kind }: QuestionStep): boolean {
  return kind === 'order' || kind === 'match';
}

/** How many places the cursor has: options, or cells to fill. */
function placesIn({ options, table }: QuestionStep): number {
  return table ? table.rows.flat().filter((cell) => cell === null).length : options.length;
}

/** What a question comes to after one more event. */
export function answerOn(
  stage: AnsweringStage,
  event: StageEvent,
  { step, key, item }: StageContext,
): Staged {
  if (step.type !== 'question' || !key) return only(stage);
  const count = placesIn(step);
  switch (event.type) {
    case 'cursor-moved':
      return draft(
        moveCursor(stage, within(stage.cursor + event.by, count)),
        step.kind === 'table',
        item.text,
      );
    case 'option-pointed':
      return only(event.option < count ? moveCursor(stage, event.option) : stage);
    case 'option-toggled':
      return only(toggle(stage, step));
    case 'text-edited':
      return draft(
        { ...stage, text: event.text },
        step.kind === 'short' && /\s$/.test(event.text),
        item.text,
      );
    case 'writing-paused':
      return draft(stage, true, item.text);
    case 'submitted':
      return submit(stage, step, key, item.text);
    case 'answer-asked':
      // Only after a try: looking is then a choice and not a reflex.
      if (item.tries.length === 0) return only(stage);
      return {
        stage: { type: 'settled', given: item.tries.at(-1)?.given ?? null },
        happened: [{ type: 'answer-shown' }],
      };
    default:
      return only(stage);
  }
}

/** Kept where a word or a cell ends, so that a kill costs no more than that. */
function draft(stage: AnsweringStage, isKept: boolean, kept: string): Staged {
  const isNew = isKept && stage.text !== kept;
  return { stage, happened: isNew ? [{ type: 'answer-drafted', text: stage.text }] : [] };
}

function moveCursor(stage: AnsweringStage, cursor: number): AnsweringStage {
  if (!stage.isHolding) return { ...stage, cursor };
  const options = [...stage.options];
  const [held] = options.splice(stage.cursor, 1);
  if (held !== undefined) options.splice(cursor, 0, held);
  return { ...stage, cursor, options };
}

function toggle(stage: AnsweringStage, step: QuestionStep): AnsweringStage {
  if (isCarried(step)) return { ...stage, isHolding: !stage.isHolding };
  if (step.kind !== 'multiple') return stage;
  const isChosen = stage.options.includes(stage.cursor);
  const options = isChosen
    ? stage.options.filter((option) => option !== stage.cursor)
    : [...stage.options, stage.cursor].sort((a, b) => a - b);
  return { ...stage, options };
}

function submit(stage: AnsweringStage, step: QuestionStep, key: QuestionKey, kept: string): Staged {
  const given = givenBy(stage, step);
  if (given === null) return only(stage);
  const empty = step.kind === 'table' ? emptyCell(stage, step) : -1;
  if (empty >= 0) return draft({ ...stage, cursor: empty }, true, kept);
  const verdict = gradeGiven(given, key);
  const judged = { ...stage, isHolding: false, judged: { given, verdict } };
  if (verdict.type === 'not-a-number') return only(judged);
  const right = verdict.type === 'right';
  return {
    stage: right ? { type: 'settled', given } : judged,
    happened: [{ type: 'question-answered', given, right }],
  };
}

/** The answer as it stands; null where there is nothing to grade yet. */
function givenBy(stage: AnsweringStage, step: QuestionStep): Given | null {
  switch (step.kind) {
    case 'single':
    case 'spot':
      return stage.cursor;
    case 'table':
      return stage.text;
    case 'number':
    case 'short':
      return stage.text.trim() === '' ? null : stage.text.trim();
    case 'multiple':
      return stage.options.length === 0 ? null : stage.options;
    case 'order':
    case 'match':
      return stage.options;
  }
}

/** The next cell after the cursor where nothing is written; -1 where all are filled. */
function emptyCell({ text, cursor }: AnsweringStage, step: QuestionStep): number {
  const empty = cellsOf(text, placesIn(step)).flatMap((cell, i) => (cell.trim() === '' ? [i] : []));
  return empty.find((cell) => cell > cursor) ?? empty[0] ?? -1;
}

function only(stage: AnsweringStage): Staged {
  return { stage, happened: [] };
}

function within(cursor: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor));
}
