import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { latinKeys, pressesOf } from '../../src/ui/key-press.ts';
import { type CommandName, commandOf, keys, shownKeys } from '../../src/ui/keys.ts';

const noKey = Object.fromEntries(
  [
    'upArrow',
    'downArrow',
    'leftArrow',
    'rightArrow',
    'pageDown',
    'pageUp',
    'home',
    'end',
    'return',
    'escape',
    'ctrl',
    'shift',
    'tab',
    'backspace',
    'delete',
    'meta',
  ].map((name) => [name, false]),
) as unknown as Key;
const names = Object.keys(keys) as CommandName[];

describe('commands', () => {
  test.each(names)('%s has a key, and a name in every language', (name) => {
    expect(keys[name].length).toBeGreaterThan(0);
    for (const { screen } of Object.values(languages)) {
      expect(screen.keys[name].short).not.toBe('');
      expect(screen.keys[name].long).not.toBe('');
    }
  });

  test.each(names)('%s has no key that a Hangul keyboard cannot give', (name) => {
    for (const key of keys[name]) if (key.length === 1) expect(key).toBe(key.toLowerCase());
  });

  test('of two commands with one key the first works, and the other shows what is left to it', () => {
    expect(commandOf('space', ['tick', 'forward'])).toBe('tick');
    expect(shownKeys('forward', ['tick', 'forward'], 1)).toEqual(['right']);
  });

  test('a key means nothing where its command does not work', () => {
    expect(commandOf('v', ['forward', 'back'])).toBeNull();
  });
});

describe('the keyboard', () => {
  test.each([
    ['ㅂ', ['q']],
    ['ㅅ', ['t']],
    ['ㅗ', ['h']],
    ['ㅃ', ['q']],
    ['바', ['q', 'k']],
    ['녀', ['s', 'u']],
    ['t', ['t']],
  ])('%s, typed with the Hangul layout on, is %s', (text, expected) => {
    expect(latinKeys({ key: text, text })).toEqual(expected);
  });

  test('a held backspace, and Ctrl with a letter, are keys also where a slow line brings several at once', () => {
    expect(pressesOf('\u007f\u007f', noKey)).toEqual([
      { key: 'backspace', text: '' },
      { key: 'backspace', text: '' },
    ]);
    expect(pressesOf('a\u0015', noKey).map(({ key }) => key)).toEqual(['a', 'ctrl+u']);
  });

  test('several keys in one piece of input are told apart', () => {
    expect(pressesOf('1 \r', noKey).map(({ key }) => key)).toEqual(['1', 'space', 'enter']);
  });

  test('letters made of several characters are one press', () => {
    expect(pressesOf('각👩‍🔬', noKey).map(({ text }) => text)).toEqual(['각', '👩‍🔬']);
  });

  test('named keys have names', () => {
    expect(pressesOf('', { ...noKey, upArrow: true })).toEqual([{ key: 'up', text: '' }]);
    expect(pressesOf('\r', { ...noKey, return: true })).toEqual([{ key: 'enter', text: '' }]);
    expect(pressesOf('\r', { ...noKey, return: true, meta: true })).toEqual([{ key: 'alt+enter', text: '' }]);
    expect(pressesOf('c', { ...noKey, ctrl: true })).toEqual([{ key: 'ctrl+c', text: '' }]);
  });

  test('the backspace key is one under either of its names', () => {
    expect(pressesOf('', { ...noKey, delete: true })).toEqual(pressesOf('', { ...noKey, backspace: true }));
  });
});
