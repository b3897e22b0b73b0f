import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { layers } from '../../src/engine/layers.ts';
import { losses } from '../../src/engine/losses.ts';
import { type NetworkSpec, outputsOf, type ParameterSpec, parametersOf } from '../../src/engine/network.ts';
import { type OptimizerSpec, optimizers } from '../../src/engine/optimizers.ts';
import { lookForPlateau, plateauStart } from '../../src/engine/plateau.ts';
import { createRandom } from '../../src/engine/random.ts';
import { rateAt, type ScheduleSpec, schedules } from '../../src/engine/schedules.ts';
import type { Table } from '../../src/engine/table.ts';
import { createTrainer, type Trainer } from '../../src/engine/trainer.ts';

// What PyTorch 1.13 came to in float64, written by pytorch.py beside this file.
const lines = readFileSync(new URL('./pytorch.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Case | Rates | Plateau => JSON.parse(line));
const cases = lines.filter((line) => 'spec' in line);
const rates = lines.filter((line) => 'rates' in line);
const plateaus = lines.filter((line) => 'factors' in line);

const STEPS = 50;
const SHOWN = [1, 2, 3, 10, 25, 50];

type Case = {
  readonly name: string;
  readonly spec: NetworkSpec;
  readonly optimizer: OptimizerSpec;
  readonly rate: number;
  readonly schedule: ScheduleSpec;
  readonly rows: number;
  readonly batch: number;
  /** Of the batches of the steps shown. */
  readonly losses: readonly number[];
  /** Of all rows behind the last step, the network answering for good. */
  readonly end: number;
  readonly kept: readonly number[];
};
type Rates = { readonly schedule: ScheduleSpec; readonly rates: readonly number[] };
type Plateau = { readonly losses: readonly number[]; readonly factors: readonly number[] };

/** Float32 rounds to 6e-8, and training stretches that; every bound here is for 50 steps. */
const BOUND = 1e-4;

describe('50 steps follow PyTorch', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const { trainer, data } = prepare(each);
    const learningRates = Float32Array.from({ length: STEPS }, (_, step) =>
      rateAt(each.schedule, each.rate, step, STEPS),
    );
    const found = trainer.train({
      order: Int32Array.from({ length: STEPS * each.batch }, (_, i) => i % each.rows),
      sizes: new Int32Array(STEPS).fill(each.batch),
      learningRates,
    });
    for (const [i, step] of SHOWN.entries()) {
      expect(distance(found[step - 1]!, each.losses[i]!), `step ${step}`).toBeLessThan(BOUND);
    }
    expect(distance(trainer.evaluate(data).loss, each.end), 'at the end').toBeLessThan(BOUND);
    const kept = trainer.kept();
    expect(kept).toHaveLength(each.kept.length);
    kept.forEach((value, i) => {
      expect(Math.abs(value - each.kept[i]!), `kept ${i}`).toBeLessThan(BOUND * Math.max(1, Math.abs(value)));
    });
  });

  test('with every activation, layer, loss and optimizer that there is', () => {
    const used = cases.flatMap(({ spec, optimizer }) => [
      ...spec.layers.flatMap((layer) => [layer.type, layer.type === 'activation' ? layer.name : '']),
      spec.loss,
      optimizer.name,
    ]);
    // PyTorch draws other masks; dropout is held against a mask written down in layers.test.ts.
    const expected = [activations, layers, losses, optimizers].flatMap(Object.keys);
    expect(expected.filter((name) => !used.includes(name))).toEqual(['dropout']);
  });
});

describe('rates of 40 steps are those of PyTorch', () => {
  test.each(rates.map((each) => [JSON.stringify(each.schedule), each] as const))('%s', (_name, each) => {
    expect(each.rates).toHaveLength(40);
    each.rates.forEach((rate, step) => {
      expect(Math.abs(rateAt(each.schedule, 0.3, step, 40) - rate), `step ${step}`).toBeLessThan(1e-9);
    });
  });

  test('of every schedule that there is', () => {
    const used = rates.map(({ schedule }) => schedule.name);
    // A plateau is found by its losses: see below.
    const missing = Object.keys(schedules).filter((name) => !used.some((each) => each === name));
    expect(missing).toEqual(['plateau']);
  });

  test.each(plateaus)('on a plateau', ({ losses: seen, factors }) => {
    let state = plateauStart;
    const found = seen.map((loss) => {
      state = lookForPlateau(state, loss, { gamma: 0.5, patience: 2, threshold: 0.1 });
      return state.factor;
    });
    expect(found).toEqual(factors);
    expect(new Set(factors).size).toBeGreaterThan(2);
  });
});

/** The data and the starting weights of the script. */
function prepare({ spec, optimizer, rows, batch }: Case): { trainer: Trainer; data: Table } {
  const [features, outputs] = [spec.inputs, outputsOf(spec)];
  const plain = numbers(rows * outputs, 2);
  const targets = {
    number: plain,
    logit: plain.map((t) => Number(t > 0)),
    class: Array.from({ length: rows }, (_, i) => i % outputs),
  }[losses[spec.loss].answer];
  const inputs = Float32Array.from(numbers(rows * features, 1));
  const data = { inputs, targets: Float32Array.from(targets), rows, features };
  const trainer = createTrainer({
    ...{ spec, optimizer, data, maxBatch: batch, init: { name: 'zeros' }, random: createRandom(1) },
  });
  trainer.setParameters(Float32Array.from(parametersOf(spec).flatMap(startOf)));
  return { trainer, data };
}

function startOf({ name, shape, start }: ParameterSpec, index: number): readonly number[] {
  const values = numbers(
    shape.reduce((a, b) => a * b),
    3 + index,
  ).map((value) => value / Math.sqrt(shape[0]!));
  const isCentred = name.endsWith('.scale') || name.endsWith('.slope');
  return isCentred ? values.map((value) => Number(start) + value / 2) : values;
}

function distance(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}

/** Numbers in [-1, 1) from whole numbers alone, as in the script. */
function numbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i * 7919 + seed * 104729) % 1009) / 504.5 - 1);
}
