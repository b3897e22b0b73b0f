import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import type { Course, Lesson } from '../../content/lesson.ts';
import type { Progress } from '../../session/progress.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, type Display, footerLine, MEASURE, Screen, spread, useDisplay } from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import { useScroll } from '../use-scroll.ts';

export type MapScreenProps = {
  readonly course: Course;
  readonly progress: Progress;
  readonly onOpen: (lesson: string) => void;
};

/** The lessons of the course, with how far each has come; the question of the one under the cursor stands below it. */
export function MapScreen({ course, progress, onOpen }: MapScreenProps) {
  const display = useDisplay();
  const { words, language } = display;
  const area = areaOf(display);
  const { lessons } = course;
  const [cursor, setCursor] = useState(() => startOf(course, progress));
  const move = (to: number) => setCursor(Math.max(0, Math.min(lessons.length - 1, to)));
  const open = (index: number) => {
    const lesson = lessons[index];
    if (lesson) onOpen(lesson.id);
  };
  const active = usePaneKeys('map', ['open', 'up', 'down', 'choose'], {
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
  const done = lessons.filter(({ id }) => progress.lessons[id]?.finishedAt).length;
  return (
    <Screen
      header={spread(
        [{ text: course.title[language], bold: true }],
        [{ text: words.screen.map.done(done, lessons.length), tone: 'muted' }],
        width,
      )}
      body={sheet.lines.slice(view.offset, view.offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
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
  const missing = lesson.needs.filter((id) => !progress.lessons[id]?.finishedAt);
  const titles = missing.map(
    (id) => course.lessons.find((each) => each.id === id)?.text[language].title ?? id,
  );
  const below = isUnderCursor
    ? [
        ...wrap([{ text: text.hook, tone: 'accent' }], width - indent - 4),
        ...(titles.length > 0
          ? wrap([{ text: words.screen.map.after(titles.join(', ')), tone: 'muted' }], width - indent - 4)
          : []),
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
