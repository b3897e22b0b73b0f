import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/engine/random.ts';
import { createAugmenter, shifted } from '../../src/training/augment.ts';
import { scoresOf } from '../../src/training/class-measures.ts';
import { flatRecipe, parseRecipe, recipeCommand } from '../../src/training/recipe.ts';
import { regularizerKeys, type regularizerRules } from '../../src/training/regularizer-keys.ts';
import { runRecipe } from '../../src/training/run.ts';

const base = { data: 'moons', n: 60, noise: 0.2, test: 40, net: [8], epochs: 20, seed: 3 };
const images = { data: 'digits', n: 60, test: 40, net: [8], epochs: 3, seed: 3 };

/** A recipe in which each key may be given, a value, and whether the weights come out as others. */
const uses = {
  input_noise: [base, 0.2, true],
  shift: [images, 1, true],
  test_shift: [images, 1, false],
  test_contrast: [images, 0.4, false],
  mixup: [base, 0.4, true],
  validation: [base, 0.25, true],
  patience: [{ ...base, validation: 0.25, lr: 0.5 }, 1, true],
  threshold: [base, 0.9, false],
} satisfies Record<keyof typeof regularizerRules, readonly [object, number, boolean]>;

describe.each(regularizerKeys)('%s', (key) => {
  const [recipe, value, isTraining] = uses[key];

  test('changes what is measured, and repeats under its seed', () => {
    const changed = finished({ ...recipe, [key]: value });
    expect(changed).toEqual(finished({ ...recipe, [key]: value }));
    expect(changed.measures).not.toEqual(finished(recipe).measures);
    expect(changed.hash !== finished(recipe).hash).toBe(isTraining);
  });

  test('stands in the recipe that repeats the run', () => {
    expect(flatRecipe(parse({ ...recipe, [key]: value }))).toHaveProperty(key, value);
    expect(recipeCommand(parse({ ...recipe, [key]: value }))).toContain(`--${key} ${value}`);
    expect(flatRecipe(parse(recipe))).not.toHaveProperty(key);
  });
});

test.each([
  [{ data: 'moons', shift: 1 }, 'shift: it changes images'],
  [{ data: 'digits', test_shift: 1, test: 0 }, 'test_shift: it goes only with test'],
  [{ data: 'moons', test_contrast: 0.4 }, 'test_contrast: it changes images'],
  [{ data: 'digits', mixup: 0.4 }, 'mixup: it goes only with loss bce / mse / mae / huber'],
  [{ patience: 3 }, 'patience: it goes only with validation'],
  [{ data: 'iris', threshold: 0.3 }, 'threshold: a class is told by a threshold only where there are two'],
  [{ n: 4, validation: 0.9 }, 'validation: a share of 0.9 of 4 rows'],
  [{ n: 4, validation: 0.01 }, 'validation: a share of 0.01 of 4 rows'],
  [{ data: 'line', flip: 0.1 }, 'flip: it is about classes'],
  [{ data: 'line', undersample: 1 }, 'undersample: it is about classes'],
  [{ data: 'digits', extra: 'radius' }, 'extra: it is computed from two features'],
  [{ l1_kind: 'subgradient' }, 'l1_kind: it goes only with l1'],
])('%o is refused', (record, message) => {
  expect(parseRecipe(record).problems.map((each) => each.message)[0]).toContain(message);
});

describe('early stopping', () => {
  const noisy = { ...base, flip: 0.15, net: [32], lr: 0.05, epochs: 200, validation: 0.3 };
  const stopped = finished({ ...noisy, patience: 10 });
  const points = stopped.records[0]!.points;

  test('ends after as many epochs without a better validation loss, with the weights of the best', () => {
    const { stopped: at, best_step: best } = stopped.records[0]!.totals;
    expect(at).toBe(best! + 10 * stopped.records[0]!.member.stepsPerEpoch);
    expect(at).toBeLessThan(stopped.records[0]!.member.steps);
    const lowest = points.find(({ step }) => step === best)!.values;
    expect(points.at(-1)!.values).toEqual(lowest);
  });

  test('goes the way of the same run without it until it stops', () => {
    const plain = finished(noisy).records[0]!;
    const before = points.filter(({ step }) => step < stopped.records[0]!.totals.stopped!);
    expect(before.length).toBeGreaterThan(3);
    expect(plain.points.slice(0, before.length)).toEqual(before);
  });

  test('takes the best weights too where patience does not run out', () => {
    const { totals, points } = finished({ ...noisy, epochs: 30, patience: 1000 }).records[0]!;
    const looks = points.filter(({ epoch }) => epoch >= 1 && Number.isInteger(epoch));
    const lowest = Math.min(...looks.map(({ values }) => values.val_loss!));
    expect(totals.stopped).toBe(finished({ ...noisy, epochs: 30 }).records[0]!.member.steps);
    expect(points.at(-1)!.values.val_loss).toBe(lowest);
  });
});

