import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTerminal } from '../../src/ui/terminal.ts';

/** A terminal of ten rows that remembers what was written to it. */
function paper() {
  const written: string[] = [];
  const stream = Object.assign(new EventEmitter(), {
    columns: 20,
    rows: 10,
    writableNeedDrain: false,
    write: (text: string) => {
      written.push(text);
      return true;
    },
  });
  const taken = () => written.splice(0).join('').replaceAll('\u001b', '^');
  return { stream: stream as unknown as NodeJS.WriteStream & { writableNeedDrain: boolean }, taken };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the screen', () => {
  test('is entered and left as it was', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    expect(taken()).toContain('^[?1049h');
    terminal.leave();
    expect(taken()).toMatch(/\^\[\?25h\^\[\?1049l$/);
    expect(stream.listenerCount('resize')).toBe(0);
  });

  test('gets only the rows that have changed', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    terminal.stdout.write('one\ntwo');
    vi.runAllTimers();
    expect(taken()).toContain('^[1;1Hone^[K^[2;1Htwo^[K');
    terminal.stdout.write('one\nthree');
    vi.runAllTimers();
    const second = taken();
    expect(second).toContain('^[2;1Hthree^[K');
    expect(second).not.toContain('one');
  });

  test('shows painted rows in place of those of the frame, as long as they are painted', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    terminal.stdout.write('one\n ');
    terminal.setPainted(new Map([[1, 'a chart']]));
    vi.runAllTimers();
    expect(taken()).toContain('^[2;1Ha chart^[K');
    terminal.setPainted(new Map());
    vi.runAllTimers();
    expect(taken()).toContain('^[2;1H ^[K');
  });

  test('is cleared below a frame that has become shorter', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    terminal.stdout.write('one\ntwo');
    vi.runAllTimers();
    taken();
    terminal.stdout.write('one');
    vi.runAllTimers();
    expect(taken()).toContain('^[2;1H^[J');
  });

  test('is drawn at most thirty times a second, and ends with the last frame', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    vi.runAllTimers();
    taken();
    for (let frame = 0; frame < 100; frame++) {
      terminal.stdout.write(`frame ${frame}`);
      vi.advanceTimersByTime(5);
    }
    vi.runAllTimers();
    const all = taken();
    expect(all.split('frame ').length - 1).toBeLessThan(20);
    expect(all).toContain('frame 99');
  });

  test('is not drawn faster than a slow line takes it, and catches up when it has', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    vi.runAllTimers();
    taken();
    stream.writableNeedDrain = true;
    terminal.stdout.write('late');
    vi.runAllTimers();
    expect(taken()).toBe('');
    stream.writableNeedDrain = false;
    stream.emit('drain');
    vi.runAllTimers();
    expect(taken()).toContain('late');
  });

  describe('on a line that is told to be slow by late answers', () => {
    /** A terminal with a frame of so many characters drawn on it, and a question behind it that is open. */
    function asked({ answers }: { readonly answers: boolean }) {
      const { stream, taken } = paper();
      const terminal = openTerminal(stream);
      terminal.enter();
      const draw = (letter: string) => {
        terminal.stdout.write(letter.repeat(4_000));
        vi.advanceTimersByTime(100);
        return taken();
      };
      expect(draw('a')).toMatch(/a\^.*\^\[c$/);
      if (answers) {
        terminal.hear();
        expect(draw('b')).toMatch(/\^\[c$/);
      }
      return { terminal, draw, taken };
    }

    test('waits for the answer once so much is under way, and goes on with the last frame', () => {
      const { terminal, draw, taken } = asked({ answers: true });
      expect(draw('c')).toContain('c');
      expect(draw('d')).toBe('');
      expect(draw('e')).toBe('');
      terminal.hear();
      vi.advanceTimersByTime(100);
      const next = taken();
      expect(next).toContain('e');
      expect(next).not.toContain('d');
    });

    test.each([true, false])('waits in vain but once, whether it has ever answered: %s', (answers) => {
      const { terminal, draw, taken } = asked({ answers });
      draw('c');
      expect(draw('d')).toBe('');
      vi.advanceTimersByTime(3_000);
      expect(taken()).toContain('d');
      for (const letter of 'efghi') expect(draw(letter)).toContain(letter);
      // A late answer is one.
      terminal.hear();
      expect(draw('j')).toMatch(/\^\[c$/);
    });

    test('does not wait for an answer that went to another program', () => {
      const { terminal, draw, taken } = asked({ answers: true });
      draw('c');
      terminal.leave();
      terminal.enter();
      taken();
      expect(draw('d')).toContain('d');
    });
  });

  test('is drawn whole after a change of size, and never more rows than it has', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    terminal.stdout.write(Array.from({ length: 30 }, (_, i) => `row ${i}`).join('\n'));
    vi.runAllTimers();
    expect(taken()).not.toContain('row 10');
    stream.rows = 2;
    stream.emit('resize');
    vi.runAllTimers();
    const again = taken();
    expect(again).toContain('row 1');
    expect(again).not.toContain('row 2');
  });

  test('shows the cursor where text is written, and hides it elsewhere', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    terminal.setCursor({ column: 4, row: 2 });
    vi.runAllTimers();
    expect(taken()).toContain('^[3;5H^[?25h');
    terminal.setCursor(null);
    vi.runAllTimers();
    expect(taken()).not.toContain('^[?25h');
  });

  test('that has gone is not written to', () => {
    const { stream, taken } = paper();
    const terminal = openTerminal(stream);
    terminal.enter();
    taken();
    terminal.lose();
    terminal.stdout.write('nobody reads this');
    terminal.leave();
    vi.runAllTimers();
    expect(taken()).toBe('');
  });
});
