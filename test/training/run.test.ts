import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/engine/random.ts';
import { createBatches } from '../../src/training/batches.ts';
import { startRun } from '../../src/training/client.ts';
import type { RunEvent } from '../../src/training/events.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

const workerUrl = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js'));

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

type Finished = Extract<RunEvent, { type: 'finished' }>;

function finished(events: Iterable<RunEvent>): Finished {
  for (const event of events) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

type Speed = { readonly pace?: number | 'max'; readonly threads?: number | 'auto' };

const inProcess = (of: Recipe) => finished(runRecipe(of, () => 0));

function inWorker(of: Recipe, { pace = 'max', threads = 'auto' }: Speed = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const handle = startRun(of, {
      ...{
        pace,
        look: { member: 0, at: null, looks: [{ name: 'picture', columns: 20, rows: 20 }] },
        workerUrl,
      },
      wish: { backend: 'cpu', folder: '', threads },
      onEvents: (events) => {
        const failure = events.find((event) => event.type === 'failed');
        if (failure) reject(new Error(JSON.stringify(failure)));
        if (!events.some((event) => event.type === 'finished')) return;
        handle.stop();
        resolve(finished(events));
      },
    });
  });
}

/** The promise of the engine: these recipes come to these bits on every machine. A change here is a change for every learner. */
const FIXED: readonly [string, Record<string, unknown>, string][] = [
  [
    'xor, full batch',
    { data: 'xor', net: [4], act: 'tanh', loss: 'bce', opt: 'gd', lr: 0.5, steps: 2000, seed: 1 },
    '245a5f76bb514784',
  ],
  [
    'moons, Adam in batches',
    {
      data: 'moons',
      net: [16, 16],
      act: 'relu',
      loss: 'ce',
      opt: 'adam',
      lr: 0.01,
      batch: 32,
      epochs: 20,
      seed: 7,
    },
    'b755ecc3ae933abd',
  ],
  [
    'line, cosine schedule',
    { data: 'line', net: [], opt: 'sgd', lr: 0.05, schedule: 'cosine', batch: 1, epochs: 10, seeds: '1..3' },
    '984b884f256dc198',
  ],
  [
    'digits, convolutions with batch norm and pooling',
    {
      ...{ data: 'digits', n: 200, conv: [5, 12], norm: 'batch', pool: 'max' },
      ...{ opt: 'adam', batch: 50, steps: 30, seed: 4 },
    },
    '7631134030f76429',
  ],
  [
    'wine, layer norm, dropout, AdamW and clipping',
    {
      ...{ data: 'wine', net: [33, 17], act: 'gelu', norm: 'layer', dropout: 0.2 },
      ...{ opt: 'adamw', decay: 0.01, clip: 1, batch: 30, steps: 100, seed: 4 },
    },
    '2fcb28c57810e20b',
  ],
];

