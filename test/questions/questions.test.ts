import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuestionType, questionKinds } from '../../src/questions/kinds.ts';
import { number, parseNumber } from '../../src/questions/number.ts';
import { shuffledOrder } from '../../src/questions/order.ts';
import { bareForm, shownForm } from '../../src/questions/short.ts';
import { cellsOf } from '../../src/questions/table.ts';

/** For each kind: a key as it is written, for three options, and answers that are right and wrong. */
const examples = {
  single: { written: 2, right: [1], wrong: [0, 2] },
  multiple: {
    written: [3, 1],
    right: [
      [0, 2],
      [2, 0],
    ],
    wrong: [[], [0], [0, 1, 2], [1]],
  },
  number: {
    written: { value: 0.3, tolerance: 0.01 },
    right: ['0.3', '0.31', '0.29', '30%', '3/10', ' .3 '],
    wrong: ['0.311', '-0.3', '30', 'x', ''],
  },
  order: {
    written: 'order',
    right: [[0, 1, 2]],
    wrong: [
      [1, 0, 2],
      [2, 1, 0],
    ],
  },
  match: {
    written: 'match',
    right: [[0, 1, 2]],
    wrong: [[0, 2, 1], [2, 0, 1], []],
  },
  short: {
    written: { accept: ['zigzag', '지그재그', 'L2'] },
    right: ['zigzag', 'Zig-Zag', ' zig zag. ', '지그재그', '지그 재그', '지그재그', 'ｚｉｇｚａｇ', 'l2'],
    wrong: ['', 'zig', '지그', 'zigzags', 'L1', 'L+2'],
  },
  table: {
    written: { cells: [32, 0.125, -2], tolerance: 0.001 },
    right: [
      ['32', '0.125', '-2'],
      ['32.0', '1/8', '−2'],
      [' 32', '12.5%', '-2.0005'],
    ],
    wrong: [['32', '0.125'], ['32', '0.125', '2'], ['32', 'x', '-2'], []],
  },
  // Written as a single one is: what tells them apart is what the question shows.
  spot: { written: 3, right: [2], wrong: [0, 1] },
} satisfies Record<QuestionType, { written: unknown; right: readonly unknown[]; wrong: readonly unknown[] }>;

type Read = { readonly value: unknown; readonly problems: readonly { readonly message: string }[] };
type Open = {
  readonly readKey: (raw: unknown, count: number) => Read;
  readonly grade: (given: unknown, key: unknown) => { readonly correct: boolean };
};

describe.each(Object.keys(questionKinds) as QuestionType[])('%s', (type) => {
  const kind = questionKinds[type] as unknown as Open;
  const { written, right, wrong } = examples[type];
  const key = kind.readKey(written, 3).value;

  test('its key names its type and is plain JSON', () => {
    expect(key).toMatchObject({ type });
    expect(JSON.parse(JSON.stringify(key))).toStrictEqual(key);
  });

  test('right answers are right and wrong ones are wrong', () => {
    expect(right.map((given) => kind.grade(given, key).correct)).toEqual(right.map(() => true));
    expect(wrong.map((given) => kind.grade(given, key).correct)).toEqual(wrong.map(() => false));
  });

  test('a key is read or has a problem, whatever stands there', () => {
    const isReadOrRefused = ({ value, problems }: Read) => (value === null) === problems.length > 0;
    fc.assert(fc.property(fc.jsonValue(), (raw) => isReadOrRefused(kind.readKey(raw, 3))));
  });

  test('keys of the other kinds are refused', () => {
    const isAlike = (other: string) =>
      typeof written === 'number' && (other === 'single' || other === 'spot');
    for (const [other, example] of Object.entries(examples))
      if (other !== type && !isAlike(other)) expect(kind.readKey(example.written, 3).value).toBeNull();
  });
});

describe('keys', () => {
  const messagesOf = (type: QuestionType, raw: unknown) =>
    (questionKinds[type] as unknown as Open).readKey(raw, 3).problems.map(({ message }) => message);

  test('an option is one that exists', () => {
    for (const raw of [0, 4, 1.5, '1', null, -1]) expect(messagesOf('single', raw)).toHaveLength(1);
    expect(messagesOf('multiple', [0, 4, 2, 2])).toEqual([
      '0 is no option; options count from 1 to 3',
      '4 is no option; options count from 1 to 3',
      'option 2 stands here twice; name it once',
    ]);
  });

  test('a number has a value, a tolerance and perhaps a unit, each named when it is amiss', () => {
    expect(number.readKey({ valu: 1, tolerance: -1, unit: '' }, 0).problems.map(({ path }) => path)).toEqual([
      ['valu'],
      [],
      ['tolerance'],
      ['unit'],
    ]);
    expect(number.readKey({ value: 75, tolerance: 0, unit: '%' }, 0).value).toEqual({
      type: 'number',
      value: 75,
      tolerance: 0,
      unit: '%',
    });
  });
});

test('a record that cannot be written as a text is refused like any other', () => {
  const odd = { toString: '' };
  expect(questionKinds.multiple.readKey([odd], 3).problems).toHaveLength(1);
  expect(questionKinds.short.readKey({ accept: [odd, 'a'] }, 0).problems).toHaveLength(1);
  expect(questionKinds.table.readKey({ cells: [odd], tolerance: 0 }, 1).problems).toHaveLength(1);
});

