export const en = {
  /** Reports and errors of the command line. */
  command: {
    unknownFlag: (flag: string, nearest: string | null) =>
      `${flag} is not a flag here${nearest ? `; did you mean ${nearest}?` : '; --help lists those that are.'}`,
    flagNeedsValue: (flag: string) => `${flag} needs a value after it.`,
    unknownCommand: (name: string, known: readonly string[], nearest: string | null) =>
      `"${name}" is not a command${nearest ? `; did you mean "${nearest}"?` : ';'} Known are ${known.join(', ')}.`,
    unknownLanguage: (value: string) => `--lang: there is no language "${value}"; take en or ko.`,
    tooMany: (command: string, extra: string) =>
      `${command} does not take "${extra}"; --help shows what it takes.`,
    noSuchLesson: (id: string, known: readonly string[], nearest: string | null) =>
      `There is no lesson "${id}"${nearest ? `; did you mean "${nearest}"?` : ';'} Known are ${known.join(', ')}.`,
    noSuchRun: (name: string, known: readonly string[]) =>
      `--recipe: there is no run "${name}"; known are ${known.join(', ')}.`,
    unreadable: (file: string, reason: string) => `${file} cannot be read: ${reason}.`,
    courseFaults: (folder: string) =>
      `The course in ${folder} has the faults above; dl-tutor author check ${folder} lists them again.`,
    diverged: (step: number) =>
      `diverged at step ${step}: the loss is no longer a finite number. What came before is kept.`,
    atStep: (step: number) => `step ${String(step).padStart(6)}`,
    finished: (steps: number, seconds: number, hash: string) =>
      `${steps} steps in ${seconds.toFixed(2)} s  hash ${hash}`,
    verified: (claims: number, held: number, seconds: number) =>
      `${claims} claims, ${held} held${held < claims ? `, ${claims - held} FALSE` : ''}  (${seconds.toFixed(1)} s)`,
    lessonCounts: (minutes: number, questions: number, runs: number, claims: number) =>
      `${minutes} min, ${questions} questions, ${runs} runs, ${claims} claims`,
    lessonDone: 'done',
    lessonStarted: (seen: number, steps: number) => `${seen} of ${steps} steps`,
    lessonNew: 'not begun',
    authorUsage: 'author takes "check [DIR]": dl-tutor author check lessons.',
    checked: (lessons: number, problems: number) =>
      `${lessons} lesson${lessons === 1 ? '' : 's'}, ${problems === 0 ? 'no problems' : `${problems} problem${problems === 1 ? '' : 's'}`}`,
    predictionUndecided: (id: string, seeds: string) =>
      `The prediction ${id} has no single answer: its seeds fall to the options as ${seeds}; move the bins or take another measure.`,
    predictionClose: (id: string, margin: number) =>
      `The prediction ${id} is too close: one seed lies within ${(100 * margin).toFixed(1)} % of another answer; move the bins so that 5 % are left.`,
    storeWarning: (
      warning:
        | { readonly type: 'unwritable'; readonly folder: string }
        | { readonly type: 'snapshot-damaged'; readonly setAside: string }
        | { readonly type: 'journal-damaged'; readonly lines: number; readonly setAside: string },
    ) => {
      switch (warning.type) {
        case 'unwritable':
          return `${warning.folder} cannot be written: this time nothing will be remembered. --data-dir takes another folder.`;
        case 'snapshot-damaged':
          return `The saved progress was damaged and lies now in ${warning.setAside}; it was made again from the journal.`;
        case 'journal-damaged':
          return `${warning.lines} damaged lines of the journal were left out and lie now in ${warning.setAside}; the rest is kept.`;
      }
    },
    notATerminal: 'This is no terminal, so the tutor stays closed. In a terminal, run: dl-tutor',
    goOn: 'To go on from here: dl-tutor learn LESSON, dl-tutor run --help, dl-tutor verify',
    usage: 'Usage',
    commands: 'Commands',
    flags: 'Flags',
    summaries: {
      tutor: 'opens where you left off',
      learn: 'opens a lesson',
      run: 'trains a recipe without a screen of its own',
      verify: 'runs the claims of the course; exit 1 if one is false',
      lessons: 'the lessons of the course',
      progress: 'what you have done so far',
      author: 'check [DIR]: every fault of a course with file, line and column',
      doctor: 'what this machine and terminal can do',
    },
    flagSummaries: {
      lang: 'en or ko',
      course: 'a folder with a course of your own',
      'data-dir': 'where progress is kept (or DL_TUTOR_HOME)',
      json: 'reports as JSON',
      plain: 'plain text, no screen',
      ascii: 'only ASCII characters in charts',
      'no-color': 'no colour (or NO_COLOR)',
      help: 'this help',
      version: 'the version',
      recipe: 'a run of a lesson (LESSON/RUN) or a YAML file; further flags change it',
      seed: 'one seed',
      seeds: 'several: 1..20 or 1,2,5',
      vary: 'overlaid variants: net=2,4,8 or "batch=1 lr=0.05; batch=32"',
      kind: 'the experiment',
    },
  },
  /** Screens: footer, map, reader, runs, questions. */
  screen: {},
  /** Labels and sentences of charts. */
  chart: {},
  /** What is wrong with a recipe, a flag or a file, and what to do. */
  problem: {
    notAllowed: (key: string, value: string, allowed: string) =>
      `${key}: ${value} is not allowed; it must be ${allowed}.`,
    notOneOf: (key: string, value: string, known: readonly string[], nearest: string | null) =>
      `${key}: there is no "${value}"${nearest ? `; did you mean "${nearest}"?` : ';'} Known are ${known.join(', ')}.`,
    unknownKey: (key: string, kind: string, known: readonly string[], nearest: string | null) =>
      `${key}: a recipe of kind ${kind} has no such key${nearest ? `; did you mean "${nearest}"?` : ';'} It has ${known.join(', ')}.`,
    numberAbove: (above: string, to: string) => `a number above ${above} and at most ${to}`,
    numberFrom: (from: string, to: string) => `a number from ${from} to ${to}`,
    wholeFrom: (from: string, to: string) => `a whole number from ${from} to ${to}`,
    widths: (to: string, most: string) =>
      `widths of the hidden layers such as 16 or 16,16, each from 1 to ${to}, at most ${most} of them, or none`,
    badSeeds: (value: string) =>
      `seeds: ${value} is not allowed; write one seed (7), a list (1,2,5) or a rising range (1..20), each seed once, at most 1000 of them.`,
    badVary:
      'vary: name a key with the values that it takes, such as net=2,4,8, or whole variants, such as "batch=1 lr=0.05; batch=32".',
    lossDoesNotFit: (loss: string, data: string, fitting: readonly string[]) =>
      `loss: ${loss} does not fit the data ${data}; take ${fitting.join(' or ')}.`,
    batchTooLarge: (batch: number, n: number) =>
      `batch: ${batch} is not allowed; the data has ${n} rows, so it must be from 1 to ${n}.`,
    gdTakesAll: (batch: number, n: number) =>
      `batch: ${batch} does not go with opt gd, which takes all ${n} rows at every step; leave batch out or take opt sgd.`,
    stepsOrEpochs: 'epochs: give steps or epochs, not both.',
    fixedFeatures: (data: string, features: number) =>
      `features: the data ${data} always has ${features}; leave features out.`,
    onlyWith: (key: string, needed: string, found: string) =>
      `${key}: it goes only with ${needed}, and this recipe has ${found}.`,
  },
};
