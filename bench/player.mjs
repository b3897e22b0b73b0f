// One engine in a process of its own, so that none pays for another's garbage: node bench/player.mjs ENGINE [BACKEND]
// An order is a line of JSON on standard input, its answer a line of JSON on standard output.
import { createInterface } from 'node:readline';

const { createEngine } = await import(`./engines/${process.argv[2]}.mjs`);
const engine = await createEngine(process.argv[3]);
let run = null;

const orders = {
  about: () => ({ about: engine.about }),
  /** Lays out a network or a product; says how many examples a step takes, and what is not as it was asked for. */
  prepare({ task }) {
    const { examples = task.batch, note, ...prepared } = engine.prepare(task);
    run = prepared.run;
    return { examples, note };
  },
  run({ steps }) {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    run(steps);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - wall) / 1e3, cpu: (user + system) / 1e6 };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}

function answer(order) {
  try {
    return orders[order.type](order);
  } catch (error) {
    return { problem: error.message.split('\n')[0] };
  }
}
