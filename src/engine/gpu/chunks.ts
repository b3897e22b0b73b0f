import type { TrainingPlan } from '../plan.ts';
import { GOLDEN, scramble } from '../random.ts';
import type { GpuJs, Values } from './gpu-js.ts';
import { type ProgramOptions, stepWidth } from './graph.ts';
import { stepFields } from './layer.ts';
import { type GpuState, tablesOf } from './state.ts';
import { rateFields } from './update.ts';

/** Steps of the longest plan; the others are powers of four, so that few are compiled and few are played. */
export const MOST_STEPS = 64;

/** Batches that one plan takes: their rows, how many those are, and the learning rates. */
export type Chunk = {
  readonly rows: readonly Int32Array[];
  readonly sizes: Int32Array;
  readonly rates: Float32Array;
};

/** The steps of a plan, as many at a time as a power of four allows. */
export function* chunksOf({ order, sizes, learningRates }: TrainingPlan): Generator<Chunk, void, void> {
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

/** What a plan is called with, and what is known beforehand of the state behind its steps. */
export function inputsOf(
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
