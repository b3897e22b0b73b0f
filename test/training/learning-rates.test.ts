import { describe, expect, test } from 'vitest';
import { processor } from '../../src/training/backend.ts';
import { createDump } from '../../src/training/dump.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import type { Recording } from '../../src/training/recording.ts';
import { createRun, runRecipe } from '../../src/training/run.ts';

const noise = {
  data: 'random-labels',
  n: 40,
  net: [4],
  opt: 'sgd',
  lr: 0.01,
  schedule: 'plateau',
  batch: 10,
};

function parse(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** What the rates of a run were, step by step, and the mean loss of each epoch. */
function ratesOf(record: Record<string, unknown>) {
  const dump = createDump();
  const last = [...runRecipe(parse(record), () => 0, { ...processor, make: dump.make })].at(-1);
  if (last?.type !== 'finished') throw new Error('the run did not finish');
  const [{ learningRates, losses }] = dump.of(last).members as unknown as readonly [Recording];
  const epochs = Array.from({ length: losses.length / 4 }, (_, i) => {
    const own = losses.slice(4 * i, 4 * i + 4);
    return own.reduce((a, b) => a + b) / own.length;
  });
  return { learningRates, epochs };
}

describe('the schedule plateau', () => {
  test('cuts the rate after more epochs than it waits for without a lower loss, and not before', () => {
    const { learningRates, epochs } = ratesOf({ ...noise, lr: 4, epochs: 60, lr_patience: 2, lr_gamma: 0.5 });
    let [best, waited, rate] = [Infinity, 0, 4];
    for (const [epoch, loss] of epochs.entries()) {
      expect(learningRates.slice(4 * epoch, 4 * epoch + 4)).toEqual(Array(4).fill(rate));
      const isBetter = loss < best * (1 - 1e-4);
      best = isBetter ? loss : best;
      waited = isBetter ? 0 : waited + 1;
      if (waited > 2) [rate, waited] = [rate / 2, 0];
    }
    expect(rate).toBeLessThan(4);
  });

  test('looks at the rows that are not trained on where there are such', () => {
    const record = { ...noise, opt: 'adam', lr: 0.03, net: [30], epochs: 60, lr_patience: 3 };
    const { learningRates } = ratesOf({ ...record, n: 50, validation: 0.2 });
    // The loss of the batches only falls; that of labels never seen rises.
    expect(learningRates.at(-1)).toBeLessThan(0.03);
    expect(ratesOf(record).learningRates.at(-1)).toBe(near(Math.fround(0.03)));
  });

  test('comes to the same bits however its steps are sliced', () => {
    const recipe = parse({ ...noise, epochs: 30, lr_patience: 0, seeds: [1, 2] });
    const hash = (at: readonly number[]) => {
      const run = createRun(recipe);
      for (const step of at) run.advanceLive(step);
      const last = [...run.rest(() => 0)].at(-1)?.at(-1);
      run.free();
      return last?.type === 'finished' ? last.hash : null;
    };
    expect(hash([1, 2, 3, 50, 51, 120])).toBe(hash([120]));
  });

  test('leaves the warm-up out of what it counts', () => {
    const { learningRates } = ratesOf({ ...noise, epochs: 8, lr: 1e-9, lr_patience: 0, warmup: 16 });
    expect(learningRates.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, step) => near(Math.fround(Math.min(1, (step + 1) / 16) * 1e-9))),
    );
    expect(learningRates.at(-1)).toBeLessThan(1e-9);
  });

  test('looks at the height of a surface after each step', () => {
    const at = (schedule: object) => {
      const record = {
        kind: 'surface',
        ...{ surface: 'parabola', curvature: 1, opt: 'gd' },
        curvature: 1,
        opt: 'gd',
        lr: 2,
        start: 1,
        steps: 100,
        ...schedule,
      };
      for (const event of runRecipe(parse(record), () => 0))
        if (event.type === 'finished') return Number(event.measures['loss@end']);
      return Number.NaN;
    };
    // A rate of 2 goes from side to side for ever.
    expect(at({})).toBeCloseTo(0.5, 9);
    expect(at({ schedule: 'plateau', lr_patience: 3, lr_gamma: 0.5 })).toBeLessThan(1e-6);
  });
});

/** As a dump writes it. */
function near(value: number): number {
  return Number(value.toPrecision(9));
}
