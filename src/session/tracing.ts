import { isWithin, parseNumber } from '../questions/number.ts';
import type { Blank, TraceNumber, Walkthrough } from '../training/trace/trace.ts';
import type { ItemProgress, StepHappening } from './progress.ts';
import type { StageContext, Staged, StageEvent } from './stage.ts';

/** A training step that is walked: place 0 says what it starts from, then comes number after number, and the last place closes it. */
export type TraceStage = {
  readonly type: 'tracing';
  readonly place: number;
  /** What is typed into the number at this place. */
  readonly text: string;
  /** How the last try at this place did. */
  readonly judged: 'wrong' | 'not-a-number' | null;
  /** Hints taken at this place: the numbers put into the formula, then the lesson's own. */
  readonly hints: number;
};

/** The stage of a trace that is come to, where it was left. */
export function freshTrace(item: ItemProgress, walkthrough: Walkthrough | null): TraceStage {
  const last = walkthrough ? walkthrough.trace.numbers.length + 1 : 0;
  return standing(Math.min(item.reached ?? 0, last));
}

/** The number at a place; none at the first place and at the last. */
export function numberAt({ trace }: Walkthrough, place: number): TraceNumber | null {
  return trace.numbers[place - 1] ?? null;
}

/** The blank at a place that is still to be filled in. */
export function openBlankAt(walkthrough: Walkthrough, place: number, item: ItemProgress): Blank | null {
  const blank = walkthrough.blanks.find(({ at }) => at === place - 1);
  return blank && isOpen(walkthrough, blank, item) ? blank : null;
}

/** The place of the next blank from here on that is still to be filled in; behind the last one, the end. */
export function nextStop(walkthrough: Walkthrough, place: number, item: ItemProgress): number {
  const next = walkthrough.blanks.find((blank) => blank.at >= place - 1 && isOpen(walkthrough, blank, item));
  return next ? next.at + 1 : walkthrough.trace.numbers.length + 1;
}

/** How many hints there are at a place: a blank's formula with its numbers, and what the lesson says to it. */
export function hintsAt({ step, walkthrough, item }: StageContext, place: number): number {
  if (step.type !== 'trace' || !walkthrough || !openBlankAt(walkthrough, place, item)) return 0;
  return Object.hasOwn(step.hints, numberAt(walkthrough, place)?.id ?? '') ? 2 : 1;
}

/** What a trace comes to after one more event. */
export function traceOn(stage: TraceStage, event: StageEvent, context: StageContext): Staged {
  const { walkthrough, item } = context;
  if (!walkthrough) return only(stage);
  const blank = openBlankAt(walkthrough, stage.place, item);
  switch (event.type) {
    case 'number-moved':
      if (event.by > 0 && blank) return only(stage);
      return move(stage, stage.place + event.by, walkthrough);
    case 'blank-sought':
      return move(stage, nextStop(walkthrough, stage.place, item), walkthrough);
    case 'text-edited':
      return only(blank ? { ...stage, text: event.text } : stage);
    case 'hint-asked':
      if (stage.hints >= hintsAt(context, stage.place)) return only(stage);
      return { stage: { ...stage, hints: stage.hints + 1 }, happened: [{ type: 'hint-taken' }] };
    case 'submitted':
      return blank && stage.text.trim() !== '' ? fill(stage, blank, walkthrough, item) : only(stage);
    case 'answer-asked': {
      const id = numberAt(walkthrough, stage.place)?.id;
      // Only after a try: looking is then a choice and not a reflex.
      if (!blank || id === undefined || item.blanks?.[id] !== 'wrong') return only(stage);
      return settle(stage, { type: 'blank-shown', blank: id }, walkthrough, item);
    }
    default:
      return only(stage);
  }
}

function move(stage: TraceStage, place: number, { trace }: Walkthrough): Staged {
  const next = Math.max(0, Math.min(trace.numbers.length + 1, place));
  if (next === stage.place) return only(stage);
  return { stage: standing(next), happened: [{ type: 'number-reached', place: next }] };
}

function fill(stage: TraceStage, { tolerance }: Blank, walkthrough: Walkthrough, item: ItemProgress): Staged {
  const number = numberAt(walkthrough, stage.place);
  const given = stage.text.trim();
  const value = parseNumber(given);
  if (!number || value === null) return only({ ...stage, judged: 'not-a-number' });
  const filled = { type: 'blank-filled', blank: number.id, given } as const;
  if (isWithin(value, { value: number.value, tolerance }))
    return settle(stage, { ...filled, right: true }, walkthrough, item);
  return { stage: { ...stage, judged: 'wrong' }, happened: [{ ...filled, right: false }] };
}

/** A blank is filled in or shown; with the last one, all of them are. */
function settle(
  stage: TraceStage,
  happening: StepHappening & { readonly blank: string },
  walkthrough: Walkthrough,
  item: ItemProgress,
): Staged {
  const left = walkthrough.blanks.filter(
    (blank) => isOpen(walkthrough, blank, item) && blank.at !== stage.place - 1,
  );
  return {
    stage: standing(stage.place),
    happened: [happening, ...(left.length === 0 ? [{ type: 'trace-filled' } as const] : [])],
  };
}

function isOpen({ trace }: Walkthrough, { at }: Blank, { blanks }: ItemProgress): boolean {
  const outcome = blanks?.[trace.numbers[at]?.id ?? ''];
  return outcome !== 'right' && outcome !== 'shown';
}

function standing(place: number): TraceStage {
  return { type: 'tracing', place, text: '', judged: null, hints: 0 };
}

function only(stage: TraceStage): Staged {
  return { stage, happened: [] };
}
