import { readFileSync } from 'node:fs';
import { commonFlags, readArguments } from './commands/arguments.ts';
import type { Command, Context, ExitCode } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { helpLines } from './commands/help.ts';
import type { Course } from './content/lesson.ts';
import { type Language, languages } from './i18n/languages.ts';
import { dataFolder } from './store/location.ts';
import { nearest } from './training/recipe.ts';

declare const __VERSION__: string;

const isClosed = watchOutput();
process.exitCode = await main(process.argv.slice(2), process.env);

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const name = args[0] !== undefined && !args[0].startsWith('-') ? args[0] : undefined;
  const command =
    name !== undefined && name in commands ? (commands[name as keyof typeof commands] as Command) : undefined;
  const flags = { ...commonFlags, ...command?.flags };
  const early = readArguments(args.slice(name === undefined ? 0 : 1), flags, languages.en.command).value;
  const folder = dataFolder(early.values['data-dir'], env);
  const language = await languageOf(early.values.lang, folder, env);
  const words = languages[language ?? 'en'];
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  const refuse = (line: string): ExitCode => {
    complain(line);
    return 2;
  };

  if (language === null) return refuse(words.command.unknownLanguage(early.values.lang ?? ''));
  if (name !== undefined && !command && name !== 'learn') {
    const known = ['learn', ...Object.keys(commands)];
    return refuse(words.command.unknownCommand(name, known, nearest(name, known)));
  }
  const { value, problem } = readArguments(args.slice(name === undefined ? 0 : 1), flags, words.command);
  if (problem) return refuse(problem);
  const context: Context = {
    arguments: value,
    language,
    words,
    dataFolder: folder,
    version: __VERSION__,
    env,
    print,
    complain,
    course: () => loadCourse(value.values.course, words, complain),
  };
  if (value.switches.has('version')) {
    await print(__VERSION__);
    return 0;
  }
  if (value.switches.has('help')) {
    for (const line of helpLines(name, words)) await print(line);
    return 0;
  }
  const most = command?.most ?? (name === 'learn' ? 1 : 0);
  const extra = value.positionals[most];
  if (extra !== undefined) return refuse(words.command.tooMany(name ?? 'dl-tutor', extra));
  return command ? command.run(context) : tutor(context);
}

/** Opens the screen where there is one; elsewhere says in plain text what there is and how to go on. */
async function tutor(context: Context): Promise<ExitCode> {
  const { arguments: given, words, complain, print: say } = context;
  const course = await context.course();
  if (!course) return 1;
  const [lessonId] = given.positionals;
  if (lessonId !== undefined && !course.lessons.some(({ id }) => id === lessonId)) {
    const known = course.lessons.map(({ id }) => id);
    complain(words.command.noSuchLesson(lessonId, known, nearest(lessonId, known)));
    return 2;
  }
  const isScreen =
    process.stdin.isTTY &&
    process.stdout.isTTY &&
    process.env.TERM !== 'dumb' &&
    !given.switches.has('plain');
  if (isScreen) return openScreen(course, lessonId, context);
  if (!given.switches.has('plain')) await say(words.command.notATerminal);
  await commands.lessons.run(context);
  await say(words.command.goOn);
  return 0;
}

async function openScreen(course: Course, lessonId: string | undefined, context: Context): Promise<ExitCode> {
  const { arguments: given, dataFolder: folder, env } = context;
  const [{ openTutor }, { openStore }] = await Promise.all([
    import('./ui/open-tutor.tsx'),
    import('./store/store.ts'),
  ]);
  const store = openStore(folder);
  await openTutor({
    course,
    store,
    language: given.values.lang === undefined ? undefined : context.language,
    lessonId,
    terminal: { env, isAscii: given.switches.has('ascii'), isColorless: given.switches.has('no-color') },
  });
  store.close();
  return 0;
}

/** The course that --course names, parsed with all its faults told; otherwise the bundled one, which was parsed when it was built. */
async function loadCourse(
  folder: string | undefined,
  words: Context['words'],
  complain: (line: string) => void,
): Promise<Course | null> {
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
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Language | null> {
  if (flag !== undefined) return flag in languages ? (flag as Language) : null;
  const { openStore } = await import('./store/store.ts');
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return openStore(folder).progress.language ?? (locale.startsWith('ko') ? 'ko' : 'en');
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
    if (error.code !== 'EPIPE') throw error;
    hasClosed = true;
  });
  return () => hasClosed;
}
