import type { QuestionStep } from '../content/lesson.ts';
import type { QuestionKey } from '../questions/kinds.ts';
import { shuffledOrder } from '../questions/order.ts';
import { type Given, gradeGiven, type Verdict } from './given.ts';
import type { StageContext, Staged, StageEvent } from './stage.ts';

/** A question that waits for an answer, or for a better one. */
export type AnsweringStage = {
  readonly type: 'answering';
  readonly cursor: number;
  /** Chosen options; with `order`, all of them as they stand now. */
  readonly options: readonly number[];
  /** With `order`: the option under the cursor is held and moves with it. */
  readonly isHolding: boolean;
  readonly text: string;
  /** The last answer and how it did. */
  readonly judged: { readonly given: Given; readonly verdict: Verdict } | null;
};

/** A question as it is first seen. */
export function freshAnswering(step: QuestionStep): AnsweringStage {
  const options = step.kind === 'order' ? shuffledOrder(step.id, step.options.length) : [];
  return { type: 'answering', cursor: 0, options, isHolding: false, text: '', judged: null };
}

/** What a question comes to after one more event. */
export function answerOn(
  stage: AnsweringStage,
  event: StageEvent,
  { step, key, item }: StageContext,
): Staged {
  if (step.type !== 'question' || !key) return only(stage);
  const count = step.options.length;
  switch (event.type) {
    case 'cursor-moved':
      return only(moveCursor(stage, within(stage.cursor + event.by, count)));
    case 'option-pointed':
      return only(event.option < count ? moveCursor(stage, event.option) : stage);
    case 'option-toggled':
      return only(toggle(stage, step));
    case 'text-edited':
      return only({ ...stage, text: event.text });
    case 'submitted':
      return submit(stage, step, key);
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

function moveCursor(stage: AnsweringStage, cursor: number): AnsweringStage {
  if (!stage.isHolding) return { ...stage, cursor };
  const options = [...stage.options];
  const [held] = options.splice(stage.cursor, 1);
  if (held !== undefined) options.splice(cursor, 0, held);
  return { ...stage, cursor, options };
}

function toggle(stage: AnsweringStage, step: QuestionStep): AnsweringStage {
  if (step.kind === 'order') return { ...stage, isHolding: !stage.isHolding };
  if (step.kind !== 'multiple') return stage;
  const isChosen = stage.options.includes(stage.cursor);
  const options = isChosen
    ? stage.options.filter((option) => option !== stage.cursor)
    : [...stage.options, stage.cursor].sort((a, b) => a - b);
  return { ...stage, options };
}

function submit(stage: AnsweringStage, step: QuestionStep, key: QuestionKey): Staged {
  const given = givenBy(stage, step);
  if (given === null) return only(stage);
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
      return stage.cursor;
    case 'number':
      return stage.text.trim() === '' ? null : stage.text.trim();
    case 'multiple':
      return stage.options.length === 0 ? null : stage.options;
    case 'order':
      return stage.options;
  }
}

function only(stage: AnsweringStage): Staged {
  return { stage, happened: [] };
}

function within(cursor: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor));
}
