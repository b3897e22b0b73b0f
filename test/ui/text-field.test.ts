import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineWidth, toPlainText } from '../../src/charts/spans.ts';
import { editField, fieldOf, layField, type TextField } from '../../src/ui/text-field.ts';

function type(text: string, ...names: readonly string[]): TextField {
  return names.reduce((field, key) => editField(field, { key, text: '' }) ?? field, fieldOf(text));
}

/** The text with the cursor as a bar. */
const show = ({ text, cursor }: TextField) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('writing', () => {
  test.each([
    ['backspace takes a whole syllable', '기울기', ['backspace'], '기울|'],
    ['and a whole emoji', 'a👩‍🔬', ['backspace'], 'a|'],
    ['the cursor steps over syllables', '기울기', ['left', 'left', 'backspace'], '|울기'],
    ['home and end stay in their line', 'one\ntwo', ['home'], 'one\n|two'],
    ['ctrl-U clears up to the cursor', 'one two', ['ctrl+u'], '|'],
    ['ctrl-W takes a word', 'one two', ['ctrl+w'], 'one |'],
    ['alt-enter begins a line', 'one', ['alt+enter'], 'one\n|'],
    ['backspace at the start does nothing', '', ['backspace'], '|'],
  ])('%s', (_, text, names, expected) => {
    expect(show(type(text, ...names))).toBe(expected);
  });

  test('text goes in where the cursor stands', () => {
    expect(show(editField(type('ac', 'left'), { key: 'b', text: 'b' }) ?? fieldOf(''))).toBe('ab|c');
  });

  test('jamo become syllables, typed one by one or pasted, also in front of other text', () => {
    const typed = (field: TextField, text: string) => editField(field, { key: 'paste', text }) ?? field;
    const one = [...'한글'.normalize('NFD')].reduce(typed, type('x', 'left'));
    expect(show(one)).toBe('한글|x');
    expect(show(typed(fieldOf(''), '기울기'.normalize('NFD')))).toBe('기울기|');
    expect(show(editField(one, { key: 'backspace', text: '' }) ?? one)).toBe('한|x');
  });

  test('enter and tab are left to the screen', () => {
    expect(editField(fieldOf('a'), { key: 'enter', text: '\n' })).toBeNull();
    expect(editField(fieldOf('a'), { key: 'tab', text: '\t' })).toBeNull();
  });
});

describe('the field on the screen', () => {
  test('breaks at words and shows the cursor behind the last one', () => {
    const { lines, column, row } = layField(fieldOf('문턱을 옮깁니다'), 10);
    expect(lines.map(toPlainText)).toEqual(['문턱을 ', '옮깁니다']);
    expect([column, row]).toEqual([8, 1]);
  });

  test('shows the cursor inside a word that was carried to the next line', () => {
    const { column, row } = layField({ text: 'one twothree', cursor: 6 }, 10);
    expect([column, row]).toEqual([2, 1]);
  });

  test('shows every letter once, and the cursor inside, whatever is written', () => {
    const text = fc
      .array(fc.constantFrom('a', '가', ' ', '\n', '긴낱말', '👩‍🔬'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (written, width) => {
        const { lines, column, row } = layField(fieldOf(written), width);
        expect(lines.map(toPlainText).join('')).toBe(written.replaceAll('\n', ''));
        expect(
          Math.max(...lines.map((line) => lineWidth(line) - Number(toPlainText(line).endsWith(' ')))),
        ).toBeLessThanOrEqual(width);
        expect(row).toBeLessThan(lines.length);
        expect(column).toBeLessThanOrEqual(width);
      }),
      // Spaces at the end of a full line once ran over it.
      { examples: [['👩‍🔬긴낱말aaa  ', 12]], numRuns: 500 },
    );
  });
});
