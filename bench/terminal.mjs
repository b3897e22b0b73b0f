// How soon the tutor answers, in a real pseudo-terminal: the first frame, and keys while a run trains flat out.
// usage: npm run bench        Ratios are what to trust; a busy machine doubles every time.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const ROUNDS = 15;
const KEYS = 60;

const starts = { bare: [], tutor: [] };
for (let round = 0; round < ROUNDS; round++) {
  starts.bare.push(await timeUntil(open(['-e', 'console.log("here")']), 'here'));
  starts.tutor.push(await timeUntil(tutor('map'), '0 of 2 done'));
}
report('first output of a bare node', starts.bare);
report('first frame of the tutor', starts.tutor);
console.log(`ratio of the medians: ${(median(starts.tutor) / median(starts.bare)).toFixed(2)}`);

for (const [columns, rows] of [
  [80, 24],
  [200, 60],
]) {
  const { times, seconds, bytes, cpu } = await keysWhileTraining(columns, rows);
  report(`a key at ${columns}x${rows} while training flat out`, times);
  console.log(
    `  ${Math.round(bytes / seconds / 1000)} KB a second; ${cpu.toFixed(2)} cores in all (training takes one)`,
  );
}

/** Presses ? and escape in turn over a run that trains flat out, and times each until its screen is there. */
async function keysWhileTraining(columns, rows) {
  const terminal = tutor('run', columns, rows);
  await see(terminal, 'Predict, then run');
  terminal.press('1\r');
  await see(terminal, 'flat out');
  terminal.press('f');
  const startedAt = performance.now();
  const bytesBefore = terminal.bytes();
  const cpuBefore = cpuSeconds(terminal.pid);
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    times.push(await press(terminal, '?', 'Keys here'));
    times.push(await press(terminal, '\u001b', 'flat out'));
    // A person does not press keys back to back; the run is drawn in between.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = (cpuSeconds(terminal.pid) - cpuBefore) / seconds;
  const bytes = terminal.bytes() - bytesBefore;
  terminal.kill();
  return { times, seconds, bytes, cpu };
}

/** The tutor on data of its own: at the map, or at a prediction whose run is long. */
function tutor(where, columns = 80, rows = 24) {
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-bench-'));
  mkdirSync(folder, { recursive: true });
  const args = ['--data-dir', folder, '--lang', 'en'];
  if (where === 'map') return open([program, ...args], columns, rows, folder);
  const course = join(folder, 'course');
  writeCourse(course);
  return open([program, ...args, '--course', course, 'learn', 'long-run'], columns, rows, folder);
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

function open(args, columns = 80, rows = 24, folder = null) {
  const { CI: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8' },
  });
  const openedAt = performance.now();
  const watchers = new Set();
  let text = '';
  let bytes = 0;
  child.onData((data) => {
    bytes += data.length;
    // Only what came since the last key matters; styles would stand between the words.
    text += stripVTControlCharacters(data);
    for (const watcher of [...watchers]) watcher();
  });
  return {
    openedAt,
    pid: child.pid,
    watchers,
    text: () => text,
    bytes: () => bytes,
    forget: () => {
      text = '';
    },
    press: (keys) => child.write(keys),
    kill: () => {
      child.kill('SIGKILL');
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function timeUntil(terminal, wanted) {
  await see(terminal, wanted);
  const time = performance.now() - terminal.openedAt;
  terminal.kill();
  return time;
}

async function press(terminal, key, wanted) {
  terminal.forget();
  const pressedAt = performance.now();
  terminal.press(key);
  await see(terminal, wanted);
  return performance.now() - pressedAt;
}

function see(terminal, wanted) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`"${wanted}" did not come; last was ${terminal.text().slice(-400)}`)),
      20_000,
    );
    const look = () => {
      if (!terminal.text().includes(wanted)) return;
      clearTimeout(timer);
      terminal.watchers.delete(look);
      resolve();
    };
    terminal.watchers.add(look);
    look();
  });
}

/** User and system time of a process, all its threads, on systems that tell it. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
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
