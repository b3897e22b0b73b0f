import { type Language, languages } from '../i18n/languages.ts';
import type { RepairResult, Setting } from '../training/repair.ts';
import type { WrittenRecipe } from '../training/written-recipe.ts';
import type { Given } from './given.ts';
import { type KeptRecipes, noRecipes, withRun, withSaved } from './kept-recipes.ts';
import { type Settings, usualSettings, withSetting } from './settings.ts';

/** All that survives quitting, as plain JSON: what the events of a learner come to. */
export type Progress = {
  readonly language: Language | null;
  /** The lesson that was open last. */
  readonly lesson: string | null;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  readonly settings: Settings;
  /** What was put together in the sandbox. */
  readonly recipes: KeptRecipes;
  /** When something was done: a time for each quarter of a day, the last few hundred of them. */
  readonly active: readonly number[];
};

export type LessonProgress = {
  readonly place: Place | null;
  /** Steps that were on the screen, in the order in which they came. */
  readonly seen: readonly string[];
  readonly items: Readonly<Record<string, ItemProgress>>;
  readonly finishedAt: number | null;
};

/** A step, and the first of its blocks that was on the screen: it stays true in any language and at any size. */
export type Place = { readonly step: string; readonly block: number };

/** What came of one step that asks something. */
export type ItemProgress = {
  readonly outcome: Outcome;
  readonly hints: number;
  readonly tries: readonly Try[];
  readonly prediction: Prediction | null;
  readonly text: string;
  readonly ticked: readonly number[];
  /** Of a run to be repaired: how its cause came out, and every try. */
  readonly cause?: 'found' | 'shown';
  readonly repairs?: readonly RepairTry[];
  /** Of a step that is walked by numbers: how far, and how the numbers came out that are filled in, by their ids. */
  readonly reached?: number;
  readonly blanks?: Readonly<Record<string, BlankOutcome>>;
  readonly at: number;
};

/** `open`: begun and not settled. `shown`: the answer was looked at first. */
export type Outcome = 'open' | 'right' | 'wrong' | 'shown' | 'skipped' | 'done';

export type BlankOutcome = 'right' | 'wrong' | 'shown';

export type Try = { readonly given: Given; readonly right: boolean };

/** A setting of the knobs, and what the run came to under it. */
export type RepairTry = RepairResult & { readonly setting: Setting };

/** What was predicted, and what the run said of it. */
export type Prediction = {
  readonly chosen: number;
  /** Null before the run has spoken, and where its seeds disagree. */
  readonly right: number | null;
  /** What was measured: of the one measure, or of each option. */
  readonly observed: readonly number[];
  /** How many seeds fell to each option; empty before the run has spoken. */
  readonly perOption: readonly number[];
};

type Happening =
  | { readonly type: 'language-chosen'; readonly language: Language }
  | { readonly type: 'setting-chosen'; readonly name: string; readonly value: string }
  | { readonly type: 'recipe-saved'; readonly name: string; readonly recipe: WrittenRecipe }
  | { readonly type: 'recipe-run'; readonly recipe: WrittenRecipe }
  | { readonly type: 'lesson-opened'; readonly lesson: string }
  | { readonly type: 'lesson-finished'; readonly lesson: string }
  | ({ readonly lesson: string; readonly step: string } & StepHappening);

/** What happens inside a lesson, at one of its steps. */
export type StepHappening =
  | { readonly type: 'place-reached'; readonly block: number }
  | { readonly type: 'hint-taken' }
  | { readonly type: 'question-answered'; readonly given: Given; readonly right: boolean }
  /** Typed and not given yet. */
  | { readonly type: 'answer-drafted'; readonly text: string }
  | { readonly type: 'answer-shown' }
  | { readonly type: 'step-skipped' }
  | { readonly type: 'prediction-made'; readonly chosen: number }
  | ({ readonly type: 'prediction-graded' } & Prediction)
  /** Text that is not finished yet. */
  | { readonly type: 'open-drafted'; readonly text: string }
  | { readonly type: 'open-answered'; readonly text: string }
  | { readonly type: 'points-ticked'; readonly ticked: readonly number[] }
  | { readonly type: 'run-watched' }
  | { readonly type: 'cause-named'; readonly given: number; readonly right: boolean }
  | { readonly type: 'cause-shown' }
  | ({ readonly type: 'repair-tried' } & RepairTry)
  | { readonly type: 'number-reached'; readonly place: number }
  | { readonly type: 'blank-filled'; readonly blank: string; readonly given: string; readonly right: boolean }
  | { readonly type: 'blank-shown'; readonly blank: string }
  /** No number is left to fill in. */
  | { readonly type: 'trace-filled' };

/** One thing that happened, with the time in milliseconds; the journal keeps them for ever, so a type is never renamed. */
export type ProgressEvent = { readonly at: number } & Happening;

export const emptyProgress: Progress = {
  language: null,
  lesson: null,
  lessons: {},
  settings: usualSettings,
  recipes: noRecipes,
  active: [],
};

export const emptyLesson: LessonProgress = { place: null, seen: [], items: {}, finishedAt: null };

export const emptyItem: ItemProgress = {
  outcome: 'open',
  hints: 0,
  tries: [],
  prediction: null,
  text: '',
  ticked: [],
  at: 0,
};

/** What progress comes to after one more event; events of a type that is not known here change nothing. */
export function applyProgress(progress: Progress, event: ProgressEvent): Progress {
  const after = changeProgress(progress, event);
  return after === progress ? progress : { ...after, active: withTime(progress.active, event.at) };
}

const QUARTER_DAY = 6 * 60 * 60 * 1000;
const MOST_TIMES = 1500;

