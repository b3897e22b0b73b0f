import type { Step } from '../content/lesson.ts';
import type { QuestionKey } from '../questions/kinds.ts';
import type { Repair, RepairResult } from '../training/repair.ts';
import type { Walkthrough } from '../training/trace/trace.ts';
import { type AnsweringStage, answerOn, freshAnswering } from './answering.ts';
import type { Given } from './given.ts';
import type { ItemProgress, Prediction, StepHappening } from './progress.ts';
import { freshRepair, type RepairStage, repairOn } from './repairing.ts';
import { freshTrace, type TraceStage, traceOn } from './tracing.ts';

/** How far one step has come. Text and choices stay when the learner goes away and comes back. */
export type Stage =
  /** Prose and corrections ask for nothing. */
  | { readonly type: 'reading' }
  | { readonly type: 'choosing'; readonly cursor: number }
  /** A prediction was made and its run is on; a run that is only watched has none. */
  | { readonly type: 'running'; readonly chosen: number | null }
  | { readonly type: 'graded'; readonly prediction: Prediction }
  | AnsweringStage
  | { readonly type: 'settled'; readonly given: Given | null }
  | { readonly type: 'writing'; readonly text: string }
  | { readonly type: 'comparing'; readonly cursor: number }
  | { readonly type: 'watched' }
  | RepairStage
  | TraceStage;

/** What the learner does at a step, or the run that belongs to it. */
export type StageEvent =
  | { readonly type: 'cursor-moved'; readonly by: number }
  | { readonly type: 'option-pointed'; readonly option: number }
  | { readonly type: 'option-toggled' }
  | { readonly type: 'knob-turned'; readonly by: number }
  | { readonly type: 'number-moved'; readonly by: 1 | -1 }
  | { readonly type: 'blank-sought' }
  | { readonly type: 'text-edited'; readonly text: string }
  | { readonly type: 'writing-paused' }
  | { readonly type: 'submitted' }
  | { readonly type: 'hint-asked' }
  | { readonly type: 'answer-asked' }
  | { readonly type: 'tried-again' }
  | { readonly type: 'skipped' }
  | { readonly type: 'run-begun' }
  | { readonly type: 'run-broken-off' }
  | { readonly type: 'run-finished'; readonly grade: Omit<Prediction, 'chosen'> | null }
  | { readonly type: 'repair-run'; readonly result: RepairResult };

export type StageContext = {
  readonly step: Step;
  readonly item: ItemProgress;
  readonly key: QuestionKey | null;
  readonly repair: Repair | null;
  readonly walkthrough: Walkthrough | null;
};

/** The stage that follows, and what of it is to be kept. */
export type Staged = { readonly stage: Stage; readonly happened: readonly StepHappening[] };

/** The stage of a step that is come to, by what was kept of it. */
export function freshStage({ step, item, repair, walkthrough }: Omit<StageContext, 'key'>): Stage {
  switch (step.type) {
    case 'predict':
      return item.prediction && item.prediction.perOption.length > 0
        ? { type: 'graded', prediction: item.prediction }
        : { type: 'choosing', cursor: item.prediction?.chosen ?? 0 };
    case 'question':
      return item.outcome === 'right' || item.outcome === 'shown'
        ? { type: 'settled', given: item.tries.at(-1)?.given ?? null }
        : freshAnswering(step, item.text);
    case 'open':
      return item.outcome === 'done'
        ? { type: 'comparing', cursor: 0 }
        : { type: 'writing', text: item.text };
    case 'run':
      return item.outcome === 'done' ? { type: 'watched' } : { type: 'reading' };
    case 'lab':
      return freshRepair(item, repair);
    case 'trace':
      return freshTrace(item, walkthrough);
    default:
      return { type: 'reading' };
  }
}

