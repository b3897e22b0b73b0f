import { useEffect } from 'react';
import type { Line, Size } from '../../charts/drawing.ts';
import { truncateText } from '../../charts/spans.ts';
import type { MemberRecord } from '../../training/events.ts';
import { gradePrediction, type Prediction } from '../../training/grade.ts';
import { choosingSections, expectedOf, gradedSections, optionText } from '../blocks/predict.ts';
import { repeatLines } from '../blocks/run.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import { type Reader, sectionsOf } from '../reader.ts';
import { footerLine, Screen, useDisplay } from '../screen.tsx';
import type { Section } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useRunKeys } from './use-run-keys.ts';
import { useRunView } from './use-run-view.ts';

type PredictPaneProps = { readonly reader: Reader; readonly startRun: StartRun };

/** A prediction: chosen, run, graded by the run. */
export function PredictPane({ reader, startRun }: PredictPaneProps) {
  return reader.stage.type === 'choosing' ? (
    <ChoosingPane reader={reader} />
  ) : (
    <ExperimentPane reader={reader} startRun={startRun} />
  );
}

function ChoosingPane({ reader }: { reader: Reader }) {
  const { step, stage, item, send } = reader;
  if (step.type !== 'predict' || stage.type !== 'choosing')
    throw new TypeError(`${step.id} is not to be chosen`);
  const sections = sectionsOf(reader, (each, setting) =>
    each.type === 'predict' ? choosingSections(each, stage, item, setting) : [],
  );
  const sheet = useSheet(reader, sections, step.id);
  const hint: readonly CommandName[] = item.hints < step.hints.length ? ['hint'] : [];
  const settled: readonly CommandName[] = item.outcome === 'skipped' ? ['forward'] : [];
  const active = usePaneKeys(
    'predict',
    [...sheet.commands, 'predict', ...settled, 'up', 'down', 'choose', ...hint, 'skip', 'back'],
    {
      ...sheet.actions,
      predict: () => send({ type: 'submitted' }),
      forward: () => send({ type: 'went-forward' }),
      back: () => send({ type: 'went-back' }),
      up: () => send({ type: 'cursor-moved', by: -1 }),
      down: () => send({ type: 'cursor-moved', by: 1 }),
      choose: (number) => send({ type: 'option-pointed', option: Number(number) - 1 }),
      hint: () => send({ type: 'hint-asked' }),
      skip: () => send({ type: 'skipped' }),
    },
  );
  return <SheetScreen reader={reader} view={sheet} active={active} />;
}

/** The run of a prediction, live, and then what it said. */
function ExperimentPane({ reader, startRun }: PredictPaneProps) {
  const display = useDisplay();
  const { step, stage, walk, setting, send, area, words } = reader;
  if (step.type !== 'predict') throw new TypeError(`${step.id} is no prediction`);
  const prediction = walk.lesson.lab.predictions[step.id];
  const size = { columns: area.columns, rows: area.rows - 2 };
  const view = useRunView(startRun, size, {
    finished: ({ records }) => {
      if (prediction) send({ type: 'run-finished', grade: gradeOf(prediction, records) });
    },
    stopped: () => send({ type: 'run-broken-off' }),
    expected: prediction && expectedOf(prediction, stage),
  });
  const begin = () => {
    const recipe = prediction && walk.lesson.lab.runs[prediction.run];
    if (recipe) view.begin(recipe);
  };
  const isRunning = stage.type === 'running';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the commitment starts the run, once
  useEffect(() => {
    if (isRunning) begin();
  }, []);
  const graded = sectionsOf(reader, (each, setting) =>
    each.type === 'predict' && stage.type === 'graded' ? gradedSections(each, stage.prediction, setting) : [],
  );
  const repeat = prediction ? repeatLines(walk.lesson, prediction.run, view.run?.recipe, setting) : [];
  const sheet = useSheet(reader, withChart(graded, view.draw, area, repeat), `${step.id} ${stage.type}`);
  const claims = marksInBlocks(step.seen, 'claim');
  const check: readonly CommandName[] = claims.length > 0 ? ['check'] : [];
  const lab = useRunKeys(
    prediction && walk.lesson.lab.runs[prediction.run],
    prediction && expectedOf(prediction, stage),
  );
  const again = (how: 'again' | 'seed') => {
    send({ type: 'run-begun' });
    if (view.run) view.actions[how]?.('');
    else begin();
  };
  const rest: readonly CommandName[] = view.run ? view.commands : ['again'];
  const active = usePaneKeys(
    isRunning ? 'running' : 'graded',
    [...(isRunning ? view.commands : [...sheet.commands, ...ONWARD, ...check, ...rest]), ...lab.commands],
    {
      ...sheet.actions,
      ...view.actions,
      ...lab.actions,
      again: () => again('again'),
      seed: () => again('seed'),
      check: () => reader.check(claims),
      onward: () => send({ type: 'went-forward' }),
      forward: () => (sheet.isMore ? sheet.scrollPage(1) : send({ type: 'went-forward' })),
      back: () => (sheet.offset > 0 ? sheet.scrollPage(-1) : send({ type: 'went-back' })),
    },
  );
  if (!isRunning) return <SheetScreen reader={reader} view={sheet} active={active} />;
  const said = words.screen.predict.chosen(optionText(step, stage.chosen ?? 0));
  const chosen: Line = [{ text: truncateText(said, area.columns), tone: 'muted' }];
  return (
    <Screen
      header={reader.header}
      body={[chosen, [], ...view.draw(size)]}
      footer={footerLine(active, display, area.columns)}
    />
  );
}

function gradeOf(prediction: Prediction, records: readonly MemberRecord[]) {
  const { option, observed, perOption } = gradePrediction(prediction, records);
  return { right: option, observed, perOption };
}

const ONWARD: readonly CommandName[] = ['onward', 'forward', 'back'];

/** Below this a chart says nothing; above that it takes room from the words. */
const LEAST_CHART = 9;
const MOST_CHART = 14;

/** The chart stays where it was, and shrinks to leave room for the verdict; where there is none, it comes last. */
function withChart(
  graded: readonly Section[],
  draw: (size: Size) => readonly Line[],
  area: Size,
  repeat: readonly Line[],
): readonly Section[] {
  const verdict = graded.slice(
    0,
    graded.findIndex(({ mark }) => mark === 'seen'),
  );
  const used = verdict.reduce((sum, { lines, joined }) => sum + lines.length + (joined ? 0 : 1), 0);
  const room = area.rows - used;
  const isRoomy = room >= LEAST_CHART;
  const rows = Math.min(MOST_CHART, isRoomy ? room : area.rows);
  const chart: Section = { lines: draw({ columns: area.columns, rows }) };
  return isRoomy ? [chart, ...graded, { lines: repeat }] : [...graded, chart, { lines: repeat }];
}
