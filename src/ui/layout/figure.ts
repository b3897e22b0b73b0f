import type { Line } from '../../charts/drawing.ts';
import type { ProseBlock } from '../../content/lesson.ts';
import type { Setting } from './prose.ts';

/** A figure of a lesson: its curves over a range, with the caption below. */
export function drawFigure(figure: ProseBlock & { type: 'figure' }, _setting: Setting): readonly Line[] {
  return [[{ text: figure.curves.map(({ label }) => label).join(', ') }]];
}
