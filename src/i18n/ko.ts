import { backend, bench, gpu } from './ko/backend.ts';
import { chart } from './ko/chart.ts';
import { command } from './ko/command.ts';
import { keyNames, keys } from './ko/keys.ts';
import { labScreen } from './ko/lab.ts';
import { claim, correction, predict, reader, run } from './ko/lesson.ts';
import { contents, help, language, lookup, map, notes, settings, summary, tooSmall } from './ko/map.ts';
import { problem } from './ko/problem.ts';
import { open, question } from './ko/questions.ts';
import { sandbox } from './ko/sandbox.ts';
import { lab, trace } from './ko/tasks.ts';
import type { Words } from './languages.ts';

export const ko: Words = {
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
