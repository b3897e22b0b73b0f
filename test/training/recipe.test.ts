import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { checkExpression } from '../../src/training/claims.ts';
import { parseExpression } from '../../src/training/expression.ts';
import { kinds } from '../../src/training/kinds.ts';
import {
  flatRecipe,
  nearest,
  parseRecipe,
  type Recipe,
  recipeCommand,
  variantsOf,
} from '../../src/training/recipe.ts';
import { type KeyName, recipeKeys } from '../../src/training/recipe-keys.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

const XOR = {
  data: 'xor',
  net: [4],
  act: 'tanh',
  loss: 'bce',
  opt: 'gd',
  lr: 0.5,
  steps: 2000,
  seeds: '1..20',
};

describe('the nearest name', () => {
  test.each([
    ['rleu', 'relu'],
    ['lrr', 'lr'],
    ['편햐', '편향'],
    ['편햐', null, ['ml', '학습률']],
    ['zz', null],
  ])('to %s is %s', (typed, found, known = ['relu', 'lr', '편향', 'ml']) => {
    expect(nearest(typed, known)).toBe(found);
  });
});

describe('a recipe', () => {
  test('is the same from YAML and from the words of a command line', () => {
    const words = {
      data: 'xor',
      net: '4',
      act: 'tanh',
      loss: 'bce',
      opt: 'gd',
      lr: '0.5',
      steps: '2000',
      seeds: '1..20',
    };
    expect(recipe(words)).toEqual(recipe(XOR));
  });

  test('shows itself whole, its defaults filled in', () => {
    expect(flatRecipe(recipe({ ...XOR, seeds: 7 }))).toEqual({
      ...{
        kind: 'train',
        data: 'xor',
        n: 4,
        noise: 0,
        test: 0,
        features: 2,
        net: [4],
        act: 'tanh',
        init: 'xavier',
        std: 0.01,
      },
      ...{
        loss: 'bce',
        opt: 'gd',
        lr: 0.5,
        momentum: 0.9,
        schedule: 'constant',
        batch: 4,
        steps: 2000,
        seeds: [7],
      },
    });
  });

  test('takes the initialization that suits its activation, variant by variant', () => {
    const varied = recipe({ data: 'moons', vary: { act: ['tanh', 'relu'] } });
    expect(variantsOf(varied).map(({ settings }) => settings.init)).toEqual(['xavier', 'he']);
    expect(flatRecipe(varied)).not.toHaveProperty('init');
  });

  test('with several varied keys has every combination, and with a list just those named', () => {
    const grid = recipe({ opt: 'sgd', vary: { batch: [1, 32], lr: [0.1, 0.01] } });
    expect(variantsOf(grid).map(({ label }) => label)).toEqual([
      { batch: '1', lr: '0.1' },
      { batch: '32', lr: '0.1' },
      { batch: '1', lr: '0.01' },
      { batch: '32', lr: '0.01' },
    ]);
    const list = recipe({ opt: 'sgd', vary: [{ batch: 1, lr: 0.01 }, { batch: 32 }] });
    expect(variantsOf(list).map(({ label }) => label)).toEqual([{ batch: '1', lr: '0.01' }, { batch: '32' }]);
  });

  test.each([
    [
      XOR,
      'dl-tutor run --data xor --net 4 --act tanh --loss bce --opt gd --lr 0.5 --steps 2000 --seeds 1..20',
    ],
    [{ net: [] }, 'dl-tutor run --net none --seed 1'],
    [{ net: [16, 16], seed: 3 }, 'dl-tutor run --net 16,16 --seed 3'],
    [{ vary: { net: [[], [2], [4, 4]] } }, 'dl-tutor run --seed 1 --vary net=none,2,4-4'],
    [{ vary: [{ lr: 1 }, { lr: 0.1, n: 50 }] }, 'dl-tutor run --seed 1 --vary "lr=1; lr=0.1 n=50"'],
    [{ kind: 'surface', lr: 1.9, seeds: [1, 5] }, 'dl-tutor run --kind surface --lr 1.9 --seeds 1,5'],
  ])('%o is one command line', (record, command) => {
    expect(recipeCommand(recipe(record))).toBe(command);
  });

  test.each([
    [{ lr: -1 }, 'lr: -1 is not allowed; it must be a number above 0 and at most 1,000,000.'],
    [{ lr: 'fast' }, 'lr: fast is not allowed'],
    [{ net: 0 }, 'net: 0 is not allowed; it must be widths of the layers such as 16 or 16,16'],
    [{ net: '4,-4' }, 'net: 4,-4 is not allowed'],
    [{ opt: 'sgd', batch: 0 }, 'batch: 0 is not allowed; it must be a whole number from 1'],
    [{ opt: 'sgd', batch: 500, n: 100 }, 'batch: 500 is not allowed; the data has 100 rows'],
    [{ opt: 'gd', batch: 8, n: 100 }, 'batch: 8 does not go with opt gd'],
    [{ seeds: '5..1' }, 'seeds: 5..1 is not allowed'],
    [{ seeds: '1..5000' }, 'at most 1000'],
    [{ seed: -3 }, 'seeds: -3 is not allowed'],
    [{ data: 'mons' }, 'data: there is no "mons"; did you mean "moons"?'],
    [{ act: 'rleu' }, 'did you mean "relu"?'],
    [{ kind: 'trian' }, 'did you mean "train"?'],
    [{ widht: 3 }, 'widht: a recipe of kind train has no such key'],
    [{ data: 'line', loss: 'bce' }, 'loss: bce does not fit the data line; take mse or mae or huber.'],
    [{ data: 'line', loss: 'ce' }, 'loss: ce does not fit'],
    [{ steps: 5, epochs: 5 }, 'give steps or epochs, not both'],
    [{ seed: 1, seeds: 2 }, 'give seed or seeds, not both'],
    [{ lr: 0.3, vary: { lr: [0.1, 1] } }, 'lr: it is given outright and among the varied keys'],
    [{ kind: 'toString' }, 'there is no "toString"'],
    [{ vary: { net: [] } }, 'vary: name a key'],
    [{ vary: { act: ['tanh', 'sinus'] } }, 'act: there is no "sinus"'],
    [{ std: 0.1, init: 'he' }, 'std: it goes only with init normal'],
    [{ data: 'moons', features: 3 }, 'features: the data moons always has 2'],
    [{ kind: 'surface', batch: 4 }, 'batch: a recipe of kind surface has no such key'],
  ])('%o is refused in one sentence', (record, message) => {
    const { value, problems } = parseRecipe(record);
    expect(value).toBeNull();
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems.every((problem) => !problem.message.includes('\n'))).toBe(true);
  });

  test('names every problem at once, in the language asked for', () => {
    const { problems } = parseRecipe({ lr: -1, net: 0, data: 'mons', seeds: '5..1' }, ko.problem);
    expect(problems.map(({ key }) => key).sort()).toEqual(['data', 'lr', 'net', 'seeds']);
    expect(problems.every(({ message }) => /[가-힣]/.test(message))).toBe(true);
  });
});

