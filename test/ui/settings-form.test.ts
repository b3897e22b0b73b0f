import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/charts/spans.ts';
import { languages } from '../../src/i18n/languages.ts';
import { parseRecipe } from '../../src/training/recipe.ts';
import { changeIn, formLines, formOf, movedBy, turnedBy, valuesOf } from '../../src/ui/lab/settings-form.ts';
import { themeOf } from '../../src/ui/theme.ts';

const { value: recipe } = parseRecipe({ data: 'moons', net: [4], opt: 'sgd', lr: 0.03, steps: 100 });
const form = formOf(recipe!);
const at = (key: string) => form.rows.findIndex((row) => row.key === key) - form.cursor;

describe('the form of what may change under way', () => {
  test('begins at the learning rate, with everything as the run has it', () => {
    expect(form.rows[form.cursor]!.key).toBe('lr');
    expect(changeIn(form)).toEqual({});
  });

  test('turns the learning rate through 1, 2 and 5 of each power of ten, its own value among them', () => {
    expect(changeIn(turnedBy(form, 1))).toEqual({ lr: 0.05 });
    expect(changeIn(turnedBy(form, -1))).toEqual({ lr: 0.02 });
    expect(changeIn(turnedBy(turnedBy(form, 1), -1))).toEqual({});
  });

  test('goes through the names of a choice, and gives a key that was not set its first value', () => {
    const opt = changeIn(turnedBy(movedBy(form, at('opt')), 1));
    expect(opt).toEqual({ opt: 'momentum' });
    expect(changeIn(turnedBy(movedBy(form, at('dropout')), 1))).toEqual({ dropout: 0 });
  });

  test('offers no value that the rule of a key forbids', () => {
    expect(
      valuesOf({ type: 'number', from: 0, to: 0.95 }, null).every((value) => Number(value) <= 0.95),
    ).toBe(true);
    expect(valuesOf({ type: 'number', above: 0, to: 10 }, null)).not.toContain(0);
    expect(valuesOf({ type: 'whole', from: 1, to: 100 }, 7)).toEqual([1, 2, 5, 7, 10, 20, 50, 100]);
  });

  const display = { theme: themeOf({ colors: 'none', glyphs: 'ascii' }), words: languages.en };

  test('shows as many keys as fit, the one under the cursor among them, and how many more are below', () => {
    const lines = formLines(form, 5, display).map(toPlainText);
    expect(lines).toHaveLength(5);
    expect(lines.join('\n')).toMatch(/> lr +0\.03/);
    const last = form.rows.findIndex(({ key }) => lines[3]!.includes(`${key} `));
    expect(lines[4]).toBe(`v ${form.rows.length - 1 - last} more below`);
  });

  test('says of no more where all fit, and at the end of the list', () => {
    const whole = formLines(form, form.rows.length, display).map(toPlainText);
    expect(whole).toHaveLength(form.rows.length);
    const end = formLines(movedBy(form, form.rows.length), 5, display).map(toPlainText);
    expect([...whole, ...end].join('\n')).not.toContain('below');
    expect(end.join('\n')).toContain(`> ${form.rows.at(-1)!.key}`);
  });
});
