import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineWidth, toPlainText } from '../../src/charts/spans.ts';
import type { ProseBlock } from '../../src/content/lesson.ts';
import { pageOf, paginate } from '../../src/ui/layout/pages.ts';
import { type Chunk, proseChunks, proseLines, type Setting } from '../../src/ui/layout/prose.ts';
import { wrap } from '../../src/ui/layout/wrap.ts';
import { themeOf } from '../../src/ui/theme.ts';

const setting = (width: number): Setting => ({
  width,
  theme: themeOf({ colors: 'full', glyphs: 'braille' }),
  sources: { book: { authors: 'Minsky & Papert', year: 1969, title: 'Perceptrons', where: 'MIT Press' } },
});
const text = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (...content: Extract<ProseBlock, { type: 'paragraph' }>['content']): ProseBlock => ({
  type: 'paragraph',
  content,
});
const set = (width: number, ...blocks: ProseBlock[]) => proseLines(blocks, setting(width)).map(toPlainText);

describe('wrapping', () => {
  test('breaks Korean between words and cuts no syllable', () => {
    expect(set(20, paragraph(text('직선은 두 점을 한쪽에 두지 못합니다.')))).toEqual([
      '직선은 두 점을',
      '한쪽에 두지',
      '못합니다.',
    ]);
  });

  test('keeps punctuation and particles with the code and emphasis before them', () => {
    const lines = set(
      14,
      paragraph(text('여기서는 '), { type: 'code', value: 'step()' }, text('은, 한 번.')),
    );
    expect(lines).toEqual(['여기서는', 'step()은, 한', '번.']);
  });

  test('never begins a line with a mark', () => {
    const lines = set(
      21,
      paragraph(text('A line cannot do it. '), { type: 'claim', id: 'a' }, text(' More.')),
    );
    expect(lines).toEqual(['A line cannot do', 'it. ▹v More.']);
  });

  test('names a source by its first author and year', () => {
    expect(set(40, paragraph(text('It was known. '), { type: 'cite', id: 'book' }))).toEqual([
      'It was known. [Minsky 1969]',
    ]);
  });

  test('cuts a word that is wider than a line, between characters', () => {
    expect(set(6, paragraph(text('가나다라마 bc')))).toEqual(['가나다', '라마', 'bc']);
  });

  test('never gives a line wider than asked, and loses no letter', () => {
    const words = fc.array(
      fc.constantFrom('a', '가나', 'θ', 'gradient', '손실함수', '👩‍🔬', '1,024', '(x)'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 60 }), (each, width) => {
        const lines = wrap([{ text: each.join(' ') }], width);
        expect(Math.max(0, ...lines.map(lineWidth))).toBeLessThanOrEqual(width);
        expect(lines.map(toPlainText).join('').replaceAll(' ', '')).toBe(each.join(''));
      }),
    );
  });
});

describe('blocks', () => {
  test('a list hangs its lines below its first word', () => {
    const list: ProseBlock = { type: 'list', ordered: false, items: [[text('one two three')], [text('넷')]] };
    expect(set(10, list)).toEqual(['• one two', '  three', '• 넷']);
  });

  test('a table aligns columns by cells of the terminal, Hangul being two wide', () => {
    const table: ProseBlock = {
      type: 'table',
      header: [[text('낱말')], [text('meaning')]],
      rows: [
        [[text('배치')], [text('batch')]],
        [[text('step')], [text('한 걸음')]],
      ],
    };
    expect(set(30, table)).toEqual(['낱말   meaning', '──────────────', '배치   batch', 'step   한 걸음']);
  });

  test('a table that is too wide wraps its widest cells', () => {
    const table: ProseBlock = {
      type: 'table',
      header: [[text('a')], [text('b')]],
      rows: [[[text('x')], [text('one two three four')]]],
    };
    expect(set(14, table)).toEqual(['a   b', '──────────────', 'x   one two', '    three four']);
  });

  test('a formula that is too wide goes on below, deeper', () => {
    const formula: ProseBlock = { type: 'formula', lines: ['L = (ℓ₁ + ℓ₂ + … + ℓₙ) / n'] };
    expect(set(40, formula)).toEqual(['    L = (ℓ₁ + ℓ₂ + … + ℓₙ) / n']);
    expect(set(20, formula)).toEqual(['L = (ℓ₁ + ℓ₂ + …', '    + ℓₙ) / n']);
  });

  test('a picture that is too wide is shown strip by strip', () => {
    const picture: ProseBlock = { type: 'picture', lines: ['abcdefgh', '12345678'] };
    expect(set(5, picture)).toEqual(['abcde', '12345', '⋯', '  fgh', '  678']);
  });
});

describe('pages', () => {
  const block = (rows: number, block: number, isSplittable = false, keepsWithNext = false): Chunk => ({
    lines: Array.from({ length: rows }, (_, i) => [{ text: `${block}.${i}` }]),
    block,
    isSplittable,
    keepsWithNext,
  });
  const rows = (chunks: readonly Chunk[], height: number) =>
    paginate(chunks, height).map(({ lines }) => lines.map(toPlainText));

  test('are cut between blocks', () => {
    expect(rows([block(3, 0), block(3, 1)], 6)).toEqual([
      ['0.0', '0.1', '0.2'],
      ['1.0', '1.1', '1.2'],
    ]);
  });

  test('do not leave a heading behind', () => {
    expect(rows([block(2, 0), block(1, 1, false, true), block(3, 2)], 6)).toEqual([
      ['0.0', '0.1'],
      ['1.0', '', '2.0', '2.1', '2.2'],
    ]);
  });

  test('split a long paragraph, never leaving a single line', () => {
    expect(rows([block(7, 0, true)], 6)).toEqual([
      ['0.0', '0.1', '0.2', '0.3', '0.4'],
      ['0.5', '0.6'],
    ]);
  });

  test('cut through a picture only where it is taller than the page', () => {
    expect(rows([block(1, 0), block(9, 1)], 4).map((page) => page.length)).toEqual([1, 4, 3, 2]);
  });

  test('find the page of a block again at another height', () => {
    const chunks = [block(3, 0), block(3, 1), block(3, 2)];
    expect(pageOf(paginate(chunks, 7), 2)).toBe(1);
    expect(pageOf(paginate(chunks, 4), 2)).toBe(2);
    expect(pageOf(paginate(chunks, 30), 2)).toBe(0);
  });

  test('hold every line once and never more than fit, whatever the blocks', () => {
    const chunks = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.boolean(), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(chunks, fc.integer({ min: 4, max: 30 }), (shapes, height) => {
        const all = shapes.map(([count, split, keep], i) => block(count, i, split, keep));
        const pages = paginate(all, height);
        expect(Math.max(...pages.map(({ lines }) => lines.length))).toBeLessThanOrEqual(height);
        const shown = pages.flatMap(({ lines }) => lines.map(toPlainText)).filter((line) => line !== '');
        expect(shown).toEqual(all.flatMap(({ lines }) => lines.map(toPlainText)));
      }),
    );
  });

  test('keep the numbers of their blocks', () => {
    const chunks = proseChunks([paragraph(text('a')), paragraph(text('b'))], setting(20));
    expect(chunks.map(({ block: number }) => number)).toEqual([0, 1]);
  });
});
