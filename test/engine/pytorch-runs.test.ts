import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processor } from '../../src/training/backend.ts';
import { createDump } from '../../src/training/dump.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import type { Recording } from '../../src/training/recording.ts';
import { runRecipe } from '../../src/training/run.ts';

type Run = {
  readonly name: string;
  readonly recipe: Readonly<Record<string, string>>;
  /** Of the batches of 50 steps, each before its update. */
  readonly losses: readonly number[];
  /** Behind the last step, the network answering for good. */
  readonly test_loss: number;
};

// What PyTorch 1.13 came to in float64 from the same weights and batches, written by pytorch_runs.py beside this file.
const runs: readonly Run[] = JSON.parse(
  readFileSync(new URL('./pytorch-runs.json', import.meta.url), 'utf8'),
);

/** Float32 rounds to 6e-8, and 50 steps stretch that. */
const BOUND = 1e-4;

/**
 * A bias before a batch norm has no slope but what rounding leaves of it, and RMSprop makes full steps of that. The batch's own
 * mean takes them out of every loss in training, the running mean, which follows behind, out of the test loss only in part.
 */
const TEST_BOUNDS: Readonly<Record<string, number>> = {
  'residual net with batch norm on spirals, RMSprop': 0.05,
};

describe('whole runs follow PyTorch for 50 steps', () => {
  test.each(runs.map((run) => [run.name, run] as const))('%s', (name, { recipe, losses, test_loss }) => {
    const { value } = parseRecipe(recipe);
    const dump = createDump();
    const last = [...runRecipe(value!, () => 0, { ...processor, make: dump.make })].at(-1);
    if (last?.type !== 'finished') throw new Error('the run did not finish');
    const [member] = dump.of(last).members as unknown as readonly [Recording];
    expect(member.losses).toHaveLength(50);
    losses.forEach((loss, step) => {
      expect(Math.abs(member.losses[step]! / loss - 1), `step ${step + 1}`).toBeLessThan(BOUND);
    });
    expect(Math.abs(Number(last.measures['test_loss@end']) / test_loss - 1)).toBeLessThan(
      TEST_BOUNDS[name] ?? BOUND,
    );
  });

  test('twelve of them', () => expect(runs).toHaveLength(12));
});
