import { repeatLines } from '../blocks/run.ts';
import { titleSection } from '../blocks/view.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import { proseLines } from '../layout/prose.ts';
import type { Reader } from '../reader.ts';
import type { Section } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useRunKeys } from './use-run-keys.ts';
import { useRunView } from './use-run-view.ts';

/** A run to watch, with what to look for before it and what it showed after. */
export function RunPane({ reader, startRun }: { reader: Reader; startRun: StartRun }) {
  const { step, stage, walk, setting, send, area, words } = reader;
  if (step.type !== 'run') throw new TypeError(`${step.id} is no run`);
  const recipe = walk.lesson.lab.runs[step.run];
  const watch = proseLines(step.watch, setting);
  const seen = stage.type === 'watched' ? proseLines(step.seen, setting) : [];
  const told = stage.type === 'watched' ? seen : watch;
  const size = {
    columns: area.columns,
    rows: Math.max(10, area.rows - told.length - (stage.type === 'watched' ? 3 : 1)),
  };
  const view = useRunView(startRun, size, {
    finished: () => send({ type: 'run-finished', grade: null }),
    stopped: () => send({ type: 'run-broken-off' }),
  });
  const isRunning = stage.type === 'running';
  const sections: readonly Section[] = [
    ...(view.run ? [] : [titleSection(words.screen.run.title)]),
    { lines: told },
    { lines: view.draw(size), mark: `run:${view.run ? 'on' : 'off'}` },
    {
      lines: stage.type === 'watched' ? repeatLines(walk.lesson, step.run, view.run?.recipe, setting) : [],
    },
  ];
  const sheet = useSheet(reader, sections, `${step.id} ${stage.type}`);
  const claims = stage.type === 'watched' ? marksInBlocks(step.seen, 'claim') : [];
  const check: readonly CommandName[] = claims.length > 0 ? ['check'] : [];
  const commands: readonly CommandName[] = isRunning
    ? view.commands
    : view.run
      ? ['onward', 'forward', 'back', ...check, ...view.commands]
      : ['run', 'onward', 'forward', 'back', ...check];
  const lab = useRunKeys(recipe);
  const restart = (how: 'again' | 'seed') => {
    send({ type: 'run-begun' });
    view.actions[how]?.('');
  };
  const active = usePaneKeys(
    isRunning ? 'running' : 'run',
    [...(isRunning ? [] : sheet.commands), ...commands, ...lab.commands],
    {
      ...sheet.actions,
      ...view.actions,
      ...lab.actions,
      again: () => restart('again'),
      seed: () => restart('seed'),
      run: () => {
        if (!recipe) return;
        send({ type: 'run-begun' });
        view.begin(recipe);
      },
      check: () => reader.check(claims),
      onward: () => send({ type: 'went-forward' }),
      forward: () => (sheet.isMore ? sheet.scrollPage(1) : send({ type: 'went-forward' })),
      back: () => send({ type: 'went-back' }),
    },
  );
  return <SheetScreen reader={reader} view={sheet} active={active} />;
}
