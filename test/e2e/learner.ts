import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course, Inline, Lesson, QuestionStep, Step } from '../../src/content/lesson.ts';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { shuffledOrder } from '../../src/questions/order.ts';
import { shownForm } from '../../src/questions/short.ts';
import { gradePrediction } from '../../src/training/grade.ts';
import { runRecipe } from '../../src/training/run.ts';
import type { LiveTerminal } from './terminal.ts';

/** The course as the built program ships it. */
export const course = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../dist/course.json'), 'utf8'),
) as Course;

export const ENTER = '\r';
const DOWN = '\u001b[B';
const UP = '\u001b[A';
const RIGHT = '\u001b[C';
const LEFT = '\u001b[D';

/** A learner who knows every answer and works through a lesson by keys alone, reading what the screen says. */
export async function walkSteps(
  terminal: LiveTerminal,
  lesson: Lesson,
  language: Language,
  { from = 0, to = lesson.text[language].steps.length, onScreen = (_: string, __: Step) => {} } = {},
): Promise<void> {
  const { steps } = lesson.text[language];
  for (const [i, step] of steps.entries()) {
    if (i < from || i >= to) continue;
    const place = `${i + 1}/${steps.length}`;
    onScreen(await terminal.see((text) => isAt(text, place)), step);
    await answer(terminal, lesson, step, language);
    await goOn(terminal, place);
  }
}

/** Goes on from a step, through as many pages as it has. */
async function goOn(terminal: LiveTerminal, place: string): Promise<void> {
  for (let page = 0; page < 20; page++) {
    const before = terminal.screen().join('\n');
    terminal.press(RIGHT);
    const after = await terminal.see((text) => text !== before);
    if (!isAt(after, place)) return;
  }
  throw new Error(`the step ${place} does not end:\n${terminal.screen().join('\n')}`);
}

/** The first row says where in the lesson one is, and behind it may say more. */
function isAt(screen: string, place: string): boolean {
  return screen.split('\n')[0]?.split(/\s+/).includes(place) === true;
}

async function answer(terminal: LiveTerminal, lesson: Lesson, step: Step, language: Language): Promise<void> {
  const words = languages[language].screen;
  switch (step.type) {
    case 'prose':
    case 'correction':
      return;
    case 'predict':
      terminal.press(`${rightOption(lesson, step.id) + 1}${ENTER}`);
      await hurry(terminal, language, words.predict.right);
      return;
    case 'run':
      terminal.press(ENTER);
      await hurry(terminal, language, words.run.states.finished);
      return;
    case 'open':
      terminal.press(language === 'ko' ? '기울기가 0이 아닙니다.' : 'Its gradient is not zero.');
      await terminal.see(language === 'ko' ? '기울기가 0이 아닙니다.' : 'Its gradient is not zero.');
      terminal.press(ENTER);
      await terminal.see(words.open.model);
      return;
    case 'lab':
      await repair(terminal, lesson, step.id, language);
      return;
    case 'trace':
      await fillTrace(terminal, lesson, step.id, language);
      return;
    case 'question':
      await answerQuestion(terminal, lesson, step, language);
      await terminal.see(words.question.right);
  }
}

/** Sees that the run is on, has it go as fast as the machine can, and waits for what says that it is over. */
export async function hurry(terminal: LiveTerminal, language: Language, over: string): Promise<void> {
  const { pause } = languages[language].screen.keys;
  const seen = await terminal.see((text) => text.includes(pause.short) || text.includes(over));
  if (!seen.includes(over)) terminal.press('f');
  await terminal.see(over);
}

async function answerQuestion(
  terminal: LiveTerminal,
  lesson: Lesson,
  step: QuestionStep,
  language: Language,
): Promise<void> {
  const key = lesson.lab.answers[step.id];
  switch (key?.type) {
    case 'single':
    case 'spot':
      terminal.press(`${key.option + 1}${ENTER}`);
      return;
    case 'multiple':
      terminal.press(`${key.options.map((option) => option + 1).join('')}${ENTER}`);
      return;
    case 'number':
      terminal.press(`${key.value}${ENTER}`);
      return;
    case 'order':
      await putInOrder(terminal, step);
      terminal.press(ENTER);
      return;
    case 'match':
      putBeside(terminal, step);
      terminal.press(ENTER);
      return;
    case 'short':
      terminal.press(shownForm(key, language === 'ko'));
      await terminal.see(shownForm(key, language === 'ko'));
      terminal.press(ENTER);
      return;
    case 'table':
      for (const cell of key.cells) terminal.press(`${cell}${ENTER}`);
      return;
    default:
      throw new Error(`${step.id} has no answer`);
  }
}