/** What a stage comes to after one more event; an event that means nothing here changes nothing. */
export function stageAfter(stage: Stage, event: StageEvent, context: StageContext): Staged {
  if (event.type === 'skipped')
    return { stage, happened: asks(context.step) ? [{ type: 'step-skipped' }] : [] };
  if (event.type === 'hint-asked' && stage.type !== 'tracing') return hint(stage, context);
  switch (stage.type) {
    case 'choosing':
      return choose(stage, event, context);
    case 'running':
      return runOn(stage, event, context);
    case 'answering':
      return answerOn(stage, event, context);
    case 'writing':
      if (event.type === 'text-edited') return draft(event.text, /\s$/.test(event.text), context);
      if (event.type === 'writing-paused') return draft(stage.text, true, context);
      if (event.type !== 'submitted') return only(stage);
      return {
        stage: { type: 'comparing', cursor: 0 },
        happened: [{ type: 'open-answered', text: stage.text.trim() }],
      };
    case 'comparing':
      return compare(stage, event, context);
    case 'settled':
      if (event.type === 'tried-again' && context.step.type === 'question')
        return only(freshAnswering(context.step));
      return only(stage);
    case 'diagnosing':
    case 'repairing':
    case 'trying':
    case 'spent':
    case 'repaired':
      return repairOn(stage, event, context);
    case 'tracing':
      return traceOn(stage, event, context);
    case 'graded':
      // The choice stays: it was committed to. The run may be watched again.
      return only(event.type === 'run-begun' ? { type: 'running', chosen: stage.prediction.chosen } : stage);
    default:
      return only(event.type === 'run-begun' ? { type: 'running', chosen: null } : stage);
  }
}

/** Kept at every word's end, so that a kill costs a word and not the answer. */
function draft(text: string, isKept: boolean, { item }: StageContext): Staged {
  const isNew = isKept && text !== item.text;
  return { stage: { type: 'writing', text }, happened: isNew ? [{ type: 'open-drafted', text }] : [] };
}

function choose(stage: Stage & { type: 'choosing' }, event: StageEvent, { step }: StageContext): Staged {
  const count = step.type === 'predict' ? step.options.length : 0;
  switch (event.type) {
    case 'cursor-moved':
      return only({ ...stage, cursor: within(stage.cursor + event.by, count) });
    case 'option-pointed':
      return only(event.option < count ? { ...stage, cursor: event.option } : stage);
    case 'submitted':
      return {
        stage: { type: 'running', chosen: stage.cursor },
        happened: [{ type: 'prediction-made', chosen: stage.cursor }],
      };
    default:
      return only(stage);
  }
}

function runOn(stage: Stage & { type: 'running' }, event: StageEvent, context: StageContext): Staged {
  if (event.type === 'run-broken-off') return only(freshStage(context));
  if (event.type !== 'run-finished') return only(stage);
  if (stage.chosen === null) return { stage: { type: 'watched' }, happened: [{ type: 'run-watched' }] };
  if (!event.grade) return only(stage);
  const prediction = { chosen: stage.chosen, ...event.grade };
  return { stage: { type: 'graded', prediction }, happened: [{ type: 'prediction-graded', ...prediction }] };
}

function compare(
  stage: Stage & { type: 'comparing' },
  event: StageEvent,
  { step, item }: StageContext,
): Staged {
  if (step.type !== 'open') return only(stage);
  switch (event.type) {
    case 'cursor-moved':
      return only({ ...stage, cursor: within(stage.cursor + event.by, step.rubric.length) });
    case 'option-pointed':
      if (event.option >= step.rubric.length) return only(stage);
      return tick({ ...stage, cursor: event.option }, item);
    case 'option-toggled':
      return tick(stage, item);
    case 'tried-again':
      return only({ type: 'writing', text: item.text });
    default:
      return only(stage);
  }
}

function tick(stage: Stage & { type: 'comparing' }, { ticked }: ItemProgress): Staged {
  const isTicked = ticked.includes(stage.cursor);
  const after = isTicked
    ? ticked.filter((point) => point !== stage.cursor)
    : [...ticked, stage.cursor].sort((a, b) => a - b);
  return { stage, happened: [{ type: 'points-ticked', ticked: after }] };
}

function hint(stage: Stage, { step, item }: StageContext): Staged {
  const hints = step.type === 'question' || step.type === 'predict' ? step.hints.length : 0;
  const isOpen = stage.type === 'choosing' || stage.type === 'answering';
  return { stage, happened: isOpen && item.hints < hints ? [{ type: 'hint-taken' }] : [] };
}

/** True for a step that wants something of the learner. */
export function asks({ type }: Step): boolean {
  return ASKING.has(type);
}

const ASKING: ReadonlySet<Step['type']> = new Set(['question', 'predict', 'open', 'lab', 'trace']);

function only(stage: Stage): Staged {
  return { stage, happened: [] };
}

function within(cursor: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor));
}
