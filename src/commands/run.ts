import type { Threads } from '../engine/thread-choice.ts';
import type { Words } from '../i18n/languages.ts';
import { type Backend, chooseBackend, processor } from '../training/backend.ts';
import { createDump } from '../training/dump.ts';
import type { Member, RunEvent } from '../training/events.ts';
import { failureOf } from '../training/failure.ts';
import { placementText, reasonText } from '../training/placement.ts';
import { flatRecipe, parseRecipe, type Recipe, recipeCommand } from '../training/recipe.ts';
import { runRecipe } from '../training/run.ts';
import { median } from '../training/statistics.ts';
import { readVary } from '../training/written-recipe.ts';
import { recipeFlags } from './arguments.ts';
import { offerLines, runWish } from './backend-wish.ts';
import type { Command, Context, ExitCode } from './command.ts';
import { dumpProblem, writeDump } from './dump-file.ts';
import { runSentence } from './run-sentence.ts';

/** Trains a recipe without a screen of its own: one event a line with --json, otherwise plain lines. */
export const run: Command = {
  flags: { ...recipeFlags, recipe: 'value', dump: 'value', threads: 'value' },
  usage: '[--recipe LESSON/RUN|FILE] [--data xor --net 4 ...] [--dump FILE] [--threads N]',
  most: 0,
  run: async (context) => {
    const recipe = await recipeFrom(context);
    const threads = threadsFrom(context);
    if (!recipe || !threads) return 2;
    const { words, complain, backend } = context;
    const { dump: file } = context.arguments.values;
    if (file === undefined)
      return show(timed(recipe, chooseBackend(recipe, { ...runWish(context), threads })), recipe, context);
    const isElsewhere = backend !== null && backend !== 'auto' && backend !== 'cpu';
    const refused = isElsewhere
      ? words.command.dumpOnlyCpu(backend)
      : dumpProblem(recipe, file, words.command);
    if (refused) complain(refused);
    return refused ? 2 : showAndDump(recipe, file, threads, context);
  },
};

/** How many threads --threads asks for, as many as pay without it; null after its problem was printed. */
export function threadsFrom({ arguments: { values }, complain, words }: Context): Threads | null {
  const { threads = 'auto' } = values;
  if (threads === 'auto') return threads;
  const found = Number(threads);
  if (Number.isInteger(found) && found >= 1 && found <= MOST_THREADS) return found;
  complain(words.command.badThreads(threads, MOST_THREADS));
  return null;
}

const MOST_THREADS = 8;

/** The recipe that the flags describe, on top of a stored one where --recipe names it; null after its problems were printed. */
export async function recipeFrom(context: Context): Promise<Recipe | null> {
  const { recipe: stored, ...values } = context.arguments.values;
  const base = stored === undefined ? {} : await storedRecipe(stored, context);
  if (!base) return null;
  const flags: Record<string, unknown> = Object.fromEntries(
    Object.entries(values).filter(([name]) => name in recipeFlags),
  );
  if (typeof flags.vary === 'string') flags.vary = readVary(flags.vary);
  // A seed on the command line stands for the seeds of the stored recipe, and steps for its epochs.
  const { seeds, epochs, steps, ...rest } = base;
  const isTimed = 'steps' in flags || 'epochs' in flags;
  const { value, problems } = parseRecipe(
    { ...rest, ...('seed' in flags ? {} : { seeds }), ...(isTimed ? {} : { epochs, steps }), ...flags },
    context.words.problem,
  );
  for (const { message } of problems) context.complain(`--${message}`);
  return value;
}

async function storedRecipe(name: string, context: Context): Promise<Record<string, unknown> | null> {
  const { complain, words } = context;
  if (/\.ya?ml$|\.json$/.test(name)) {
    const { readRecipeFile } = await import('./recipe-file.ts');
    const { value, problem } = readRecipeFile(name, words.command);
    if (problem) complain(problem);
    return value;
  }
  const [lessonId = '', runId = ''] = name.split('/');
  const course = await context.course();
  const lesson = course?.lessons.find(({ id }) => id === lessonId);
  const recipe = lesson?.lab.runs[runId];
  if (!recipe) {
    const known =
      course?.lessons.flatMap(({ id, lab }) => Object.keys(lab.runs).map((each) => `${id}/${each}`)) ?? [];
    complain(words.command.noSuchRun(name, known));
    return null;
  }
  const { kind, given, seeds, vary } = recipe;
  const isVaried = vary.some((change) => Object.keys(change).length > 0);
  return { kind, ...given, seeds, ...(isVaried ? { vary } : {}) };
}

function show(events: Iterable<RunEvent>, recipe: Recipe, context: Context): Promise<ExitCode> {
  const isJson = context.arguments.switches.has('json');
  return isJson ? printEvents(events, context) : printLines(events, recipe, context);
}

