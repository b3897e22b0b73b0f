import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../src/content/course.ts';
import { edited, smallCourse } from './small-course.ts';

describe('the small course', () => {
  const { value } = parseCourse(smallCourse);

  test('has its lessons in the order of course.yaml', () => {
    expect(value?.title).toEqual({ en: 'A small course', ko: '작은 과정' });
    expect(value?.lessons.map(({ id, minutes, needs }) => ({ id, minutes, needs }))).toEqual([
      { id: 'bending', minutes: 5, needs: [] },
      { id: 'descent', minutes: 3, needs: ['bending'] },
    ]);
  });

  test('has the same steps in both languages', () => {
    for (const { text } of value?.lessons ?? [])
      expect(text.ko.steps.map(({ id, type }) => [id, type])).toEqual(
        text.en.steps.map(({ id, type }) => [id, type]),
      );
  });

  test('counts the options of answers from 0', () => {
    expect(value?.lessons[0]?.lab.answers).toEqual({
      'ten-layers': { type: 'single', option: 0 },
      'which-bend': { type: 'multiple', options: [0, 2] },
      'how-many': { type: 'number', value: 13, tolerance: 0.01 },
      'the-loop': { type: 'order' },
      pairs: { type: 'match' },
      'one-word': { type: 'short', accept: ['activation', '활성화'] },
      'count-them': { type: 'table', cells: [1, 1], tolerance: 0 },
      'which-line': { type: 'spot', option: 1 },
    });
  });

  test('has recipes that are ready to run', () => {
    expect(value?.lessons[0]?.lab.runs.widths).toMatchObject({
      kind: 'train',
      seeds: [1, 2, 3],
      vary: [{ net: [2] }, { net: [4] }],
    });
  });

  test('is plain JSON: it is parsed once, when the program is built', () => {
    expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
  });
});

test('what there is to pair, to fill and to find is read, with the indent of a line of a program', () => {
  const steps = parseCourse(smallCourse).value?.lessons[0]?.text.en.steps ?? [];
  const question = (id: string) => steps.find((step) => step.id === id);
  const text = (value: string) => [{ type: 'text', value }];
  expect(question('pairs')).toMatchObject({ partners: [text('bends'), text('stays straight')] });
  expect(question('count-them')).toMatchObject({
    options: [],
    table: {
      rows: [
        [text('tanh'), null],
        [text('relu'), null],
        [text('identity'), text('0')],
      ],
    },
  });
  expect(question('which-line')).toMatchObject({
    options: [{}, { text: [{ value: '\u00a0\u00a0' }, { value: 'loss.backward' }] }],
  });
});

describe('what can be read is given whatever else is wrong', () => {
  test('a lesson with a fault in a reference', () => {
    const { value, problems } = parseCourse(edited(['descent/en.md', 'run=bowl', 'run=bowls']));
    expect(value?.lessons.map(({ id }) => id)).toEqual(['bending', 'descent']);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('the other lessons, where one has no shape', () => {
    const { value } = parseCourse(edited(['bending/lab.yaml', 'runs:', 'runs: [']));
    expect(value?.lessons.map(({ id }) => id)).toEqual(['descent']);
  });

  test('all lessons in the order of their names, where course.yaml is missing', () => {
    const files = new Map([...smallCourse].filter(([path]) => path !== 'course.yaml'));
    const { value, problems } = parseCourse(files);
    expect(value?.lessons.map(({ id }) => id)).toEqual(['bending', 'descent']);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['course.yaml', 'file']]);
  });

  test('nothing, of nothing', () => {
    expect(parseCourse(new Map()).value).toBeNull();
  });
});

describe('no input makes the parser throw, and every fault stands in its file', () => {
  const paths = [...smallCourse.keys()];
  const cut = fc.record({
    path: fc.constantFrom(...paths),
    act: fc.constantFrom('drop', 'swap', 'repeat', 'halve', 'insert'),
    at: fc.nat(200),
    other: fc.nat(200),
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '```',
        '---',
        '- {',
        '  : ',
        '? [',
        '&a *a',
        '<<: *x',
        '[[claim:',
        '__proto__: 1',
        '!!js/function x',
        '\t\tx',
        '%YAML 9',
      ),
    ),
  });

  test('lines cut, swapped, repeated, halved and put in', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
        const files = new Map(smallCourse);
        for (const each of cuts) files.set(each.path, mangle(files.get(each.path) ?? '', each));
        const { value, problems } = parseCourse(files);
        for (const { file, line, column, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual((files.get(file) ?? '').split(/\r\n?|\n/).length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe('');
        }
        expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

function mangle(
  text: string,
  { act, at, other, text: added }: { act: string; at: number; other: number; text: string },
): string {
  const lines = text.split('\n');
  const [i, j] = [at % lines.length, other % lines.length];
  const [first = '', second = ''] = [lines[i], lines[j]];
  if (act === 'drop') lines.splice(i, 1);
  else if (act === 'swap') [lines[i], lines[j]] = [second, first];
  else if (act === 'repeat') lines.splice(j, 0, first);
  else if (act === 'halve') lines[i] = first.slice(0, Math.floor(first.length / 2));
  else lines[i] = first + added;
  return lines.join('\n');
}
