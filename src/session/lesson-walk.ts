import type { Lesson, Step } from '../content/lesson.ts';
import {
  emptyItem,
  entryOf,
  type ItemProgress,
  itemAfter,
  type LessonProgress,
  type StepHappening,
} from './progress.ts';
import { asks, freshStage, type Stage, type StageContext, type StageEvent, stageAfter } from './stage.ts';

/** Where a learner stands in a lesson, and how far each of its steps has come. */
export type Walk = {
  readonly lesson: Lesson;
  readonly index: number;
  /** First block on the screen, where a step is longer than a page. */
  readonly block: number;
  readonly items: Readonly<Record<string, ItemProgress>>;
  /** Of the steps that were begun. */
  readonly stages: Readonly<Record<string, Stage>>;
  /** True once the learner has gone on from the last step. */
  readonly isOver: boolean;
};

export type WalkEvent =
  | { readonly type: 'went-forward' }
  | { readonly type: 'went-back' }
  | { readonly type: 'jumped'; readonly index: number }
  | { readonly type: 'page-turned'; readonly block: number }
  | StageEvent;

/** Something for the journal, at the step where it happened. */
export type Happened = StepHappening & { readonly step: string };

export type Walked = { readonly walk: Walk; readonly happened: readonly Happened[] };

/** Takes up a lesson where it was left. */
export function resumeWalk(lesson: Lesson, progress: LessonProgress): Walk {
  const steps = stepsOf(lesson);
  const found = steps.findIndex(({ id }) => id === progress.place?.step);
  const index = Math.max(0, found);
  const block = found >= 0 ? (progress.place?.block ?? 0) : 0;
  return { lesson, index, block, items: progress.items, stages: {}, isOver: false };
}

/** The step that is on the screen; both languages have the same steps. */
export function currentStep(walk: Walk): Step {
  const step = stepsOf(walk.lesson)[walk.index];
  if (!step) throw new RangeError(`${walk.lesson.id} has no step ${walk.index}`);
  return step;
}

/** How far the step on the screen has come. */
export function currentStage(walk: Walk): Stage {
  return entryOf(walk.stages, currentStep(walk).id) ?? freshStage(contextOf(walk));
}

/** The step on the screen with all that lab.yaml and the learner have to it. */
function contextOf(walk: Walk): StageContext {
  const step = currentStep(walk);
  const { answers, labs, traces } = walk.lesson.lab;
  return {
    step,
    item: currentItem(walk),
    key: entryOf(answers, step.id) ?? null,
    repair: entryOf(labs, step.id) ?? null,
    walkthrough: entryOf(traces, step.id) ?? null,
  };
}

/** What is kept of the step on the screen. */
export function currentItem(walk: Walk): ItemProgress {
  return entryOf(walk.items, currentStep(walk).id) ?? emptyItem;
}

/** True where nothing is owed any more: prose is read, a question is answered, seen or skipped. */
export function canGoOn(walk: Walk): boolean {
  const { outcome } = currentItem(walk);
  return (
    !asks(currentStep(walk)) ||
    !(outcome === 'open' || outcome === 'wrong') ||
    currentStage(walk).type === 'graded'
  );
}

/** What a walk comes to after one more event, and what of it is to be kept. */
export function walkOn(walk: Walk, event: WalkEvent): Walked {
  switch (event.type) {
    case 'went-forward':
      return canGoOn(walk) ? goOn(walk) : still(walk);
    case 'went-back':
      return walk.index > 0 ? arrive(walk, walk.index - 1) : still(walk);
    case 'jumped':
      return stepsOf(walk.lesson)[event.index] ? arrive(walk, event.index) : still(walk);
    case 'page-turned':
      return reach({ ...walk, block: event.block });
    case 'skipped': {
      const skipped = advance(walk, event);
      const { walk: next, happened } = goOn(skipped.walk);
      return { walk: next, happened: [...skipped.happened, ...happened] };
    }
    default:
      return advance(walk, event);
  }
}

function advance(walk: Walk, event: StageEvent): Walked {
  const context = contextOf(walk);
  const { step, item } = context;
  const { stage, happened } = stageAfter(currentStage(walk), event, context);
  const after = {
    ...walk,
    stages: { ...walk.stages, [step.id]: stage },
    items: happened.length > 0 ? { ...walk.items, [step.id]: happened.reduce(itemAfter, item) } : walk.items,
  };
  return { walk: after, happened: happened.map((each) => ({ ...each, step: step.id })) };
}

function goOn(walk: Walk): Walked {
  const next = walk.index + 1;
  return next < stepsOf(walk.lesson).length
    ? arrive(walk, next)
    : { walk: { ...walk, isOver: true }, happened: [] };
}

function arrive(walk: Walk, index: number): Walked {
  return reach({ ...walk, index, block: 0, isOver: false });
}

function reach(walk: Walk): Walked {
  const step = currentStep(walk).id;
  return { walk, happened: [{ type: 'place-reached', step, block: walk.block }] };
}

function still(walk: Walk): Walked {
  return { walk, happened: [] };
}

function stepsOf(lesson: Lesson): readonly Step[] {
  return lesson.text.en.steps;
}