function withTime(times: readonly number[], at: number): readonly number[] {
  const isSame = Math.floor((times.at(-1) ?? -1) / QUARTER_DAY) === Math.floor(at / QUARTER_DAY);
  return isSame ? times : [...times.slice(1 - MOST_TIMES), at];
}

function changeProgress(progress: Progress, event: ProgressEvent): Progress {
  switch (event.type) {
    case 'language-chosen':
      // Not every line of a journal was written by this program.
      return Object.hasOwn(languages, event.language) ? { ...progress, language: event.language } : progress;
    case 'setting-chosen': {
      const settings = withSetting(progress.settings, event.name, event.value);
      return settings === progress.settings ? progress : { ...progress, settings };
    }
    case 'recipe-saved':
      return withRecipes(progress, withSaved(progress.recipes, event.name, event.recipe));
    case 'recipe-run':
      return withRecipes(progress, withRun(progress.recipes, event.recipe));
    case 'lesson-opened':
      return changeLesson({ ...progress, lesson: event.lesson }, event.lesson, (lesson) => lesson);
    case 'lesson-finished':
      return changeLesson(progress, event.lesson, (lesson) => ({
        ...lesson,
        finishedAt: lesson.finishedAt ?? event.at,
      }));
    case 'place-reached':
      return changeLesson(progress, event.lesson, (lesson) => ({
        ...lesson,
        place: { step: event.step, block: event.block },
        seen: lesson.seen.includes(event.step) ? lesson.seen : [...lesson.seen, event.step],
      }));
    default:
      return changeItem(progress, event);
  }
}

function withRecipes(progress: Progress, recipes: KeptRecipes): Progress {
  return recipes === progress.recipes ? progress : { ...progress, recipes };
}

function changeLesson(
  progress: Progress,
  id: string,
  change: (lesson: LessonProgress) => LessonProgress,
): Progress {
  return {
    ...progress,
    lessons: { ...progress.lessons, [id]: change(entryOf(progress.lessons, id) ?? emptyLesson) },
  };
}

function changeItem(progress: Progress, event: Extract<ProgressEvent, { step: string }>): Progress {
  const items = entryOf(progress.lessons, event.lesson)?.items ?? {};
  const before = entryOf(items, event.step) ?? emptyItem;
  const after = itemAfter(before, event);
  if (after === before) return progress;
  return changeLesson(progress, event.lesson, (lesson) => ({
    ...lesson,
    items: { ...lesson.items, [event.step]: { ...after, at: event.at } },
  }));
}

/** An entry of a record by an id, which may be a word such as `constructor`. */
export function entryOf<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** What one item comes to; the walk of a lesson uses it too, so that the screen and the journal never differ. */
export function itemAfter(item: ItemProgress, event: StepHappening): ItemProgress {
  switch (event.type) {
    case 'hint-taken':
      return { ...item, hints: item.hints + 1 };
    case 'question-answered': {
      const tries = [...item.tries, { given: event.given, right: event.right }];
      // An answer that was shown, or found, stays so: trying again is practice.
      if (item.outcome === 'shown' || item.outcome === 'right') return { ...item, tries };
      return { ...item, tries, outcome: event.right ? 'right' : 'wrong' };
    }
    case 'answer-shown':
      return item.outcome === 'right' ? item : { ...item, outcome: 'shown' };
    case 'step-skipped':
      return item.outcome === 'open' || item.outcome === 'wrong' ? { ...item, outcome: 'skipped' } : item;
    case 'prediction-made':
      return {
        ...item,
        outcome: 'open',
        prediction: { chosen: event.chosen, right: null, observed: [], perOption: [] },
      };
    case 'prediction-graded': {
      const { chosen, right, observed, perOption } = event;
      const outcome = right === null ? 'done' : chosen === right ? 'right' : 'wrong';
      return { ...item, outcome, prediction: { chosen, right, observed, perOption } };
    }
    case 'answer-drafted':
    case 'open-drafted':
      return { ...item, text: event.text };
    case 'open-answered':
      return { ...item, outcome: 'done', text: event.text };
    case 'points-ticked':
      return { ...item, ticked: event.ticked };
    case 'run-watched':
      return { ...item, outcome: 'done' };
    case 'cause-named': {
      const tries = [...item.tries, { given: event.given, right: event.right }];
      return event.right ? { ...item, tries, cause: 'found' } : { ...item, tries, outcome: 'wrong' };
    }
    case 'cause-shown':
      return { ...item, cause: 'shown' };
    case 'repair-tried': {
      const { setting, reached, observed } = event;
      const repairs = [...(item.repairs ?? []), { setting, reached, observed }];
      // What was repaired, or shown, stays so: trying again is practice.
      if (item.outcome === 'shown' || item.outcome === 'right') return { ...item, repairs };
      return { ...item, repairs, outcome: reached ? 'right' : 'wrong' };
    }
    case 'number-reached':
      return { ...item, reached: event.place };
    case 'blank-filled': {
      const tries = [...item.tries, { given: event.given, right: event.right }];
      const blanks = { ...item.blanks, [event.blank]: event.right ? ('right' as const) : ('wrong' as const) };
      const isSettled = item.outcome === 'right' || item.outcome === 'shown';
      return { ...item, tries, blanks, outcome: isSettled || event.right ? item.outcome : 'wrong' };
    }
    case 'blank-shown':
      return { ...item, blanks: { ...item.blanks, [event.blank]: 'shown' } };
    case 'trace-filled':
      return { ...item, outcome: Object.values(item.blanks ?? {}).includes('shown') ? 'shown' : 'right' };
    default:
      return item;
  }
}