/** Shows a run, and writes down beside it what an outside check needs. */
async function showAndDump(
  recipe: Recipe,
  file: string,
  threads: Threads,
  context: Context,
): Promise<ExitCode> {
  const dump = createDump(threads);
  let last: RunEvent | undefined;
  function* heard() {
    for (const event of timed(recipe, { ...processor, make: dump.make })) {
      last = event;
      yield event;
    }
  }
  const code = await show(heard(), recipe, context);
  // Without an end nothing is written: whoever read the output has left.
  if (last?.type !== 'finished') return code;
  const problem = writeDump(dump.of(last), file, context.words.command);
  if (problem) context.complain(problem);
  return problem ? 1 : code;
}

async function printEvents(events: Iterable<RunEvent>, { print, words }: Context): Promise<ExitCode> {
  for (const event of events) {
    if (!(await print(JSON.stringify(plainEvent(event, words))))) return 0;
    if (event.type === 'failed') return 1;
  }
  return 0;
}

async function printLines(events: Iterable<RunEvent>, recipe: Recipe, context: Context): Promise<ExitCode> {
  const { print, complain, words } = context;
  await print(recipeCommand(recipe));
  const tell = teller(words);
  for (const event of events) {
    for (const line of tell(event)) if (!(await print(line))) return 0;
    // A program that reads the lines has no use for an offer that is made once.
    if (event.type === 'finished' && process.stdout.isTTY)
      for (const line of offerLines(event, context)) await print(line);
    if (event.type === 'failed') {
      complain(words.screen.run.failed(event.failure));
      return 1;
    }
  }
  return 0;
}

/** The events of a run; what breaks it off is the last of them. */
function* timed(recipe: Recipe, backend: Backend): Generator<RunEvent, void, void> {
  const startedAt = performance.now();
  try {
    yield* runRecipe(recipe, () => (performance.now() - startedAt) / 1000, backend);
  } catch (error) {
    yield { type: 'failed', failure: failureOf(error) };
  }
}

/** An event as JSON says it: recipes flat, and without what only screens need. */
function plainEvent(event: RunEvent, words: Words): Record<string, unknown> {
  if (event.type === 'started') {
    return { type: 'started', recipe: flatRecipe(event.recipe), members: event.members };
  }
  if (event.type === 'placed') return { ...event, reason: reasonText(event.reason, words.backend) };
  if (event.type !== 'finished') return event;
  const { records: _, ...rest } = event;
  return { ...rest, reason: reasonText(event.reason, words.backend), recipe: flatRecipe(event.recipe) };
}

/** Turns events into lines: each member is heard at every tenth of its way, or only at its end where there are many. */
function teller({ command: say, chart, backend }: Words): (event: RunEvent) => readonly string[] {
  let members: readonly Member[] = [];
  const tenths = new Map<number, number>();
  const name = (index: number) => memberName(members[index], members.length > 1);
  return (event) => {
    switch (event.type) {
      case 'started':
        members = event.members;
        return [];
      case 'placed':
        // What it came to stands at the end; only a change on the way is said at once.
        return event.reason?.code === 'failed' ? [placementText(event, backend) ?? ''] : [];
      case 'measured': {
        const tenth = Math.floor((10 * event.step) / (members[event.member]?.steps || 1));
        const isHeard = members.length === 1 ? tenth > (tenths.get(event.member) ?? -1) : tenth === 10;
        tenths.set(event.member, tenth);
        if (!isHeard) return [];
        const { axis } = members[event.member] ?? {};
        const place = axis ? say.along(chart.axes[axis], event.step) : say.atStep(event.step);
        return [`${name(event.member)}${place}  ${pairs(event.values)}`];
      }
      case 'diverged':
        return [`${name(event.member)}${say.diverged(event.step)}`];
      case 'finished':
        return ['', runSentence(event, chart), '', ...finishedLines(event, { command: say, backend })];
      default:
        return [];
    }
  };
}

/** The measures of a finished run, one a line, and what it took. */
export function finishedLines(
  finished: Extract<RunEvent, { type: 'finished' }>,
  { command: say, backend }: Pick<Words, 'command' | 'backend'>,
): readonly string[] {
  const { measures, steps, seconds, hash } = finished;
  const placed = placementText(finished, backend);
  const lines = Object.entries(measures).map(
    ([name, value]) => `${name.padEnd(24)} ${summarize(value, say)}`,
  );
  return [...lines, say.finished(steps, seconds, hash), ...(placed === null ? [] : [placed])];
}

function memberName(member: Member | undefined, isNeeded: boolean): string {
  if (!member || !isNeeded) return '';
  const vary = Object.entries(member.vary).map(([key, value]) => `${key}=${value} `);
  return `${vary.join('')}seed=${member.seed}  `;
}

function pairs(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${formatNumber(value)}`)
    .join('  ');
}

function summarize(value: number | readonly number[], say: Words['command']): string {
  if (typeof value === 'number') return formatNumber(value);
  const range = `${formatNumber(Math.min(...value))} … ${formatNumber(Math.max(...value))}`;
  return `${formatNumber(median(value))}  (${range}, ${say.seedCount(value.length)})`;
}

function formatNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}
