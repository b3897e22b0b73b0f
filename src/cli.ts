import { readFileSync } from 'node:fs';
import { type Arguments, commonFlags, readArguments } from './commands/arguments.ts';
import { lessonWish, offerLines, runWish } from './commands/backend-wish.ts';
import type { Command, Context, ExitCode } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { helpLines } from './commands/help.ts';
import { finishedLines, recipeFrom, threadsFrom } from './commands/run.ts';
import type { Course } from './content/lesson.ts';
import { type Language, languages, type Words } from './i18n/languages.ts';
import { dataFolder } from './store/location.ts';
import { backendNames, isBackend } from './training/placement.ts';
import { nearest, recipeCommand } from './training/recipe.ts';
import { writeRecipe } from './training/written-recipe.ts';
import type { TutorOptions } from './ui/open-tutor.tsx';

declare const __VERSION__: string;

const isClosed = watchOutput();
process.exitCode = await main(process.argv.slice(2), process.env);

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  // Read once with every flag there is: a flag may stand before the command, and tells the language of all complaints.
  const early = readArguments(args, { ...commonFlags, ...commands.run.flags }, languages.en.command).value;
  const name = early.positionals[0];
  const folder = dataFolder(early.values['data-dir'], env);
  const store = opener(folder);
  const language = await languageOf(early.values.lang, store, env);
  const words = languages[language ?? 'en'];
  const say = words.command;
  if (language === null) return refuse(say.unknownLanguage(early.values.lang ?? ''));
  const known = ['learn', ...Object.keys(commands)];
  if (name !== undefined && !known.includes(name))
    return refuse(say.unknownCommand(name, known, nearest(name, known)));

  const command: Command | undefined = commands[name as keyof typeof commands];
  const { value, problem } = readArguments(args, { ...commonFlags, ...command?.flags }, say);
  if (problem) return refuse(problem);
  const positionals = value.positionals.slice(1);
  const extra = positionals[command?.most ?? 1];
  if (extra !== undefined) return refuse(say.tooMany(name ?? 'dl-tutor', extra));
  if (value.switches.has('version')) return printAll([__VERSION__]);
  if (value.switches.has('help')) return printAll(helpLines(name, words));
  const backend = value.values.backend ?? null;
  if (backend !== null && !isBackend(backend)) return refuse(words.backend.unknown(backend, backendNames));
  const context: Context = {
    arguments: { ...value, positionals },
    ...{ language, words, dataFolder: folder, store, version: __VERSION__, env, print, complain, backend },
    course: () => loadCourse(value.values.course, words),
  };
  const isPlain = value.switches.has('json') || value.values.dump !== undefined;
  if (name === 'run' && isScreen(value) && !isPlain) return watch(context);
  if (name === 'play' && isScreen(value)) return openSandbox(context);
  return command ? command.run(context) : tutor(context);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function refuse(line: string): ExitCode {
  complain(line);
  return 2;
}

async function printAll(lines: readonly string[]): Promise<ExitCode> {
  for (const line of lines) if (!(await print(line))) break;
  return 0;
}

/** Opens the screen where there is one; elsewhere says in plain text what there is and how to go on. */
async function tutor(context: Context): Promise<ExitCode> {
  const { arguments: given, words } = context;
  const course = await context.course();
  if (!course) return 1;
  const [lessonId] = given.positionals;
  if (lessonId !== undefined && !course.lessons.some(({ id }) => id === lessonId)) {
    const known = course.lessons.map(({ id }) => id);
    return refuse(words.command.noSuchLesson(lessonId, known, nearest(lessonId, known)));
  }
  if (isScreen(given)) return openScreen(course, { lessonId, ...askedLanguage(context) }, context);
  if (!given.switches.has('plain')) await print(words.command.notATerminal);
  await commands.lessons.run(context);
  await print(words.command.goOn);
  return 0;
}

/** Opens the sandbox with the recipe that the flags describe, or without flags as it was left. */
async function openSandbox(context: Context): Promise<ExitCode> {
  const { values } = context.arguments;
  const isGiven = Object.keys(values).some((name) => Object.hasOwn(commands.play.flags, name));
  const recipe = await recipeFrom(context);
  if (!recipe) return 2;
  const course = await context.course();
  if (!course) return 1;
  const { language } = context;
  return openScreen(course, { sandbox: isGiven ? writeRecipe(recipe) : null, language }, context);
}