describe('keys of words and tables', () => {
  test.each([
    [{ accept: [] }, [['accept']]],
    [{ accept: 'zigzag' }, [['accept']]],
    [
      { accept: ['a', ' - ', 'a'] },
      [
        ['accept', 1],
        ['accept', 2],
      ],
    ],
    [{ accepts: ['a'] }, [['accepts'], []]],
  ])('%j is refused where it is amiss', (raw, paths) => {
    expect(questionKinds.short.readKey(raw, 0).problems.map(({ path }) => path)).toEqual(paths);
  });

  test.each([
    [{ cells: [1, 2], tolerance: 0 }, [['cells']]],
    [{ cells: [1, '2', 3], tolerance: -1 }, [['cells', 1], ['tolerance']]],
    [{ cells: [1, 2, 3] }, [[]]],
  ])('%j does not fill three cells', (raw, paths) => {
    expect(questionKinds.table.readKey(raw, 3).problems.map(({ path }) => path)).toEqual(paths);
  });

  test('the form that is shown is in the letters of the language, where there is one', () => {
    const key = { type: 'short', accept: ['zigzag', '지그재그'] } as const;
    expect([shownForm(key, false), shownForm(key, true)]).toEqual(['zigzag', '지그재그']);
    expect(shownForm({ type: 'short', accept: ['L2'] }, true)).toBe('L2');
  });

  test('a form is compared without what a keyboard or a hurry adds, and never throws', () => {
    expect(bareForm(' Batch-Norm (배치)! '.normalize('NFD'))).toBe('batchnorm배치'.normalize('NFKC'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => bareForm(bareForm(text)) === bareForm(text)),
    );
  });

  test('cells are told one by one, and an empty one is no number', () => {
    const key = { type: 'table', cells: [1, 2, 3], tolerance: 0 } as const;
    const grade = questionKinds.table.grade(cellsOf('1\n\n4', 3), key);
    expect(grade).toEqual({ correct: false, values: [1, null, 4], places: [true, false, false] });
  });
});

describe('a multiple answer', () => {
  test('tells what was missed apart from what was wrong', () => {
    const key = { type: 'multiple', options: [0, 2] } as const;
    expect(questionKinds.multiple.grade([2, 1, 1], key)).toEqual({ correct: false, missed: [0], wrong: [1] });
  });
});

describe('a number', () => {
  const READINGS: readonly (readonly [typed: string, value: number | null])[] = [
    ['13', 13],
    ['13.0', 13],
    ['13.', 13],
    ['.5', 0.5],
    ['+5', 5],
    ['  7 ', 7],
    ['1,024', 1024],
    ['1,234,567.5', 1234567.5],
    ['75%', 0.75],
    ['75 %', 0.75],
    ['1e-3', 0.001],
    ['2E3', 2000],
    ['1e−3', 0.001],
    ['1/4', 0.25],
    ['-1 / 4', -0.25],
    ['−4', -4],
    ['–4', -4],
    ['½', 0.5],
    ['１３', 13],
    ['－１．５', -1.5],
    ['７５％', 0.75],
    ['1,02', null],
    ['10,24', null],
    ['1,0245', null],
    ['1.2.3', null],
    ['1/0', null],
    ['1/2/3', null],
    ['', null],
    ['.', null],
    ['-', null],
    ['e3', null],
    ['x', null],
    ['13 cats', null],
    ['0x10', null],
    ['Infinity', null],
    ['NaN', null],
    ['1e999', null],
    ['10²', null],
    ['1½', null],
  ];
  test.each(READINGS)('%j reads as %j', (typed, value) => expect(parseNumber(typed)).toBe(value));

  test('may carry its unit', () => {
    expect(['75', '75%', '75 %', '７５％'].map((typed) => parseNumber(typed, '%'))).toEqual([75, 75, 75, 75]);
    expect(['3', '3 ms', '3MS', '3 s'].map((typed) => parseNumber(typed, 'ms'))).toEqual([3, 3, 3, null]);
  });

  test('that is none is not the same as a wrong one', () => {
    const key = { type: 'number', value: 13, tolerance: 0 } as const;
    expect(number.grade('thirteen', key)).toEqual({ correct: false, value: null });
    expect(number.grade('12', key)).toEqual({ correct: false, value: 12 });
  });

  test('of any size is understood as it is written', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (value) => parseNumber(String(value)) === value + 0,
      ),
    );
  });

  test('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (typed, unit) => {
        const value = parseNumber(typed, unit);
        return value === null || Number.isFinite(value);
      }),
    );
  });
});

describe('the order in which options are shown', () => {
  const ids = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);

  test('has every option once and is never the right one', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 2, max: 12 }), (id, count) => {
        const shown = shuffledOrder(id, count);
        expect([...shown].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(questionKinds.order.grade(shown, { type: 'order' }).correct).toBe(false);
      }),
    );
  });

  test('is the same for the same item and differs between items', () => {
    expect(shuffledOrder('the-loop', 4)).toEqual(shuffledOrder('the-loop', 4));
    const orders = Array.from({ length: 200 }, (_, i) => shuffledOrder(`item-${i}`, 4).join(''));
    expect(new Set(orders).size).toBe(23);
  });

  test('leaves a single option alone', () => {
    expect(shuffledOrder('a', 1)).toEqual([0]);
  });
});

describe('an order', () => {
  test('is told place by place', () => {
    expect(questionKinds.order.grade([0, 2, 1], { type: 'order' }).places).toEqual([true, false, false]);
  });

  test('of nothing is not right', () => {
    expect(questionKinds.order.grade([], { type: 'order' }).correct).toBe(false);
  });
});