describe('a recipe with a seed comes to the same bits', () => {
  test.each(FIXED)('%s: as written here, twice over', (_, record, hash) => {
    expect(inProcess(recipe(record)).hash).toBe(hash);
    expect(inProcess(recipe(record)).hash).toBe(hash);
  });

  test.each(FIXED)(
    '%s: in the training thread, paced and flat out, while being looked at',
    async (_, record, hash) => {
      expect(existsSync(workerUrl)).toBe(true);
      expect((await inWorker(recipe(record))).hash).toBe(hash);
      expect((await inWorker(recipe(record), { pace: 0.2 })).hash).toBe(hash);
    },
  );

  test.each(FIXED)('%s: on two threads and on three', async (_, record, hash) => {
    for (const threads of [2, 3]) expect((await inWorker(recipe(record), { threads })).hash).toBe(hash);
  });

  test('its end does not come before the picture of its last step', async () => {
    const seen: RunEvent[] = [];
    const last = await new Promise<Finished>((resolve) => {
      const handle = startRun(recipe({ kind: 'surface', surface: 'ravine', lr: 0.05, steps: 600 }), {
        ...{ pace: 'max', workerUrl, wish: { backend: 'cpu', folder: '', threads: 1 } },
        look: { member: 0, at: null, looks: [{ name: 'picture', columns: 20, rows: 20 }] },
        onEvents(events) {
          seen.push(...events);
          if (!events.some(({ type }) => type === 'finished')) return;
          handle.stop();
          resolve(finished(events));
        },
      });
    });
    expect(last.steps).toBe(600);
    expect(seen.filter(({ type }) => type === 'looked').at(-1)).toMatchObject({ step: 600 });
  });

  test.each(FIXED)('%s: however its steps are sliced', (_, record, hash) => {
    const run = createRun(recipe(record));
    for (let at = 0; at <= run.liveSteps; at += 7) run.advanceLive(at);
    run.advanceLive(run.liveSteps);
    expect(finished([...run.rest(() => 0)].flat()).hash).toBe(hash);
    run.free();
  });

  test('where it diverges, too', () => {
    const diverging = recipe({
      data: 'linear',
      net: [4],
      act: 'relu',
      opt: 'sgd',
      lr: 9,
      batch: 8,
      steps: 400,
    });
    const whole = inProcess(diverging);
    expect(whole.measures.diverged).toBe(1);
    const run = createRun(diverging);
    for (let at = 0; at <= run.liveSteps; at++) run.advanceLive(at);
    expect(finished([...run.rest(() => 0)].flat())).toMatchObject({
      hash: whole.hash,
      measures: whole.measures,
    });
    run.free();
  });

  test('and another seed to others', () => {
    const [, record] = FIXED[0]!;
    expect(inProcess(recipe({ ...record, seed: 2 })).hash).not.toBe(
      inProcess(recipe({ ...record, seed: 1 })).hash,
    );
  });
});

describe('a run tells', () => {
  test('its members, variants outermost, and each of their ends', () => {
    const events = [
      ...runRecipe(recipe({ data: 'xor', steps: 20, seeds: [3, 5], vary: { net: [[2], [4]] } }), () => 0),
    ];
    const [first] = events;
    if (first?.type !== 'started') throw new Error('a run begins with started');
    expect(first.members.map(({ vary, seed }) => `${vary.net}/${seed}`)).toEqual([
      '2/3',
      '2/5',
      '4/3',
      '4/5',
    ]);
    expect(events.filter(({ type }) => type === 'ended')).toHaveLength(4);
    expect(events.at(-1)?.type).toBe('finished');
  });

  test('where it diverged, keeps the curve up to there, and still finishes', () => {
    const events = [...runRecipe(recipe({ data: 'line', net: [], opt: 'gd', lr: 50, steps: 500 }), () => 0)];
    const diverged = events.find((event) => event.type === 'diverged');
    expect(diverged).toMatchObject({ member: 0 });
    expect(events.filter(({ type }) => type === 'measured').length).toBeGreaterThan(2);
    expect(finished(events).measures.diverged).toBe(1);
  });

  test('the exact path of gradient descent on a parabola: w is (1 − ηλ)ᵗ', () => {
    const { records } = inProcess(recipe({ kind: 'surface', curvature: 4, lr: 0.1, start: 1, steps: 10 }));
    expect(records[0]?.points.map(({ values }) => values.w)).toEqual(
      Array.from({ length: 11 }, (_, t) => expect.closeTo(0.6 ** t, 12)),
    );
  });

  test('that noise falls with the square root of the batch', () => {
    const { measures } = inProcess(
      recipe({ kind: 'gradient-noise', n: 256, draws: 500, seed: 1, vary: { batch: [1, 16] } }),
    );
    const ratio = Number(measures['noise[batch=1]']) / Number(measures['noise[batch=16]']);
    expect(ratio).toBeGreaterThan(3.5);
    expect(ratio).toBeLessThan(4.5);
  });

  test('a bounded number of points, whatever its length', () => {
    const { records } = inProcess(recipe({ data: 'xor', net: [2], opt: 'gd', steps: 30_001 }));
    expect(records[0]?.points.length).toBeLessThan(410);
  });
});

