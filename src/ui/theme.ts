import type { ColorDepth, Glyphs, Line, Rgb, Span, Tone } from '../charts/drawing.ts';
import { type Settings, usualSettings } from '../session/settings.ts';

/** What the terminal can show, and what the learner wants of it. */
export type Capabilities = { readonly colors: ColorDepth; readonly glyphs: Glyphs };

/** Small signs of the screen, in the characters that the terminal has. */
export type Marks = Readonly<Record<keyof (typeof marks)['plain'], string>>;

export type Theme = Capabilities & {
  readonly marks: Marks;
  /** True where a screen reader reads along: charts are told by their sentence. */
  readonly isSpoken: boolean;
};

/** The theme of a terminal. */
export function themeOf({ colors, glyphs }: Capabilities, isSpoken = false): Theme {
  return { colors, glyphs, marks: glyphs === 'ascii' || isSpoken ? marks.ascii : marks.plain, isSpoken };
}

/** What the environment says of the terminal, and what was asked for on the command line. */
export type TerminalChoice = {
  readonly env: NodeJS.ProcessEnv;
  readonly isAscii: boolean;
  readonly isColorless: boolean;
};

/** The theme of the terminal that a stream leads to. */
export function themeOfTerminal(
  { env, isAscii, isColorless }: TerminalChoice,
  stdout: NodeJS.WriteStream,
  wanted: Wanted = usualSettings,
): Theme {
  const found = capabilitiesOf(env, stdout.getColorDepth?.(env) ?? 1);
  const { colors, glyphs } = withWanted(found, wanted);
  const isSpoken = wanted.speech === 'auto' ? env.INK_SCREEN_READER === 'true' : wanted.speech === 'on';
  return themeOf({ colors: isColorless ? 'none' : colors, glyphs: isAscii ? 'ascii' : glyphs }, isSpoken);
}

/** What the learner wants of colours and characters, in place of what was found out. */
export type Wanted = Pick<Settings, 'colors' | 'glyphs' | 'speech'>;

/** What is used where something was found out and the learner may want something else. */
export function withWanted(found: Capabilities, { colors, glyphs }: Wanted): Capabilities {
  return {
    colors: colors === 'auto' ? found.colors : colors,
    glyphs: glyphs === 'auto' ? found.glyphs : glyphs,
  };
}

/** Finds out what the terminal can show from its environment; `bits` is what the stream says of its colours. */
export function capabilitiesOf(env: NodeJS.ProcessEnv, bits: number, isAscii = false): Capabilities {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const isUtf8 = /utf-?8/i.test(locale) || env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined;
  const isLinuxConsole = env.TERM === 'linux';
  const glyphs = isAscii || !isUtf8 ? 'ascii' : isLinuxConsole ? 'blocks' : 'braille';
  return { colors: colorsOf(env, bits), glyphs };
}

/** A line as the characters and escape sequences that show it. */
export function paint(line: Line, { colors }: Pick<Theme, 'colors'>): string {
  return line
    .map((span) => {
      const codes = codesOf(span, colors);
      return codes.length > 0 ? `\u001b[${codes.join(';')}m${span.text}\u001b[0m` : span.text;
    })
    .join('');
}

const marks = {
  plain: {
    cursor: '▸',
    right: '✓',
    wrong: '✗',
    skipped: '–',
    shown: '◦',
    done: '●',
    begun: '◐',
    fresh: '○',
    bullet: '•',
    chosen: '■',
    unchosen: '□',
    held: '↕',
    claim: '▹',
    rule: '─',
    bar: '│',
    filled: '━',
    empty: '─',
    more: '↓',
    ellipsis: '…',
  },
  ascii: {
    cursor: '>',
    right: '+',
    wrong: 'x',
    skipped: '-',
    shown: 'o',
    done: '*',
    begun: 'o',
    fresh: '.',
    bullet: '-',
    chosen: '#',
    unchosen: '.',
    held: '^',
    claim: '>',
    rule: '-',
    bar: '|',
    filled: '=',
    empty: '-',
    more: 'v',
    ellipsis: '~',
  },
} as const satisfies Record<string, Record<string, string>>;

