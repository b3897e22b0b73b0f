import { convertHangulToQwerty } from 'es-hangul';
import type { Key } from 'ink';
import { letters } from '../charts/spans.ts';

/** A key by its name: `a`, `?`, `space`, `enter`, `up`, `ctrl+c`; `text` is what it types, if anything. */
export type Press = { readonly key: string; readonly text: string };

/** The keys in one piece of input. A fast hand, a paste and a slow line send several at once. */
export function pressesOf(input: string, key: Key): readonly Press[] {
  const name = named.find((each) => key[each]);
  if (key.return) return [{ key: key.meta ? 'alt+enter' : 'enter', text: '' }];
  if (name) return [{ key: shortNames[name], text: '' }];
  if (key.ctrl) return [{ key: `ctrl+${input}`, text: '' }];
  return lettersAndEnds(input).map(pressOf);
}

function pressOf(letter: string): Press {
  if (letter === '\u007f' || letter === '\b') return { key: 'backspace', text: '' };
  const key = special[letter];
  // Ctrl and a letter, among others that came with it.
  if (!key && letter < ' ')
    return { key: `ctrl+${String.fromCharCode(letter.charCodeAt(0) + 96)}`, text: '' };
  return { key: key ?? letter, text: letter };
}

/** The keys that were pressed for a letter while the keyboard was set to Hangul: ㅂ is q, 바 is q and k. */
export function latinKeys({ key, text }: Press): readonly string[] {
  if (key === 'paste' || !/[ㄱ-ㆎ가-힣]/.test(text)) return [key];
  // Shifted jamo (ㅃ, ㅒ) are meant as the same keys: no command is a capital letter.
  return [...convertHangulToQwerty(text).toLowerCase()];
}

const named = [
  'upArrow',
  'downArrow',
  'leftArrow',
  'rightArrow',
  'pageDown',
  'pageUp',
  'home',
  'end',
  'escape',
  'tab',
  'backspace',
  'delete',
] as const satisfies readonly (keyof Key)[];

const shortNames: Readonly<Record<(typeof named)[number], string>> = {
  upArrow: 'up',
  downArrow: 'down',
  leftArrow: 'left',
  rightArrow: 'right',
  pageDown: 'pagedown',
  pageUp: 'pageup',
  home: 'home',
  end: 'end',
  escape: 'escape',
  tab: 'tab',
  backspace: 'backspace',
  // Ink names the usual backspace key (127) so.
  delete: 'backspace',
};

const special: Readonly<Record<string, string>> = { ' ': 'space', '\r': 'enter', '\n': 'enter', '\t': 'tab' };

/** Letters as a reader counts them, with line ends and other control characters kept, which take no cell. */
function lettersAndEnds(text: string): readonly string[] {
  return text
    .split(CONTROL)
    .flatMap((part) => (/^[\r\n]/.test(part) ? ['\n'] : CONTROL.test(part) ? [part] : letters(part)));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /(\r\n|[\u0000-\u001f\u007f])/;
