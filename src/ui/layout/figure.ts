import type { Line } from '../../charts/drawing.ts';
import { drawFunctions } from '../../charts/function-plot.ts';
import type { ProseBlock } from '../../content/lesson.ts';
import { evaluateAt } from '../../training/evaluate.ts';
import { parseExpression } from '../../training/expression.ts';
import { piecesOf } from './inline.ts';
import type { Setting } from './prose.ts';
import { wrap } from './wrap.ts';

const SAMPLES = 400;
const WIDEST = 60;
const ROWS = 11;

/** A figure of a lesson: its functions over a range, with the caption below. */
export function figureLines(figure: ProseBlock & { type: 'figure' }, setting: Setting): readonly Line[] {
  const [low, high] = figure.x;
  const x = Float64Array.from({ length: SAMPLES }, (_, i) => low + ((high - low) * i) / (SAMPLES - 1));
  const functions = figure.curves.map(({ of, label }) => {
    const { value: expression } = parseExpression(of);
    return { label, x, y: x.map((each) => (expression ? evaluateAt(expression, each) : Number.NaN)) };
  });
  const size = { columns: Math.min(setting.width, WIDEST), rows: ROWS };
  const say = setting.chart?.sentences.functions ?? (() => '');
  const drawn = drawFunctions({ functions, xLabel: 'x' }, size, setting.theme, say);
  const lines = setting.theme.isSpoken ? wrap([{ text: drawn.sentence }], setting.width) : drawn.lines;
  const { caption } = figure;
  return caption
    ? [...lines, ...wrap(piecesOf(caption, setting.theme, setting, { tone: 'muted' }), setting.width)]
    : lines;
}
