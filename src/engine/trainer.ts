import { type Judge, playJudged } from './judged.ts';
import {
  createMachine,
  type Evaluation,
  evaluate,
  flatten,
  type Machine,
  outputsOf,
  play,
  readKept,
  refill,
  type TrainerOptions,
} from './machine.ts';
import { countParameters, type ParameterSpec, parametersOf } from './network.ts';
import type { TrainingPlan } from './plan.ts';
import { loadState, saveState, type TrainerState } from './state.ts';
import type { Table } from './table.ts';
import type { TestMode } from './tape.ts';
import { readTensor, writeTensors } from './weights.ts';

export type { TrainerOptions } from './machine.ts';
export type { TrainingPlan } from './plan.ts';
export type { TrainerState } from './state.ts';

/** A tensor as it stands; values and gradients (of the last batch) are copies, without padding. */
export type Parameter = Pick<ParameterSpec, 'name' | 'shape'> & {
  readonly values: Float32Array;
  readonly gradients: Float32Array;
};

/** A network with its data, its optimizer and its memory. The same calls give the same bits on every machine. */
export type Trainer = {
  /** Tensors in the order of `flat`. */
  readonly shapes: readonly Pick<ParameterSpec, 'name' | 'shape'>[];
  /** Rows that a batch may have at most. */
  readonly maxBatch: number;
  readonly parameters: readonly Parameter[];
  /** Takes a step a batch; answers the loss of each batch before its update. Cutting a plan in two changes nothing. */
  train(plan: TrainingPlan): Float32Array;
  /** Takes a step on rows of no table by a loss of its own; answers that loss before the update. inputs: [rows, features] */
  trainOn(inputs: Float32Array, learningRate: number, judge: Judge): number;
  /** Loss and right answers on any table, with dropout and batch statistics off unless `mode` is train; disturbs nothing. */
  evaluate(table: Table, options?: { readonly mode?: TestMode }): Evaluation;
  /** inputs: [rows, features] -> outputs of the last layer, before any sigmoid or softmax: [rows, outputs] */
  predict(inputs: Float32Array, rows: number): Float32Array;
  /** The same behind any layer, counted from 0: [rows, cells, width] */
  outputsAt(
    layer: number,
    inputs: Float32Array,
    rows: number,
    options?: { readonly mode?: TestMode },
  ): Float32Array;
  /** Gradient of the mean loss of these rows of the data, of all weights in the order of `flat`; nothing is updated. */
  gradient(rows: Int32Array | 'all'): Float32Array;
  /** All weights, tensor after tensor. */
  flat(): Float32Array;
  /** Puts weights in the order of `flat` in place of those there are; what the optimizer remembers stays. */
  setParameters(flat: Float32Array): void;
  /** Puts other rows, as many, in place of the data that is trained on. */
  refill(table: Table): void;
  /** What layers keep without learning it, one after the other: running means and variances. */
  kept(): Float32Array;
  /** All that training changes; whoever takes it up goes on bit for bit as this one does from here. */
  save(): TrainerState;
  /** Takes up a state of a trainer of the same network and the same optimizer. */
  load(state: TrainerState): void;
  /** Lets go of the memory; the trainer is of no use afterwards. */
  free(): void;
};

/** Lays out a network in a memory of its own and draws its weights. */
export function createTrainer(options: TrainerOptions): Trainer {
  let machine: Machine | null = createMachine(options);
  const running = (): Machine => {
    if (!machine) throw new Error('the trainer was freed');
    return machine;
  };
  return {
    shapes: parametersOf(options.spec),
    get maxBatch() {
      return running().feed.rows;
    },
    get parameters() {
      const { weights, arena } = running();
      return weights.tensors.map((tensor) => ({
        name: tensor.name,
        shape: tensor.shape,
        values: readTensor(arena, tensor.values, tensor),
        gradients: readTensor(arena, tensor.gradients, tensor),
      }));
    },
    train: (plan) => play(running(), running().tape.training, plan),
    trainOn: (inputs, learningRate, judge) => playJudged(running(), inputs, learningRate, judge),
    evaluate: (table, { mode = 'eval' } = {}) => evaluate(running(), table, mode),
    predict: (inputs, rows) => outputsOf(running(), inputs, rows),
    outputsAt: (layer, inputs, rows, { mode = 'eval' } = {}) =>
      outputsOf(running(), inputs, rows, layer, mode),
    gradient(rows) {
      const { tape, feed, dataRows } = running();
      const size = rows === 'all' ? dataRows : rows.length;
      if (size > feed.rows) throw new RangeError(`${size} rows are more than maxBatch, ${feed.rows}`);
      const plan = { order: rows, sizes: Int32Array.of(size), learningRates: new Float32Array(1) };
      play(running(), tape.slopes, plan);
      return flatten(running(), 'gradients');
    },
    flat: () => flatten(running(), 'values'),
    setParameters(flat) {
      const expected = countParameters(options.spec);
      if (flat.length !== expected) throw new RangeError(`${flat.length} weights given for ${expected}`);
      writeTensors(running().arena, running().weights.tensors, flat);
    },
    refill: (table) => refill(running(), table),
    kept: () => readKept(running()),
    save: () => saveState(running()),
    load: (state) => loadState(running(), state),
    free() {
      machine?.team?.free();
      machine = null;
    },
  };
}
