import { Box, Text, useApp } from 'ink';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Course } from '../content/lesson.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { Progress, ProgressEvent } from '../session/progress.ts';
import type { SavedNotes } from '../store/notes.ts';
import type { StoreWarning } from '../store/store.ts';
import type { CommandName } from './keys.ts';
import { BOTH_LEAST, type Display, DisplayProvider, LEAST } from './screen.tsx';
import { HelpScreen } from './screens/help-screen.tsx';
import { LanguageScreen } from './screens/language-screen.tsx';
import { LookupScreen } from './screens/lookup-screen.tsx';
import { MapScreen } from './screens/map-screen.tsx';
import { ReaderScreen } from './screens/reader-screen.tsx';
import { SummaryScreen } from './screens/summary-screen.tsx';
import { WarningScreen } from './screens/warning-screen.tsx';
import { type HelpTopic, type LookupScope, type Shell, ShellProvider } from './shell.ts';
import type { Cell, PaintedRows } from './terminal.ts';
import type { Theme } from './theme.ts';
import { createRegistry, KeyProvider, useKeyboard } from './use-keys.ts';
import type { StartRun } from './use-run.ts';

/** Where progress is kept: every event gives what it comes to, with what other windows have added. */
export type ProgressStore = {
  readonly progress: Progress;
  readonly record: (event: ProgressEvent) => Progress;
  /** What the learner must be told of the disk; it may grow. */
  readonly warnings: readonly StoreWarning[];
};

export type AppProps = {
  readonly course: Course;
  readonly store: ProgressStore;
  readonly startRun: StartRun;
  readonly theme: Theme;
  /** Asked for on the command line; it holds for this time only. */
  readonly language?: Language | undefined;
  /** The lesson to open; without one, the place where the learner was. */
  readonly startAt?: string | undefined;
  readonly now: () => number;
  /** Its size, and the word that it has changed. */
  readonly window: Pick<NodeJS.WriteStream, 'columns' | 'rows' | 'on' | 'off'>;
  readonly setCursor: (cell: Cell | null) => void;
  readonly setPainted: (rows: PaintedRows) => void;
  readonly suspend: () => void;
  readonly saveNotes: (lesson: string, text: string) => SavedNotes;
};

type Place =
  | { readonly type: 'language' }
  | { readonly type: 'map' }
  | { readonly type: 'lesson'; readonly lesson: string; readonly visit: number }
  | { readonly type: 'summary'; readonly lesson: string };

type Help = { readonly topic: HelpTopic; readonly active: readonly CommandName[] };

/** The whole tutor. */
export function App(props: AppProps) {
  const { course, store, startRun, theme, now, setCursor, setPainted } = props;
  const { exit } = useApp();
  const [progress, setProgress] = useState(store.progress);
  const [place, setPlace] = useState<Place>(() => firstPlace(props));
  const [language, setLanguage] = useState<Language>(props.language ?? progress.language ?? 'en');
  const [help, setHelp] = useState<Help | null>(null);
  const [lookup, setLookup] = useState<LookupScope | null>(null);
  const [told, setTold] = useState(0);
  const [wantsBoth, setWantsBoth] = useState(false);
  const size = useSize(props.window);
  const registry = useMemo(createRegistry, []);
  const record = useCallback((event: ProgressEvent) => setProgress(store.record(event)), [store]);
  const chooseLanguage = (chosen: Language) => {
    setLanguage(chosen);
    record({ at: now(), type: 'language-chosen', language: chosen });
  };
  useKeyboard(registry, (key) => {
    if (key === 'ctrl+c') exit();
    else if (key === 'ctrl+z') props.suspend();
    else return false;
    return true;
  });
  const shell: Shell = {
    switchLanguage: () => chooseLanguage(language === 'en' ? 'ko' : 'en'),
    openHelp: (topic, active) => setHelp({ topic, active }),
    openLookup: setLookup,
    ...(size.columns >= BOTH_LEAST ? { switchBoth: () => setWantsBoth(!wantsBoth) } : {}),
    leave: () => setPlace({ type: 'map' }),
    quit: () => exit(),
  };
  const hasBoth = wantsBoth && size.columns >= BOTH_LEAST && place.type === 'lesson';
  const words = languages[language];
  const display: Display = { theme, language, words, ...size, hasBoth, setCursor, setPainted };
  const warning = store.warnings[told];
  const isTooSmall = size.columns < LEAST.columns || size.rows < LEAST.rows;
  const isCovered = help !== null || lookup !== null || warning !== undefined || isTooSmall;
  return (
    <DisplayProvider value={display}>
      <ShellProvider value={shell}>
        <KeyProvider value={registry}>
          {/* Behind the help, or in a window too small for a while, a run goes on. */}
          <Box display={isCovered ? 'none' : 'flex'}>
            <DisplayProvider value={isCovered ? { ...display, ...UNSEEN } : display}>
              <CurrentScreen
                place={place}
                go={setPlace}
                progress={progress}
                record={record}
                onLanguage={chooseLanguage}
                {...{ course, startRun, now }}
                saveNotes={props.saveNotes}
              />
            </DisplayProvider>
          </Box>
          {isTooSmall && <TooSmall display={display} />}
          {!isTooSmall && lookup && (
            <LookupScreen
              {...{ course, scope: lookup }}
              onClose={() => setLookup(null)}
              onOpen={({ lesson, step, block }) => {
                setLookup(null);
                if (step !== null) record({ at: now(), type: 'place-reached', lesson, step, block });
                setPlace({ type: 'lesson', lesson, visit: now() });
              }}
            />
          )}
          {!isTooSmall && help && <HelpScreen {...help} onClose={() => setHelp(null)} />}
          {!isTooSmall && warning && <WarningScreen warning={warning} onClose={() => setTold(told + 1)} />}
        </KeyProvider>
      </ShellProvider>
    </DisplayProvider>
  );
}

