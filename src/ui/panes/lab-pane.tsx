import { useContext, useEffect, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { canGoOn } from '../../session/lesson-walk.ts';
import type { RepairStage } from '../../session/repairing.ts';
import { commonFindings } from '../../training/diagnosis.ts';
import { besideBroken, changeOf, gradeRepair, type Setting } from '../../training/repair.ts';
import { changeText, findingSections, labSections } from '../blocks/lab.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import type { Reader } from '../reader.ts';
import type { Section } from '../sections.ts';
import { type CommandActions, ShellContext, usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useRunView } from './use-run-view.ts';

/** A run to be repaired: it trains live, its cause is named, and knobs are turned until it reaches its goal. */
export function LabPane({ reader, startRun }: { reader: Reader; startRun: StartRun }) {
  const { step, walk, send, words } = reader;
  const [isOwed, setOwed] = useState(false);
  const { openSandbox } = useContext(ShellContext);
  const { stage, view, sections, again } = useLab(reader, startRun);
  if (step.type !== 'lab') throw new TypeError(`${step.id} is no run to repair`);
  const isTrying = stage.type === 'trying';
  const isOver = stage.type === 'repaired' || stage.type === 'spent';
  const sheet = useSheet(reader, sections, `${step.id} ${stage.type}`);
  const claims = isOver ? marksInBlocks(step.seen, 'claim') : [];
  const goOn = () => {
    if (!canGoOn(walk)) setOwed(true);
    else if (isOver && sheet.isMore) sheet.scrollPage(1);
    else send({ type: 'went-forward' });
  };
  const idle: readonly CommandName[] = [
    ...sheet.commands,
    ...commandsOf(stage, reader),
    ...(claims.length > 0 ? (['check'] as const) : []),
    ...(view.isOn ? (['flatOut'] as const) : (['again'] as const)),
    'openSandbox',
  ];
  const active = usePaneKeys(
    isTrying ? 'running' : 'lab',
    isTrying ? [...view.commands.filter((command) => !ITS_OWN.has(command)), 'openSandbox'] : idle,
    {
      ...sheet.actions,
      ...view.actions,
      ...actionsOf(send),
      again,
      openSandbox: () => openSandbox(view.run?.recipe),
      check: () => reader.check(claims),
      onward: () => (canGoOn(walk) ? send({ type: 'went-forward' }) : setOwed(true)),
      forward: goOn,
    },
    () => {
      setOwed(false);
      return false;
    },
  );
  const notice: Line | null = isOwed ? [{ text: words.screen.reader.owed, tone: 'warn' }] : null;
  const offered = canGoOn(walk) ? active : active.filter((command) => command !== 'forward');
  return <SheetScreen reader={reader} view={sheet} active={offered} notice={notice} />;
}

/** The broken run, or a try beside it, on the monitor, and all that is told around it. */
function useLab({ step, stage: now, item, walk, setting, send, area }: Reader, startRun: StartRun) {
  const stage = now as RepairStage;
  const repair = walk.lesson.lab.labs[step.id];
  const broken = repair && walk.lesson.lab.runs[repair.run];
  if (step.type !== 'lab' || !repair || !broken) throw new TypeError(`${step.id} has no run to repair`);
  const size = { columns: area.columns, rows: chartRows(stage, area.rows) };
  const view = useRunView(startRun, size, {
    finished: ({ records }) => {
      if (stage.type === 'trying') send({ type: 'repair-run', result: gradeRepair(repair, records) });
    },
    stopped: () => send({ type: 'run-broken-off' }),
  });
  const attempt = (turned: Setting) => {
    const recipe = besideBroken(broken, changeOf(repair.knobs, turned));
    if (recipe) view.begin(recipe);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a try begins when it is decided on, and the broken run when its page is opened
  useEffect(() => {
    if (stage.type === 'trying') attempt(stage.setting);
    else if (!view.run && stage.type !== 'repaired') view.begin(broken);
  }, [stage.type]);
  const records = view.run?.finished?.records ?? [];
  const findings = stage.type === 'diagnosing' ? findingSections(commonFindings(records), setting) : [];
  const chart: Section = { lines: view.draw(size), mark: 'run' };
  const told = labSections(step, stage, item, repair, setting);
  const trial: readonly Section[] =
    stage.type === 'trying'
      ? [{ lines: [[{ text: changeText(repair, stage.setting), tone: 'accent', bold: true }]] }]
      : [];
  // The evidence stands before the causes, and the knobs before the monitor.
  const sections: readonly Section[] =
    stage.type === 'diagnosing'
      ? told.toSpliced(2, 0, chart, ...findings)
      : stage.type === 'repairing'
        ? [...told, chart]
        : [...trial, chart, ...told];
  return { stage, view, sections, again: () => view.begin(broken) };
}

/** What keys do to the stage. */
function actionsOf(send: Reader['send']): CommandActions {
  return {
    name: () => send({ type: 'submitted' }),
    tryIt: () => send({ type: 'submitted' }),
    runSolution: () => send({ type: 'submitted' }),
    up: () => send({ type: 'cursor-moved', by: -1 }),
    down: () => send({ type: 'cursor-moved', by: 1 }),
    less: () => send({ type: 'knob-turned', by: -1 }),
    more: () => send({ type: 'knob-turned', by: 1 }),
    choose: (number) => send({ type: 'option-pointed', option: Number(number) - 1 }),
    answer: () => send({ type: 'answer-asked' }),
    retune: () => send({ type: 'tried-again' }),
    skip: () => send({ type: 'skipped' }),
    back: () => send({ type: 'went-back' }),
  };
}

/** A try is about its own seeds, beside the broken run. */
const ITS_OWN: ReadonlySet<CommandName> = new Set(['seed', 'again', 'pause', 'resume', 'step']);

function commandsOf(stage: RepairStage, { item }: Reader): readonly CommandName[] {
  const answer: readonly CommandName[] = item.tries.length > 0 ? ['answer'] : [];
  const solution: readonly CommandName[] = (item.repairs ?? []).length > 0 ? ['answer'] : [];
  switch (stage.type) {
    case 'diagnosing':
      return ['name', 'up', 'down', 'choose', ...answer, 'skip', 'back', 'forward'];
    case 'repairing':
      return ['tryIt', 'less', 'more', 'up', 'down', ...solution, 'skip', 'back', 'forward'];
    case 'spent':
      return ['runSolution', 'onward', 'forward', 'back'];
    case 'repaired':
      return ['onward', 'forward', 'back', 'retune'];
    case 'trying':
      return [];
  }
}

/** The monitor shrinks where there is much to read, and fills the screen while a try is on. */
function chartRows(stage: RepairStage, rows: number): number {
  if (stage.type === 'trying') return Math.max(8, rows - 4);
  return Math.max(8, Math.min(14, rows - 10));
}
