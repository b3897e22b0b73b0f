import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Line } from '../../src/charts/drawing.ts';
import { plainWidth } from '../../src/charts/plain-width.ts';
import {
  lineWidth,
  mergeSpans,
  padLine,
  shortenLine,
  textWidth,
  toPlainText,
  truncateLine,
  truncateText,
} from '../../src/charts/spans.ts';
import { anyLabel } from './arbitrary.ts';

test('neighbours of one style become one span', () => {
  const line: Line = [
    { text: 'a', tone: 'good' },
    { text: 'b', tone: 'good', dim: false },
    { text: '' },
    { text: 'c' },
  ];
  expect(mergeSpans(line)).toEqual([{ text: 'ab', tone: 'good' }, { text: 'c' }]);
});

test('a Hangul letter takes two cells', () => {
  expect(textWidth('손실 x')).toBe(6);
  expect(lineWidth([{ text: '손실' }, { text: ' x', bold: true }])).toBe(6);
});

test('a line is cut between letters, never through one', () => {
  const line: Line = [{ text: 'ab' }, { text: '손실', tone: 'bad' }];
  expect(toPlainText(truncateLine(line, 5))).toBe('ab손');
  expect(toPlainText(truncateLine(line, 3))).toBe('ab');
  expect(truncateLine(line, 6)).toEqual(line);
});

test('a line is filled up where a letter did not fit', () => {
  expect(toPlainText(padLine([{ text: '손실' }], 3))).toBe('손 ');
});

test('so does a cut line, in its own styles', () => {
  const line = [{ text: '가중치 ', bold: true }, { text: 'weights' }];
  expect(shortenLine(line, 14, '~')).toBe(line);
  expect(shortenLine(line, 8, '~').map(({ text }) => text)).toEqual(['가중치 ', '~']);
});

test('a cut text says so', () => {
  expect(truncateText('경사하강법', 7)).toBe('경사하…');
  expect(truncateText('descent', 5, '..')).toBe('des..');
  expect(truncateText('x', 1)).toBe('x');
  expect(truncateText('xyz', 0)).toBe('');
});

test('a padded line has exactly the width that was asked for', () => {
  fc.assert(
    fc.property(fc.array(anyLabel), fc.nat(50), (texts, columns) => {
      const visible = texts.map((text) => text.replaceAll(/\p{C}|\p{M}/gu, ''));
      expect(
        lineWidth(
          padLine(
            visible.map((text) => ({ text })),
            columns,
          ),
        ),
      ).toBe(columns);
    }),
  );
});

test('plain letters are as wide as the library for widths says', () => {
  for (let code = 0x20; code < 0xd800; code++) {
    const letter = String.fromCharCode(code);
    const width = plainWidth(letter);
    if (width !== null) expect([letter, width]).toEqual([letter, stringWidth(letter)]);
  }
  expect(plainWidth('가A⠿')).toBe(4);
  expect(plainWidth('e\u0301')).toBeNull();
  expect(plainWidth('👍')).toBeNull();
});
