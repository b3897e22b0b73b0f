import { Box, Text, useApp } from 'ink';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Course } from '../content/lesson.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { Progress, ProgressEvent } from '../session/progress.ts';
import type { SavedNotes } from '../store/notes.ts';
import type { StoreWarning } from '../store/store.ts';
import { type Cover, CoverScreen } from './cover.tsx';
import { CurrentScreen } from './current-screen.tsx';
import type { Edited } from './editor.ts';
import type { Cell } from './frames.ts';
import { firstPlace, type Place } from './place.ts';
import { BOTH_LEAST, type Display, DisplayProvider, LEAST } from './screen.tsx';
import { LabScreen } from './screens/lab-screen.tsx';
import { WarningScreen } from './screens/warning-screen.tsx';
import { type LabOrder, type Shell, ShellProvider } from './shell.ts';
import type { PaintedRows } from './terminal.ts';
import type { Theme, Wanted } from './theme.ts';
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
  /** The theme of the terminal with what the learner wants of it. */
  readonly themeFor: (wanted: Wanted) => Theme;
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
  /** Whether frames are told in lines for a screen reader. */
  readonly setSpoken: (isSpoken: boolean) => void;
  /** Has a text edited in the learner's own editor. */
  readonly editText: (text: string) => Edited;
  readonly saveNotes: (lesson: string, text: string) => SavedNotes;
  readonly copy: (text: string) => void;
};

/** The whole tutor. */
export function App(props: AppProps) {
  const { course, store, startRun, themeFor, now, setCursor, setPainted } = props;
  const { exit } = useApp();
  const [progress, setProgress] = useState(store.progress);
  const [place, setPlace] = useState<Place>(() => firstPlace({ ...props, progress }));
  const [language, setLanguage] = useState<Language>(props.language ?? progress.language ?? 'en');
  const [cover, setCover] = useState<Cover | null>(null);
  const [lab, setLab] = useState<LabOrder | null>(null);
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
    editText: props.editText,
    switchLanguage: () => chooseLanguage(language === 'en' ? 'ko' : 'en'),
    openHelp: (topic, active) => setCover({ type: 'help', topic, active }),
    openLookup: (scope) => setCover({ type: 'lookup', scope }),
    openSettings: () => setCover({ type: 'settings' }),
    openLab: setLab,
    copy: props.copy,
    ...(size.columns >= BOTH_LEAST ? { switchBoth: () => setWantsBoth(!wantsBoth) } : {}),
    leave: () => setPlace({ type: 'map' }),
    quit: () => exit(),
  };
  const hasBoth = wantsBoth && size.columns >= BOTH_LEAST && place.type === 'lesson';
  const words = languages[language];
  const { settings } = progress;
  // A wish of the learner changes the theme; nothing else does.
  const theme = useMemo(() => themeFor(settings), [themeFor, settings]);
  const { setSpoken } = props;
  useLayoutEffect(() => setSpoken(theme.isSpoken), [setSpoken, theme.isSpoken]);
  const display: Display = { theme, language, words, ...size, hasBoth, settings, setCursor, setPainted };
  const warning = store.warnings[told];
  const isTooSmall = size.columns < LEAST.columns || size.rows < LEAST.rows;
  const isLabCovered = cover !== null || warning !== undefined || isTooSmall;
  const isCovered = lab !== null || isLabCovered;
  return (
    <DisplayProvider value={display}>
      <ShellProvider value={shell}>
        <KeyProvider value={registry}>
          {/* Behind the help, or in a window too small for a while, a run goes on. */}
          <Layer {...{ isCovered, display }}>
            <CurrentScreen
              {...{ course, startRun, now, place, progress, record }}
              go={setPlace}
              onLanguage={chooseLanguage}
              saveNotes={props.saveNotes}
            />
          </Layer>
          {lab && (
            <Layer isCovered={isLabCovered} display={display}>
              <LabScreen {...lab} startRun={startRun} onClose={() => setLab(null)} />
            </Layer>
          )}
          {isTooSmall && <TooSmall display={display} />}
          {!isTooSmall && cover && (
            <CoverScreen
              {...{ cover, course, now, record }}
              onClose={() => setCover(null)}
              go={(lesson) => {
                setLab(null);
                setPlace({ type: 'lesson', lesson, visit: now() });
              }}
            />
          )}
          {!isTooSmall && warning && <WarningScreen warning={warning} onClose={() => setTold(told + 1)} />}
        </KeyProvider>
      </ShellProvider>
    </DisplayProvider>
  );
}

type LayerProps = { readonly isCovered: boolean; readonly display: Display; readonly children: ReactNode };

/** A screen that stays as it is while something else lies over it. */
function Layer({ isCovered, display, children }: LayerProps) {
  return (
    <Box display={isCovered ? 'none' : 'flex'}>
      <DisplayProvider value={isCovered ? { ...display, ...UNSEEN } : display}>{children}</DisplayProvider>
    </Box>
  );
}

/** A screen that is covered leaves the cursor and the painted rows to the one above it. */
const UNSEEN = { setCursor: () => {}, setPainted: () => {} };

function TooSmall({ display: { words, setPainted } }: { readonly display: Display }) {
  useLayoutEffect(() => setPainted(new Map()));
  return <Text>{words.screen.tooSmall(LEAST.columns, LEAST.rows)}</Text>;
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
