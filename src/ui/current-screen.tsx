import type { Language } from '../i18n/languages.ts';
import type { Progress, ProgressEvent } from '../session/progress.ts';
import type { AppProps } from './app.tsx';
import { type Place, pieceOf } from './place.ts';
import { useDisplay } from './screen.tsx';
import { LanguageScreen } from './screens/language-screen.tsx';
import { MapScreen } from './screens/map-screen.tsx';
import { ReaderScreen } from './screens/reader-screen.tsx';
import { SummaryScreen } from './screens/summary-screen.tsx';

type CurrentScreenProps = Pick<AppProps, 'course' | 'startRun' | 'now' | 'saveNotes'> & {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly progress: Progress;
  readonly record: (event: ProgressEvent) => void;
  readonly onLanguage: (language: Language) => void;
};

/** The screen of the place where the learner is. */
export function CurrentScreen({
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
  const { words } = useDisplay();
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
  if (!lesson)
    return (
      <MapScreen
        {...{ course, progress, now }}
        word={place.type === 'map' && place.isAfterPiece ? words.screen.map.sliceOver : ''}
        onOpen={open}
        onFiveMinutes={(id) => {
          const chosen = course.lessons.find((each) => each.id === id);
          if (chosen) go({ type: 'lesson', lesson: id, visit: now(), until: pieceOf(chosen, progress) });
        }}
      />
    );
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
      until={place.type === 'lesson' ? (place.until ?? null) : null}
      onPieceOver={() => go({ type: 'map', isAfterPiece: true })}
      onOver={() => {
        record({ at: now(), type: 'lesson-finished', lesson: lesson.id });
        go({ type: 'summary', lesson: lesson.id });
      }}
    />
  );
}
