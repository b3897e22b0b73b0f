/** A number in a formula: what it is called, and what it is. */
export type Named = { readonly name: string; readonly value: number };

/** A formula as a row of signs and of numbers that have names. */
export type Terms = readonly (string | Named)[];

/** Puts a formula together from a template, in which formulas and named numbers stand. */
export function terms(signs: TemplateStringsArray, ...parts: readonly (Named | Terms)[]): Terms {
  return signs.flatMap((sign, i) => [sign, ...(parts[i] === undefined ? [] : [parts[i]].flat())]);
}

/** Formulas with a sign between each two of them. */
export function joined(all: readonly Terms[], sign: string): Terms {
  return all.flatMap((each, i) => (i > 0 ? [sign, ...each] : each));
}

/** The formula with the names of its numbers. */
export function formulaText(formula: Terms): string {
  return formula.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

/** The formula with its numbers put in; one below zero stands in brackets behind a sign. */
export function numbersText(formula: Terms, write: (value: number) => string = writeNumber): string {
  return formula.reduce<string>((text, part) => {
    if (typeof part === 'string') return text + part;
    const isBare = part.value >= 0 || text === '' || /(?:[([|]|, )$/.test(text);
    return text + (isBare ? write(part.value) : `(${write(part.value)})`);
  }, '');
}

/** Four decimals at most, a small number with three digits: 0.3775, −2, 1.25e−5. */
export function writeNumber(value: number): string {
  const rounded = Number(value.toFixed(4));
  const text = Math.abs(value) < 0.001 && value !== 0 ? shortExponential(value) : String(rounded);
  return (text === '-0' ? '0' : text).replaceAll('-', '−');
}

function shortExponential(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split('e');
  return `${Number(mantissa)}e${Number(exponent)}`;
}
