// Stands before string-width, for all that is bundled. That library and Intl.Segmenter take some 70 ms to get ready,
// and the text of a first frame hardly ever needs them.
import { plainWidth } from '../src/charts/plain-width.ts';

export default function stringWidth(text, options) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are escape sequences
  const letters = text.replace(/\u001b\[[\d;]*m/g, '');
  return plainWidth(letters) ?? require('string-width').default(text, options);
}
