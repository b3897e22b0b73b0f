import { render } from 'ink';
import type { Course } from '../content/lesson.ts';
import type { Language } from '../i18n/languages.ts';
import type { Store } from '../store/store.ts';
import type { BackendWish } from '../training/backend.ts';
import { startRun } from '../training/client.ts';
import { openGpuMemory } from '../training/speeds.ts';
import { App, type AppProps } from './app.tsx';
import { awayFrom } from './away.ts';
import { copyToClipboard, openTerminal } from './terminal.ts';
import { type TerminalChoice, themeOfTerminal } from './theme.ts';

export type TutorOptions = {
  readonly course: Course;
  readonly store: Pick<Store, 'progress' | 'record' | 'warnings'>;
  /** Asked for on the command line; without it, what the learner chose before. */
  readonly language?: Language | undefined;
  /** The lesson to open; without it, the place where the learner was. */
  readonly lessonId?: string | undefined;
  /** A recipe for the sandbox, where that is what is opened; null for the one that was run there last. */
  readonly sandbox?: AppProps['sandbox'];
  /** Where the runs of lessons are trained, and those of the learner's own. */
  readonly lessonWish: BackendWish;
  readonly ownWish: BackendWish;
  readonly terminal: TerminalChoice;
  readonly saveNotes: AppProps['saveNotes'];
};

/** Signals that end the program: the terminal is given back first. */
const ENDING = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

/** Opens the tutor on the terminal and gives it back as it was, however the tutor ends. */
export async function openTutor({
  course,
  store,
  language,
  lessonId,
  sandbox,
  lessonWish,
  ownWish,
  saveNotes,
  terminal: given,
}: TutorOptions): Promise<void> {
  const { stdin, stdout } = process;
  const terminal = openTerminal(stdout);
  const away = awayFrom(terminal, { stdin, env: given.env });
  terminal.enter();
  const ink = render(
    <App
      course={course}
      store={store}
      startRun={(recipe, options) => startRun(recipe, { ...options, wish: lessonWish })}
      startOwnRun={(recipe, options) => startRun(recipe, { ...options, wish: ownWish })}
      themeFor={(wanted) => themeOfTerminal(given, stdout, wanted)}
      language={language}
      startAt={lessonId}
      sandbox={sandbox}
      now={Date.now}
      window={terminal.stdout}
      setCursor={terminal.setCursor}
      setPainted={terminal.setPainted}
      setSpoken={terminal.setSpoken}
      onAnswer={terminal.hear}
      suspend={away.stop}
      editText={away.edit}
      saveNotes={saveNotes}
      offersGpu={() => openGpuMemory(ownWish.folder).offers()}
      copy={(text) => copyToClipboard(stdout, text)}
    />,
    // Whole frames go to the terminal, which writes the rows that changed, 30 times a second at most.
    { stdin, stdout: terminal.stdout, debug: true, exitOnCtrlC: false, patchConsole: false },
  );
  const close = () => {
    away.close();
    for (const signal of ENDING) process.off(signal, end);
    stdin.off('end', lose).off('error', lose);
    process.off('exit', terminal.leave);
    ink.unmount();
    terminal.leave();
  };
  const lose = () => {
    terminal.lose();
    ink.unmount();
  };
  const end = (signal: NodeJS.Signals) => {
    if (signal === 'SIGINT' && away.wasEditing()) return;
    close();
    // The default action follows, so that whoever started the program learns how it ended.
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.on(signal, end);
  stdin.once('end', lose).once('error', lose);
  process.once('exit', terminal.leave);
  try {
    await ink.waitUntilExit();
  } finally {
    close();
  }
}
