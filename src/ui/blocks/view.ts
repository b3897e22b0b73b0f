import type { Line } from '../../charts/drawing.ts';
import type { Inline, Lesson } from '../../content/lesson.ts';
import type { Language, Words } from '../../i18n/languages.ts';
import { piecesOf } from '../layout/inline.ts';
import { hanging, type Setting } from '../layout/prose.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';

/** What a block is drawn with. */
export type BlockSetting = Setting & {
  readonly words: Words['screen'];
  readonly language: Language;
  readonly lesson: Lesson;
};

/** The small line over a block that says what kind it is. */
export function titleSection(text: string): Section {
  return { lines: [[{ text, tone: 'accent', bold: true }]] };
}

/** Inline content, set. */
export function inlineLines(content: readonly Inline[], setting: Setting): readonly Line[] {
  return wrap(piecesOf(content, setting.theme, setting), setting.width);
}

/** Inline content in one style behind a sign. */
export function signed(
  sign: string,
  tone: 'good' | 'bad' | 'accent' | 'muted' | 'warn',
  content: readonly Inline[],
  setting: Setting,
): readonly Line[] {
  return hanging({ text: sign, tone, bold: true }, piecesOf(content, setting.theme, setting), setting.width);
}

/** A sentence of the program itself, behind a sign. */
export function signedText(
  sign: string,
  tone: 'good' | 'bad' | 'accent' | 'muted' | 'warn',
  text: string,
  setting: Setting,
): readonly Line[] {
  return hanging({ text: sign, tone, bold: true }, [{ text, tone, bold: true }], setting.width);
}

/** Hints that were taken, one below the other. */
export function hintSections(
  hints: readonly Inline[][],
  taken: number,
  { words, ...setting }: BlockSetting,
): readonly Section[] {
  return hints.slice(0, taken).map((hint, i) => ({
    lines: hanging(
      { text: words.question.hint(i + 1, hints.length), tone: 'warn' },
      piecesOf(hint, setting.theme, setting),
      setting.width,
    ),
    joined: i > 0,
    mark: `hint:${i}`,
  }));
}

/** A numbered option with a sign before it; the one under the cursor stands out. */
export function optionLines(
  option: {
    readonly number: number;
    readonly content: readonly Inline[];
    readonly isUnderCursor: boolean;
    /** How it did: a sign of its own in place of the cursor. */
    readonly sign?: { readonly text: string; readonly tone: 'good' | 'bad' | 'accent' | 'muted' };
    /** Between number and text. */
    readonly box?: string;
  },
  setting: Setting,
): readonly Line[] {
  const { theme } = setting;
  const cursor = option.isUnderCursor ? theme.marks.cursor : ' ';
  const lead = option.sign ?? { text: cursor, tone: 'accent' as const };
  const style = option.isUnderCursor && !option.sign ? ({ tone: 'accent', bold: true } as const) : {};
  const box = option.box ? ` ${option.box}` : '';
  const content = piecesOf(option.content, theme, setting, style);
  const sign = `${option.number}${box} `;
  return hanging({ text: sign, tone: 'accent' }, content, setting.width - 2).map((line, i) => [
    i === 0 ? { text: `${lead.text} `, tone: lead.tone, bold: true } : { text: '  ' },
    ...line,
  ]);
}
