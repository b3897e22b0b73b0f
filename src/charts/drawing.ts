/** What a colour stands for; the theme of the terminal decides how it looks. */
export type Tone =
  | 'text'
  | 'muted'
  | 'axis'
  | 'accent'
  | 'good'
  | 'bad'
  | 'warn'
  | 'class0'
  | 'class1'
  | 'class2'
  | 'class3'
  | `series${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/** 0xRRGGBB: for heat, where a value is a colour; the theme brings it down to what the terminal has. */
export type Rgb = number;

/** A run of characters in one style. Neighbours of the same style are merged by `mergeSpans`. */
export type Span = {
  readonly text: string;
  readonly tone?: Tone;
  readonly fg?: Rgb;
  readonly bg?: Rgb;
  readonly bold?: boolean;
  readonly dim?: boolean;
};

export type Line = readonly Span[];

/** What every chart gives back: lines no wider and no more than asked, and one sentence that says what they show. */
export type Drawing = { readonly lines: readonly Line[]; readonly sentence: string };

/** Puts the facts of a chart into one sentence; `number` writes a value in few characters. */
export type Describe<Facts> = (facts: Facts, number: (value: number) => string) => string;

/** In character cells of the terminal. */
export type Size = { readonly columns: number; readonly rows: number };

/** The characters that the terminal can show. */
export type Glyphs = 'braille' | 'blocks' | 'ascii';

/** `none`: nothing may be told by colour alone. */
export type ColorDepth = 'full' | '256' | '16' | 'none';

export type ChartStyle = { readonly glyphs: Glyphs; readonly colors: ColorDepth };
