import { describe, expect, test } from 'vitest';
import { type ChartKind, chartKinds } from '../../src/charts/chart-kinds.ts';
import type { ChartStyle, Describe, Drawing, Size } from '../../src/charts/drawing.ts';
import { toPlainText } from '../../src/charts/spans.ts';
import { languages } from '../../src/i18n/languages.ts';
import { overflow, plain } from './plain.ts';
import { samples } from './samples.ts';

type DrawSample = (input: unknown, size: Size, style: ChartStyle, describe: Describe<never>) => Drawing;

const kinds = Object.keys(chartKinds) as ChartKind[];
/** One of a kind with one of its own samples: the table of samples has seen to their types. */
const draw = (kind: ChartKind, input: unknown, size: Size, style: ChartStyle, language: 'en' | 'ko') =>
  (chartKinds[kind] as DrawSample)(input, size, style, languages[language].chart.sentences[kind]);

const sizes = {
  narrow: { columns: 38, rows: 12 },
  usual: { columns: 78, rows: 18 },
  wide: { columns: 190, rows: 50 },
} as const satisfies Record<string, Size>;
const styles: readonly ChartStyle[] = [
  { glyphs: 'braille', colors: 'full' },
  { glyphs: 'braille', colors: 'none' },
  { glyphs: 'blocks', colors: '16' },
  { glyphs: 'ascii', colors: '256' },
  { glyphs: 'ascii', colors: 'none' },
];

describe.each(kinds)('%s', (kind) => {
  test('fit their size in every style, whatever the numbers', () => {
    for (const sample of samples[kind]) {
      for (const style of styles) {
        for (const size of [...Object.values(sizes), { columns: 10, rows: 4 }, { columns: 1, rows: 1 }]) {
          const drawing = draw(kind, sample, size, style, 'en');
          expect(overflow(drawing, size)).toEqual([]);
          const text = drawing.lines.map(toPlainText).join('\n');
          expect(text).not.toMatch(/NaN|Infinity|undefined/);
          const isAscii = [...text.replaceAll(/[\uac00-\ud7a3]/g, '')].every((letter) => letter <= '~');
          expect(style.glyphs === 'ascii' && !isAscii ? text : '').toBe('');
        }
      }
    }
  }, 120_000);

  test('are told in one sentence in both languages', () => {
    for (const sample of samples[kind]) {
      const [en, ko] = (['en', 'ko'] as const).map(
        (language) => draw(kind, sample, sizes.usual, styles[0]!, language).sentence,
      );
      expect(`${en}${ko}`).not.toMatch(/NaN|Infinity|undefined/);
    }
    const usual = draw(kind, samples[kind][0], sizes.usual, styles[0]!, 'en').sentence;
    expect(usual).toMatch(/^[^\n]+\.$/);
    expect(draw(kind, samples[kind][0], sizes.usual, styles[0]!, 'ko').sentence).toMatch(/^[^\n]+\.$/);
  });

  test('look as they do', async () => {
    const frames = Object.entries(sizes).flatMap(([name, size]) =>
      (name === 'wide' ? styles.slice(0, 1) : [styles[0]!, styles[2]!, styles[4]!]).map(
        (style) =>
          `${name} ${size.columns}x${size.rows} ${style.glyphs} ${style.colors}\n` +
          plain(draw(kind, samples[kind][0], size, style, 'en')),
      ),
    );
    const edges = samples[kind]
      .slice(1)
      .flatMap((sample, k) =>
        [styles[0]!, styles[4]!].map(
          (style) => `edge ${k + 1} ${style.glyphs}\n${plain(draw(kind, sample, sizes.narrow, style, 'ko'))}`,
        ),
      );
    await expect([...frames, ...edges].join('\n')).toMatchFileSnapshot(`frames/${kind}.txt`);
  });
});
