import { describe, expect, test } from 'vitest';
import {
  canGoOn,
  currentItem,
  currentStage,
  currentStep,
  type Happened,
  resumeWalk,
  type Walk,
  type WalkEvent,
  walkOn,
} from '../../src/session/lesson-walk.ts';
import { applyProgress, emptyLesson, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import { lesson } from './lesson.ts';

const at = (id: string): Walk => resumeWalk(lesson, { ...emptyLesson, place: { step: id, block: 0 } });

/** Short names for what a learner does, so that a walk reads as a row of keys. */
const keys = {
  '>': { type: 'went-forward' },
  '<': { type: 'went-back' },
  up: { type: 'cursor-moved', by: -1 },
  down: { type: 'cursor-moved', by: 1 },
  space: { type: 'option-toggled' },
  enter: { type: 'submitted' },
  hint: { type: 'hint-asked' },
  answer: { type: 'answer-asked' },
  retry: { type: 'tried-again' },
  skip: { type: 'skipped' },
  finish: { type: 'run-finished', grade: { right: 1, observed: [0.7], perOption: [0, 3, 0] } },
  disagree: { type: 'run-finished', grade: { right: null, observed: [0.6], perOption: [1, 2, 0] } },
  seen: { type: 'run-finished', grade: null },
  run: { type: 'run-begun' },
  stop: { type: 'run-broken-off' },
} satisfies Record<string, WalkEvent>;

function press(walk: Walk, row: string): { walk: Walk; happened: Happened[] } {
  return row
    .split(' ')
    .filter(Boolean)
    .reduce<{ walk: Walk; happened: Happened[] }>(
      (before, key) => {
        const event: WalkEvent =
          key in keys ? keys[key as keyof typeof keys] : { type: 'text-edited', text: key };
        const { walk, happened } = walkOn(before.walk, event);
        return { walk, happened: [...before.happened, ...happened] };
      },
      { walk, happened: [] },
    );
}

describe('walking a lesson', () => {
  test.each([
    ['prose is read on and back', 'start', '> <', 'start', 'reading', 'open'],
    ['nothing goes on before an answer', 'one', '> > >', 'one', 'answering', 'open'],
    ['skipping goes on at once', 'one', 'skip', 'many', 'answering', 'open'],
    ['a skipped question can be answered later', 'one', 'skip < down enter', 'one', 'settled', 'right'],
    ['a right answer settles a question', 'one', 'down enter', 'one', 'settled', 'right'],
    ['and does not go on by itself', 'one', 'down enter enter', 'one', 'settled', 'right'],
    ['a wrong answer leaves it open', 'one', 'enter', 'one', 'answering', 'wrong'],
    ['until a better one', 'one', 'enter down enter', 'one', 'settled', 'right'],
    ['the answer is not shown before a try', 'one', 'answer', 'one', 'answering', 'open'],
    ['but after one', 'one', 'enter answer', 'one', 'settled', 'shown'],
    [
      'an answer that was shown stays shown',
      'one',
      'enter answer retry down enter',
      'one',
      'settled',
      'shown',
    ],
    ['the cursor stays inside the options', 'one', 'up up down enter', 'one', 'settled', 'right'],
    ['all right options must be marked', 'many', 'space enter', 'many', 'answering', 'wrong'],
    ['and no other', 'many', 'space down down space enter', 'many', 'settled', 'right'],
    ['marking twice unmarks', 'many', 'space space enter', 'many', 'answering', 'open'],
    ['a number is typed', 'count', '75% enter', 'count', 'settled', 'right'],
    ['what is no number is not wrong', 'count', '7.5.1 enter', 'count', 'answering', 'open'],
    ['a wrong number is', 'count', '50 enter', 'count', 'answering', 'wrong'],
    ['a prediction starts its run', 'guess', 'down enter', 'guess', 'running', 'open'],
    ['a run that is on is not walked away from', 'guess', 'down enter >', 'guess', 'running', 'open'],
    ['the run grades it', 'guess', 'down enter finish', 'guess', 'graded', 'right'],
    ['and can say otherwise', 'guess', 'enter finish', 'guess', 'graded', 'wrong'],
    ['a wrong prediction is settled too', 'guess', 'enter finish >', 'one', 'answering', 'open'],
    [
      'seeds that disagree settle nothing but end it',
      'guess',
      'enter disagree >',
      'one',
      'answering',
      'open',
    ],
    ['a run that is stopped gives the choice back', 'guess', 'down enter stop', 'guess', 'choosing', 'open'],
    ['a graded run can be seen again', 'guess', 'down enter finish run finish', 'guess', 'graded', 'right'],
    ['writing is compared with the model', 'say', 'because enter', 'say', 'comparing', 'done'],
    ['also when it was said aloud', 'say', 'enter', 'say', 'comparing', 'done'],
    ['an answer can be rewritten', 'say', 'because enter retry', 'say', 'writing', 'done'],
    ['a run is watched', 'watch', 'run seen', 'watch', 'watched', 'done'],
    ['or passed by', 'watch', '>', 'note', 'reading', 'open'],
  ])('%s', (_, start, row, step, stage, outcome) => {
    const { walk } = press(at(start), row);
    expect([currentStep(walk).id, currentStage(walk).type, currentItem(walk).outcome]).toEqual([
      step,
      stage,
      outcome,
    ]);
  });

  test('hints come one by one and end', () => {
    expect(currentItem(press(at('one'), 'hint').walk).hints).toBe(1);
    expect(currentItem(press(at('one'), 'hint hint hint hint').walk).hints).toBe(2);
  });

  test('an order is made by picking up, moving and putting down', () => {
    const start = at('sorted');
    const stage = currentStage(start);
    const shown = stage.type === 'answering' ? [...stage.options] : [];
    expect(shown).not.toEqual([0, 1, 2]);
    const sorted = [0, 1, 2].reduce((walk, option, place) => {
      const before = currentStage(walk);
      const options = before.type === 'answering' ? before.options : [];
      const from = options.indexOf(option);
      return press(walk, `${'up '.repeat(3)}${'down '.repeat(from)}space ${'up '.repeat(from - place)}space`)
        .walk;
    }, start);
    expect(currentStage(press(sorted, 'enter').walk).type).toBe('settled');
  });

  test('what was answered is still answered on the way back', () => {
    const { walk } = press(at('one'), 'down enter > <');
    expect(currentStage(walk)).toEqual({ type: 'settled', given: 1 });
    expect(canGoOn(walk)).toBe(true);
  });

  test('words that were begun are still there on the way back', () => {
    const { walk } = press(at('say'), 'half skip <');
    expect(currentStage(walk)).toEqual({ type: 'writing', text: 'half' });
  });

  test('points are ticked and unticked', () => {
    const ticked = press(at('say'), 'enter space down space').walk;
    expect(currentItem(ticked).ticked).toEqual([0, 1]);
    expect(currentItem(press(ticked, 'space').walk).ticked).toEqual([0]);
  });

  test('the last step ends the lesson', () => {
    expect(press(at('note'), '>').walk.isOver).toBe(true);
    expect(press(at('note'), '> <').walk.isOver).toBe(false);
  });

  test('every answer, skip and place is told to the journal', () => {
    const { happened } = press(at('guess'), 'hint enter finish > enter skip');
    expect(happened.map(({ type, step }) => `${step} ${type}`)).toEqual([
      'guess hint-taken',
      'guess prediction-made',
      'guess prediction-graded',
      'one place-reached',
      'one question-answered',
      'one step-skipped',
      'many place-reached',
    ]);
  });

  test('the journal alone brings a learner back to the same place and the same answers', () => {
    const { walk, happened } = press(at('start'), '> down enter finish > down enter > space enter');
    const progress = happened.reduce(
      (before, each) => applyProgress(before, { at: 1, lesson: lesson.id, ...each } as ProgressEvent),
      emptyProgress,
    );
    const again = resumeWalk(lesson, progress.lessons[lesson.id] ?? emptyLesson);
    expect(currentStep(again).id).toBe('many');
    expect(Object.values(again.items).map(({ outcome }) => outcome)).toEqual(
      Object.values(walk.items).map(({ outcome }) => outcome),
    );
    expect(currentStage(press(again, '< <').walk).type).toBe('graded');
  });

  test('a step that the course no longer has opens the lesson at its start', () => {
    expect(currentStep(at('gone')).id).toBe('start');
  });
});
