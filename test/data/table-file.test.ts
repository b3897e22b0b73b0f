import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/data/table-file.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';

const read = (text: string, target: string | null = null) =>
  readTable(text, 'f.csv', target, en.problem.file);

function learnable(text: string, target: string | null = null) {
  const { value, problem } = read(text, target);
  if (!value) throw new Error(problem);
  const { task, labels, rows } = value;
  const inputs = Array.from({ length: rows.rows }, (_, i) => [
    ...rows.inputs.slice(i * rows.features, (i + 1) * rows.features),
  ]);
  return { task, labels, inputs, targets: [...rows.targets] };
}

const FRUIT = {
  inputs: [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ],
  targets: [0, 1, 0, 1],
};

describe('a table is found out', () => {
  test.each([
    ['commas', 'a,b,kind\n1,2,apple\n3,4,pear\n5,6,apple\n7,8,pear\n'],
    ['semicolons', 'a;b;kind\n1;2;apple\n3;4;pear\n5;6;apple\n7;8;pear'],
    ['tabs', 'a\tb\tkind\n1\t2\tapple\n3\t4\tpear\n5\t6\tapple\n7\t8\tpear\n'],
    ['bars', 'a|b|kind\n1|2|apple\n3|4|pear\n5|6|apple\n7|8|pear\n'],
    ['blanks around cells', 'a, b, kind\n1, 2, apple\n3, 4, pear\n5 ,6 ,apple\n7,8,pear\n'],
    ['quotes', '"a","b, c","kind"\n"1",2,apple\n3,4,"pear"\n5,6,apple\n7,8,pear\n'],
    [
      'lines of Windows and a mark at the start',
      '\ufeffa,b,kind\r\n1,2,apple\r\n3,4,pear\r\n5,6,apple\r\n7,8,pear\r\n',
    ],
    ['empty lines', 'a,b,kind\n\n1,2,apple\n3,4,pear\n\n5,6,apple\n7,8,pear\n\n\n'],
    ['no header', '1,2,apple\n3,4,pear\n5,6,apple\n7,8,pear\n'],
  ])('with %s', (_, text) => {
    expect(learnable(text)).toEqual({ ...FRUIT, task: 'binary', labels: ['apple', 'pear'] });
  });

  test('with its answer in any column, by name or by number', () => {
    const text = 'kind,a,b\napple,1,2\npear,3,4\napple,5,6\npear,7,8\n';
    for (const target of ['kind', '1']) expect(learnable(text, target)).toMatchObject(FRUIT);
    expect(learnable('3,a,b\n0,1,2\n1,3,4\n0,5,6\n1,7,8\n', '3')).toMatchObject(FRUIT);
  });

  test('whole numbers that come back are classes, in their order', () => {
    const rows = [10, 2, 2, 10, 3, 3].map((label, i) => `${i},${label}`).join('\n');
    expect(learnable(rows)).toMatchObject({
      task: 'classes',
      labels: ['2', '3', '10'],
      targets: [2, 0, 0, 2, 1, 1],
    });
  });

  test('1 and 1.0 are one class', () => {
    expect(learnable('5,1\n6,0\n7,1.0\n8,0\n')).toMatchObject({ labels: ['0', '1'], targets: [1, 0, 1, 0] });
  });

  test.each([
    ['fractions', 'x,y\n1,0.5\n2,1.5\n3,0.5\n4,1.5\n', [0.5, 1.5, 0.5, 1.5]],
    ['whole numbers that are all different', 'x,y\n1,10\n2,30\n3,20\n4,50\n', [10, 30, 20, 50]],
  ])('%s are numbers to be met', (_, text, targets) => {
    expect(learnable(text)).toMatchObject({ task: 'regression', labels: [], targets });
  });

  test('whatever divides it, numbers come back as they were', () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true });
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(float, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 20 }),
      )
      .filter((rows) => new Set(rows.map((row) => row.at(-1))).size > 1);
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), fc.boolean(), (rows, delimiter, hasHeader) => {
        const header = hasHeader ? [rows[0]!.map((_, i) => `column ${i}`)] : [];
        const { inputs } = learnable([...header, ...rows].map((row) => row.join(delimiter)).join('\n'));
        expect(inputs.map((row) => row.map((x) => x + 0))).toEqual(
          rows.map((row) => row.slice(0, -1).map((x) => x + 0)),
        );
      }),
    );
  });
});

