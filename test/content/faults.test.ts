import { describe, expect, test } from 'vitest';
import { blockShapes } from '../../src/content/block-shapes.ts';
import { faults } from './faults.ts';
import { type Edit, edited, faultsOf, smallCourse } from './small-course.ts';

test('the small course has no fault', () => {
  expect(faultsOf(smallCourse)).toEqual([]);
});

describe('every fault has its file, line and column', () => {
  for (const { name, edits, faults: expected } of faults)
    test(name, () => expect(faultsOf(edited(...edits))).toEqual(expected));
});

test('no entry of the table is without a fault', () => {
  expect(faults.filter(({ faults: expected }) => expected.length === 0)).toEqual([]);
});

describe('every kind of block', () => {
  const file = 'bending/en.md';
  const lines = smallCourse.get(file)?.split('\n') ?? [];
  const fences = [...lines.entries()].filter(([, line]) => /^```\w+ \{/.test(line));

  test('stands in the small course', () => {
    const kinds = new Set(fences.map(([, line]) => line.slice(3).split(' ')[0]));
    expect([...kinds].sort()).toEqual(Object.keys(blockShapes).sort());
  });

  test.each(fences)('knows its keys (line %i: %s)', (index) => {
    const files = new Map(smallCourse).set(file, lines.toSpliced(index + 1, 0, 'zzz: 1').join('\n'));
    const [fault, ...others] = faultsOf(files);
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${file}:${index + 2}:1 "zzz" is not known here; known here: \\w`));
  });

  test.each(fences)('points to YAML that is broken (line %i: %s)', (index) => {
    const files = new Map(smallCourse).set(file, lines.toSpliced(index + 1, 0, '"').join('\n'));
    expect(faultsOf(files).every((fault) => fault.startsWith(`${file}:`))).toBe(true);
    expect(faultsOf(files).length).toBeGreaterThan(0);
  });
});

test('faults in different files and of different kinds are all told at once', () => {
  const edits: readonly Edit[] = [
    ['course.yaml', ', ko: 작은 과정', ''],
    ['bending/en.md', 'After the run.', 'After <b>the run.'],
    ['bending/en.md', 'rubric:', 'rubrik:'],
    ['bending/en.md', 'hint: [Count the points.]', 'hint: [Count the points.'],
    ['bending/ko.md', 'minutes: 5', 'minutes: 6'],
    ['bending/ko.md', 'options: [유닛 2개, 유닛 4개]', 'options: [유닛 2개]'],
    ['bending/lab.yaml', 'ten-layers: 1', 'ten-layers: 9'],
    ['bending/lab.yaml', 'lr: 0.5\n', 'lrr: 0.5\n'],
    ['descent/en.md', 'run=bowl', 'run=bowls'],
  ];
  expect(faultsOf(edited(...edits)).map((fault) => fault.split(' ')[0])).toEqual([
    'course.yaml:1:8',
    'bending/en.md:41:1',
    'bending/en.md:45:7',
    'bending/en.md:82:1',
    'bending/en.md:84:1',
    'bending/ko.md:6:10',
    'bending/ko.md:78:10',
    'bending/lab.yaml:9:5',
    'bending/lab.yaml:20:15',
    'descent/en.md:11:15',
    'descent/ko.md:11:15',
  ]);
});

test('a file that is missing is told, and the others are still read', () => {
  const files = new Map(smallCourse);
  files.delete('bending/ko.md');
  files.delete('descent/lab.yaml');
  expect(faultsOf(files)).toEqual([
    'bending/ko.md:1:1 ko.md is missing; every lesson has lab.yaml, en.md, ko.md',
    'descent/lab.yaml:1:1 lab.yaml is missing; every lesson has lab.yaml, en.md, ko.md',
  ]);
});

test('line ends and a byte order mark change nothing', () => {
  const files = new Map(
    [...smallCourse].map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
  );
  expect(faultsOf(files)).toEqual([]);
});
