import { checkPlan, type TrainingPlan } from '../plan.ts';
import { GOLDEN, scramble } from '../random.ts';
import type { TrainerState } from '../state.ts';
import type { Gpu, GpuJs, Handle, Pipeline, Values } from './gpu-js.ts';
import { createStep, type Moving, type ProgramOptions, stepWidth, type TakeStep } from './graph.ts';
import { stepFields } from './layer.ts';
import { type GpuState, packState, type Tables, unpackState } from './state.ts';
import { rateFields } from './update.ts';

export type { ProgramOptions } from './graph.ts';

/** What plays the plans: `fused-encoder` where a GPU does, and why where gpu.js fell back on something else. */
export type Executor = { readonly kind: string; readonly backend: string; readonly reason: string | null };

/** A network in the hands of gpu.js. */
export type Program = {
  /** Takes a step a batch; answers the loss of each batch before its update. */
  train(plan: TrainingPlan): Promise<Float32Array>;
  /** All that training changes, in the form that trainers on the processor save and load. */
  save(): TrainerState;
  load(state: TrainerState): void;
  /** Null until a plan was played. */
  readonly executor: Executor | null;
  free(): Promise<void>;
};

/** Steps of the longest plan; the others are powers of four, so that few are compiled and few are played. */
const MOST_STEPS = 64;

/** Writes the programs of a network that starts from a state; nothing is compiled before the first step. */
export function createProgram(gpuJs: GpuJs, gpu: Gpu, options: ProgramOptions, start: TrainerState): Program {
  const { spec, optimizer } = options;
  let state = unpackState(start, spec, optimizer);
  const takeStep = createStep(gpuJs, gpu, options, state.weights, MOST_STEPS);
  const plans = new Map<number, Pipeline>();
  let executor: Executor | null = null;

  function planOf(steps: number): Pipeline {
    const plan = plans.get(steps) ?? createPlan(gpu, takeStep, state, steps);
    plans.set(steps, plan);
    return plan;
  }

  async function play(chunk: Chunk): Promise<Float32Array> {
    const plan = planOf(chunk.sizes.length);
    const { inputs, powers, clock } = inputsOf(gpuJs, options, state, chunk);
    const results = await plan(...inputs);
    executor = { kind: plan.executorKind, backend: plan.backend, reason: plan.fallbackReason };
    const read = (name: string) => flat(results[name]!);
    state = { ...mapTables(state, (name) => read(name)), powers, clock };
    return read('losses').slice(0, chunk.sizes.length);
  }

  return {
    async train(plan) {
      checkPlan(plan, options.maxBatch, options.data.rows);
      const losses = new Float32Array(plan.sizes.length);
      let at = 0;
      for (const chunk of chunksOf(plan)) {
        losses.set(await play(chunk), at);
        at += chunk.sizes.length;
      }
      return losses;
    },
    save: () => packState(state, spec),
    load: (next) => {
      state = unpackState(next, spec, optimizer);
    },
    get executor() {
      return executor;
    },
    free: () => gpu.destroy(),
  };
}

type Chunk = {
  readonly rows: readonly Int32Array[];
  readonly sizes: Int32Array;
  readonly rates: Float32Array;
};

/** The steps of a plan, as many at a time as a power of four allows. */
function* chunksOf({ order, sizes, learningRates }: TrainingPlan): Generator<Chunk, void, void> {
  let row = 0;
  for (let step = 0; step < sizes.length; ) {
    const steps = Math.min(MOST_STEPS, 4 ** Math.floor(Math.log2(sizes.length - step) / 2));
    const own = sizes.subarray(step, step + steps);
    const rows = Array.from(own, (size) => {
      if (order === 'all') return Int32Array.from({ length: size }, (_, i) => i);
      row += size;
      return order.subarray(row - size, row);
    });
    yield { rows, sizes: own, rates: learningRates.subarray(step, step + steps) };
    step += steps;
  }
}

