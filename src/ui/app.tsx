import { Text, useApp } from 'ink';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Course } from '../content/lesson.ts';
import { type Language, languages, otherLanguage } from '../i18n/languages.ts';
import type { Progress, ProgressEvent } from '../session/progress.ts';
import type { Settings } from '../session/settings.ts';
import type { SavedNotes } from '../store/notes.ts';
import type { StoreWarning } from '../store/store.ts';
import { type WrittenRecipe, writeRecipe } from '../training/written-recipe.ts';
import { type Cover, CoverScreen } from './cover.tsx';
import { CurrentScreen } from './current-screen.tsx';
import type { Edited } from './editor.ts';
import type { Cell } from './frames.ts';
import { Layers, nothingOver, type Over } from './layers.tsx';
import { firstPlace, type Place } from './place.ts';
import { BOTH_LEAST, type Display, DisplayProvider, LEAST } from './screen.tsx';
import { WarningScreen } from './screens/warning-screen.tsx';
import { type Shell, ShellProvider } from './shell.ts';
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
  /** Starts a run of a lesson; `startOwnRun` one of the learner's own. */
  readonly startRun: StartRun;
  readonly startOwnRun: StartRun;
  /** The theme of the terminal with what the learner wants of it. */
  readonly themeFor: (wanted: Wanted) => Theme;
  /** Asked for on the command line; it holds for this time only. */
  readonly language?: Language | undefined;
  /** The lesson to open; without one, the place where the learner was. */
  readonly startAt?: string | undefined;
  /** The recipe to open the sandbox with; null for the one that was run there last, left out for no sandbox. */
  readonly sandbox?: WrittenRecipe | null | undefined;
  readonly now: () => number;
  /** Its size, and the word that it has changed. */
  readonly window: Pick<NodeJS.WriteStream, 'columns' | 'rows' | 'on' | 'off'>;
  readonly setCursor: (cell: Cell | null) => void;
  readonly setPainted: (rows: PaintedRows) => void;
  /** The terminal has answered a question of ours. */
  readonly onAnswer: () => void;
  readonly suspend: () => void;
  /** Whether frames are told in lines for a screen reader. */
  readonly setSpoken: (isSpoken: boolean) => void;
  /** Has a text edited in the learner's own editor. */
  readonly editText: (text: string) => Edited;
  readonly saveNotes: (lesson: string, text: string) => SavedNotes;
  readonly copy: (text: string) => void;
  readonly offersGpu: () => boolean;
};

/** The whole tutor. */
export function App(props: AppProps) {
  const { course, store, startRun, startOwnRun, now, setCursor, setPainted } = props;
  const { exit } = useApp();
  const [progress, setProgress] = useState(store.progress);
  const [place, setPlace] = useState<Place>(() => firstPlace({ ...props, progress }));
  const [language, setLanguage] = useState<Language>(props.language ?? progress.language ?? 'en');
  const [cover, setCover] = useState<Cover | null>(null);
  const lastRecipe = () => progress.recipes.recent[0] ?? {};
  const [over, setOver] = useState<Over>(() =>
    props.sandbox === undefined ? nothingOver : { lab: null, sandbox: props.sandbox ?? lastRecipe() },
  );
  const [told, setTold] = useState(0);
  const [wantsBoth, setWantsBoth] = useState(false);
  const size = useSize(props.window);
  const registry = useMemo(createRegistry, []);
  const record = useCallback((event: ProgressEvent) => setProgress(store.record(event)), [store]);
  const chooseLanguage = (chosen: Language) => {
    setLanguage(chosen);
    record({ at: now(), type: 'language-chosen', language: chosen });
  };
  useKeyboard(registry, { 'ctrl+c': exit, 'ctrl+z': props.suspend }, props.onAnswer);
  const shell: Shell = {
    ...{ editText: props.editText, copy: props.copy, offersGpu: props.offersGpu },
    switchLanguage: () => chooseLanguage(otherLanguage(language)),
    openHelp: (topic, active) => setCover({ type: 'help', topic, active }),
    openLookup: (scope) => setCover({ type: 'lookup', scope }),
    openSettings: () => setCover({ type: 'settings' }),
    openLab: (lab) => setOver({ ...over, lab }),
    openSandbox: (recipe) => setOver({ lab: null, sandbox: recipe ? writeRecipe(recipe) : lastRecipe() }),
    ...(size.columns >= BOTH_LEAST ? { switchBoth: () => setWantsBoth(!wantsBoth) } : {}),
    leave: () => setPlace({ type: 'map' }),
    quit: () => exit(),
  };
  const hasBoth = wantsBoth && size.columns >= BOTH_LEAST && place.type === 'lesson';
  const words = languages[language];
  const { settings } = progress;
  const theme = useTheme(props, settings);
  const display: Display = { theme, language, words, ...size, hasBoth, settings, setCursor, setPainted };
  const warning = store.warnings[told];
  const isTooSmall = size.columns < LEAST.columns || size.rows < LEAST.rows;
  const isCovered = cover !== null || warning !== undefined || isTooSmall;
  return (
    <DisplayProvider value={display}>
      <ShellProvider value={shell}>
        <KeyProvider value={registry}>
          <Layers
            {...{ over, setOver, display, startRun, startOwnRun, record, now, isCovered }}
            kept={progress.recipes}
          >
            <CurrentScreen
              {...{ course, startRun, now, place, progress, record }}
              go={setPlace}
              onLanguage={chooseLanguage}
              saveNotes={props.saveNotes}
            />
          </Layers>
          {isTooSmall && <TooSmall display={display} />}
          {!isTooSmall && cover && (
            <CoverScreen
              {...{ cover, course, now, record }}
              onClose={() => setCover(null)}
              go={(lesson) => {
                setOver(nothingOver);
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

function TooSmall({ display: { words, setPainted } }: { readonly display: Display }) {
  useLayoutEffect(() => setPainted(new Map()));
  return <Text>{words.screen.tooSmall(LEAST.columns, LEAST.rows)}</Text>;
}

/** A wish of the learner changes the theme; nothing else does. */
function useTheme({ themeFor, setSpoken }: AppProps, settings: Settings): Theme {
  const theme = useMemo(() => themeFor(settings), [themeFor, settings]);
  useLayoutEffect(() => setSpoken(theme.isSpoken), [setSpoken, theme.isSpoken]);
  return theme;
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