/** Carries every option to its place, as it stands on the screen. */
async function putInOrder(terminal: LiveTerminal, step: QuestionStep): Promise<void> {
  const wanted = step.options.map(({ text }) => plain(text));
  const shown = () => {
    const rows = terminal.screen().map((row) => row.replace(/^\W*\d\s+/, '').trim());
    return rows.filter((row) => wanted.includes(row));
  };
  await terminal.see(() => shown().length === wanted.length);
  let cursor = 0;
  const move = (to: number) => {
    terminal.press((to > cursor ? DOWN : UP).repeat(Math.abs(to - cursor)));
    cursor = to;
  };
  for (const [place, option] of wanted.entries()) {
    const at = shown().indexOf(option);
    if (at === place) continue;
    move(at);
    terminal.press(' ');
    move(place);
    terminal.press(' ');
    await terminal.see(() => shown()[place] === option);
  }
}

/** Names the cause, and turns the knobs to what the solution has. */
async function repair(terminal: LiveTerminal, lesson: Lesson, id: string, language: Language): Promise<void> {
  const words = languages[language].screen;
  const lab = lesson.lab.labs[id];
  if (!lab) throw new Error(`${id} has nothing to repair`);
  terminal.press(`f${lab.cause + 1}${ENTER}`);
  await terminal.see(words.lab.repairTitle);
  for (const [i, { start }] of lab.knobs.entries()) {
    const by = (lab.solution[i] ?? start) - start;
    terminal.press((by > 0 ? RIGHT : LEFT).repeat(Math.abs(by)) + DOWN);
  }
  terminal.press(ENTER);
  await terminal.see(words.lab.repaired);
}

/** Goes from blank to blank of a step that is walked, and types what it comes to. */
async function fillTrace(
  terminal: LiveTerminal,
  lesson: Lesson,
  id: string,
  language: Language,
): Promise<void> {
  const words = languages[language].screen;
  const walkthrough = lesson.lab.traces[id];
  if (!walkthrough) throw new Error(`${id} has no step to walk`);
  const { numbers } = walkthrough.trace;
  for (const { at } of walkthrough.blanks) {
    const { phase, value } = numbers[at]!;
    terminal.press(RIGHT);
    await terminal.see(words.trace.place(words.trace.phases[phase], at + 1, numbers.length));
    terminal.press(`${value}${ENTER}`);
    await terminal.see(words.question.right);
  }
}

/** Carries every partner to its option; how they stand at first is the same for everyone. */
function putBeside(terminal: LiveTerminal, step: QuestionStep): void {
  const standing = [...shuffledOrder(step.id, step.options.length)];
  let cursor = 0;
  const move = (to: number) => {
    terminal.press((to > cursor ? DOWN : UP).repeat(Math.abs(to - cursor)));
    cursor = to;
  };
  for (const place of standing.keys()) {
    const at = standing.indexOf(place);
    if (at === place) continue;
    move(at);
    terminal.press(' ');
    move(place);
    terminal.press(' ');
    standing.splice(place, 0, ...standing.splice(at, 1));
  }
}

/** The option that the run itself gives as the answer. */
function rightOption(lesson: Lesson, id: string): number {
  const prediction = lesson.lab.predictions[id];
  const recipe = prediction && lesson.lab.runs[prediction.run];
  if (!recipe) throw new Error(`${id} has no run`);
  for (const event of runRecipe(recipe, () => 0)) {
    if (event.type !== 'finished') continue;
    const { option } = gradePrediction(prediction, event.records);
    if (option !== null) return option;
  }
  throw new Error(`${id} has no one answer`);
}

function plain(content: readonly Inline[]): string {
  return content
    .map((each) => ('value' in each ? each.value : 'content' in each ? plain(each.content) : ''))
    .join('');
}
