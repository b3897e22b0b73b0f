import { backend, bench, gpu } from './en/backend.ts';
import { chart } from './en/chart.ts';
import { command } from './en/command.ts';
import { keyNames, keys } from './en/keys.ts';
import { labScreen } from './en/lab.ts';
import { claim, correction, predict, reader, run } from './en/lesson.ts';
import { contents, help, language, lookup, map, notes, settings, summary, tooSmall } from './en/map.ts';
import { problem } from './en/problem.ts';
import { open, question } from './en/questions.ts';
import { sandbox } from './en/sandbox.ts';
import { lab, trace } from './en/tasks.ts';

export const en = {
  command,
  backend,
  bench,
  gpu,
  /** Screens: footer, map, reader, runs, questions. */
  screen: {
    keys,
    keyNames,
    language,
    map,
    reader,
    predict,
    question,
    lab,
    trace,
    sandbox,
    bench: labScreen,
    open,
    correction,
    run,
    claim,
    notes,
    settings,
    contents,
    lookup,
    summary,
    help,
    tooSmall,
  },
  chart,
  problem,
};
