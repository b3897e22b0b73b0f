import { checkPlan, type TrainingPlan } from '../plan.ts';
import type { TrainerState } from '../state.ts';
import { type Chunk, chunksOf, inputsOf, MOST_STEPS } from './chunks.ts';
import type { Gpu, GpuJs, Handle, Pipeline } from './gpu-js.ts';
import { createStep, type Moving, type ProgramOptions, type TakeStep } from './graph.ts';
import { type GpuState, packState, type Tables, tablesOf, unpackState } from './state.ts';

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

function flat(values: Float32Array | readonly Float32Array[]): Float32Array {
  if (values instanceof Float32Array) return values;
  const width = values[0]?.length ?? 0;
  const whole = new Float32Array(values.length * width);
  for (const [row, own] of values.entries()) whole.set(own, row * width);
  return whole;
}
