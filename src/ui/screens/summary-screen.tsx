import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import type { Course, Lesson, Step } from '../../content/lesson.ts';
import { emptyItem, type ItemProgress, type Progress } from '../../session/progress.ts';
import { areaOf, footerLine, Screen, useDisplay } from '../screen.tsx';
import { usePaneKeys } from '../shell.ts';

export type SummaryScreenProps = {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly progress: Progress;
  readonly onNext: (lesson: string) => void;
  readonly onMap: () => void;
  readonly onAgain: () => void;
};

/** What came of a lesson, and where to go from here. */
export function SummaryScreen({ course, lesson, progress, onNext, onMap, onAgain }: SummaryScreenProps) {
  const display = useDisplay();
  const { theme, words, language } = display;
  const area = areaOf(display);
  const say = words.screen.summary;
  const after = course.lessons.findIndex(({ id }) => id === lesson.id) + 1;
  // The lesson that follows, or the first that was passed over.
  const next =
    course.lessons[after] ??
    course.lessons.find(({ id }) => id !== lesson.id && !progress.lessons[id]?.finishedAt);
  const choices = [
    ...(next ? [{ text: say.next(next.text[language].title), go: () => onNext(next.id) }] : []),
    { text: say.back, go: onMap },
    { text: say.again, go: onAgain },
  ];
  const [cursor, setCursor] = useState(0);
  const active = usePaneKeys('summary', ['open', 'up', 'down', 'choose'], {
    open: () => choices[cursor]?.go(),
    up: () => setCursor(Math.max(0, cursor - 1)),
    down: () => setCursor(Math.min(choices.length - 1, cursor + 1)),
    choose: (number) => choices[Number(number) - 1]?.go(),
  });
  const options = choices.map(
    ({ text }, i): Line => [
      { text: i === cursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
      { text: `${i + 1} `, tone: 'accent' },
      { text, ...(i === cursor ? { bold: true } : {}) },
    ],
  );
  return (
    <Screen
      header={[{ text: lesson.text[language].title, bold: true }]}
      body={[
        [],
        [{ text: `${theme.marks.right} ${say.title}`, tone: 'good', bold: true }],
        [],
        ...resultLines(lesson, progress, say),
        ...(next ? [] : [[{ text: say.last, tone: 'muted' as const }], []]),
        ...options,
      ]}
      footer={footerLine(active, display, area.columns)}
    />
  );
}

type Say = ReturnType<typeof useDisplay>['words']['screen']['summary'];

function resultLines(lesson: Lesson, progress: Progress, say: Say): readonly Line[] {
  const { steps } = lesson.text.en;
  const items = progress.lessons[lesson.id]?.items ?? {};
  const of = (type: Step['type']) =>
    steps.filter((step) => step.type === type).map(({ id }) => items[id] ?? emptyItem);
  const line = (title: string, all: readonly ItemProgress[]): readonly Line[] => {
    if (all.length === 0) return [];
    const right = all.filter(({ outcome }) => outcome === 'right').length;
    const skipped = all.filter(({ outcome }) => outcome === 'skipped').length;
    const rest = say.skipped(skipped);
    return [
      [
        { text: `  ${title}: `, tone: 'muted' },
        { text: say.right(right, all.length) },
        { text: rest && `, ${rest}`, tone: 'muted' },
      ],
    ];
  };
  const points = steps.reduce((sum, step) => sum + (step.type === 'open' ? step.rubric.length : 0), 0);
  const ticked = of('open').reduce((sum, item) => sum + item.ticked.length, 0);
  const open: readonly Line[] =
    points > 0
      ? [[{ text: `  ${say.openQuestions}: `, tone: 'muted' }, { text: say.points(ticked, points) }]]
      : [];
  const lines = [
    ...line(say.predictions, of('predict')),
    ...line(say.asked, of('question')),
    ...line(say.repairs, of('lab')),
    ...line(say.traces, of('trace')),
    ...open,
  ];
  return lines.length > 0 ? [...lines, []] : [];
}
