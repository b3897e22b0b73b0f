import { canGoOn } from '../../session/lesson-walk.ts';
import { gradePrediction } from '../../training/grade.ts';
import { askedLine, choosingSections, gradedSections } from '../blocks/predict.ts';
import type { CommandName } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { footerLine, Screen, useDisplay } from '../screen.tsx';
import type { Section } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useRunView } from './use-run-view.ts';

/** Below this a chart says nothing. */
const LEAST_CHART = 9;

/** A prediction: chosen, run, graded by the run. */
export function PredictPane({ reader, startRun }: { reader: Reader; startRun: StartRun }) {
  const display = useDisplay();
  const { step, stage, item, walk, setting, send, area, words } = reader;
  if (step.type !== 'predict') throw new TypeError(`${step.id} is no prediction`);
  const prediction = walk.lesson.lab.predictions[step.id];
  const recipe = prediction && walk.lesson.lab.runs[prediction.run];
  const size = { columns: area.columns, rows: area.rows - 2 };
  const view = useRunView(startRun, size, {
    finished: ({ records }) => {
      if (!prediction) return;
      const { option, observed, perOption } = gradePrediction(prediction, records);
      send({ type: 'run-finished', grade: { right: option, observed, perOption } });
    },
    stopped: () => send({ type: 'run-broken-off' }),
  });
  const graded = stage.type === 'graded' ? gradedSections(step, stage.prediction, setting) : [];
  const sections: readonly Section[] =
    stage.type === 'choosing'
      ? choosingSections(step, stage, item, setting)
      : withChart(graded, view.draw, area);
  const sheet = useSheet(reader, sections, `${step.id} ${stage.type}`);
  const isRunning = stage.type === 'running';
  const commands: readonly CommandName[] =
    stage.type === 'choosing'
      ? [
          'predict',
          'up',
          'down',
          'choose',
          ...(item.hints < step.hints.length ? (['hint'] as const) : []),
          'skip',
          'back',
          'forward',
        ]
      : isRunning
        ? view.commands
        : ['forward', 'back', ...(view.run ? view.commands : (['again'] as const))];
  const begin = () => recipe && view.begin(recipe);
  const active = usePaneKeys(
    stage.type === 'choosing' ? 'predict' : isRunning ? 'running' : 'graded',
    [...commands, ...(isRunning ? [] : sheet.commands)],
    {
      ...sheet.actions,
      ...view.actions,
      again: () => {
        send({ type: 'run-begun' });
        if (view.run) view.actions.again?.('');
        else begin();
      },
      seed: () => {
        send({ type: 'run-begun' });
        view.actions.seed?.('');
      },
      predict: () => {
        send({ type: 'submitted' });
        begin();
      },
      forward: () => send({ type: 'went-forward' }),
      back: () => send({ type: 'went-back' }),
      up: () => send({ type: 'cursor-moved', by: -1 }),
      down: () => send({ type: 'cursor-moved', by: 1 }),
      choose: (number) => send({ type: 'option-pointed', option: Number(number) - 1 }),
      hint: () => send({ type: 'hint-asked' }),
      skip: () => send({ type: 'skipped' }),
    },
  );
  if (!isRunning) {
    const offered = canGoOn(walk) ? active : active.filter((command) => command !== 'forward');
    return <SheetScreen reader={reader} view={sheet} active={offered} />;
  }
  const asked = askedLine(step, stage.chosen ?? 0);
  return (
    <Screen
      header={reader.header}
      body={[[{ text: words.screen.predict.chosen(asked), tone: 'muted' }], [], ...view.draw(size)]}
      footer={footerLine(active, display, area.columns)}
    />
  );
}

/** The chart stands over the words where there is room for both, and after them where there is not. */
function withChart(
  sections: readonly Section[],
  draw: (size: { columns: number; rows: number }) => Section['lines'],
  area: { columns: number; rows: number },
): readonly Section[] {
  const used = sections.reduce((sum, { lines, joined }) => sum + lines.length + (joined ? 0 : 1), 0);
  const room = area.rows - used;
  const lines = draw({
    columns: area.columns,
    rows: Math.max(LEAST_CHART, room < LEAST_CHART ? Math.min(14, area.rows) : room),
  });
  return room >= LEAST_CHART ? [{ lines }, ...sections] : [...sections, { lines }];
}
