import { describe, expect, test } from 'vitest';
import { drawn, type Frame, told } from '../../src/ui/frames.ts';

const frame = (...rows: readonly string[]): Frame => ({ rows, cursor: null });
const nothing = frame();

describe('a frame that is drawn', () => {
  test('writes the rows that changed, and nothing where none did', () => {
    const before = frame('title', 'one', 'two');
    expect(drawn.change(before, before)).toBe('');
    const change = drawn.change(before, frame('title', 'one', 'three'));
    expect(change).toContain('three');
    expect(change).not.toContain('title');
  });

  test('clears what was below it', () => {
    expect(drawn.change(frame('a', 'b', 'c'), frame('a'))).toContain('\u001b[2;1H\u001b[J');
  });
});

describe('a frame that is told', () => {
  test('says a page whole, without blank lines, escapes or padding', () => {
    expect(told.change(nothing, frame('  Title  ', '', 'one', '   '))).toBe('\r\n  Title\r\none\r\n');
  });

  test('then says only the lines that are new', () => {
    const before = frame('Title', 'question', '> 1 yes', '  2 no');
    expect(told.change(before, frame('Title', 'question', '> 1 yes', '  2 no', 'Right.'))).toBe('Right.\r\n');
    expect(told.change(before, before)).toBe('');
  });

  test('is left and entered without clearing what was said', () => {
    expect(told.clear).toBe('');
    expect(told.enter + told.leave).not.toContain('1049');
  });
});
