// Takes the pictures of docs/screens.md and docs/recording.svg from the built program: npm run screens
import { writeFileSync } from 'node:fs';
import { openScreen } from './screens/live-screen.mjs';
import { recordingSvg } from './screens/recording.mjs';

const ENTER = '\r';
const RIGHT = '\u001b[C';
const usual = { columns: 80, rows: 24 };
const narrow = { columns: 40, rows: 16 };

/** Turns the pages of a lesson up to its first prediction, and predicts. */
const predicting = (title, running) => async (screen) => {
  for (let page = 0; page < 30; page++) {
    const lines = await screen.see(/\S/);
    if (lines.some((line) => title.test(line))) break;
    screen.press(RIGHT);
  }
  await screen.see(title);
  screen.press('1');
  screen.press(ENTER);
  await screen.see(running);
};

const scenes = [
  {
    title: 'The map',
    text: 'Every lesson with what it builds on, what is done and what comes next.',
    ...usual,
    args: ['--lang', 'en'],
    shown: /Next/,
  },
  {
    title: 'A page of a lesson',
    text: 'Formulas, figures and sentences that can be run; the footer says which keys work here.',
    ...usual,
    args: ['learn', 'activations', '--lang', 'en'],
    shown: /help/,
  },
  {
    title: 'A prediction, graded by its run',
    text: 'The learner commits first. The network then trains live, the prediction is drawn on its chart, and the run says who was right.',
    ...usual,
    args: ['learn', 'nonlinearity-xor', '--lang', 'en'],
    play: predicting(/^ *Predict/m, /finished/),
    shown: /finished/,
  },
  {
    title: 'The same in Korean, in 40 columns',
    text: 'Both languages are equals at every width.',
    ...narrow,
    args: ['learn', 'nonlinearity-xor', '--lang', 'ko'],
    play: predicting(/예측/, /잰 값/),
    shown: /\S/,
  },
  {
    title: 'An optimizer on contour lines',
    text: 'The loss on the left, the path over the ravine on the right.',
    columns: 100,
    rows: 60,
    args: ['run', '--recipe', 'optimizers/restless', '--lang', 'en'],
    shown: /hash/,
    kept: 20,
  },
  {
    title: 'Digits: curves and mistakes',
    text: 'What has more inputs than a plane is looked at by its confusion matrix, here in ASCII without colour.',
    columns: 90,
    rows: 80,
    args: ['run', '--recipe', 'batch-norm/bold-rate', '--lang', 'en', '--ascii', '--no-color'],
    shown: /hash/,
    kept: 20,
  },
];

const shots = [];
for (const scene of scenes) shots.push({ ...scene, lines: await shoot(scene) });
writeFileSync('docs/screens.md', pageOf(shots));
writeFileSync('docs/recording.svg', await record());

async function shoot({ args, columns, rows, play, shown, kept = rows }) {
  const screen = openScreen({ args, columns, rows });
  try {
    await play?.(screen);
    return (await screen.see(shown)).slice(0, kept);
  } finally {
    screen.close();
  }
}

/** A run as it was seen, at most five pictures a second. */
async function record() {
  const size = { columns: 100, rows: 21 };
  const recipe = '--data spirals --net 24,24 --act tanh --opt adam --lr 0.003 --steps 20000'.split(' ');
  const screen = openScreen({ args: ['run', ...recipe, '--lang', 'en'], columns: size.columns, rows: 60 });
  const frames = [];
  const begun = performance.now();
  screen.watch(() => {
    const at = (performance.now() - begun) / 1000;
    if (at - (frames.at(-1)?.at ?? -1) >= 0.2) frames.push({ at, cells: screen.cells().slice(0, size.rows) });
  });
  await screen.see(/hash/);
  frames.push({ at: (performance.now() - begun) / 1000, cells: screen.cells().slice(0, 20).concat([[]]) });
  screen.close();
  const first = frames.findIndex(({ cells }) => cells.some((row) => row.some(({ text }) => text !== ' ')));
  const shown = frames.slice(first).map(({ at, cells }) => ({ at: at - frames[first].at, cells }));
  return recordingSvg(shown, {
    title: 'A network learns two spirals in a terminal',
    ...size,
    seconds: Math.round(shown.at(-1).at + 3),
  });
}

function pageOf(all) {
  const parts = all.map(({ title, text, args, columns, rows, kept, lines }) => {
    const size = kept === undefined ? ` in ${columns}x${rows}` : '';
    return `## ${title}\n${text}\n\n\`dl-tutor ${args.join(' ')}\`${size}\n\n\`\`\`text\n${lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd()}\n\`\`\`\n`;
  });
  return `# Screens\nTaken from the program by \`npm run screens\`, letter by letter; colours are left out.\n\n${parts.join('\n')}`;
}
