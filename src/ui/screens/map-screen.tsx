import { useContext, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import type { Course, Lesson } from '../../content/lesson.ts';
import { missedIn } from '../../session/missed.ts';
import type { Progress } from '../../session/progress.ts';
import { localDay, streakOf } from '../../session/streak.ts';
import { wrap } from '../layout/wrap.ts';
import {
  areaOf,
  type Display,
  footerLine,
  MEASURE,
  moreNotice,
  Screen,
  spread,
  useDisplay,
} from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { ShellContext, usePaneKeys } from '../shell.ts';
import { useScroll } from '../use-scroll.ts';

export type MapScreenProps = {
  readonly course: Course;
  readonly progress: Progress;
  readonly onOpen: (lesson: string) => void;
  /** A piece of about five minutes of a lesson. */
  readonly onFiveMinutes: (lesson: string) => void;
  readonly now: () => number;
  /** Said once, below the lessons. */
  readonly word: string;
};

/** The lessons of the course, with how far each has come; the question of the one under the cursor stands below it. */
export function MapScreen({ course, progress, onOpen, onFiveMinutes, now, word }: MapScreenProps) {
  const display = useDisplay();
  const { words, language } = display;
  const { openSandbox } = useContext(ShellContext);
  const area = areaOf(display);
  const { lessons } = course;
  const [cursor, setCursor] = useState(() => startOf(course, progress));
  const move = (to: number) => setCursor(Math.max(0, Math.min(lessons.length - 1, to)));
  const open = (index: number) => {
    const lesson = lessons[index];
    if (lesson) onOpen(lesson.id);
  };
  const active = usePaneKeys('map', ['open', 'fiveMinutes', 'openSandbox', 'up', 'down', 'choose'], {
    openSandbox: () => openSandbox(),
    fiveMinutes: () => {
      const lesson = lessons[cursor];
      if (lesson) onFiveMinutes(lesson.id);
    },
    open: () => open(cursor),
    up: () => move(cursor - 1),
    down: () => move(cursor + 1),
    choose: (number) => move(Number(number) - 1),
  });
  const width = Math.min(area.columns, MEASURE);
  const sections = lessons.flatMap((lesson, i) =>
    lessonSections(lesson, i, i === cursor, { course, progress, display, width }),
  );
  const sheet = sheetOf([{ lines: [[]] }, ...sections]);
  const view = useScroll(sheet, 'map', area.rows);
  const streak = words.screen.map.streak(streakOf(progress.active, now(), localDay));
  const done = lessons.filter(({ id }) => progress.lessons[id]?.finishedAt).length;
  return (
    <Screen
      header={spread(
        [{ text: course.title[language], bold: true }],
        [
          { text: streak === '' ? '' : `${streak}   `, tone: 'good' },
          { text: words.screen.map.done(done, lessons.length), tone: 'muted' },
        ],
        width,
      )}
      body={sheet.lines.slice(view.offset, view.offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={word === '' ? moreNotice(view.below, display) : [{ text: word, tone: 'good' }]}
    />
  );
}

type Context = {
  readonly course: Course;
  readonly progress: Progress;
  readonly display: Display;
  readonly width: number;
};

function lessonSections(
  lesson: Lesson,
  index: number,
  isUnderCursor: boolean,
  context: Context,
): readonly Section[] {
  const { course, progress, display, width } = context;
  const { theme, words, language } = display;
  const state = stateOf(lesson, progress);
  const { seen = [] } = progress.lessons[lesson.id] ?? {};
  const text = lesson.text[language];
  const tone = { done: 'good', begun: 'accent', fresh: 'muted' } as const;
  const share = state === 'begun' ? `${seen.length}/${text.steps.length}   ` : '';
  const left: Line = [
    { text: isUnderCursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
    { text: `${theme.marks[state]} `, tone: tone[state] },
    { text: `${index + 1}`.padStart(`${course.lessons.length}`.length), tone: 'muted' },
    { text: `  ${text.title}`, ...(isUnderCursor ? { bold: true } : {}) },
  ];
  const right: Line = [{ text: share + words.screen.map.minutes(lesson.minutes), tone: 'muted' }];
  const indent = textWidth(`  ${theme.marks[state]} ${course.lessons.length}  `);
  const below = isUnderCursor
    ? [
        ...wrap([{ text: text.hook, tone: 'accent' }], width - indent - 4),
        ...wrap([{ text: standing(lesson, context), tone: 'muted' }], width - indent - 4),
      ]
    : [];
  const isRoomy = course.lessons.length * 2 + 4 <= areaOf(display).rows;
  return [
    {
      lines: [
        spread(left, right, width),
        ...below.map((line): Line => [{ text: ' '.repeat(indent) }, ...line]),
      ],
      joined: !isRoomy || index === 0,
      ...(isUnderCursor ? { mark: `cursor:${index}` } : {}),
    },
  ];
}

/** How far a lesson has come, or what speaks for it now. */
function standing(lesson: Lesson, { course, progress, display }: Context): string {
  const { words, language } = display;
  const say = words.screen.map;
  const state = stateOf(lesson, progress);
  if (state === 'done') {
    const { length } = missedIn(lesson, progress, language);
    return length === 0 ? say.whole : say.again(length);
  }
  const { steps } = lesson.text[language];
  const at = steps.findIndex(({ id }) => id === progress.lessons[lesson.id]?.place?.step);
  if (state === 'begun')
    return say.here(at + 1, steps.length, Math.max(1, Math.round(lesson.minutes * (1 - at / steps.length))));
  const missing = lesson.needs.filter((id) => !progress.lessons[id]?.finishedAt);
  const titles = missing.map(
    (id) => course.lessons.find((each) => each.id === id)?.text[language].title ?? id,
  );
  return titles.length > 0 ? say.after(titles.join(', ')) : say.ready;
}

function stateOf({ id }: Lesson, progress: Progress): 'fresh' | 'begun' | 'done' {
  const lesson = progress.lessons[id];
  if (lesson?.finishedAt) return 'done';
  return lesson && lesson.seen.length > 0 ? 'begun' : 'fresh';
}

/** The lesson that was open last, or the first that is not done. */
function startOf({ lessons }: Course, progress: Progress): number {
  const last = lessons.findIndex(({ id }) => id === progress.lesson);
  if (last >= 0 && !progress.lessons[lessons[last]?.id ?? '']?.finishedAt) return last;
  return Math.max(
    0,
    lessons.findIndex(({ id }) => !progress.lessons[id]?.finishedAt),
  );
}