describe('rows that change from epoch to epoch', () => {
  const image = { height: 2, columns: 3, channels: 1 };
  const table = {
    inputs: Float32Array.of(1, 2, 3, 4, 5, 6),
    targets: Float32Array.of(0),
    rows: 1,
    features: 6,
  };

  test('are images moved every way, with 0 where nothing was', () => {
    const random = createRandom(1);
    const seen = new Set(
      Array.from({ length: 200 }, () => [...shifted(table, image, 1, random).inputs].join()),
    );
    expect(seen.size).toBe(9);
    expect(seen).toContain('1,2,3,4,5,6');
    expect(seen).toContain('0,0,0,0,1,2');
    expect(seen).toContain('5,6,0,0,0,0');
  });

  test('are blended with their targets in one share', () => {
    const pair = { inputs: Float32Array.of(0, 10), targets: Float32Array.of(0, 1), rows: 2, features: 1 };
    const random = createRandom(2);
    const mix = createAugmenter({ mixup: 1, shift: null, input_noise: null }, pair, undefined)!;
    const shares = Array.from({ length: 300 }, () => mix(random)).flatMap(({ inputs, targets }) => {
      inputs.forEach((x, i) => {
        expect(x / 10).toBeCloseTo(targets[i]!, 5);
      });
      return [...targets];
    });
    const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });

  test('stay one of the two where the share is from the ends of its range', () => {
    const pair = { inputs: Float32Array.of(0, 10), targets: Float32Array.of(0, 1), rows: 2, features: 1 };
    const mix = createAugmenter({ mixup: 1e-100, shift: null, input_noise: null }, pair, undefined)!;
    const random = createRandom(2);
    const seen = new Set(Array.from({ length: 50 }, () => mix(random)).flatMap(({ inputs }) => [...inputs]));
    expect([...seen].sort()).toEqual([0, 10]);
  });

  test('are none where nothing is asked for', () => {
    const change = { mixup: null, shift: null, input_noise: null };
    expect(createAugmenter(change, table, image)).toBeNull();
  });
});

describe('two classes', () => {
  const rare = { data: 'imbalanced', n: 400, test: 2000, net: [], lr: 0.05, batch: 400, steps: 300, seed: 1 };

  test('are told by a threshold on the chance of class 1', () => {
    expect(scoresOf(Float32Array.of(-1, 1), 2, 'bce', 0.5)).toEqual({
      values: Float32Array.of(-1, 1),
      cut: 0,
    });
    expect(scoresOf(Float32Array.of(0, 2, 3, 1), 2, 'ce', 0.5).values).toEqual(Float32Array.of(2, -2));
    expect(scoresOf(Float32Array.of(0), 1, 'bce', 0.2).cut).toBeCloseTo(Math.log(0.25), 12);
    expect(scoresOf(Float32Array.of(0), 1, 'mse', 0.2).cut).toBe(0.2);
  });

  test('have recall and precision at the end, which a lower threshold trades, and areas, which it leaves alone', () => {
    const { measures } = finished({ ...rare, vary: { threshold: [0.5, 0.05] } });
    const at = (name: string, threshold: number) => measures[`${name}[threshold=${threshold}]`] as number;
    expect(at('test_recall', 0.05)).toBeGreaterThan(at('test_recall', 0.5) + 0.3);
    expect(at('test_precision', 0.05)).toBeLessThan(at('test_precision', 0.5) - 0.3);
    expect(at('test_roc', 0.05)).toBe(at('test_roc', 0.5));
    expect(at('test_pr', 0.05)).toBe(at('test_pr', 0.5));
    expect(at('test_acc@end', 0.05)).toBeLessThan(at('test_acc@end', 0.5));
  });

  test('keep their accuracy where the threshold stands in the middle', () => {
    const told = finished({ ...rare, threshold: 0.5 }).measures['test_acc@end'];
    expect(told).toBe(finished(rare).measures['test_acc@end']);
  });

  test('have the same measures by one logit and by two', () => {
    const { measures } = finished({ ...rare, vary: { loss: ['bce', 'ce'] } });
    expect(measures['test_recall[loss=ce]']).toBeCloseTo(measures['test_recall[loss=bce]'] as number, 1);
  });
});

test('proximal l1 makes weights 0 that the subgradient only rattles around it', () => {
  const { measures } = finished({
    ...{ data: 'sparse', net: [], opt: 'gd', lr: 0.05, steps: 500, l1: 0.4, test: 0, seed: 1 },
    vary: { l1_kind: ['proximal', 'subgradient'] },
  });
  expect(measures['zeros[l1_kind=proximal]']).toBeGreaterThan(10);
  expect(measures['zeros[l1_kind=subgradient]']).toBe(0);
});

test('a circle is a straight cut once its radius is a feature', () => {
  const { measures } = finished({ ...base, data: 'circles', net: [], extra: 'radius', lr: 0.1, epochs: 100 });
  expect(measures['test_acc@end']).toBeGreaterThan(0.9);
});

function parse(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function finished(record: Record<string, unknown>) {
  for (const event of runRecipe(parse(record), () => 0)) if (event.type === 'finished') return event;
  throw new Error('the run did not finish');
}
