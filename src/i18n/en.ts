export const en = {
  /** Reports and errors of the command line. */
  command: {
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
  },
  /** Where training steps are taken. */
  backend: {
    names: {
      cpu: 'CPU',
      gpu: 'GPU',
      'gpujs-webasm': 'gpu.js on WebAssembly',
      'gpujs-cpu': 'gpu.js on plain JavaScript',
    },
    /** `by` says what plays the steps, and on a GPU its name. */
    on: (name: string, by: string) => `trained on ${name} (${by})`,
    bits: 'its bits may differ from those of the CPU',
    reasons: {
      small: 'the net or the run is too small for a GPU to win',
      key: (key: string, value: string) => `a GPU does not take ${key} ${value}`,
      missing: 'the package webgpu is not installed; dl-tutor gpu add fetches it',
      noAdapter: (detail: string) => `no GPU answered: ${detail}`,
      measured: (cpu: string, gpu: string) => `measured steps a second: CPU ${cpu}, GPU ${gpu}`,
      failed: (detail: string) => `the GPU failed (${detail}); the CPU took over, and nothing is lost`,
    },
    unknown: (name: string, known: readonly string[]) =>
      `There is no backend ${name}; --backend takes ${known.join(', ')}.`,
    offer: 'A GPU might train a net of this size faster: dl-tutor gpu add says more. This is not said again.',
  },
  /** Engines side by side. */
  bench: {
    setting:
      'Training steps a second: 64 inputs, two hidden layers of ReLU of this width, 10 classes, batch 128, Adam.',
    engines: {
      kernels: 'kernels, 1 thread',
      'kernels-2': 'kernels, 2 threads',
      gpu: 'gpu.js on WebGPU',
      'gpujs-webasm': 'gpu.js on WebAssembly',
      'gpujs-cpu': 'gpu.js on plain JavaScript',
    },
    rate: (rate: string) => `${rate} steps/s`,
    leftOut: 'and wider nets: left out, too slow',
    absent: (reason: string) => `absent: ${reason}`,
    width: 'width, as a power of two',
    rateAxis: 'steps/s',
    leader: (width: number, engine: string) => `width ${String(width).padStart(4)}: ${engine} leads`,
  },
  /** GPU support. */
  gpu: {
    usage: 'gpu takes "add" or "remove": dl-tutor gpu add.',
    adding: (version: string, download: number, disk: number, folder: string) =>
      `webgpu ${version}: ${download} MB are fetched by npm and take ${disk} MB in ${folder} ...`,
    notAdded: (reason: string) =>
      `npm could not fetch it (${reason}); training goes on without it, on the CPU.`,
    answers: (adapter: string) =>
      `A GPU answers: ${adapter}. Runs large enough to gain from it now use it by themselves; dl-tutor bench shows from which width on.`,
    silent: (reason: string) =>
      `It is installed, but no GPU answers (${reason}); training goes on on the CPU. dl-tutor gpu remove takes it away again.`,
    removed: (folder: string) => `GPU support is gone from ${folder}.`,
    nothing: (folder: string) => `There is no GPU support in ${folder}.`,
  },
  /** Screens: footer, map, reader, runs, questions. */
  screen: {
    /** Short names stand in the footer, long ones in the help. */
    keys: {
      forward: { short: 'next', long: 'go on' },
      onward: { short: 'next', long: 'go on, without what is further down' },
      back: { short: 'back', long: 'go back' },
      up: { short: 'up', long: 'up' },
      down: { short: 'down', long: 'down' },
      choose: { short: 'choose', long: 'choose an option by its number' },
      open: { short: 'open', long: 'open the lesson' },
      openLab: { short: 'lab', long: 'open this run in the lab' },
      epoch: { short: 'one epoch', long: 'to the end of the epoch, while paused' },
      earlier: { short: 'earlier', long: 'back in time, by a hundredth of the run' },
      later: { short: 'later', long: 'forward in time' },
      muchEarlier: { short: 'much earlier', long: 'back in time, by a tenth of the run' },
      muchLater: { short: 'much later', long: 'forward in time, by a tenth of the run' },
      present: { short: 'now', long: 'back to the present' },
      branch: {
        short: 'branch',
        long: 'go on from the step that is shown with other settings, beside this run',
      },
      change: {
        short: 'change',
        long: 'change a setting from the step that is shown on, in place of this run',
      },
      apply: { short: 'go on with it', long: 'train on with these settings' },
      member: { short: 'other run', long: 'show another variant or branch' },
      pin: { short: 'pin', long: 'keep these curves to compare with, or let go of them' },
      copy: { short: 'copy', long: 'copy the command line that repeats this run' },
      openSandbox: { short: 'sandbox', long: 'the sandbox: any recipe, changed as you like' },
      typeValue: { short: 'type', long: 'type the value' },
      accept: { short: 'done', long: 'done with typing' },
      clear: { short: 'default', long: 'back to what holds where nothing is said' },
      undo: { short: 'undo', long: 'undo the last change' },
      recipes: { short: 'recipes', long: 'recipes to begin with, saved ones and recent ones' },
      load: { short: 'take it', long: 'take this recipe' },
      saveRecipe: { short: 'save', long: 'save this recipe under a name' },
      nextGroup: { short: 'next group', long: 'to the next group of keys' },
      groupBefore: { short: 'group before', long: 'to the group of keys before' },
      closeLab: { short: 'back', long: 'back to where you were' },
      openHit: { short: 'go there', long: 'go to the place in the lesson' },
      closeLookup: { short: 'close', long: 'back to where you were' },
      fiveMinutes: { short: 'five minutes', long: 'a piece of about five minutes, from where you are' },
      settings: { short: 'settings', long: 'language, colours, characters, pace, motion' },
      nextValue: { short: 'change', long: 'the next value' },
      valueBefore: { short: 'back', long: 'the value before' },
      saveNotes: { short: 'save notes', long: 'write your notes of this lesson to a Markdown file' },
      lookUp: { short: 'search', long: 'search lessons and glossary' },
      terms: { short: 'terms', long: 'the glossary, in both languages' },
      contents: { short: 'contents', long: 'the contents of this lesson' },
      bothLanguages: { short: 'both languages', long: 'English and Korean side by side' },
      submit: { short: 'answer', long: 'give this answer' },
      predict: { short: 'predict', long: 'commit to this prediction and run the experiment' },
      name: { short: 'name the cause', long: 'name this as the cause' },
      tryIt: { short: 'try', long: 'run it with these knobs; it counts as a try' },
      runSolution: { short: 'run the solution', long: 'run it with the knobs of the solution' },
      less: { short: 'less', long: 'the value before, of this knob' },
      more: { short: 'turn', long: 'the next value of this knob' },
      retune: { short: 'other knobs', long: 'turn the knobs again' },
      nextNumber: { short: 'next', long: 'the next number' },
      lastNumber: { short: 'back', long: 'the number before' },
      nextBlank: { short: 'next blank', long: 'the next number to fill in' },
      toEnd: { short: 'to the end', long: 'past all numbers, to what closes the step' },
      nextCell: { short: 'next cell', long: 'the next cell to fill' },
      toggle: { short: 'mark', long: 'mark or unmark an option' },
      hold: { short: 'pick up', long: 'pick up an option, to move it' },
      drop: { short: 'put down', long: 'put the option down here' },
      tick: { short: 'tick', long: 'tick what your answer had' },
      hint: { short: 'hint', long: 'the next hint' },
      answer: { short: 'see answer', long: 'see the answer, after a try' },
      retry: { short: 'try again', long: 'try again' },
      rewrite: { short: 'edit', long: 'go back to your answer' },
      compare: { short: 'compare', long: 'compare with a model answer' },
      newline: { short: 'new line', long: 'begin a new line' },
      editor: { short: 'editor', long: 'write in your own editor, the one that VISUAL or EDITOR names' },
      stopTyping: { short: 'keys', long: 'stop typing, so that letters are keys again' },
      startTyping: { short: 'write', long: 'write' },
      skip: { short: 'skip', long: 'skip this step; it is kept as skipped' },
      check: { short: 'run the claim', long: 'run the claim marked on this page, here and now' },
      evidence: { short: 'run the evidence', long: 'run the experiment behind this, here and now' },
      run: { short: 'run', long: 'run the experiment' },
      pause: { short: 'pause', long: 'pause or go on' },
      resume: { short: 'go on', long: 'pause or go on' },
      step: { short: 'one step', long: 'one training step, while paused' },
      stop: { short: 'stop', long: 'stop the run' },
      again: { short: 'again', long: 'run it again with the same seeds' },
      seed: { short: 'other seeds', long: 'run it again with other seeds' },
      faster: { short: 'faster', long: 'faster' },
      slower: { short: 'slower', long: 'slower' },
      flatOut: { short: 'flat out', long: 'as fast as this machine can' },
      view: { short: 'view', long: 'the next view of the run' },
      scrollDown: { short: 'scroll', long: 'scroll down' },
      scrollUp: { short: 'scroll', long: 'scroll up' },
      language: { short: '한국어', long: 'switch to Korean' },
      help: { short: 'help', long: 'what the keys do here' },
      close: { short: 'close', long: 'close' },
      leave: { short: 'map', long: 'leave for the map' },
      quit: { short: 'quit', long: 'quit; your place is kept' },
    },
    keyNames: {
      space: 'space',
      enter: 'enter',
      tab: 'tab',
      escape: 'esc',
      pagedown: 'PgDn',
      pageup: 'PgUp',
      backspace: '⌫',
    },
    language: { ask: 'Which language do you want to learn in?', later: 'Press t to switch at any time.' },
    map: {
      done: (done: number, all: number) => `${done} of ${all} done`,
      minutes: (minutes: number) => `${minutes} min`,
      after: (titles: string) => `Best after: ${titles}`,
      here: (step: number, steps: number, minutes: number) =>
        `You are at ${step} of ${steps}; about ${minutes} min are left.`,
      ready: 'Next: all that it builds on is done.',
      again: (count: number) =>
        count === 1
          ? 'Done; 1 answer is worth another look.'
          : `Done; ${count} answers are worth another look.`,
      whole: 'Done, with everything right.',
      streak: (days: number) => (days < 2 ? '' : `${days} days in a row`),
      sliceOver: 'That was a piece of about five minutes. Your place is kept.',
    },
    reader: {
      place: (step: number, steps: number) => `${step}/${steps}`,
      left: (minutes: number) => `about ${minutes} min left`,
      owed: 'Answer first, or press s to skip.',
      more: 'more below',
      sources: 'Sources',
    },
    predict: {
      title: 'Predict, then run',
      chosen: (option: string) => `You said: ${option}`,
      right: 'You saw it coming.',
      wrong: (option: string) => `The run says otherwise: it is option ${option}.`,
      undecided: 'The seeds disagree: there is no one answer.',
      /** `value` is null where each option has its own. */
      observed: (value: string | null, agreed: number, seeds: number) => {
        const measured = value === null ? 'Measured just now' : `Measured: ${value}`;
        return seeds === 1
          ? measured
          : `${measured} (${value === null ? 'medians' : 'median'}); ${agreed} of ${seeds} seeds agree`;
      },
      reflect: 'To think about',
    },
    question: {
      titles: {
        single: 'Question',
        multiple: 'Question: more than one may be right',
        number: 'Question: a number',
        order: 'Question: put in order',
        match: 'Question: what goes with what',
        short: 'Question: a word or two',
        table: 'Question: fill the table',
        spot: 'Question: find the line that is wrong',
      },
      typeNumber: 'Type a number:',
      typeShort: 'Type your answer:',
      inPlace: (right: number, all: number) => `${right} of ${all} are right.`,
      wrongTyped: 'Not yet. Try again; or esc, then h for a hint or a for the answer.',
      right: 'Right.',
      wrong: 'Not yet. Try again, take a hint, or see the answer.',
      notANumber: 'That is not a number that can be read. Try 0.5, 1e-3, 1/4 or 75%.',
      shown: 'The answer:',
      skippedBefore: 'You skipped this before; it can still be answered.',
      hint: (number: number, all: number) => (all === 1 ? 'Hint' : `Hint ${number} of ${all}`),
    },
    lab: {
      title: 'Broken: find out why',
      which: 'What is the cause?',
      notTheCause: 'Not the cause.',
      repairTitle: 'Repair it',
      goal: 'Goal:',
      left: (tries: number) => (tries === 1 ? '1 try left' : `${tries} tries left`),
      unset: 'not set',
      repaired: 'Repaired: the run has reached its goal.',
      solution: 'What repairs it:',
      findings: {
        divergence: (value: string) => `Divergence: at step ${value} the loss is no finite number any more.`,
        exploding: (value: string, threshold: string, at: number) =>
          `Explosion: grown to ${value} times its start at ${at} (spoken of above ${threshold}).`,
        vanishing: (value: string, threshold: string, at: number) =>
          `Vanishing: ${value} of the signal is left at ${at} (spoken of below ${threshold}).`,
        dead: (value: string, threshold: string) =>
          `Dead units: a share of ${value} answers 0 to every row (spoken of above ${threshold}).`,
        saturated: (value: string, threshold: string) =>
          `Saturation: a share of ${value} of all outputs lies at an end of its range (spoken of above ${threshold}).`,
        plateau: (value: string, threshold: string, at: number) =>
          `Plateau: from step ${at} on the loss fell by ${value} of its start (spoken of below ${threshold}).`,
        overfitting: (value: string, threshold: string, at: number) =>
          `Overfitting: since step ${at} the test loss has risen to ${value} times its best while the training loss fell (spoken of above ${threshold}).`,
        'mode-mismatch': (value: string, threshold: string) =>
          `Mode mismatch: the same rows, answered in training and in evaluation mode, differ by ${value} in accuracy (spoken of above ${threshold}).`,
        leakage: (value: string, threshold: string) =>
          `Leakage suspected: the test rows do better than the training rows by ${value} (spoken of above ${threshold}).`,
      },
    },
    trace: {
      title: 'One step, by numbers',
      phases: { forward: 'forward', loss: 'loss', backward: 'backward', update: 'update' },
      place: (phase: string, at: number, of: number) => `By numbers: ${phase} (${at} of ${of})`,
      /** What a number is, of a unit or a weight. */
      kinds: {
        sum: (of: string) => `Weighted sum of ${of}`,
        activation: (of: string) => `Activation of ${of}`,
        chance: (of: string) => `Chance by ${of}`,
        loss: () => 'Loss',
        mean: () => 'Loss of the batch: the mean',
        bend: (of: string) => `Slope of the activation at ${of}`,
        delta: (of: string) => `Slope of the loss in z(${of})`,
        slope: (of: string) => `Slope of the loss in ${of}`,
        new: (of: string) => `${of} after the step`,
      },
      start: 'It starts from',
      known: 'Known:',
      difference: (value: string, apart: string) => `Finite difference: ${value} (apart by ${apart})`,
      left: (blanks: number) => (blanks === 1 ? '1 number to fill in' : `${blanks} numbers to fill in`),
      filled: 'All numbers are filled in.',
      wrong: 'Not yet. Try again, take a hint, or see the answer.',
      putIn: 'with the numbers put in:',
    },
    /** The sandbox: a recipe of the learner's own. */
    sandbox: {
      title: 'Sandbox',
      recipes: 'Recipes',
      name: 'Name to save under:',
      plain: 'every key as it goes without saying',
      orFile: 'or the path of a CSV or IDX file',
      saved: (name: string) => `Saved as ${name}.`,
      copied: 'Copied, where the terminal lets programs do so.',
      notYet: (problems: number) =>
        problems === 1
          ? 'It cannot run yet: one thing is to be put right.'
          : `It cannot run yet: ${problems} things are to be put right.`,
      nothingFound:
        'The diagnostician finds nothing: no divergence, explosion, vanishing, dead or saturated units, plateau, overfitting, mode mismatch or leakage beyond its thresholds.',
      cannotRun: 'First put right what is marked.',
      headings: { saved: 'Saved', presets: 'To begin with', recent: 'Run last' },
      groups: {
        experiment: 'Experiment',
        data: 'Data',
        network: 'Network',
        loss: 'Loss',
        optimizer: 'Optimizer',
        regularization: 'Regularization',
        learner: 'Learner and size',
        surface: 'Setting',
        measuring: 'Measuring',
      },
      presets: {
        xor: 'XOR with four hidden units',
        moons: 'Two moons',
        spirals: 'Spirals with batch normalization',
        digits: 'Digits, dense layers',
        convolution: 'Digits, convolutions',
        ravine: 'Three optimizers in a ravine',
        width: 'Narrow and wide networks, five seeds',
        overfitting: 'Overfitting: few rows, many weights',
        biasVariance: 'Bias and variance of polynomials',
        deep: 'Signals through twenty layers',
        forest: 'A random forest, no network',
      },
      /** How values are written that have no rule of their own. */
      written: {
        seeds: '7, 1,2,5 or 1..20',
        vary: 'net=2,4,8 or batch=1 lr=0.05; batch=32',
      },
      about: {
        kind: 'the kind of experiment',
        seeds: 'the random numbers; several run one after the other',
        vary: 'variants that are drawn over each other',
        data: 'what is learned from',
        target: 'the column of the answer, or the file of the labels',
        n: 'rows to train on',
        noise: 'how far points stray from where they belong',
        test: 'rows that are kept for testing',
        validation: 'share of the training rows that is kept to choose by',
        features: 'inputs of a row',
        classes: 'how many classes there are',
        share: 'share of the rarer class',
        scale: 'how inputs are brought to one scale',
        extra: 'an input computed from the others',
        oversample: 'rare rows are repeated up to this share of the common ones',
        undersample: 'common rows are left out down to this share',
        flip: 'share of training labels that are made wrong',
        labels: 'labelled rows of the new task',
        law: 'the distribution that numbers are drawn from',
        conv: 'channels of convolutional layers, first to last',
        kernel: 'side of the window of a convolution',
        stride: 'step of the window',
        padding: 'zeros around the image',
        pool: 'what shrinks the image behind a convolution',
        head: 'how images become rows of numbers',
        net: 'units of the hidden layers, first to last',
        residual: 'skips around layers of the same width',
        act: 'activation of the hidden layers',
        pieces: 'pieces of a maxout unit',
        norm: 'normalization behind each hidden layer',
        groups: 'groups of group normalization',
        init: 'how weights start',
        std: 'standard deviation of the start, where init takes one',
        value: 'value of every weight at the start, where init takes one',
        bias: 'hidden biases at the start',
        out_bias: 'biases of the last layer at the start',
        reuse: 'what is taken along from the first task',
        code: 'numbers that the input is squeezed into',
        loss: 'what training makes small',
        smoothing: 'how much is taken from the right label and spread over all',
        gamma: 'how far focal loss passes over easy rows',
        alpha: 'weight of one side in the loss',
        delta: 'error from which Huber loss grows along a line',
        pos_weight: 'weight of the class 1 in the loss',
        choose: 'the rows on which features are chosen',
        objective: 'what pulls two views of a row together',
        temperature: 'how sharply likeness is told',
        opt: 'optimizer',
        lr: 'learning rate',
        momentum: 'share of the last step that is kept',
        rho: 'memory of squared gradients',
        beta1: 'memory of gradients in Adam',
        beta2: 'memory of squared gradients in Adam',
        schedule: 'how the learning rate changes',
        warmup: 'steps over which the rate rises to its full size',
        lr_gamma: 'what the rate is multiplied by',
        lr_every: 'after how many steps it is multiplied',
        lr_patience: 'measurements without progress that the rate waits for',
        clip: 'most length of a gradient',
        clip_value: 'most size of each number of a gradient',
        batch: 'rows of one step',
        steps: 'updates of the weights',
        epochs: 'rounds through all rows, in place of steps',
        decay: 'pull of the weights towards 0',
        coupling: 'whether decay goes through the gradient or past it',
        l1: 'price of the sizes of the weights',
        l1_kind: 'how l1 is put to work',
        dropout: 'share of hidden outputs that are set to 0 in training',
        input_noise: 'noise that is added to inputs at every step',
        shift: 'pixels by which images are moved in training',
        mixup: 'how far rows are mixed with each other',
        view_noise: 'noise that makes two views of one row',
        patience: 'measurements without progress before training stops',
        ridge: 'price of large coefficients',
        learner: 'a learner that is not a network',
        k: 'neighbours, clusters or features that are chosen',
        trees: 'trees of the forest',
        depth: 'layers, or questions from the top of a tree to its leaf',
        width: 'units of a layer',
        seeding: 'how k-means places its first centres',
        restarts: 'fresh starts, of which the best is kept',
        degree: 'degree of the polynomial',
        surface: 'the function that is walked down',
        curvature: 'how much steeper one direction is',
        dimensions: 'number of coordinates',
        start: 'where it starts',
        start_y: 'where it starts along y',
        goal: 'value whose reaching is timed',
        pass: 'signals forward, or gradients back',
        draws: 'how often is drawn anew',
        h: 'width of the finite difference',
        fault: 'a mistake in the gradient, to be found',
        mode: 'whether test rows are answered as in training, by mistake',
        test_batch: 'test rows that are answered together',
        test_order: 'order of the test rows',
        test_shift: 'pixels by which test images are moved',
        test_contrast: 'contrast of test images',
        threshold: 'chance from which class 1 is said',
        watch: 'what else is measured on the way',
      },
    },
    /** The lab: a run over the whole screen. */
    bench: {
      title: 'Lab',
      seed: 'seed',
      past: 'looking back',
      waiting: 'One moment ...',
      failed: 'The run broke off.',
      noNext: 'Behind the last step there is no update.',
      copied: 'Copied, where the terminal lets programs do so. The command line that repeats this run:',
      branchTitle: 'Branch: what should be different from here on?',
      changeTitle: 'Change: what should be different from here on?',
      panels: {
        picture: 'What it answers',
        confusion: 'Confusion',
        network: 'Weights',
        units: 'Hidden units',
        activations: 'Activations',
        gradients: 'Gradient by layer',
        updates: 'Update by layer',
        slice: 'Loss surface and the way over it',
        roc: 'ROC curve',
        calibration: 'Calibration',
      },
      layer: (layer: number) => `layer ${layer}`,
      input: 'input',
      output: 'output',
      norm: 'length of the gradient',
      ratio: 'update / weights',
      answer: 'output of a unit',
      /** A hidden layer with its share of dead units and of saturated outputs, where it has such. */
      shares: (layer: number, dead: number | null, saturated: number | null) =>
        `${layer}${dead === null ? '' : ` dead ${Math.round(100 * dead)}%`}${saturated === null ? '' : ` sat. ${Math.round(100 * saturated)}%`}`,
      actual: 'is',
      predicted: 'answered',
      recall: 'recall',
      falseAlarms: 'false alarms',
      chance: 'chance that is claimed',
      share: 'share that comes true',
      rows: 'rows',
      toStart: 'towards the start (1)',
      across: 'random direction',
    },
    open: {
      title: (minutes: number) => `In your own words · about ${minutes} min`,
      placeholder: 'Write your answer here, or say it aloud and press enter.',
      yours: 'Your answer',
      noEditor: 'Set VISUAL or EDITOR to your editor.',
      editorFailed: (editor: string) => `${editor} failed: your answer is kept.`,
      emptied: 'Empty file: your answer is kept.',
      model: 'A model answer',
      rubric: 'Which of these did your answer have?',
      score: (ticked: number, all: number) => `${ticked} of ${all}`,
      weak: 'Weak answers that are often heard',
      followups: 'What may be asked next',
    },
    correction: {
      title: 'Corrected note',
      note: 'Often written',
      right: 'What is so',
      evidence: 'Evidence',
      claim: 'a run you can repeat here with v',
    },
    run: {
      title: 'Watch it train',
      states: {
        running: 'training',
        paused: 'paused',
        rest: 'other seeds',
        finished: 'finished',
        failed: 'failed',
      },
      step: (step: string, steps: string) => `step ${step}/${steps}`,
      along: (axis: string, at: string, of: string) => `${axis} ${at}/${of}`,
      epoch: (epoch: string) => `epoch ${epoch}`,
      seeds: (done: number, all: number) => `runs ${done}/${all}`,
      rate: (steps: string) => `${steps} steps/s`,
      hash: (hash: string) => `result ${hash}`,
      failed: (
        failure:
          | { readonly cause: 'memory' }
          | { readonly cause: 'ended'; readonly code: number }
          | { readonly cause: 'thrown'; readonly message: string },
      ) => {
        switch (failure.cause) {
          case 'memory':
            return 'The run broke off: memory ran out. Take a smaller net, batch or n.';
          case 'ended':
            return `The run broke off: its thread ended by itself (code ${failure.code}). Run it again.`;
          case 'thrown':
            return `The run broke off: ${failure.message}`;
        }
      },
      waiting: 'Starting ...',
      diverged: 'diverged',
      repeat: 'Repeat it:',
      loss: 'loss',
    },
    claim: {
      running: 'Running the claim ...',
      holds: 'Held, just now, on this machine.',
      fails: 'Not held on this machine. That should not be: please report it.',
      seeds: (seeds: number, steps: string, seconds: string) =>
        `${seeds === 1 ? '1 seed' : `${seeds} seeds`}, ${steps} steps, ${seconds} s`,
      spread: (low: string, high: string, count: number) => `${low} … ${high}  (${count} values)`,
    },
    notes: {
      missed: 'To look at once more',
      ownWords: 'In my own words',
      model: 'A model answer:',
      outcomes: { wrong: 'answered wrongly', shown: 'looked up', skipped: 'skipped' },
    },
    settings: {
      title: 'Settings',
      names: {
        language: 'Language',
        colors: 'Colours',
        glyphs: 'Charts drawn with',
        pace: 'A run takes about',
        motion: 'Motion',
        speech: 'For a screen reader',
      },
      values: {
        colors: {
          auto: 'as the terminal says',
          full: 'all',
          '256': '256',
          '16': '16',
          none: 'none',
        },
        glyphs: { auto: 'as the terminal says', braille: 'braille', blocks: 'blocks', ascii: 'ASCII' },
        pace: { '3': '3 seconds', '6': '6 seconds', '12': '12 seconds', '25': '25 seconds' },
        motion: { full: 'pictures move', reduced: 'pictures are renewed once a second' },
        speech: { auto: 'as INK_SCREEN_READER says', on: 'yes', off: 'no' },
      },
      kept: 'Settings are kept. What is asked for on the command line goes before them.',
    },
    contents: {
      title: 'Contents',
      kinds: {
        predict: 'Predict',
        question: 'Question',
        open: 'In your own words',
        run: 'Watch',
        lab: 'Repair',
        trace: 'By numbers',
        correction: 'Correction',
      },
    },
    lookup: {
      title: { all: 'Search', terms: 'Glossary' },
      field: { all: 'Search for:', terms: 'Term:' },
      begin: 'Type a few letters of what you are looking for. The beginning of a word is enough.',
      nothing: (query: string, isTerm: boolean) =>
        `${isTerm ? 'No term' : 'Nothing'} is found for "${query}". Try the beginning of a word, or the word in the other language.`,
      livesIn: (title: string) => `Lesson: ${title}`,
    },
    summary: {
      title: 'Lesson done',
      asked: 'Questions',
      predictions: 'Predictions',
      right: (right: number, all: number) => `${right} of ${all} right`,
      skipped: (skipped: number) => (skipped === 0 ? '' : `${skipped} skipped`),
      points: (ticked: number, all: number) => `${ticked} of ${all} points ticked`,
      openQuestions: 'In your own words',
      repairs: 'Repairs',
      traces: 'Steps by numbers',
      next: (title: string) => `Next: ${title}`,
      last: 'That was the last lesson of the course.',
      back: 'Back to the map',
      again: 'Look through the lesson again',
      missed: 'What to look at once more',
      saved: (file: string) => `Your notes are in ${file}`,
      notSaved: (problem: string) => `The notes could not be written: ${problem}`,
    },
    help: {
      title: 'Keys here',
      hangul: 'Keys also work while the keyboard is set to Hangul.',
      about: {
        language: 'Choose the language of the lessons and of the program.',
        map: 'The lessons of the course in their order. A filled dot is a finished lesson, a half one a lesson that was begun.',
        prose: 'Pages of text. A green mark behind a sentence means that the sentence can be run: press v.',
        correction: 'What is often written, what is so, and what shows it.',
        predict:
          'Commit to what you expect, then watch the experiment decide. Its result is measured, not written in the lesson.',
        running:
          'The experiment trains here, now. On the map, ● and ○ are the examples of the two classes, ✖ and ✕ those that the network gets wrong; the line is where it is undecided. The first seed of each variant is shown live; other seeds follow as fast as the machine can.',
        graded: 'What you expected against what was measured.',
        question:
          'Choose or type an answer and give it with enter. Hints come one by one; after a try you may see the answer.',
        settled: 'The answer, and why.',
        lab: 'A run that is broken. Look at its curve and at what the monitor finds, name the cause, then turn knobs with left and right until the run reaches its goal. A try trains the broken and the changed run side by side.',
        trace:
          'One training step, number by number. Under each stands its formula, then the same with the numbers put in; beside a slope stands its finite difference, which is measured and not derived. Some numbers you fill in: what they are made of is known by then.',
        open: 'Answer in your own words, then compare with a model answer and tick the points that yours had.',
        run: 'An experiment to watch.',
        bench:
          'A run over the whole screen. Left and right go back and forth in time: curves and panels show that step. Branch trains on from there with other settings beside the run, change in its place. At most six branches are kept.',
        sandbox:
          'A recipe of your own. Left and right change the key under the cursor, digits or e type its value; values in brackets hold where nothing is said. Keys that need another one come up with it. Enter runs the recipe, o opens it in the lab.',
        summary: 'What came of this lesson.',
      },
    },
    tooSmall: (columns: number, rows: number) =>
      `This window is too small: ${columns}x${rows} is needed at least.`,
  },
  /** Labels and sentences of charts. */
  chart: {
    step: 'step',
    epoch: 'epoch',
    /** What curves lie along in place of steps. */
    axes: { layer: 'layer', degree: 'degree', width: 'width', dimension: 'dimension' },
    loss: 'loss',
    accuracy: 'accuracy',
    /** Measures that curves are drawn of, where their own names are too short. */
    measures: {
      loss: 'loss',
      noise: 'noise',
      std: 'standard deviation',
      grad: 'mean size of the gradient',
      positive: 'share of minima',
      test_loss: 'test loss',
      test_acc: 'test accuracy',
    },
    /** Sides of a confusion matrix. */
    actual: 'truth',
    actualTest: 'truth (test)',
    predicted: 'answer',
    recall: 'recall',
    weight: 'w',
    testLoss: 'test loss',
    trainLoss: 'training loss',
    diverged: 'diverged',
    stopped: 'stopped early',
    /** What the learner expects, on the chart. */
    expected: 'your prediction',
    rate: 'rate',
    /** What a chart shows, for those who cannot see it; `number` writes a value in few characters. */
    sentences: {
      bars: (bars: readonly { label: string; value: number }[], number: Write) =>
        `${bars.map(({ label, value }) => `${label}: ${number(value)}`).join(', ')}.`,
      confusion: ({ total, right, worst }: ConfusionFacts) =>
        `${right} of ${total} are answered rightly${worst ? `; most often ${worst.actual} is taken for ${worst.predicted}, ${worst.count} times` : ''}.`,
      contours: ({ steps, end, height, lowest, divergedAt }: ContoursFacts, number: Write) => {
        if (divergedAt !== null) return `At step ${divergedAt} the path is no number any more.`;
        if (!end) return 'There is no step yet.';
        const level =
          height === null || lowest === null
            ? ', beyond the picture'
            : `, at a height of ${number(height)}; the lowest here is ${number(lowest)}`;
        return `After ${steps} steps it stands at (${number(end.x)}, ${number(end.y)})${level}.`;
      },
      curves: ({ series }: { series: readonly CurveFacts[] }, number: Write) =>
        series
          .map(({ label, first, last, turn, brokenAt }) => {
            if (first === null || last === null) return `${label} has no number yet.`;
            const broken = brokenAt === null ? '' : `, and is no number at ${number(brokenAt)}`;
            const by = turn ? ` by way of ${number(turn.y)} at ${number(turn.x)}` : '';
            return `${label} goes from ${number(first)} to ${number(last)}${by}${broken}.`;
          })
          .join(' '),
      fit: ({ points, meanSquare }: { points: number; meanSquare: number | null }, number: Write) =>
        `The curve of the network over ${points} points${meanSquare === null ? '' : `, at a mean squared distance of ${number(meanSquare)}`}.`,
      functions: (
        { functions }: { functions: readonly { label: string; range: readonly [number, number] | null }[] },
        number: Write,
      ) =>
        functions
          .map(({ label, range }) =>
            range === null
              ? `${label} has no value here.`
              : `${label} runs between ${number(range[0])} and ${number(range[1])}.`,
          )
          .join(' '),
      histogram: (groups: readonly GroupFacts[], number: Write) =>
        groups
          .map(({ label, count, mean, std, zeros, broken }) => {
            const named = label === '' ? '' : `${label}: `;
            if (count === 0) return `${named}no finite value.`;
            const off = zeros > 0 ? `, ${Math.round((100 * zeros) / count)} % exactly 0` : '';
            const lost = broken > 0 ? `, and ${broken} that are no number` : '';
            return `${named}${count} values with mean ${number(mean)} and standard deviation ${number(std)}${off}${lost}.`;
          })
          .join(' '),
      network: ({ units, links, positive, broken, largest }: NetworkFacts, number: Write) => {
        const lost = broken > 0 ? `, ${broken} are no number` : '';
        const most = largest
          ? `; the largest in size is ${number(largest.weight)}, behind layer ${largest.layer}`
          : '';
        return `A network of ${units.join(', ')} units from layer to layer; of its ${links} weights ${positive} are positive${lost}${most}.`;
      },
      path: (
        { steps, end, divergedAt }: { steps: number; end: { x: number } | null; divergedAt: number | null },
        number: Write,
      ) =>
        divergedAt !== null
          ? `At step ${divergedAt} w is no number any more.`
          : `After ${steps} steps w is ${number(end?.x ?? Number.NaN)}.`,
      precisionRecall: (curves: readonly AreaFacts[], number: Write) =>
        curves
          .map(({ label, area }) => `${label ? `${label}: ` : ''}average precision ${number(area)}.`)
          .join(' ') || 'There is no curve.',
      profile: (series: readonly ProfileFacts[], number: Write) =>
        series
          .map(({ label, layers, first, last }) =>
            first === null || last === null
              ? `${label} is not a number in every layer.`
              : `${label} goes from ${number(first)} in the first to ${number(last)} in the last of ${layers} layers.`,
          )
          .join(' '),
      reliability: ({ count, error, excess }: ReliabilityFacts, number: Write) => {
        if (error === null || excess === null) return 'There are no answers yet.';
        const side = excess > 0 ? 'more than they keep' : 'less than they keep';
        return `The chances of ${count} answers miss what comes true by ${number(error)} on average and promise ${side}, by ${number(Math.abs(excess))}.`;
      },
      roc: (curves: readonly AreaFacts[], number: Write) =>
        curves
          .map(
            ({ label, area }) =>
              `${label ? `${label}: ` : ''}area below the ROC curve ${number(area)}, where chance gives 0.5.`,
          )
          .join(' ') || 'There is no curve.',
      surface: ({ points, wrong }: { points: number; wrong: number }) =>
        `${points - wrong} of ${points} points lie on their own side of the boundary.`,
      units: ({ layers, units, flat }: { layers: number; units: number; flat: number }) =>
        `${units} hidden units in ${layers} ${layers === 1 ? 'layer' : 'layers'}; ${flat === 0 ? 'each answers differently from place to place' : `${flat} of them ${flat === 1 ? 'answers' : 'answer'} the same everywhere`}.`,
    },
  },
  /** What is wrong with a recipe, a flag or a file, and what to do. */
  problem: {
    notAllowed: (key: string, value: string, allowed: string) =>
      `${key}: ${value} is not allowed; it must be ${allowed}.`,
    notOneOf: (key: string, value: string, known: readonly string[], nearest: string | null) =>
      `${key}: there is no "${value}"${nearest ? `; did you mean "${nearest}"?` : '.'} Known are ${known.join(', ')}.`,
    unknownKey: (key: string, kind: string, known: readonly string[], nearest: string | null) =>
      `${key}: a recipe of kind ${kind} has no such key${nearest ? `; did you mean "${nearest}"?` : '.'} It has ${known.join(', ')}.`,
    numberAbove: (above: string, to: string) => `a number above ${above} and at most ${to}`,
    numberFrom: (from: string, to: string) => `a number from ${from} to ${to}`,
    wholeFrom: (from: string, to: string) => `a whole number from ${from} to ${to}`,
    evenFrom: (from: string) => `an even whole number from ${from}`,
    divisorOf: (width: string) => `a whole number that divides the width ${width} without a rest`,
    widths: (to: string, most: string) =>
      `widths of the layers such as 16 or 16,16, each from 1 to ${to}, at most ${most} of them, or none`,
    someOf: (known: readonly string[]) => `one or several of ${known.join(', ')}, each once`,
    text: (most: string) => `a text of at most ${most} letters`,
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
    tooLarge: (keys: readonly string[], needed: string, most: string) =>
      `${keys[0]}: this recipe would need ${needed} GB of memory and may need ${most} GB at most; take less of ${keys.join(', ')}.`,
    givenTwice: (key: string) => `${key}: it is given outright and among the varied keys; give it once.`,
    seedOrSeeds: 'seed: give seed or seeds, not both.',
    stepsOrEpochs: 'epochs: give steps or epochs, not both.',
    fixedFeatures: (data: string, features: number) =>
      `features: the data ${data} always has ${features}; leave features out.`,
    onlyWith: (key: string, needed: string, found: string) =>
      `${key}: it goes only with ${needed}, and this recipe has ${found}.`,
    learnerDoesNotFit: (learner: string, data: string, fitting: readonly string[]) =>
      `learner: ${learner} does not fit the data ${data}; take ${fitting.join(' or ')}.`,
    noImages: (data: string) =>
      `conv: the data ${data} has no images; take digits or an IDX file, or leave conv out.`,
    imageTooSmall: (key: string, layer: number, height: number, columns: number) =>
      `${key}: at layer ${layer} of conv the image is only ${height} x ${columns} pixels, too small for it; take fewer layers, a smaller stride or no pool.`,
    needsImages: (key: string, data: string) =>
      `${key}: it changes images, and the data ${data} has none; take digits or an IDX file, or leave ${key} out.`,
    instanceNeedsImages:
      'norm: instance norm levels the pixels of images, and this recipe has none; add conv or take layer or batch.',
    nothingToSkip:
      'residual: no hidden layer here gives as many numbers as it takes, so there is nothing to skip; repeat a width, as in net=16,16.',
    notOfData: (key: string, data: string) =>
      `${key}: the data ${data} has no such setting; leave ${key} out.`,
    tooManyRows: (key: string, data: string, rows: number, most: number) =>
      `${key}: the data ${data} has ${rows} rows for training and testing together; ${key} may be ${most} at most here.`,
    onlyClasses: (key: string, data: string) =>
      `${key}: it is about classes, and the data ${data} has none; leave ${key} out.`,
    onlyPlane: (data: string, features: number) =>
      `extra: it is computed from two features, and the data ${data} has ${features}; leave extra out.`,
    emptyPart: (share: number, n: number) =>
      `validation: a share of ${share} of ${n} rows leaves too few on one side; take another share or more rows.`,
    classSides: (key: string) =>
      `${key}: a class is told by a threshold only where there are two; take data with two classes or leave ${key} out.`,
    /** Why a run cannot be walked number by number. */
    trace: {
      oneRun: 'a trace walks a run of kind train that varies nothing; name such a run.',
      notWalked: (key: string, value: string) =>
        `a trace walks dense layers and gd or sgd, and this run has ${key}: ${value}; leave it out.`,
      tooWide: (units: number, most: number) =>
        `a layer with ${units} numbers is too wide to follow; a trace takes at most ${most}.`,
      tooDeep: (layers: number, most: number) =>
        `${layers} hidden layers are too many to follow; a trace takes at most ${most}.`,
      tooManyRows: (rows: number, most: number) =>
        `a step on ${rows} rows is too long to follow; a trace takes at most ${most}: set n, or batch with opt sgd.`,
      weights: (has: number, needed: number) =>
        `the network has ${needed} weights and biases, and here stand ${has}; make them equal.`,
      inputs: (has: number, needed: number) =>
        `x must hold ${needed} numbers, one for each input, and holds ${has}.`,
      target: (value: number, allowed: string) => `y is ${value} and must be ${allowed}.`,
      notFinite: (name: string) => `${name} comes out as no finite number; take smaller ones.`,
    },
    settledAtStart: (key: string, changeable: readonly string[]) =>
      changeable.length === 0
        ? `${key}: this kind of experiment cannot be changed under way.`
        : `${key}: it is settled when a run begins and cannot change under way; what can are ${changeable.join(', ')}.`,
    otherShapes: (key: string, before: string, after: string) =>
      `${key}: from ${before} to ${after} the weights would change their shapes, so a run cannot go on with it; begin a new one.`,
    tooManyBranches: (most: number) => `A run has at most ${most} branches; begin a new one.`,
    /** What is wrong with a file of the learner's own. Rows are counted as in an editor, from 1. */
    file: {
      unreadable: (file: string, reason: string) => `${file}: it cannot be read (${reason}).`,
      noRows: (file: string) => `${file}: it needs at least two rows of values.`,
      openQuote: (file: string, row: number) =>
        `${file}, row ${row}: a quote is opened here and closed nowhere.`,
      unevenRow: (file: string, row: number, has: number, others: number) =>
        `${file}, row ${row}: it has ${has} columns, but the first row has ${others}.`,
      hole: (file: string, row: number, column: string) =>
        `${file}, row ${row}, column ${column}: the value is missing; fill it in or leave the row out.`,
      notNumber: (file: string, row: number, column: string, value: string) =>
        `${file}, row ${row}, column ${column}: "${value}" is not a number.`,
      wordColumns: (file: string, columns: readonly string[]) =>
        `${file}: words instead of numbers stand in ${columns.length === 1 ? 'the column' : 'the columns'} ${columns.join(', ')}; write numbers there or leave ${columns.length === 1 ? 'it' : 'them'} out.`,
      noColumn: (file: string, column: string, known: readonly string[]) =>
        `target: ${file} has no column "${column}"; it has ${known.join(', ')}.`,
      oneColumn: (file: string) =>
        `${file}: only one column is found; separate inputs and answer by commas, semicolons, tabs or bars.`,
      oneClass: (file: string, column: string) =>
        `${file}, column ${column}: the answer is the same in every row, so there is nothing to learn.`,
      tooManyClasses: (file: string, column: string, classes: number, rows: number) =>
        `${file}, column ${column}: ${classes} different words in ${rows} rows make no classes; name another column with target.`,
      notBytes: (file: string) => `${file}: of IDX files only those of unsigned bytes can be read.`,
      cutShort: (file: string, has: number, promised: number) =>
        `${file}: it has ${has} bytes, but its head promises ${promised}.`,
      noLabels: (file: string, labels: string) =>
        `${file}: its labels should lie in ${labels}, which cannot be read; name their file with target.`,
      otherLabels: (file: string, images: number, labels: string, count: number) =>
        `${labels}: it has ${count} labels, but ${file} has ${images} images.`,
      otherImages: (file: string, size: number, test: string, other: number) =>
        `${test}: its images have ${other} pixels, but those of ${file} have ${size}.`,
    },
  },
};

/** What is said of one curve. */
type CurveFacts = {
  readonly label: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly turn: { readonly x: number; readonly y: number } | null;
  readonly brokenAt: number | null;
};

type ConfusionFacts = {
  readonly total: number;
  readonly right: number;
  readonly worst: { readonly actual: string; readonly predicted: string; readonly count: number } | null;
};

type ContoursFacts = {
  readonly steps: number;
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly height: number | null;
  readonly lowest: number | null;
  readonly divergedAt: number | null;
};

type GroupFacts = {
  readonly label: string;
  readonly count: number;
  readonly mean: number;
  readonly std: number;
  readonly zeros: number;
  readonly broken: number;
};

type NetworkFacts = {
  readonly units: readonly number[];
  readonly links: number;
  readonly positive: number;
  readonly broken: number;
  readonly largest: { readonly layer: number; readonly weight: number } | null;
};

type AreaFacts = { readonly label: string; readonly area: number };

type ReliabilityFacts = {
  readonly count: number;
  readonly error: number | null;
  readonly excess: number | null;
};

type ProfileFacts = {
  readonly label: string;
  readonly layers: number;
  readonly first: number | null;
  readonly last: number | null;
};

/** Writes a number in few characters. */
type Write = (value: number) => string;
