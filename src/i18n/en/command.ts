/** Reports and errors of the command line. */
export const command = {
  unknownFlag: (flag: string, nearest: string | null) =>
    `${flag} is not a flag here${nearest ? `; did you mean ${nearest}?` : '; --help lists those that are.'}`,
  flagNeedsValue: (flag: string) => `${flag} needs a value after it.`,
  unknownCommand: (name: string, known: readonly string[], nearest: string | null) =>
    `"${name}" is not a command${nearest ? `; did you mean "${nearest}"?` : '.'} Known are ${known.join(', ')}.`,
  unknownLanguage: (value: string) => `--lang: there is no language "${value}"; take en or ko.`,
  tooMany: (command: string, extra: string) =>
    `${command} does not take "${extra}"; --help shows what it takes.`,
  noSuchLesson: (id: string, known: readonly string[], nearest: string | null) =>
    `There is no lesson "${id}"${nearest ? `; did you mean "${nearest}"?` : '.'} Known are ${known.join(', ')}.`,
  noSuchTerm: (name: string, near: readonly string[]) =>
    `The glossary has no "${name}"${near.length > 0 ? `; it has ${near.join(', ')}.` : '; dl-tutor glossary lists its terms.'}`,
  noSuchRun: (name: string, known: readonly string[]) =>
    `--recipe: there is no run "${name}"; known are ${known.join(', ')}.`,
  unreadable: (file: string, reason: string) => `${file} cannot be read: ${reason}.`,
  badThreads: (value: string, most: number) =>
    `--threads: ${value} is not allowed; it must be auto or a whole number from 1 to ${most}.`,
  dumpOnlyCpu: (backend: string) => `--dump writes down a run on the CPU; leave out --backend ${backend}.`,
  unwritable: (file: string, reason: string) => `--dump: ${file} cannot be written: ${reason}.`,
  dumpOnlyTrain: (kind: string) =>
    `--dump: only runs of kind train can be written down, and this recipe is of kind ${kind}.`,
  dumpTooLarge: (numbers: number, most: number) =>
    `--dump: the file would hold ${numbers.toLocaleString('en-US')} numbers, and ${most.toLocaleString('en-US')} are the most; take fewer steps, a smaller n or batch, or fewer seeds.`,
  noSuchFile: (file: string) =>
    `There is no file ${file}; --recipe takes a YAML or JSON file, or LESSON/RUN.`,
  brokenYaml: (place: string, reason: string) => `${place} is not YAML: ${reason}.`,
  notARecipe: (file: string) => `${file}:1:1 holds no recipe; write keys with values, such as data: xor.`,
  courseFaults: (folder: string) =>
    `The course in ${folder} has the faults above; dl-tutor author check ${folder} lists them again.`,
  diverged: (step: number) =>
    `diverged at step ${step}: the loss has grown beyond all bounds. What came before is kept.`,
  atStep: (step: number) => `step ${String(step).padStart(6)}`,
  along: (axis: string, at: number) => `${axis} ${String(at).padStart(3)}`,
  seedCount: (seeds: number) => `${seeds} seeds`,
  finished: (steps: number, seconds: number, hash: string) =>
    `${steps} steps in ${seconds.toFixed(2)} s  hash ${hash}`,
  verified: (claims: number, held: number, seconds: number) =>
    `${claims} claims, ${held} held${held < claims ? `, ${claims - held} FALSE` : ''}  (${seconds.toFixed(1)} s)`,
  lessonCounts: (minutes: number, questions: number, runs: number, claims: number) =>
    `${minutes} min, ${questions} questions, ${runs} runs, ${claims} claims`,
  termLesson: (title: string) => `in the lesson ${title}`,
  termCount: (terms: number) => `${terms} terms`,
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
  labNotBroken: (id: string) =>
    `The lab ${id} has nothing to repair: its run reaches the goal as it is; break it, or ask for more.`,
  labNotRepaired: (id: string) =>
    `The lab ${id} is not repaired by its solution: the goal is not reached; take another, or ask for less.`,
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
  sandboxClosed:
    'This is no terminal, so the sandbox stays closed. In a terminal, dl-tutor play opens it; here, this trains the recipe:',
  goOn: 'To go on from here: dl-tutor learn LESSON, dl-tutor run --help, dl-tutor verify',
  usage: 'Usage',
  commands: 'Commands',
  flags: 'Flags',
  summaries: {
    tutor: 'opens where you left off',
    learn: 'opens a lesson',
    run: 'trains a recipe without a screen of its own',
    play: 'the sandbox: a recipe of your own, changed key by key and run',
    verify: 'runs the claims of the course; exit 1 if one is false',
    lessons: 'the lessons of the course',
    progress: 'what you have done so far',
    glossary: 'what a term means, in both languages; without one, all terms',
    author: 'check [DIR]: every fault of a course with file, line and column',
    bench: 'every engine on this machine, side by side, as a chart',
    gpu: 'GPU support into the data folder, and out of it',
    doctor: 'what this machine and terminal can do',
  },
  flagSummaries: {
    lang: 'en or ko',
    course: 'a folder with a course of your own',
    'data-dir': 'where progress is kept (or DL_TUTOR_HOME)',
    json: 'reports as JSON',
    plain: 'plain text, no screen',
    backend: 'auto, cpu, gpu, gpujs-webasm or gpujs-cpu: where runs are trained',
    ascii: 'only ASCII characters in charts',
    'no-color': 'no colour (or NO_COLOR)',
    help: 'this help',
    version: 'the version',
    recipe: 'a run of a lesson (LESSON/RUN) or a YAML file; further flags change it',
    threads: 'auto | 1..8: threads to train on; the result is the same',
    dump: 'a JSON file for data, weights, batches and losses of the run (kind train)',
    seed: 'one seed',
    seeds: 'several: 1..20 or 1,2,5',
    vary: 'overlaid variants: net=2,4,8 or "batch=1 lr=0.05; batch=32"',
    kind: 'the experiment',
  },
};
