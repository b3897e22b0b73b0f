import { describe, expect, test } from 'vitest';
import { commonFindings, diagnose, thresholds } from '../../src/training/diagnosis.ts';
import type { MemberRecord } from '../../src/training/events.ts';
import { changeRecipe, parseRecipe, type Recipe, recipeCommand } from '../../src/training/recipe.ts';
import { besideBroken, changeOf, gradeRepair, readKnobs } from '../../src/training/repair.ts';
import { runRecipe } from '../../src/training/run.ts';

function recipe(record: Record<string, unknown>): Recipe {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

function recordsOf(run: Recipe): readonly MemberRecord[] {
  for (const event of runRecipe(run, () => 0)) if (event.type === 'finished') return event.records;
  return [];
}

const broken = recipe({ data: 'xor', net: [], loss: 'bce', opt: 'gd', lr: 0.5, steps: 50, seeds: '1..2' });

describe('a changed recipe', () => {
  test('lets go of keys that have no use beside the new ones', () => {
    const wild = recipe({ data: 'xor', init: 'normal', std: 2 });
    expect(changeRecipe(wild, { init: 'he' }).value?.given).toEqual({ data: 'xor', init: 'he' });
  });

  test('is none where the change itself does not fit', () => {
    expect(changeRecipe(broken, { momentum: 0.5 }).problems).toHaveLength(1);
  });
});

describe('knobs', () => {
  test('stand at what the broken run has, whether it says so or not', () => {
    const { value } = readKnobs(broken, { lr: [0.1, 0.5], act: ['relu', 'gelu'], decay: [0.1] });
    expect(value).toEqual([
      { key: 'lr', values: [0.1, 0.5], start: 1 },
      { key: 'act', values: ['tanh', 'relu', 'gelu'], start: 0 },
      { key: 'decay', values: [0.1], start: -1 },
    ]);
    expect(changeOf(value, [1, 0, -1])).toEqual({});
    expect(changeOf(value, [0, 2, 0])).toEqual({ lr: 0.1, act: 'gelu', decay: 0.1 });
  });
});

describe('a try', () => {
  const repair = { run: 'line', cause: 0, knobs: [], tries: 2, goal: 'max(loss@end) < 0.5', solution: [] };

  test('trains beside the broken run, which keeps its bits', () => {
    const both = besideBroken(broken, { net: [4], lr: 2 })!;
    expect(recipeCommand(both)).toContain('--vary "net=none lr=0.5; net=4 lr=2"');
    const records = recordsOf(both);
    expect(records.slice(0, 2).map(({ points }) => points)).toEqual(
      recordsOf(broken).map(({ points }) => points),
    );
  });

  test('is judged by the changed run alone', () => {
    expect(gradeRepair(repair, recordsOf(broken)).reached).toBe(false);
    const { reached, observed } = gradeRepair(repair, recordsOf(besideBroken(broken, { net: [8], lr: 3 })!));
    expect(reached).toBe(true);
    expect(observed['max(loss@end)']).toBeLessThan(0.5);
  });
});

/** A record of a run that never was. */
function record(
  curves: Readonly<Record<string, readonly number[]>>,
  totals: Readonly<Record<string, number>> = {},
  axis?: 'layer',
): MemberRecord {
  const length = Math.max(...Object.values(curves).map((curve) => curve.length));
  return {
    member: {
      index: 0,
      variant: 0,
      vary: {},
      seed: 1,
      steps: length - 1,
      stepsPerEpoch: 0,
      ...(axis ? { axis } : {}),
    },
    points: Array.from({ length }, (_, step) => ({
      step,
      epoch: 0,
      values: Object.fromEntries(
        Object.entries(curves).flatMap(([name, curve]) => {
          const value = curve[step];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    })),
    totals,
  };
}

describe('the diagnostician', () => {
  test.each([
    ['divergence', record({ loss: [1, 9, Infinity] }, { diverged: 1 }), 2],
    ['exploding', record({ loss: [1, 50, 3, 0.4] }), 50],
    ['plateau', record({ loss: [1, 0.9, 0.9, 0.9, 0.899] }), 0.001],
    ['overfitting', record({ loss: [1, 0.4, 0.2, 0.1], test_loss: [1, 0.5, 0.7, 1] }), 2],
    ['leakage', record({ loss: [1, 0.1], acc: [0.5, 0.8], test_acc: [0.5, 0.95] }), 0.15],
    [
      'mode-mismatch',
      record({ loss: [1, 0.1], acc: [0.5, 0.9], eval_acc: [0.5, 0.9], test_acc: [0.5, 0.5] }),
      0.4,
    ],
    ['dead', record({ loss: [1, 0.1] }, { dead: 0.7 }), 0.7],
    ['saturated', record({ saturated: [0, 0.5, 0.9] }, {}, 'layer'), 0.9],
    ['vanishing', record({ rms: [1, 0.1, 0.001] }, {}, 'layer'), 0.001],
    ['vanishing', record({ grad: [0.001, 0.1, 1] }, {}, 'layer'), 0.001],
    ['exploding', record({ rms: [1, 10, 100] }, {}, 'layer'), 100],
  ] as const)('finds %s, with its evidence', (type, of, value) => {
    const found = diagnose(of);
    expect(found.map((each) => each.type)).toEqual([type]);
    expect(found[0]?.value).toBeCloseTo(value);
    expect(found[0]?.threshold).toBe(thresholds[type]);
  });

  test('finds nothing in a run that goes well', () => {
    expect(
      diagnose(record({ loss: [1, 0.5, 0.3, 0.2], test_loss: [1, 0.6, 0.4, 0.4], acc: [0.5, 0.9] })),
    ).toEqual([]);
  });

  test('says of several seeds what most of them have', () => {
    const dead = (share: number) => record({ loss: [1, 0.1] }, { dead: share });
    expect(commonFindings([dead(0.9), dead(0.5), dead(0)])).toMatchObject([{ type: 'dead', value: 0.5 }]);
    expect(commonFindings([dead(0.9), dead(0), dead(0)])).toEqual([]);
  });

  test('sees units that are dead in a network that was trained', () => {
    const run = recipe({ data: 'moons', net: [8], act: 'relu', bias: -100, steps: 1, seeds: '1..2' });
    expect(commonFindings(recordsOf(run)).map(({ type }) => type)).toContain('dead');
    const tame = recipe({ data: 'moons', net: [8], act: 'sigmoid', steps: 1 });
    expect(recordsOf(tame)[0]?.totals.saturated).toBe(0);
  });
});