/**
 * Middle tones, so that they can be read on black and on white alike; the series are those of Okabe and Ito,
 * which colour-blind eyes tell apart. Per tone: full colour, its number of 256, its code of 16.
 */
const palette: Readonly<Record<Tone, readonly [rgb: Rgb, of256: number, of16: number] | null>> = {
  text: null,
  muted: [0x8a8f98, 245, 90],
  axis: [0x7a7f88, 243, 90],
  accent: [0x2f8fd8, 32, 36],
  good: [0x1f9d6b, 35, 32],
  bad: [0xd9534f, 167, 31],
  warn: [0xc98a1b, 172, 33],
  class0: [0x3f7fd0, 68, 94],
  class1: [0xe08214, 172, 33],
  class2: [0x1f9d6b, 35, 32],
  class3: [0xb55fa0, 133, 35],
  series0: [0x2f8fd8, 32, 36],
  series1: [0xd98c12, 172, 33],
  series2: [0x1f9d6b, 35, 32],
  series3: [0xc2619f, 169, 35],
  series4: [0xd95f3b, 166, 31],
  series5: [0x4fb0c6, 73, 94],
  series6: [0x9a8f2e, 100, 95],
  series7: [0x8a8f98, 245, 90],
};

function codesOf({ tone, fg, bg, bold, dim }: Span, colors: ColorDepth): (number | string)[] {
  const codes: (number | string)[] = [];
  if (bold) codes.push(1);
  if (dim || (colors === 'none' && tone === 'muted')) codes.push(2);
  if (colors === 'none') return codes;
  const entry = tone && palette[tone];
  if (fg !== undefined) codes.push(...colorCodes(38, fg, colors));
  else if (entry) codes.push(...toneCodes(entry, colors));
  if (bg !== undefined) codes.push(...colorCodes(48, bg, colors));
  return codes;
}

function toneCodes(
  [rgb, of256, of16]: readonly [Rgb, number, number],
  colors: ColorDepth,
): (number | string)[] {
  if (colors === 'full') return colorCodes(38, rgb, colors);
  return colors === '256' ? [38, 5, of256] : [of16];
}

function colorCodes(ground: 38 | 48, rgb: Rgb, colors: ColorDepth): (number | string)[] {
  const [r, g, b] = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];
  if (colors === 'full') return [ground, 2, r, g, b];
  if (colors === '256') return [ground, 5, to256(r, g, b)];
  // Heat is drawn with shades of characters where there are 16 colours; no colour is better than a wrong one.
  return [];
}

/** The nearest entry of the colour cube or the grey ramp. */
function to256(r: number, g: number, b: number): number {
  const isGrey = Math.max(r, g, b) - Math.min(r, g, b) < 10;
  if (isGrey) return r < 4 ? 16 : r > 246 ? 231 : 232 + Math.min(23, Math.round((r - 8) / 10));
  const level = (value: number) =>
    value < 48 ? 0 : value < 115 ? 1 : Math.min(5, Math.floor((value - 35) / 40));
  return 16 + 36 * level(r) + 6 * level(g) + level(b);
}

function colorsOf(env: NodeJS.ProcessEnv, bits: number): ColorDepth {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') {
    const depths = { '0': 'none', false: 'none', '1': '16', true: '16', '2': '256', '3': 'full' } as const;
    return depths[forced as keyof typeof depths] ?? '16';
  }
  if ((env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb') return 'none';
  if (/truecolor|24bit/i.test(env.COLORTERM ?? '')) return 'full';
  if (bits >= 24) return 'full';
  return bits >= 8 ? '256' : bits >= 4 ? '16' : 'none';
}