/** A screen that is covered leaves the cursor and the painted rows to the one above it. */
const UNSEEN = { setCursor: () => {}, setPainted: () => {} };

function TooSmall({ display: { words, setPainted } }: { readonly display: Display }) {
  useLayoutEffect(() => setPainted(new Map()));
  return <Text>{words.screen.tooSmall(LEAST.columns, LEAST.rows)}</Text>;
}

type CurrentScreenProps = Pick<AppProps, 'course' | 'startRun' | 'now' | 'saveNotes'> & {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly progress: Progress;
  readonly record: (event: ProgressEvent) => void;
  readonly onLanguage: (language: Language) => void;
};

function CurrentScreen({
  place,
  go,
  course,
  progress,
  record,
  startRun,
  now,
  onLanguage,
  saveNotes,
}: CurrentScreenProps) {
  const open = (lesson: string) => go({ type: 'lesson', lesson, visit: now() });
  const toMap = () => go({ type: 'map' });
  const lesson = 'lesson' in place ? course.lessons.find(({ id }) => id === place.lesson) : undefined;
  if (place.type === 'language')
    return (
      <LanguageScreen
        onChoose={(language) => {
          onLanguage(language);
          toMap();
        }}
      />
    );
  if (!lesson) return <MapScreen course={course} progress={progress} onOpen={open} />;
  if (place.type === 'summary')
    return (
      <SummaryScreen
        {...{ course, lesson, progress, saveNotes }}
        onNext={open}
        onStep={(step) => {
          record({ at: now(), type: 'place-reached', lesson: lesson.id, step, block: 0 });
          open(lesson.id);
        }}
        onMap={toMap}
        onAgain={() => {
          const [first] = lesson.text.en.steps;
          if (first)
            record({ at: now(), type: 'place-reached', lesson: lesson.id, step: first.id, block: 0 });
          open(lesson.id);
        }}
      />
    );
  return (
    <ReaderScreen
      key={`${lesson.id} ${place.type === 'lesson' ? place.visit : 0}`}
      {...{ lesson, progress, record, startRun, now }}
      onOver={() => {
        record({ at: now(), type: 'lesson-finished', lesson: lesson.id });
        go({ type: 'summary', lesson: lesson.id });
      }}
    />
  );
}

function firstPlace({ store: { progress }, startAt, language }: AppProps): Place {
  if (startAt !== undefined) return { type: 'lesson', lesson: startAt, visit: 0 };
  if (progress.language === null && language === undefined) return { type: 'language' };
  const last = progress.lesson === null ? undefined : progress.lessons[progress.lesson];
  // A lesson that was left in the middle is taken up again at once.
  return progress.lesson !== null && last && last.finishedAt === null
    ? { type: 'lesson', lesson: progress.lesson, visit: 0 }
    : { type: 'map' };
}

function useSize(window: AppProps['window']) {
  const read = useCallback(() => ({ columns: window.columns, rows: window.rows }), [window]);
  const [size, setSize] = useState(read);
  useEffect(() => {
    const resized = () => setSize(read());
    window.on('resize', resized);
    return () => void window.off('resize', resized);
  }, [window, read]);
  return size;
}
