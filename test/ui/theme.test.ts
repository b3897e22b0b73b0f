import { describe, expect, test } from 'vitest';
import type { Tone } from '../../src/charts/drawing.ts';
import { capabilitiesOf, paint, themeOf } from '../../src/ui/theme.ts';

describe('what a terminal can show', () => {
  test.each([
    ['full colour by COLORTERM', { COLORTERM: 'truecolor' }, 8, 'full'],
    ['256 colours by what the stream says', { TERM: 'xterm-256color' }, 8, '256'],
    ['16 colours', { TERM: 'xterm' }, 4, '16'],
    ['none where NO_COLOR is set', { NO_COLOR: '1', COLORTERM: 'truecolor' }, 24, 'none'],
    ['colours where NO_COLOR is empty', { NO_COLOR: '', COLORTERM: 'truecolor' }, 24, 'full'],
    ['FORCE_COLOR before NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '2' }, 1, '256'],
    ['none where FORCE_COLOR is 0', { FORCE_COLOR: '0' }, 24, 'none'],
  ])('%s', (_, env, bits, colors) => {
    expect(capabilitiesOf(env, bits).colors).toBe(colors);
  });

  test.each([
    ['braille in UTF-8', { LANG: 'ko_KR.UTF-8' }, false, 'braille'],
    ['ASCII in other locales', { LANG: 'C' }, false, 'ascii'],
    ['LC_ALL before LANG', { LANG: 'C', LC_ALL: 'en_US.utf8' }, false, 'braille'],
    ['blocks on the console of Linux', { LANG: 'C.UTF-8', TERM: 'linux' }, false, 'blocks'],
    ['ASCII where it is asked for', { LANG: 'C.UTF-8' }, true, 'ascii'],
  ])('%s', (_, env, isAscii, glyphs) => {
    expect(capabilitiesOf(env, 8, isAscii).glyphs).toBe(glyphs);
  });
});

const ESCAPE = '\u001b';

describe('painting', () => {
  const tones: readonly Tone[] = [
    'muted',
    'axis',
    'accent',
    'good',
    'bad',
    'warn',
    'class0',
    'class1',
    'class2',
    'class3',
    'series0',
    'series7',
  ];

  test.each(tones)('%s is a colour at every depth, and none without colours', (tone) => {
    for (const colors of ['full', '256', '16'] as const)
      expect(paint([{ text: 'x', tone }], { colors }).replaceAll(ESCAPE, '^')).toMatch(
        /^\^\[[\d;]+mx\^\[0m$/,
      );
    expect(paint([{ text: 'x', tone }], { colors: 'none' })).not.toMatch(/\[(3|4|9)\d/);
  });

  test('heat is brought down to the nearest of 256 colours', () => {
    expect(paint([{ text: '▀', fg: 0xff0000, bg: 0x000000 }], { colors: '256' })).toBe(
      '\u001b[38;5;196;48;5;16m▀\u001b[0m',
    );
    expect(paint([{ text: '▀', fg: 0x808080 }], { colors: '256' })).toBe('\u001b[38;5;244m▀\u001b[0m');
  });

  test('plain text has no escape sequences', () => {
    expect(paint([{ text: 'plain' }], { colors: 'full' })).toBe('plain');
  });

  test('ASCII marks are ASCII', () => {
    for (const mark of Object.values(themeOf({ colors: 'none', glyphs: 'ascii' }).marks))
      expect(mark).toMatch(/^[\x20-\x7e]+$/);
  });

  test('every mark is one cell wide, so that columns stay aligned', () => {
    for (const glyphs of ['braille', 'ascii'] as const) {
      for (const mark of Object.values(themeOf({ colors: 'none', glyphs }).marks))
        expect([...mark]).toHaveLength(1);
    }
  });
});
