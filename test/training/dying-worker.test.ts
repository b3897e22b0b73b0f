import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { startRun } from '../../src/training/client.ts';
import type { RunEvent } from '../../src/training/events.ts';
import { failureOf } from '../../src/training/failure.ts';
import { parseRecipe } from '../../src/training/recipe.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-dying-'));
afterAll(() => rmSync(folder, { recursive: true }));
const trainingThread = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js'));

/** The real training thread, to which something happens as soon as its run is on its way. */
function threadThat(meets: string): URL {
  const file = join(folder, `${Math.random()}.mjs`);
  const later =
    "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => setTimeout(() => {";
  writeFileSync(file, `import '${trainingThread}';\n${later} ${meets} }, 50));\n`);
  return pathToFileURL(file);
}

/** All events of a run until it has finished or failed. */
function eventsOf(workerUrl: URL, steps: number): Promise<readonly RunEvent[]> {
  const { value } = parseRecipe({ data: 'xor', net: [4], opt: 'gd', steps });
  const seen: RunEvent[] = [];
  return new Promise((resolve) => {
    const handle = startRun(value!, {
      ...{ pace: 'max', look: null, workerUrl },
      onEvents(events) {
        seen.push(...events);
        if (!events.some(({ type }) => type === 'failed' || type === 'finished')) return;
        handle.stop();
        resolve(seen);
      },
    });
  });
}

const DEATHS: readonly [string, string, RegExp][] = [
  [
    'ends by itself',
    'process.exit(3)',
    /^The run broke off: its thread ended by itself \(code 3\)\. Run it again\.$/,
  ],
  ['throws', "throw new Error('a bug')", /^The run broke off: a bug$/],
  [
    'finds no memory',
    'new WebAssembly.Memory({ initial: 1, maximum: 1 }).grow(1)',
    /^The run broke off: memory ran out\./,
  ],
];

describe('a training thread that dies', () => {
  test.each(DEATHS)(
    'because it %s ends its run with a sentence, and the next run trains',
    async (_name, death, sentence) => {
      const events = await eventsOf(threadThat(death), 10_000_000);
      expect(events[0]?.type).toBe('started');
      const failures = events.flatMap((event) => (event.type === 'failed' ? [event.failure] : []));
      expect(failures.map(en.screen.run.failed)).toEqual([expect.stringMatching(sentence)]);
      expect((await eventsOf(trainingThread, 10)).at(-1)?.type).toBe('finished');
    },
  );

  test('of too little heap has run out of memory', async () => {
    const hungry = 'const kept = []; for (;;) kept.push(Array(1000).fill(0.5));';
    const worker = new Worker(hungry, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
    const error = await new Promise((resolve) => worker.once('error', resolve));
    expect(failureOf(error)).toEqual({ cause: 'memory' });
  });
});