describe('every kind of experiment', () => {
  test.each(Object.entries(kinds))('%s runs on its defaults and knows its keys', (_, kind) => {
    const prepared = kind.prepare({}, en.problem);
    expect(prepared.problems).toEqual([]);
    expect(kind.keys.every((key) => key in recipeKeys)).toBe(true);
    const experiment = prepared.start(1);
    const points = experiment.advanceTo(prepared.span.steps);
    const { totals, bits } = experiment.result();
    expect(Object.keys(points.at(-1)?.values ?? {}).sort()).toEqual([...prepared.measures.points].sort());
    expect(Object.keys(totals).sort()).toEqual([...prepared.measures.totals].sort());
    expect(bits.length).toBeGreaterThan(0);
    experiment.free();
  });

  test('any record of keys is read or refused, never thrown at', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constantFrom('xor', 'tanh', 'gd', 'none'),
      fc.array(fc.integer()),
    );
    const names = fc.constantFrom<KeyName | 'seeds' | 'vary' | 'kind'>(
      ...(Object.keys(recipeKeys) as KeyName[]),
      'seeds',
      'vary',
      'kind',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (record) => {
        const parsed = parseRecipe(record);
        expect(parsed.value === null).toBe(parsed.problems.length > 0);
      }),
    );
  });
});

describe('an expression is checked against its recipe before anything runs', () => {
  const widths = recipe({ ...XOR, vary: { net: [[2], [4]] }, net: undefined });
  const epochs = recipe({ data: 'moons', n: 64, batch: 32, opt: 'sgd', epochs: 20 });
  const problems = (text: string, of: Recipe) => {
    const { value } = parseExpression(text);
    return value ? checkExpression(value, of) : ['not read'];
  };

  test.each([
    ['count(acc@end[net=4] == 1) >= 18', widths],
    ['loss@step1000[net=2] < 1', widths],
    ['loss@epoch1 > loss@epoch20', epochs],
    ['jitter > 0 and test_acc@best > 0.8', epochs],
  ])('%s fits', (text, of) => expect(problems(text, of)).toEqual([]));

  test.each([
    ['acc@end[net=3]', widths, 'matches no variant: variants are [net=2] [net=4]'],
    ['acc@end[net=4]', epochs, 'the run has no vary'],
    ['accuracy@end', widths, 'is not measured by this run; measured are loss@end, acc@end, diverged, jitter'],
    ['test_loss@end', widths, 'is not measured'],
    ['loss', widths, 'say loss@end'],
    ['jitter@end', epochs, 'say jitter without @'],
    ['loss@step3', widths, 'step 3 is not among those measured'],
    ['loss@epoch21', epochs, 'beyond the end of the run'],
  ])('%s does not', (text, of, reason) => expect(problems(text, of).join()).toContain(reason));
});
