import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../../src/training/recipe.ts';
import { runRecipe } from '../../src/training/run.ts';
import { type WatchName, watches } from '../../src/training/watches.ts';

const all = Object.keys(watches) as WatchName[];

function finished(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const event of runRecipe(value, () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}

/** A measure of the only member at its first point and at its last. */
function ends(record: Record<string, unknown>, name: string): readonly [number, number] {
  const { points } = finished(record).records[0]!;
  return [points[0]!.values[name]!, points.at(-1)!.values[name]!];
}

describe('a run that is watched', () => {
  const base = { data: 'moons', n: 90, net: [6], dropout: 0.2, norm: 'batch', batch: 16, steps: 60, seed: 3 };

  test('comes to the same bits as one that is not', () => {
    expect(finished({ ...base, watch: all }).hash).toBe(finished(base).hash);
  });

  test.each(all)('by %s has a value of each of its measures at every point', (name) => {
    const { points } = finished({ ...base, watch: [name] }).records[0]!;
    for (const { values } of points)
      for (const measure of watches[name].names) expect(values[measure], measure).toBeGreaterThanOrEqual(0);
  });

  test('starts with smaller slopes in front than behind where sigmoids are stacked', () => {
    const deep = { data: 'moons', net: [8, 8, 8, 8], act: 'sigmoid', steps: 1, watch: 'gradients' };
    const { values } = finished(deep).records[0]!.points[0]!;
    expect(values.grad_first!).toBeGreaterThan(0);
    expect(values.grad_first! / values.grad_last!).toBeLessThan(0.01);
  });

  test('has one gradient of all rows, however they are cut into batches', () => {
    const plain = { data: 'moons', n: 200, net: [6], steps: 1, watch: 'gradients' };
    const [[small], [large]] = [
      ends({ ...plain, batch: 3 }, 'grad_norm'),
      ends({ ...plain, batch: 200 }, 'grad_norm'),
    ];
    expect(small / large).toBeCloseTo(1, 5);
  });

  test('sees units that start the same stay the same, and others differ', () => {
    const same = {
      data: 'xor',
      net: [4],
      init: 'constant',
      opt: 'gd',
      lr: 0.5,
      steps: 200,
      watch: 'weights',
    };
    expect(ends(same, 'spread')).toEqual([0, 0]);
    expect(ends({ ...same, init: 'xavier' }, 'spread')[1]).toBeGreaterThan(0.1);
  });
});

test('a watch that does not exist, or comes twice, is refused with those that do', () => {
  for (const watch of ['heights', ['weights', 'weights'], []]) {
    const { problems } = parseRecipe({ watch });
    expect(problems).toEqual([{ key: 'watch', message: expect.stringContaining('gradients, weights') }]);
  }
});
