import { type CurveSeries, type CurvesInput, drawCurves } from '../../charts/curves.ts';
import type { Drawing, Size, Tone } from '../../charts/drawing.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Member } from '../../training/events.ts';
import { type Curve, liveMembers, type RunState } from '../run-state.ts';
import type { Theme } from '../theme.ts';

/** The curves of a run: a single network's training and test loss, or one curve a variant; other seeds lie faint beneath. */
export function drawRunCurves(run: RunState, size: Size, theme: Theme, words: Words['chart']): Drawing {
  const live = liveMembers(run);
  const measure = measureOf(run);
  const isByEpoch =
    new Set(live.map(({ steps }) => steps)).size > 1 && live.every(({ stepsPerEpoch }) => stepsPerEpoch > 0);
  const axis = live[0]?.axis;
  const place = (curve: Curve) => (isByEpoch ? curve.epochs : curve.steps);
  const draw = (member: Member, name: string, label: string, tone: Tone, faint: boolean): CurveSeries[] => {
    const curve = run.curves[member.index];
    const y = curve?.values[name];
    return curve && y ? [{ label, x: place(curve), y, tone, faint }] : [];
  };
  const others = run.members
    .filter((member) => !live.includes(member))
    .flatMap((member) => draw(member, measure, '', toneOf(member.variant), true));
  const main = live.flatMap((member) =>
    draw(member, measure, labelOf(member, measure, words), toneOf(member.variant), false),
  );
  const [single] = live;
  const test =
    live.length === 1 && single
      ? draw(single, `test_${measure}`, testLabelOf(measure, words), 'series1', false)
      : [];
  const series = [...others, ...main, ...test];
  const begin = axis ? Math.min(...series.map(({ x }) => x[0] ?? 0)) : 0;
  const end = Math.max(
    1,
    ...live.map(({ steps, stepsPerEpoch }) => (isByEpoch ? steps / stepsPerEpoch : steps)),
  );
  return drawCurves(
    {
      series,
      xLabel: isByEpoch ? words.epoch : axis ? words.axes[axis] : words.step,
      yLabel: words.measures[measure as keyof typeof words.measures] ?? measure,
      xRange: [Math.min(begin, end - 1), end],
      ...scaleOf(series, axis === 'layer' ? Infinity : 1e9),
      marks: live.flatMap(({ index }) => {
        const curve = run.curves[index];
        return curve?.divergedAt != null && live.length === 1
          ? [{ x: curve.divergedAt, label: words.diverged, tone: 'bad' as const }]
          : [];
      }),
    },
    size,
    theme,
    words.sentences.curves,
  );
}

/**
 * The measure that a run is watched by. Variants of ever larger models, and of learners without a loss, are compared by new
 * examples: on those that were learnt from, the larger or closer one is always ahead.
 */
export function measureOf(run: RunState): string {
  const names = Object.keys(run.curves.find(({ steps }) => steps.length > 0)?.values ?? {});
  const own = names.includes('loss') ? 'loss' : (names[0] ?? 'loss');
  const live = liveMembers(run);
  const growsByPoint = live.every(({ axis }) => axis === 'degree' || axis === 'width');
  const isByNew = live.length > 1 && (growsByPoint || own === 'acc') && names.includes(`test_${own}`);
  return isByNew ? `test_${own}` : own;
}

/** The colour of a variant, the same in every chart. */
export function toneOf(variant: number): Tone {
  return `series${(variant % 8) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;
}

/** A variant by the keys that set it apart. */
export function labelOf(member: Member, measure: string, words: Words['chart']): string {
  const keys = Object.entries(member.vary).map(([key, value]) => `${key}=${value}`);
  if (keys.length > 0) return keys.join(' ');
  return measure === 'loss' ? words.trainLoss : measure;
}

const testLabelOf = (measure: string, words: Words['chart']) =>
  measure === 'acc' ? words.measures.test_acc : words.testLoss;

/** Values of very different size are drawn on a scale of powers of ten; of a loss that falls for ever nine are shown, of layers all. */
function scaleOf(series: readonly CurveSeries[], most: number): Pick<CurvesInput, 'logY' | 'yRange'> {
  let low = Infinity;
  let high = 0;
  for (const { y } of series) {
    for (let i = 0; i < y.length; i++) {
      const value = y[i] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      if (value < 0) return {};
      if (value > 0) low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(high / low > 20)) return {};
  return high / low > most ? { logY: true, yRange: [high / most, high] } : { logY: true };
}
