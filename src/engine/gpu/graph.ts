import { cellsOf, type RowShape } from '../layer.ts';
import { type NetworkSpec, shapesOf } from '../network.ts';
import type { OptimizerSpec } from '../optimizers.ts';
import type { Table } from '../table.ts';
import { mathFunctions } from './formulas.ts';
import type { Gpu, GpuJs, Handle } from './gpu-js.ts';
import { createJudge } from './judge.ts';
import { type BuiltLayer, type Place, type Step, stepFields } from './layer.ts';
import { halfFunctions } from './layers/dropout.ts';
import { gpuLayerOf } from './layers.ts';
import { goBackward, goForward } from './passes.ts';
import type { Tables } from './state.ts';
import { createUpdate, type Update } from './update.ts';

/** What a program trains: the same as a trainer on the processor, with the seeds of the masks of its layers. */
export type ProgramOptions = {
  readonly spec: NetworkSpec;
  readonly optimizer: OptimizerSpec;
  readonly data: Table;
  readonly maxBatch: number;
  readonly maskSeeds: readonly number[];
};

/** Handles of all that a step changes, by the numbers of the layers. */
export type Moving = {
  readonly weights: ReadonlyMap<number, Handle>;
  readonly slots: readonly ReadonlyMap<number, Handle>[];
  readonly kept: ReadonlyMap<number, Handle>;
  /** [1, steps of a plan]: the loss of each step so far. */
  readonly losses: Handle;
};

/** Takes one training step within a plan: gather, forward, loss, backward, update. */
export type TakeStep = (before: Moving, order: Handle, step: Step) => Moving;

/** Builds the kernels of a network; `weights` say how large the table of each layer is. */
export function createStep(
  gpuJs: GpuJs,
  gpu: Gpu,
  options: ProgramOptions,
  weights: Tables,
  mostSteps: number,
): TakeStep {
  const { spec, maxBatch: rows, optimizer } = options;
  const kernel: Place['kernel'] = (text, output, constants = {}) =>
    gpu.createKernel(text, { output, constants, functions: FUNCTIONS });
  const shapes = shapesOf(spec);
  const layers = buildLayers(spec, rows, kernel);
  const gather = createGather(gpuJs, options, kernel);
  const judge = createJudge(spec, rows, kernel);
  const record = createRecord(rows, mostSteps, kernel);
  const adders = shapes.map((shape) => createAdder(shape, rows, kernel));
  const updates = new Map<number, Update>(
    [...weights].map(([layer, table]) => [
      layer,
      createUpdate(optimizer, [table.columns, table.rows], kernel),
    ]),
  );

  return (before, order, step) => {
    const { flows, memos, kept } = goForward(layers, gather.inputs(order, step.at), before, step);
    const targets = gather.targets(order, step.at);
    const outputs = flows.at(-1)!;
    const losses = record(before.losses, judge.rowLosses(outputs, targets), step);
    const gradients = goBackward(spec, layers, adders, {
      ...{ flows, memos, before, step, slopes: judge.slopes(outputs, targets, step) },
    });
    const after = [...updates].map(([layer, update]) => {
      const slots = before.slots.map((slot) => slot.get(layer)!);
      return [layer, update(before.weights.get(layer)!, gradients.get(layer)!, slots, step)] as const;
    });
    return {
      ...{ losses, kept },
      weights: new Map(after.map(([layer, moved]) => [layer, moved.weights])),
      slots: before.slots.map((_, i) => new Map(after.map(([layer, { slots }]) => [layer, slots[i]!]))),
    };
  };
}

const FUNCTIONS = [
  ...mathFunctions,
  ...halfFunctions,
  // The whole part of i / n, whatever a division rounds to.
  'function over(i, n) { return Math.floor((i + 0.5) / n); }',
];

/** Rows of the table of steps that a network needs: two more for each layer with a mask. */
export function stepWidth(spec: NetworkSpec): number {
  return stepFields.bases + 2 * spec.layers.filter(({ type }) => type === 'dropout').length;
}

function buildLayers(spec: NetworkSpec, rows: number, kernel: Place['kernel']): readonly BuiltLayer[] {
  const shapes = shapesOf(spec);
  let base: number = stepFields.bases;
  return spec.layers.map((layer, i) => {
    const built = gpuLayerOf(layer)(layer, { x: shapes[i]!, y: shapes[i + 1]!, rows, base, kernel });
    if (layer.type === 'dropout') base += 2;
    return built;
  });
}

function createAdder(shape: RowShape, rows: number, kernel: Place['kernel']) {
  return kernel(
    `function add(a, b) {
      return a[this.thread.y][this.thread.x] + b[this.thread.y][this.thread.x];
    }`,
    [cellsOf(shape) * shape.width, rows],
  );
}

/** Rows of the data as the order of this step names them. The data go to the device once, as constants. */
function createGather(gpuJs: GpuJs, { data, maxBatch }: ProgramOptions, kernel: Place['kernel']) {
  const of = (values: Float32Array, width: number) =>
    kernel(
      'function gather(order, at) { return this.constants.data[order[at[0]][this.thread.y]][this.thread.x]; }',
      [width, maxBatch],
      { data: new gpuJs.Input(values, [width, data.rows]) },
    );
  return {
    inputs: of(data.inputs, data.features),
    targets: of(data.targets, data.targets.length / data.rows),
  };
}

/** Writes the mean loss of a batch into the place of its step. */
function createRecord(rows: number, steps: number, kernel: Place['kernel']) {
  const record = kernel(
    `function record(losses, rowLosses, table, at) {
      if (this.thread.x !== at[0]) return losses[0][this.thread.x];
      const size = table[at[0]][this.constants.size];
      let sum = 0;
      for (let r = 0; r < this.constants.rows; r++) {
        if (r < size) sum += rowLosses[0][r];
      }
      return sum / size;
    }`,
    [steps, 1],
    { rows, size: stepFields.size },
  );
  return (losses: Handle, rowLosses: Handle, { table, at }: Step) => record(losses, rowLosses, table, at);
}
