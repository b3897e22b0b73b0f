// Our engine beside others: the same networks trained in turn, round after round, each engine in a process of its own.
// usage: npm run bench:engine        Ratios are what to trust; each is taken within a round. PYTHON names another Python.
import { cpus } from 'node:os';
import { BATCHES, LEARNING_RATE, networks, PRODUCT_SIZE } from './networks.mjs';
import { open } from './open.mjs';

const ROUNDS = 9;
/** Seconds of one engine's turn in a round. */
const TURN = 0.25;
const MACHINES = [
  ['dl-tutor', 'own', '1'],
  ['dl-tutor on two threads', 'own', '2'],
  ['TensorFlow.js on cpu', 'tensorflow', 'cpu'],
  ['TensorFlow.js on wasm', 'tensorflow', 'wasm'],
  ['brain.js', 'brain'],
  ['convnetjs', 'convnet'],
  ['PyTorch', 'pytorch', '1'],
  ['PyTorch on two threads', 'pytorch', '2'],
  ['ceiling', 'ceiling'],
];

const engines = [];
for (const [name, ...machine] of MACHINES) {
  const engine = await open(machine);
  if (!engine.problem) engines.push(engine);
  else if (name === 'dl-tutor') throw new Error(engine.problem);
  else console.log(`${name} is left out: ${engine.problem}`);
}
console.log(
  `${cpus()[0].model.trim()}, Node ${process.version}; one thread each unless said, medians of ${ROUNDS} rounds\n`,
);
for (const task of networks) await report(task, ['examples/s', 'CPU µs each'], trainingNumbers);
const product = { name: `matrix product, ${PRODUCT_SIZE} x ${PRODUCT_SIZE}`, product: PRODUCT_SIZE };
await report(product, ['GFLOP/s', 'by CPU time'], productNumbers);
for (const engine of engines) engine.close();

/** Measures one task on all engines and prints its part of the table. */
async function report(task, heads, numbers) {
  const players = [];
  for (const engine of engines) players.push(await warmUp(engine, task));
  const playing = players.filter(({ problem }) => !problem);
  for (let round = 0; round < ROUNDS; round++) {
    for (const player of playing) {
      const { wall, cpu } = await player.engine.ask({ type: 'run', steps: player.steps });
      const done = player.steps * player.examples;
      player.turns.push({ wall: wall / done, cpu: cpu / done });
    }
  }
  console.log(line(task.name, ...heads, 'CPU / ours', 'wall / ours', ''));
  for (const player of players) {
    const { engine, problem, turns, note } = player;
    if (problem) console.log(line(`  ${engine.about}`, '-', '-', '-', '-', problem));
    else {
      const ratios = ['cpu', 'wall'].map((clock) => besideOurs(turns, players[0], clock));
      console.log(line(`  ${engine.about}`, ...numbers(turns), ...ratios, note));
    }
  }
  console.log('');
}

/** Runs a task in until its code is compiled, and finds how many steps fill a turn. */
async function warmUp(engine, task) {
  const settings = { rate: LEARNING_RATE, batches: BATCHES };
  const { problem, examples = 1, note = '' } = await engine.ask({ type: 'prepare', task, ...settings });
  if (problem) return { engine, problem };
  let steps = 1;
  for (let spent = 0; spent < 2 * TURN; ) {
    const { wall, problem } = await engine.ask({ type: 'run', steps });
    if (problem) return { engine, problem };
    spent += wall;
    steps = Math.max(1, Math.min(4 * steps, Math.round((steps * TURN) / wall)));
  }
  return { engine, examples, note, steps, turns: [] };
}

function trainingNumbers(turns) {
  const rate = Math.round(1 / median(turns.map(({ wall }) => wall)));
  return [rate.toLocaleString('en'), short(1e6 * median(turns.map(({ cpu }) => cpu)))];
}

function productNumbers(turns) {
  const work = (2 * PRODUCT_SIZE ** 3) / 1e9;
  return ['wall', 'cpu'].map((clock) => short(work / median(turns.map((turn) => turn[clock]))));
}

/** How many times our time on one thread, turn by turn. */
function besideOurs(turns, ours, clock) {
  return `${short(median(turns.map((turn, round) => turn[clock] / ours.turns[round][clock])))} x`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function short(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

function line(name, first, second, cpu, wall, note) {
  const cells = [name.padEnd(34), ...[first, second, cpu, wall].map((cell) => cell.padStart(13))];
  return name.length > 34
    ? `${name}\n${line('', first, second, cpu, wall, note)}`
    : [...cells, ` ${note}`].join('').trimEnd();
}