describe('the order of batches', () => {
  test('takes every row once an epoch, in a new order, the last batch short', () => {
    const { next } = createBatches(createRandom(1), 10, 4);
    const { order, sizes } = next(6);
    expect([...sizes]).toEqual([4, 4, 2, 4, 4, 2]);
    const epochs = [order.slice(0, 10), order.slice(10)] as readonly Int32Array[];
    for (const epoch of epochs)
      expect([...epoch].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(epochs[0]).not.toEqual(epochs[1]);
  });

  test('does not depend on how many steps are asked for at a time', () => {
    const whole = createBatches(createRandom(5), 10, 3).next(9).order;
    const { next } = createBatches(createRandom(5), 10, 3);
    const parts = [next(2), next(5), next(2)].flatMap(({ order }) => [...(order as Int32Array)]);
    expect(parts).toEqual([...(whole as Int32Array)]);
  });
});

describe('the training thread', () => {
  test('pauses, takes one step at a time, resumes, and ends when told to', async () => {
    const seen: RunEvent[] = [];
    const steps = () => seen.filter((event) => event.type === 'measured').length;
    let next: (() => void) | null = null;
    const arrival = (isThere: () => boolean) =>
      new Promise<void>((resolve) => {
        next = () => isThere() && resolve();
        next();
      });
    const handle = startRun(recipe({ data: 'xor', net: [2], opt: 'gd', steps: 100 }), {
      pace: 1000,
      look: { member: 0, at: null, looks: [{ name: 'picture', columns: 8, rows: 8 }] },
      workerUrl,
      onEvents: (events) => {
        seen.push(...events);
        next?.();
      },
    });
    await arrival(() => steps() > 0);
    handle.pause();
    const before = steps();
    handle.step(1);
    handle.step(1);
    await arrival(() => steps() >= before + 2);
    expect(seen.some((event) => event.type === 'looked' && event.look.type === 'surface')).toBe(true);
    handle.setPace('max');
    handle.resume();
    await arrival(() => seen.some(({ type }) => type === 'finished'));
    handle.stop();
    expect(seen.filter(({ type }) => type === 'failed')).toEqual([]);
  });

  test('looks at the past and branches from it', async () => {
    const seen: RunEvent[] = [];
    const of = recipe({ data: 'moons', net: [4], batch: 50, steps: 200 });
    await new Promise<void>((resolve) => {
      const handle = startRun(of, {
        pace: 'max',
        look: null,
        memory: 1e7,
        workerUrl,
        onEvents: (events) => {
          seen.push(...events);
          if (events.some(({ type }) => type === 'finished')) {
            handle.setLook({ member: 0, at: 50, looks: [{ name: 'picture', columns: 4, rows: 4 }] });
            handle.branch({ member: 0, step: 50, change: { lr: 0.1 }, isInstead: false });
          }
          if (!events.some((e) => e.type === 'failed' || (e.type === 'ended' && e.member === 1))) return;
          handle.stop();
          resolve();
        },
      });
    });
    expect(seen.filter(({ type }) => type === 'failed')).toEqual([]);
    expect(seen.find(({ type }) => type === 'looked')).toMatchObject({ member: 0, step: 50 });
    const branch = seen.flatMap((event) => (event.type === 'measured' && event.member === 1 ? [event] : []));
    expect(branch.map(({ step }) => step)).toEqual(Array.from({ length: 150 }, (_, i) => 51 + i));
    expect(seen.find(({ type }) => type === 'finished')).toMatchObject({ hash: inProcess(of).hash });
  });

  test('is stopped in the middle of a training on two threads, and the next one trains', async () => {
    const long = recipe({ data: 'digits', n: 200, conv: [8], batch: 50, steps: 1_000_000 });
    await new Promise<void>((resolve) => {
      const handle = startRun(long, {
        ...{ pace: 'max', look: null, workerUrl, wish: { backend: 'cpu', folder: '', threads: 2 } },
        onEvents(events) {
          expect(events.filter(({ type }) => type === 'failed')).toEqual([]);
          if (!events.some((event) => event.type === 'measured' && event.step > 0)) return;
          handle.stop();
          resolve();
        },
      });
    });
    const [, record, hash] = FIXED[0]!;
    expect((await inWorker(recipe(record), { threads: 2 })).hash).toBe(hash);
  });

  test('says so in an event if its program cannot be loaded', async () => {
    const events = await new Promise<readonly RunEvent[]>((resolve) => {
      startRun(recipe({}), {
        pace: 'max',
        look: null,
        onEvents: resolve,
        workerUrl: new URL('./none.js', workerUrl),
      });
    });
    const message = expect.stringContaining('none.js');
    expect(events).toEqual([{ type: 'failed', failure: { cause: 'thrown', message } }]);
  });
});
