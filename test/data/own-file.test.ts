import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { isFileName, openFile } from '../../src/data/own-file.ts';
import { makeTables } from '../../src/data/tables.ts';
import { en } from '../../src/i18n/en.ts';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const open = (file: string, target: string | null = null) => openFile(file, target, en.problem.file);

function opened(file: string, target: string | null = null) {
  const { value, problem } = open(file, target);
  if (!value) throw new Error(problem);
  return value;
}

/** An IDX file of unsigned bytes. */
function idx(shape: readonly number[], values: readonly number[]): Uint8Array {
  const head = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  head.setUint32(0, 0x0800 + shape.length);
  for (const [i, length] of shape.entries()) head.setUint32(4 + 4 * i, length);
  return Uint8Array.of(...new Uint8Array(head.buffer), ...values);
}

const IMAGES = [0, 0, 0, 255, 0, 51, 0, 255, 102, 0, 0, 255, 0, 153, 0, 255];
const LABELS = [3, 0, 3, 0];

test.each(['data.csv', './data', '/tmp/data', 'C:\\data', 'a.csv.gz', 'train-images-idx3-ubyte'])(
  '%s names a file',
  (name) => expect(isFileName(name)).toBe(true),
);
test.each(['moons', 'random-labels', 'digts'])('%s does not', (name) => expect(isFileName(name)).toBe(false));

describe("the learner's table", () => {
  const text = `x,y\n${Array.from({ length: 40 }, (_, i) => `${i},${(3 * i) / 7}`).join('\n')}\n`;

  test('keeps a quarter of its rows to test on, and is scaled', () => {
    const set = opened(written('table.csv', text));
    expect(set).toMatchObject({ task: 'regression', classes: 1, features: 1, rows: 40 });
    expect(set.defaults).toMatchObject({ n: 30, test: 10, scale: 'standard' });
    const { train, test: other } = makeTables(set, { ...set.defaults, features: 1 }, 1);
    // y is a multiple of x: once both are scaled, they are one.
    for (const table of [train, other!])
      table.inputs.forEach((x, i) => {
        expect(table.targets[i]).toBeCloseTo(x, 4);
      });
  });

  test('may be packed', () => {
    expect(opened(written('table.csv.gz', gzipSync(text))).rows).toBe(40);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffa,종류\n1,배\n2,감\n3,배\n4,감\n', 'utf16le')],
    // 감 and 배 as a Korean spreadsheet writes them.
    [
      'EUC-KR',
      Buffer.from([
        ...Buffer.from('a,b\n1,'),
        0xb9,
        0xe8,
        ...Buffer.from('\n2,'),
        0xb0,
        0xa8,
        ...Buffer.from('\n3,'),
        0xb9,
        0xe8,
        ...Buffer.from('\n4,'),
        0xb0,
        0xa8,
      ]),
    ],
  ])('may be written in %s', (encoding, bytes) => {
    expect(opened(written(`${encoding}.csv`, bytes)).labels).toEqual(['감', '배']);
  });

  test('is read again when it has changed', () => {
    const file = written('changing.csv', text);
    expect(opened(file)).toBe(opened(file));
    writeFileSync(file, 'x,y\n1,0\n2,1\n3,0\n4,1\n');
    utimesSync(file, new Date(0), new Date(0));
    expect(opened(file).rows).toBe(4);
  });
});

describe("the learner's images", () => {
  const images = written('train-images-idx3-ubyte', idx([4, 2, 2], IMAGES));
  const labels = written('train-labels-idx1-ubyte', idx([4], LABELS));

  test('are found with their labels, dark 0 to bright 1', () => {
    const set = opened(images);
    expect(set).toMatchObject({
      task: 'classes',
      classes: 4,
      features: 4,
      rows: 4,
      defaults: { n: 3, test: 1 },
    });
    const { train } = makeTables(set, { n: 4, noise: 0, features: 4, test: 0 }, 1);
    const brightest = Array.from({ length: 4 }, (_, i) => Math.max(...train.inputs.slice(4 * i, 4 * i + 4)));
    expect(brightest).toEqual([1, 1, 1, 1]);
    expect(
      [...train.inputs]
        .map((x) => Math.round(x * 10))
        .filter((x) => x > 0 && x < 10)
        .sort(),
    ).toEqual([2, 4, 6]);
    expect([...train.targets].sort()).toEqual([0, 0, 3, 3]);
  });

  test('may be packed, and their labels named', () => {
    const packed = written('pictures.idx.gz', gzipSync(idx([4, 2, 2], IMAGES)));
    expect(opened(packed, labels)).toMatchObject({ classes: 4, rows: 4 });
  });

  test('bring the rows to test on that are published beside them, unless their labels are named', () => {
    written('t10k-images-idx3-ubyte', idx([2, 2, 2], [9, 9, 9, 9, 8, 8, 8, 8]));
    written('t10k-labels-idx1-ubyte', idx([2], [0, 3]));
    const again = written('train-images-idx3-ubyte', idx([4, 2, 2], IMAGES));
    utimesSync(again, new Date(0), new Date(0));
    const set = opened(again);
    expect(set.defaults).toMatchObject({ n: 4, test: 2 });
    expect(opened(again, labels).defaults).toMatchObject({ n: 3, test: 1 });
    const { test: other } = makeTables(set, { n: 4, noise: 0, features: 4, test: 2 }, 1);
    expect([...other!.inputs].map((x) => Math.round(255 * x)).sort()).toEqual([8, 8, 8, 8, 9, 9, 9, 9]);
  });

  test.each([
    ['no-labels-idx3', idx([4, 2, 2], IMAGES), null, 'its labels should lie in'],
    [
      'floats.idx',
      Uint8Array.of(0, 0, 0x0d, 1, 0, 0, 0, 0),
      labels,
      'of IDX files only those of unsigned bytes can be read.',
    ],
    ['short.idx', idx([4, 2, 2], IMAGES.slice(1)), labels, 'it has 31 bytes, but its head promises 32.'],
    ['head.idx', idx([4, 2, 2], []).slice(0, 9), labels, 'it has 9 bytes, but its head promises 16.'],
    ['many.idx', idx([5, 1], [1, 2, 3, 4, 5]), labels, 'it has 4 labels, but'],
    ['one.idx', idx([1, 2], [1, 2]), labels, 'it needs at least two rows'],
    [
      'same.idx',
      idx([2, 1], [1, 2]),
      written('same-labels', idx([2], [7, 7])),
      'the answer is the same in every row',
    ],
  ])('%s is refused in one sentence', (name, bytes, target, sentence) => {
    const file = written(name, bytes);
    const { value, problem } = open(file, target);
    expect(value).toBeNull();
    expect(problem).toContain(sentence);
    expect(problem).toContain(name);
  });
});

test.each([
  ['none.csv', 'cannot be read (ENOENT)'],
  ['.', 'cannot be read (EISDIR)'],
])('%s is refused in one sentence', (name, sentence) => {
  expect(open(join(folder, name)).problem).toContain(sentence);
});

test('a packed file that is broken is refused', () => {
  const broken = gzipSync('x,y\n1,2\n').fill(7, 12);
  expect(open(written('broken.gz', broken)).problem).toContain('cannot be read');
});
