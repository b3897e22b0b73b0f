import { useRef, useState } from 'react';
import type { Line } from '../charts/drawing.ts';
import { shortenLine, textWidth } from '../charts/spans.ts';
import type { Lesson, LessonText, Step } from '../content/lesson.ts';
import type { Words } from '../i18n/languages.ts';
import { type Language, languages, otherLanguage } from '../i18n/languages.ts';
import type { Happened } from '../session/lesson-walk.ts';
import { currentItem, currentStage, type Walk, type WalkEvent, walkOn } from '../session/lesson-walk.ts';
import type { ItemProgress } from '../session/progress.ts';
import type { Stage } from '../session/stage.ts';
import type { BlockSetting } from './blocks/view.ts';
import { GUTTER, sectionsBeside } from './layout/beside.ts';
import { type Area, areaOf, type Display, MEASURE, spread } from './screen.tsx';
import type { Section } from './sections.ts';

/** A lesson that is being read: where the learner stands, in the language of the moment. */
export type Reader = {
  readonly walk: Walk;
  readonly step: Step;
  readonly stage: Stage;
  readonly item: ItemProgress;
  readonly text: LessonText;
  readonly setting: BlockSetting;
  readonly area: Area;
  readonly header: Line;
  /** The step in the other language, where that stands beside this one. */
  readonly other: { readonly step: Step; readonly setting: BlockSetting } | null;
  readonly words: Words;
  readonly send: (event: WalkEvent) => void;
  /** Runs claims, or a run that stands for itself, here and now. */
  readonly check: (claims: readonly string[], run?: string) => void;
};

/** Walks a lesson; what happens is handed on to be kept. */
export function useWalk(
  begin: () => Walk,
  keep: (happened: Happened) => void,
): readonly [Walk, (event: WalkEvent) => void] {
  const [walk, setWalk] = useState(begin);
  // Two keys can come before the screen is drawn again.
  const latest = useRef(walk);
  const send = (event: WalkEvent) => {
    const { walk: next, happened } = walkOn(latest.current, event);
    latest.current = next;
    for (const each of happened) keep(each);
    setWalk(next);
  };
  return [walk, send];
}

/** Puts together what the panes of a lesson need. */
export function readerOf(walk: Walk, display: Display, acts: Pick<Reader, 'send' | 'check'>): Reader {
  const { words, language, theme } = display;
  const lesson: Lesson = walk.lesson;
  const text = lesson.text[language];
  const area = areaOf(display);
  const step = text.steps[walk.index] ?? text.steps[0];
  if (!step) throw new RangeError(`${lesson.id} has no steps`);
  const away = otherLanguage(language);
  const other = lesson.text[away].steps[walk.index];
  const width = display.hasBoth ? Math.floor((area.columns - GUTTER) / 2) : area.columns;
  const setting: BlockSetting = {
    ...{ theme, lesson, sources: lesson.lab.sources, width: Math.min(width, MEASURE) },
    ...inLanguage(language),
  };
  return {
    walk,
    step,
    stage: currentStage(walk),
    item: currentItem(walk),
    text,
    setting,
    other: display.hasBoth && other ? { step: other, setting: { ...setting, ...inLanguage(away) } } : null,
    area,
    header: headerLine(text.title, walk, text.steps.length, area.columns, display),
    words,
    ...acts,
  };
}

/** The sections of a step; in both languages side by side where the learner wants them so. */
export function sectionsOf(
  { step, setting, other }: Reader,
  make: (step: Step, setting: BlockSetting) => readonly Section[],
): readonly Section[] {
  const own = make(step, setting);
  return other ? sectionsBeside(own, make(other.step, other.setting), setting.width) : own;
}

function inLanguage(language: Language) {
  return { language, words: languages[language].screen, chart: languages[language].chart };
}

/** From this width on the time that is left stands in the header. */
const ROOM_FOR_TIME = 70;

/** What is left of the minutes of a lesson, by its steps; the last step still takes one. */
function minutesLeft({ lesson, index }: Walk, steps: number): number {
  return Math.max(1, Math.round(lesson.minutes * (1 - index / steps)));
}

function headerLine(
  title: string,
  walk: Walk,
  steps: number,
  columns: number,
  { theme, words }: Display,
): Line {
  const place = ` ${words.screen.reader.place(walk.index + 1, steps)}`;
  const widest = theme.isSpoken ? 0 : Math.max(6, Math.min(24, Math.floor(columns / 4)));
  // Beside a long title the bar gives way, and then the end of the title: the place stays.
  const cells = textWidth(title + place) + widest + 2 <= columns ? widest : 0;
  const filled = Math.round(((walk.index + 1) / steps) * cells);
  const left = `   ${words.screen.reader.left(minutesLeft(walk, steps))}`;
  const hasRoom = textWidth(title) + cells + textWidth(place + left) + 2 <= columns;
  return spread(
    shortenLine([{ text: title, bold: true }], columns - textWidth(place) - 2, theme.marks.ellipsis),
    [
      { text: theme.marks.filled.repeat(filled), tone: 'accent' },
      { text: theme.marks.empty.repeat(cells - filled), tone: 'axis', dim: true },
      { text: columns >= ROOM_FOR_TIME && hasRoom ? place + left : place, tone: 'muted' },
    ],
    columns,
  );
}
