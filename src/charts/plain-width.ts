/** Letters of one code unit that take one cell: ASCII, Latin, Greek, punctuation, scripts, arrows, mathematics, lines, blocks, shapes, check marks, braille. */
const ONE =
  ' -~\\u00a1-\\u00a8\\u00aa-\\u00ac\\u00b0-\\u02ff\\u0391-\\u03a1\\u03a3-\\u03c9\\u2010-\\u2015\\u2018-\\u201f\\u2020-\\u2026\\u2070\\u2071\\u2074-\\u208e\\u2190-\\u22ff\\u2500-\\u25fc\\u2713\\u2717\\u2715\\u2716\\u2800-\\u28ff';
/** Letters of one code unit that take two: Hangul syllables and single jamo. */
const TWO = '\\uac00-\\ud7a3\\u3131-\\u3163';

const plain = new RegExp(`^[${ONE}${TWO}]*$`);
const wide = new RegExp(`[${TWO}]`, 'g');

/** Cells of a text whose letters all stand by themselves, without asking a table of Unicode; null for any other text. */
export function plainWidth(text: string): number | null {
  if (!plain.test(text)) return null;
  return text.length + (text.match(wide)?.length ?? 0);
}