/** The language that was asked for; otherwise the learner's own holds, which may yet have to be chosen. */
function askedLanguage({ arguments: { values }, language }: Context) {
  return values.lang === undefined ? {} : { language };
}

async function openScreen(
  course: Course,
  opening: Pick<TutorOptions, 'lessonId' | 'sandbox' | 'language'>,
  context: Context,
): Promise<ExitCode> {
  const [{ openTutor }, { saveNotes }, store] = await Promise.all([
    import('./ui/open-tutor.tsx'),
    import('./store/notes.ts'),
    context.store(),
  ]);
  await openTutor({
    ...{ course, store, ...opening },
    lessonWish: lessonWish(context),
    ownWish: runWish(context),
    terminal: terminalOf(context),
    saveNotes: (lesson, text) => saveNotes(context.dataFolder, lesson, text),
  });
  store.close();
  return 0;
}

/** Trains a recipe under the eyes of whoever asked for it, and leaves its last picture and its measures. */
async function watch(context: Context): Promise<ExitCode> {
  const recipe = await recipeFrom(context);
  const threads = threadsFrom(context);
  if (!recipe || !threads) return 2;
  const { words } = context;
  const { watchRun } = await import('./ui/watch-run.ts');
  const wish = { ...runWish(context), threads };
  const finished = await watchRun(recipe, { terminal: terminalOf(context), words, wish });
  if (!finished) return 1;
  const last = [...finishedLines(finished, words), recipeCommand(recipe), ...offerLines(finished, context)];
  return printAll(['', ...last]);
}

function terminalOf({ env, arguments: { switches } }: Context) {
  return { env, isAscii: switches.has('ascii'), isColorless: switches.has('no-color') };
}

/** A terminal on both sides that can move its cursor, and nobody who asked for plain text. */
function isScreen({ switches }: Arguments): boolean {
  return (
    Boolean(process.stdin.isTTY && process.stdout.isTTY) &&
    process.env.TERM !== 'dumb' &&
    !switches.has('plain')
  );
}

/** The course that --course names, parsed with all its faults told; otherwise the bundled one, which was parsed when it was built. */
async function loadCourse(folder: string | undefined, words: Words): Promise<Course | null> {
  if (folder === undefined)
    return JSON.parse(readFileSync(new URL('./course.json', import.meta.url), 'utf8')) as Course;
  const { readCourse } = await import('./content/course.ts');
  const { value, problems } = readCourse(folder);
  for (const { file, line, column, message } of problems) complain(`${file}:${line}:${column} ${message}`);
  if (value && problems.length === 0) return value;
  complain(words.command.courseFaults(folder));
  return null;
}

/** --lang, then what the learner chose before, then what the system speaks; null where --lang names none. */
async function languageOf(
  flag: string | undefined,
  store: Context['store'],
  env: NodeJS.ProcessEnv,
): Promise<Language | null> {
  if (flag !== undefined) return Object.hasOwn(languages, flag) ? (flag as Language) : null;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return (await store()).progress.language ?? (locale.startsWith('ko') ? 'ko' : 'en');
}

/** Progress is opened when it is first asked for, and once: what was wrong with it is told only at that time. */
function opener(folder: string): Context['store'] {
  let store: ReturnType<Context['store']> | null = null;
  return () => {
    store ??= import('./store/store.ts').then(({ openStore }) => openStore(folder));
    return store;
  };
}

/** Resolves to false once the reader of standard output has gone, as `head` does: then all is over, quietly. */
async function print(line: string): Promise<boolean> {
  if (isClosed()) return false;
  const isRoomLeft = process.stdout.write(`${line}\n`);
  if (!isRoomLeft)
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve).once('close', resolve));
  return !isClosed();
}

function watchOutput(): () => boolean {
  let hasClosed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    hasClosed = true;
    // EPIPE: the reader has gone; EIO: the terminal has. Nobody is left to be told.
    if (error.code === 'EPIPE' || error.code === 'EIO') return;
    complain(error.message);
    process.exitCode = 1;
  });
  return () => hasClosed;
}
