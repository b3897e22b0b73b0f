import type { LabStep } from '../content/lesson.ts';
import { changeOf, type Repair, type RepairResult, type Setting } from '../training/repair.ts';
import type { ItemProgress, RepairTry } from './progress.ts';
import type { StageContext, Staged, StageEvent } from './stage.ts';

/** How far a repair has come: the cause is looked for, knobs are turned, a try is on, it is repaired, or the solution lies open. */
export type RepairStage =
  | { readonly type: 'diagnosing'; readonly cursor: number; readonly judged: number | null }
  | { readonly type: 'repairing'; readonly cursor: number; readonly setting: Setting }
  | { readonly type: 'trying'; readonly setting: Setting; readonly isSolution: boolean }
  | { readonly type: 'spent' }
  | { readonly type: 'repaired'; readonly setting: Setting };

/** The stage of a repair that is come to, by what was kept of it. */
export function freshRepair(item: ItemProgress, repair: Repair | null): RepairStage {
  const last = item.repairs?.at(-1);
  if (last?.reached) return { type: 'repaired', setting: last.setting };
  if (item.outcome === 'shown') return { type: 'spent' };
  if (!item.cause) return { type: 'diagnosing', cursor: 0, judged: null };
  return { type: 'repairing', cursor: 0, setting: last?.setting ?? startOf(repair) };
}

/** What a repair comes to after one more event. */
export function repairOn(stage: RepairStage, event: StageEvent, context: StageContext): Staged {
  const { step, item, repair } = context;
  if (step.type !== 'lab' || !repair) return only(stage);
  switch (stage.type) {
    case 'diagnosing':
      return diagnose(stage, event, step, item, repair);
    case 'repairing':
      return turn(stage, event, item, repair);
    case 'trying':
      if (event.type === 'run-broken-off') return only(freshRepair(item, repair));
      return event.type === 'repair-run' ? judge(stage, event.result, item, repair) : only(stage);
    case 'spent':
      if (event.type !== 'submitted') return only(stage);
      return only({ type: 'trying', setting: repair.solution, isSolution: true });
    case 'repaired':
      if (event.type !== 'tried-again') return only(stage);
      return only({ type: 'repairing', cursor: 0, setting: stage.setting });
  }
}

/** How many tries are left; once it is repaired or the solution was shown, they are practice and do not count. */
export function triesLeft(item: ItemProgress, repair: Repair): number {
  const isPractice = item.outcome === 'right' || item.outcome === 'shown';
  return isPractice ? Infinity : Math.max(0, repair.tries - (item.repairs?.length ?? 0));
}

/** For each knob, where the broken run has it. */
export function startOf(repair: Repair | null): Setting {
  return repair?.knobs.map(({ start }) => start) ?? [];
}

function diagnose(
  stage: RepairStage & { type: 'diagnosing' },
  event: StageEvent,
  step: LabStep,
  item: ItemProgress,
  repair: Repair,
): Staged {
  const count = step.causes.length;
  switch (event.type) {
    case 'cursor-moved':
      return only({ ...stage, cursor: within(stage.cursor + event.by, 0, count - 1) });
    case 'option-pointed':
      return only(event.option < count ? { ...stage, cursor: event.option } : stage);
    case 'submitted': {
      const right = stage.cursor === repair.cause;
      return {
        stage: right
          ? { type: 'repairing', cursor: 0, setting: startOf(repair) }
          : { ...stage, judged: stage.cursor },
        happened: [{ type: 'cause-named', given: stage.cursor, right }],
      };
    }
    case 'answer-asked':
      // Only after a try: looking is then a choice and not a reflex.
      if (item.tries.length === 0) return only(stage);
      return {
        stage: { type: 'repairing', cursor: 0, setting: startOf(repair) },
        happened: [{ type: 'cause-shown' }],
      };
    default:
      return only(stage);
  }
}

function turn(
  stage: RepairStage & { type: 'repairing' },
  event: StageEvent,
  item: ItemProgress,
  repair: Repair,
): Staged {
  const { cursor, setting } = stage;
  switch (event.type) {
    case 'cursor-moved':
      return only({ ...stage, cursor: within(cursor + event.by, 0, repair.knobs.length - 1) });
    case 'option-pointed':
      return only(event.option < repair.knobs.length ? { ...stage, cursor: event.option } : stage);
    case 'knob-turned': {
      const knob = repair.knobs[cursor];
      const at = setting[cursor];
      if (!knob || at === undefined) return only(stage);
      const low = Math.min(0, knob.start);
      const next = within(at + event.by, low, knob.values.length - 1);
      return only({ ...stage, setting: setting.with(cursor, next) });
    }
    case 'submitted':
      // The broken run itself is no try.
      if (Object.keys(changeOf(repair.knobs, setting)).length === 0) return only(stage);
      return only({ type: 'trying', setting, isSolution: false });
    case 'answer-asked':
      return (item.repairs ?? []).length === 0
        ? only(stage)
        : { stage: { type: 'spent' }, happened: [{ type: 'answer-shown' }] };
    default:
      return only(stage);
  }
}

function judge(
  { setting, isSolution }: RepairStage & { type: 'trying' },
  { reached, observed }: RepairResult,
  item: ItemProgress,
  repair: Repair,
): Staged {
  const tried: RepairTry = { setting, reached, observed };
  const isLast = !isSolution && !reached && triesLeft(item, repair) <= 1;
  return {
    stage: reached
      ? { type: 'repaired', setting }
      : isLast || isSolution
        ? { type: 'spent' }
        : { type: 'repairing', cursor: 0, setting },
    happened: [{ type: 'repair-tried', ...tried }, ...(isLast ? [{ type: 'answer-shown' } as const] : [])],
  };
}

function only(stage: RepairStage): Staged {
  return { stage, happened: [] };
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