/** A plan of so many steps; its inputs are those of `inputsOf`, its results the tables by their names and the losses. */
function createPlan(gpu: Gpu, takeStep: TakeStep, state: GpuState, steps: number): Pipeline {
  const names = tablesOf(state).map(([name]) => name);
  const tick = gpu.createKernel('function tick(at) { return at[0] + 1; }', {
    ...{ output: [1], constants: {}, functions: [] },
  });
  const trace = (order: Handle, table: Handle, start: Handle, losses: Handle, ...handles: Handle[]) => {
    const byName = new Map(names.map((name, i) => [name, handles[i]!]));
    const pick = (tables: Tables, prefix: string) =>
      new Map([...tables.keys()].map((layer) => [layer, byName.get(prefix + layer)!]));
    let moving: Moving = {
      losses,
      weights: pick(state.weights, 'weights'),
      slots: state.slots.map((tables, i) => pick(tables, `slot${i}-`)),
      kept: pick(state.kept, 'kept'),
    };
    let at = start;
    for (let step = 0; step < steps; step++) {
      moving = takeStep(moving, order, { table, at });
      at = tick(at);
    }
    return { losses: moving.losses, ...Object.fromEntries(tablesOf(moving)) };
  };
  // gpu.js asks a function for its number of inputs.
  Object.defineProperty(trace, 'length', { value: 4 + names.length });
  return gpu.createPipeline(trace, { threads: false });
}

/** All tables, or what stands for them, with the names under which plans give them back. */
function tablesOf<Each>(all: {
  readonly weights: ReadonlyMap<number, Each>;
  readonly slots: readonly ReadonlyMap<number, Each>[];
  readonly kept: ReadonlyMap<number, Each>;
}): readonly (readonly [string, Each])[] {
  const named = (tables: ReadonlyMap<number, Each>, prefix: string) =>
    [...tables].map(([layer, each]) => [prefix + layer, each] as const);
  return [
    ...named(all.weights, 'weights'),
    ...all.slots.flatMap((tables, i) => named(tables, `slot${i}-`)),
    ...named(all.kept, 'kept'),
  ];
}

/** Tables in the places of those there are. */
function mapTables({ weights, slots, kept }: GpuState, read: (name: string) => Float32Array) {
  const renew = (tables: Tables, prefix: string): Tables =>
    new Map([...tables].map(([layer, table]) => [layer, { ...table, values: read(prefix + layer) }]));
  return {
    weights: renew(weights, 'weights'),
    slots: slots.map((tables, i) => renew(tables, `slot${i}-`)),
    kept: renew(kept, 'kept'),
  };
}

/** What a plan is called with, and what is known beforehand of the state behind its steps. */
function inputsOf(
  { Input }: GpuJs,
  { spec, optimizer, maxBatch, maskSeeds }: ProgramOptions,
  state: GpuState,
  { rows, sizes, rates }: Chunk,
) {
  const width = stepWidth(spec);
  const order = new Float32Array(MOST_STEPS * maxBatch);
  const table = new Float32Array(MOST_STEPS * width);
  const powers = state.powers.slice();
  const masked = spec.layers.flatMap(({ type }, i) => (type === 'dropout' ? [maskSeeds[i]!] : []));
  for (const [step, own] of rows.entries()) {
    order.set(own, step * maxBatch);
    const fields = { size: sizes[step]!, ...rateFields(optimizer, rates[step]!, powers) };
    for (const [name, value] of Object.entries(fields))
      table[step * width + stepFields[name as keyof typeof stepFields]] = value;
    const halves = masked.flatMap((seed) => halvesOf(seed, state.clock + step));
    table.set(halves, step * width + stepFields.bases);
  }
  const values: readonly Values[] = [
    new Input(order, [maxBatch, MOST_STEPS]),
    new Input(table, [width, MOST_STEPS]),
    new Input(new Float32Array(1), [1]),
    new Input(new Float32Array(MOST_STEPS), [MOST_STEPS, 1]),
    ...tablesOf(state).map(([, { values, rows, columns }]) => new Input(values, [columns, rows])),
  ];
  return { inputs: values, powers, clock: state.clock + (masked.length > 0 ? rows.length : 0) };
}

/** What the mask of a step begins from, as two halves of 32 bits; see `drop` of the kernels. */
function halvesOf(seed: number, step: number): readonly [high: number, low: number] {
  const base = scramble(seed + scramble(step + GOLDEN));
  return [base >>> 16, base & 0xffff];
}

function flat(values: Float32Array | readonly Float32Array[]): Float32Array {
  if (values instanceof Float32Array) return values;
  const width = values[0]?.length ?? 0;
  const whole = new Float32Array(values.length * width);
  for (const [row, own] of values.entries()) whole.set(own, row * width);
  return whole;
}
