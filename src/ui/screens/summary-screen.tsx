import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import type { Course, Lesson, Step } from '../../content/lesson.ts';
import { type Missed, missedIn } from '../../session/missed.ts';
import { notesOf } from '../../session/notes.ts';
import { emptyItem, type ItemProgress, type Progress } from '../../session/progress.ts';
import type { SavedNotes } from '../../store/notes.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, type Display, footerLine, MEASURE, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import { useScroll } from '../use-scroll.ts';

export type SummaryScreenProps = {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly progress: Progress;
  readonly onNext: (lesson: string) => void;
  readonly onMap: () => void;
  readonly onAgain: () => void;
  /** Back to a step of the lesson. */
  readonly onStep: (step: string) => void;
  readonly saveNotes: (lesson: string, text: string) => SavedNotes;
};

/** What came of a lesson, and where to go from here. */
export function SummaryScreen(props: SummaryScreenProps) {
  const { course, lesson, progress, onNext, onMap, onAgain } = props;
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
  const missed = missedIn(lesson, progress, language);
  const [cursor, setCursor] = useState(0);
  const [saved, setSaved] = useState<SavedNotes | null>(null);
  const last = choices.length + missed.length - 1;
  const open = () => {
    const step = missed[cursor - choices.length]?.step;
    if (step === undefined) choices[cursor]?.go();
    else props.onStep(step);
  };
  const active = usePaneKeys('summary', ['open', 'up', 'down', 'choose', 'saveNotes'], {
    saveNotes: () =>
      setSaved(props.saveNotes(lesson.id, notesOf(lesson, progress, language, words.screen.notes))),
    open,
    up: () => setCursor(Math.max(0, cursor - 1)),
    down: () => setCursor(Math.min(last, cursor + 1)),
    choose: (number) => choices[Number(number) - 1]?.go(),
  });
  const options = choices.map(
    ({ text }, i): Line => [
      { text: i === cursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
      { text: `${i + 1} `, tone: 'accent' },
      { text, ...(i === cursor ? { bold: true } : {}) },
    ],
  );
  const width = Math.min(area.columns, MEASURE);
  const sheet = sheetOf([
    { lines: [[], [{ text: `${theme.marks.right} ${say.title}`, tone: 'good', bold: true }]] },
    { lines: resultLines(lesson, progress, say) },
    ...(next ? [] : [{ lines: [[{ text: say.last, tone: 'muted' as const }]] }]),
    { lines: options, ...(cursor < choices.length ? { mark: `choice:${cursor}` } : {}) },
    ...(saved ? [{ lines: savedLines(saved, say, width), mark: 'saved' }] : []),
    ...(missed.length > 0 ? [{ lines: [[{ text: say.missed, tone: 'accent' as const, bold: true }]] }] : []),
    ...missed.map((each, i) => missedSection(each, i === cursor - choices.length, display, width)),
  ]);
  const { offset, below } = useScroll(sheet, `${lesson.id} ${language} ${area.columns}`, area.rows);
  return (
    <Screen
      header={[{ text: lesson.text[language].title, bold: true }]}
      body={sheet.lines.slice(offset, offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={moreNotice(below, display)}
    />
  );
}

function savedLines(saved: SavedNotes, say: Say, width: number): readonly Line[] {
  return 'file' in saved
    ? wrap([{ text: say.saved(saved.file), tone: 'good' }], width)
    : wrap([{ text: say.notSaved(saved.problem), tone: 'warn' }], width);
}

/** What did not go right, in a line; under the cursor whole, with its evidence. */
function missedSection(missed: Missed, isUnderCursor: boolean, { theme }: Display, width: number): Section {
  const { asked, evidence, outcome, step } = missed;
  const marks = { wrong: theme.marks.wrong, shown: theme.marks.shown, skipped: '-' };
  const lead: Line = [
    { text: isUnderCursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
    { text: `${marks[outcome]} `, tone: outcome === 'wrong' ? 'bad' : 'muted' },
  ];
  const lines = wrap([{ text: asked, ...(isUnderCursor ? { bold: true } : {}) }], width - 4);
  const [first = [], ...rest] = lines;
  const below = isUnderCursor ? [...rest, ...wrap([{ text: evidence, tone: 'muted' }], width - 4)] : [];
  return {
    lines: [[...lead, ...first], ...below.map((line): Line => [{ text: '    ' }, ...line])],
    joined: true,
    ...(isUnderCursor ? { mark: `missed:${step}` } : {}),
  };
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
  return lines;
}