test.each([
  ['', 'f.csv: it needs at least two rows of values.'],
  ['a,b\n', 'f.csv: it needs at least two rows of values.'],
  ['a,b\n1,2\n', 'f.csv: it needs at least two rows of values.'],
  ['1\n2\n3\n', 'f.csv: only one column is found; separate inputs and answer by commas'],
  ['a,b\n1,2\n3\n4,5\n', 'f.csv, row 3: it has 1 columns, but the first row has 2.'],
  ['a,b\n1,0\n,1\n2,0\n', 'f.csv, row 3, column a: the value is missing; fill it in or leave the row out.'],
  ['a,b\n1,0\n2,1\n\n3,NA\n4,1\n', 'f.csv, row 5, column b: the value is missing'],
  ['"a\nlong",b\n1,0\n?,1\n', 'f.csv, row 4, column a'],
  ['1,0\n2,1\nNaN,1\n', 'f.csv, row 3, column 1: the value is missing'],
  ['a,b\n1,0\n2,1\nx,0\n3,1\n', 'f.csv, row 4, column a: "x" is not a number.'],
  ['a,b\n1,0\n2,1\n1e99,0\n3,1\n', 'f.csv, row 4, column a: "1e99" is not a number.'],
  ['a,b\n1,0\n2,1\n0x10,0\n3,1\n', '"0x10" is not a number.'],
  ['a;b\n1;0\n2;1\n"1,5";0\n3;1\n', 'f.csv, row 4, column a: "1,5" is not a number.'],
  ['x,price\n1,10.5\n2,20.1\n3,"1,200"\n4,30.7\n', 'f.csv, row 4, column price: "1,200" is not a number.'],
  [
    'name,x,town,y\nann,1,Ulm,0\nbob,2,Bern,1\nkim,3,Seoul,0\nlee,4,Busan,1\n',
    'words instead of numbers stand in the columns name, town; write numbers there or leave them out.',
  ],
  ['x,name\n1,ann\n2,bob\n3,kim\n', 'f.csv, column name: 3 different words in 3 rows make no classes'],
  ['x,y\n1,0\n2,0\n3,0\n', 'f.csv, column y: the answer is the same in every row'],
  ['a,b\n1,"0\n2,1\n3,0\n', 'f.csv, row 2: a quote is opened here and closed nowhere.'],
])('%j is refused in one sentence', (text, sentence) => {
  const { value, problem } = read(text);
  expect(value).toBeNull();
  expect(problem).toContain(sentence);
  expect(problem).not.toContain('\n');
});

test('a column with a long name is found by it', () => {
  const long = 'how long it took from one end to the other and back again';
  expect(learnable(`${long},b\n0,1.5\n1,2\n0,3\n1,4\n`, long)).toMatchObject({ targets: [0, 1, 0, 1] });
});

test('a column that is not there is named, with those that are', () => {
  expect(read('a,b\n1,0\n2,1\n', 'c').problem).toBe('target: f.csv has no column "c"; it has a, b.');
  expect(read('a,b\n1,0\n2,1\n', '3').problem).toContain('has no column "3"');
});

test('a quote within a word opens nothing', () => {
  expect(learnable('length,kind\n1,5"\n2,6"\n3,5"\n4,6"\n')).toMatchObject({ labels: ['5"', '6"'] });
});

test('any text is read or refused, in both languages, never thrown at', () => {
  const text = fc.string({
    unit: fc.constantFrom('1', '2', 'a', ',', ';', '\n', '\r', '"', '-', '.', ' ', '가'),
  });
  fc.assert(
    fc.property(text, fc.constantFrom(null, 'a', '1'), (each, target) => {
      for (const { file } of [en.problem, ko.problem]) {
        const { value, problem } = readTable(each, 'f.csv', target, file);
        expect(value === null).toBe(typeof problem === 'string');
        if (value) expect(value.rows.inputs.every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
