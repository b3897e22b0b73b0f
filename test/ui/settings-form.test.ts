import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/charts/spans.ts';
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

  test('shows as many keys as fit, the one under the cursor among them', () => {
    const lines = formLines(form, 5, themeOf({ colors: 'none', glyphs: 'ascii' }), 'not set').map(
      toPlainText,
    );
    expect(lines).toHaveLength(5);
    expect(lines.join('\n')).toMatch(/> lr +0\.03/);
  });
});
