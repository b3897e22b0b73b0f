// How soon the tutor answers, in a real pseudo-terminal: the first frame, and keys while a run trains flat out, in a lesson and in the lab.
// usage: npm run bench        A busy machine doubles every time: see how long the main thread waited for a core.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreSeconds, open, press, see } from './pseudo-terminal.mjs';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const ROUNDS = 15;
const KEYS = 60;
const SECONDS = 5;
const PANELS =
  /What it answers|Confusion|Weights|Hidden units|Activations|by layer|Loss surface|ROC curve|Precision and|Calibration/;

const starts = { bare: [], tutor: [] };
for (let round = 0; round < ROUNDS; round++) {
  starts.bare.push(await timeUntil(open(['-e', 'console.log("here")']), 'here'));
  starts.tutor.push(await timeUntil(tutor('map'), /0 of \d+ done/));
}
report('first output of a bare node', starts.bare);
report('first frame of the tutor', starts.tutor);
console.log(`ratio of the medians: ${(median(starts.tutor) / median(starts.bare)).toFixed(2)}`);

for (const [columns, rows] of [
  [80, 24],
  [200, 60],
]) {
  const size = `${columns}x${rows}`;
  const terminal = await trainingFlatOut(columns, rows);
  report(`a key at ${size} while training flat out`, await helpAndBack(terminal));
  terminal.press('o');
  await see(terminal, /training \d/);
  console.log(`in the lab at ${size}: ${await costOf(terminal, SECONDS)}`);
  const before = coreSeconds(terminal.pid);
  const times = await keysInLab(terminal);
  const after = coreSeconds(terminal.pid);
  for (const [name, each] of Object.entries(times)) report(`in the lab at ${size}: ${name}`, each);
  const count = Object.values(times).flat().length;
  const perKey = (what) => Math.round((1000 * (after[what] - before[what])) / count);
  console.log(
    `in the lab at ${size}: of a key the main thread computes ${perKey('main')} ms and waits ${perKey('waited')} ms for a core`,
  );
  terminal.kill();
}

/** A prediction whose run lasts for minutes, begun and let go. */
async function trainingFlatOut(columns, rows) {
  const terminal = tutor('run', { columns, rows });
  await see(terminal, 'Predict, then run');
  terminal.press('1\r');
  await see(terminal, 'flat out');
  terminal.press('f');
  return terminal;
}

/** Presses ? and escape in turn over a run, and times each until its screen is there. */
async function helpAndBack(terminal) {
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    times.push(await press(terminal, '?', 'Keys here'));
    times.push(await press(terminal, '\u001b', 'flat out'));
    // A person does not press keys back to back; the run is drawn in between.
    await rest();
  }
  return times;
}

/** What a lab costs while its run goes on flat out and nobody presses a key. */
async function costOf(terminal, seconds) {
  terminal.press('f');
  await rest(1000);
  terminal.forget();
  const [before, bytes, from] = [coreSeconds(terminal.pid), terminal.bytes(), performance.now()];
  await rest(seconds * 1000);
  const [after, took] = [coreSeconds(terminal.pid), (performance.now() - from) / 1000];
  const redraws = new Set(terminal.text().match(/training \d+\//g)).size;
  const cores = (what) => ((after[what] - before[what]) / took).toFixed(2);
  return [
    `${Math.round(redraws / took)} redraws and ${Math.round((terminal.bytes() - bytes) / took / 1000)} KB a second`,
    `main thread ${cores('main')} cores, ${Math.round((1000 * (after.main - before.main)) / redraws)} ms a redraw, and ${cores('waited')} waiting for one`,
    `${cores('all')} cores in all (training takes one)`,
  ].join('; ');
}

/** The keys of a lab, each timed until what it asks for is on the screen. */
async function keysInLab(terminal) {
  const times = {
    pause: [],
    'one step': [],
    'next panels': [],
    'back in time': [],
    'to the present': [],
    resume: [],
  };
  for (let key = 0; key < KEYS / 3; key++) {
    times.pause.push(await press(terminal, 'p', /paused \d/));
    times['one step'].push(await press(terminal, 's', /paused \d/));
    times['next panels'].push(await press(terminal, '\t', PANELS));
    times['back in time'].push(await press(terminal, '\u001b[5~', /looking back \d/));
    times['to the present'].push(await press(terminal, '0', /paused \d/));
    times.resume.push(await press(terminal, 'p', /training \d/));
    await rest();
  }
  return times;
}

function rest(ms = 60) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The tutor on data of its own: at the map, or at a prediction whose run is long. */
function tutor(where, size = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-bench-'));
  const onEnd = () => rmSync(folder, { recursive: true, force: true });
  const args = ['--data-dir', folder, '--lang', 'en'];
  if (where === 'map') return open([program, ...args], { ...size, onEnd });
  const course = join(folder, 'course');
  writeCourse(course);
  const learn = [program, ...args, '--course', course, 'learn', 'long-run'];
  return open(learn, { ...size, onEnd });
}

/** A course of one lesson with one prediction, whose run lasts for minutes. */
function writeCourse(folder) {
  mkdirSync(join(folder, 'long-run'), { recursive: true });
  writeFileSync(join(folder, 'course.yaml'), 'title: {en: Bench, ko: 벤치}\nlessons: [long-run]\n');
  const run =
    '{kind: train, data: spirals, net: [16, 16], act: tanh, opt: adam, lr: 0.001, steps: 10000000, seeds: [1]}';
  writeFileSync(
    join(folder, 'long-run/lab.yaml'),
    `runs:\n  long: ${run}\npredictions:\n  long: {run: long, measure: loss@end, bins: [0.5]}\n`,
  );
  for (const language of ['en', 'ko']) {
    const front = 'id: long-run\ntitle: Long\nhook: Long?\nneeds: []\nminutes: 1';
    const block = '```predict {#long}\nask: Where does it end?\noptions: [low, high]\nseen: It ended.\n```';
    writeFileSync(join(folder, `long-run/${language}.md`), `---\n${front}\n---\n${block}\n`);
  }
}

async function timeUntil(terminal, wanted) {
  await see(terminal, wanted);
  const time = performance.now() - terminal.openedAt;
  terminal.kill();
  return time;
}

function report(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(
    `${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms (${times.length})`,
  );
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
