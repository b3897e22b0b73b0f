export const language = {
  ask: 'Which language do you want to learn in?',
  later: 'Press t to switch at any time.',
};

export const map = {
  done: (done: number, all: number) => `${done} of ${all} done`,
  minutes: (minutes: number) => `${minutes} min`,
  after: (titles: string) => `Best after: ${titles}`,
  here: (step: number, steps: number, minutes: number) =>
    `You are at ${step} of ${steps}; about ${minutes} min are left.`,
  ready: 'Next: all that it builds on is done.',
  again: (count: number) =>
    count === 1 ? 'Done; 1 answer is worth another look.' : `Done; ${count} answers are worth another look.`,
  whole: 'Done, with everything right.',
  streak: (days: number) => (days < 2 ? '' : `${days} days in a row`),
  sliceOver: 'That was a piece of about five minutes. Your place is kept.',
};

export const contents = {
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
};

export const lookup = {
  title: { all: 'Search', terms: 'Glossary' },
  field: { all: 'Search for:', terms: 'Term:' },
  begin: 'Type a few letters of what you are looking for. The beginning of a word is enough.',
  nothing: (query: string, isTerm: boolean) =>
    `${isTerm ? 'No term' : 'Nothing'} is found for "${query}". Try the beginning of a word, or the word in the other language.`,
  livesIn: (title: string) => `Lesson: ${title}`,
};

export const notes = {
  missed: 'To look at once more',
  ownWords: 'In my own words',
  model: 'A model answer:',
  outcomes: { wrong: 'answered wrongly', shown: 'looked up', skipped: 'skipped' },
};

export const settings = {
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
};

export const summary = {
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
};

export const help = {
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
};

export const tooSmall = (columns: number, rows: number) =>
  `This window is too small: ${columns}x${rows} is needed at least.`;
