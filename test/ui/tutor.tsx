import { EventEmitter } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import type { Course, Lesson } from '../../src/content/lesson.ts';
import type { Language } from '../../src/i18n/languages.ts';
import {
  applyProgress,
  emptyProgress,
  type Progress,
  type ProgressEvent,
} from '../../src/session/progress.ts';
import type { StoreWarning } from '../../src/store/store.ts';
import { type Backend, processor } from '../../src/training/backend.ts';
import { runRecipe } from '../../src/training/run.ts';
import { App } from '../../src/ui/app.tsx';
import type { Edited } from '../../src/ui/editor.ts';
import { type Capabilities, themeOf, withWanted } from '../../src/ui/theme.ts';
import type { StartRun } from '../../src/ui/use-run.ts';
import { lesson } from '../session/lesson.ts';

/** A course of these lessons. */
export function courseOf(lessons: readonly Lesson[]): Course {
  return { title: { en: 'Small course', ko: '작은 과정' }, lessons, glossary: [], interview: null };
}

const course = courseOf([lesson, { ...lesson, id: 'next', needs: ['small'] }]);

/** Trains in this thread, all at once, as soon as the caller has let go. */
const startRunOn =
  (backend: Backend): StartRun =>
  (recipe, { onEvents }) => {
    let isStopped = false;
    setImmediate(() => {
      if (!isStopped) onEvents([...runRecipe(recipe, () => 0.5, backend)]);
    });
    const nothing = () => {};
    return {
      pause: nothing,
      resume: nothing,
      step: nothing,
      setPace: nothing,
      setLook: nothing,
      branch: nothing,
      stop: () => {
        isStopped = true;
      },
    };
  };

type Options = {
  readonly columns?: number;
  readonly rows?: number;
  readonly progress?: Progress;
  readonly language?: Language;
  readonly startAt?: string;
  readonly warnings?: readonly StoreWarning[];
  readonly capabilities?: Capabilities;
  readonly course?: Course;
  readonly editText?: (text: string) => Edited;
  /** Where the runs of the sandbox are trained. */
  readonly ownBackend?: Backend;
};

/** The tutor on a screen of paper: keys go in, frames come out, and what is kept can be read. */
export function openTutor({
  columns = 80,
  rows = 24,
  progress = emptyProgress,
  capabilities,
  warnings = [],
  editText = () => ({ type: 'no-editor' }),
  ownBackend = processor,
  ...options
}: Options = {}) {
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: () => stdin,
    setEncoding: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
    resume: () => stdin,
    pause: () => stdin,
    read: (): string | null => waiting.shift() ?? null,
  });
  const waiting: string[] = [];
  let frame = '';
  let painted: ReadonlyMap<number, string> = new Map();
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    write: (text: string) => {
      if (text !== '') frame = text;
    },
  });
  const events: ProgressEvent[] = [];
  const store = {
    progress,
    warnings,
    record: (event: ProgressEvent) => {
      events.push(event);
      store.progress = applyProgress(store.progress, event);
      return store.progress;
    },
  };
  const notes = new Map<string, string>();
  let time = 0;
  let offers = 1;
  const ink = render(
    <App
      {...{ course, store, ...options }}
      startRun={startRunOn(processor)}
      startOwnRun={startRunOn(ownBackend)}
      themeFor={(wanted) =>
        themeOf(withWanted(capabilities ?? { colors: 'none', glyphs: 'braille' }, wanted))
      }
      now={() => ++time}
      window={stdout as unknown as NodeJS.WriteStream}
      setCursor={() => {}}
      setPainted={(rows) => {
        painted = rows;
      }}
      suspend={() => {}}
      onAnswer={() => {}}
      editText={editText}
      copy={() => {}}
      offersGpu={() => offers-- > 0}
      setSpoken={() => {}}
      saveNotes={(lesson, text) => {
        notes.set(lesson, text);
        return { file: `/notes/${lesson}.md` };
      }}
    />,
    {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout as unknown as NodeJS.WriteStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  /** Until nothing has been drawn for a while. */
  const settle = async () => {
    for (let quiet = 0, before = frame; quiet < QUIET_TURNS; quiet = frame === before ? quiet + 1 : 0) {
      before = frame;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    events,
    store,
    notes,
    ended: ink.waitUntilExit(),
    resize: async (size: { columns: number; rows: number }) => {
      Object.assign(stdout, size);
      stdout.emit('resize');
      await settle();
    },
    /** Types keys faster than anything is drawn, and gives the screen that follows. */
    type: async (...keys: readonly string[]) => {
      waiting.push(...keys);
      stdin.emit('readable');
      await settle();
      return screenOf(frame, painted);
    },
    /** Types keys one after the other and gives the screen that follows. */
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        waiting.push(key);
        stdin.emit('readable');
        await settle();
      }
      return screenOf(frame, painted);
    },
    screen: async () => {
      await settle();
      return screenOf(frame, painted);
    },
    close: () => ink.unmount(),
  };
}

const QUIET_TURNS = 12;

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const UP = '\u001b[A';
export const LEFT = '\u001b[D';
export const RIGHT = '\u001b[C';
export const TAB = '\t';
export const ESCAPE = '\u001b';

/** A frame as it is read: without styles, and without blanks at the ends of rows. */
function screenOf(frame: string, painted: ReadonlyMap<number, string>): string {
  return frame
    .split('\n')
    .map((row, i) => stripVTControlCharacters(painted.get(i) ?? row).trimEnd())
    .join('\n');
}
