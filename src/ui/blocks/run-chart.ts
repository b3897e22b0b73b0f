import { type CurveSeries, type CurvesInput, drawCurves } from '../../charts/curves.ts';
import type { Drawing, Size, Tone } from '../../charts/drawing.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Member } from '../../training/events.ts';
import { liveMembers, type RunState } from '../run-state.ts';
import type { Theme } from '../theme.ts';
import { rateStrip, runMarks, seedBand } from './run-marks.ts';

/** Where the learner expects a measure at the end of a run. */
export type Expected = { readonly measure: string; readonly low: number; readonly high: number };

/** The curves of a run: a single network's training and test loss, or one curve a variant, with the spread over its other seeds. */
export function drawRunCurves(
  run: RunState,
  size: Size,
  theme: Theme,
  words: Words['chart'],
  expected?: Expected,
): Drawing {
  const live = liveMembers(run);
  const measure = measureOf(run);
  const isByEpoch =
    new Set(live.map(({ steps }) => steps)).size > 1 && live.every(({ stepsPerEpoch }) => stepsPerEpoch > 0);
  const axis = live[0]?.axis;
  const series = seriesOf(run, isByEpoch, words);
  const begin = axis ? Math.min(...series.map(({ x }) => x[0] ?? 0)) : 0;
  const end = Math.max(
    1,
    ...live.map(({ steps, stepsPerEpoch }) => (isByEpoch ? steps / stepsPerEpoch : steps)),
  );
  const strip = isByEpoch ? null : rateStrip(run, words);
  return drawCurves(
    {
      series,
      xLabel: isByEpoch ? words.epoch : axis ? words.axes[axis] : words.step,
      yLabel: measureName(measure, words),
      xRange: [Math.min(begin, end - 1), end],
      ...scaleOf(series, axis === 'layer' ? Infinity : 1e9),
      marks: isByEpoch ? [] : runMarks(run, words),
      ...(strip && { strip }),
      ...(expected?.measure === measure && { prediction: { ...expected, label: words.expected } }),
    },
    size,
    theme,
    words.sentences.curves,
  );
}

function seriesOf(run: RunState, isByEpoch: boolean, words: Words['chart']): readonly CurveSeries[] {
  const live = liveMembers(run);
  const measure = measureOf(run);
  const draw = (member: Member, name: string, label: string): CurveSeries[] => {
    const curve = run.curves[member.index];
    const y = curve?.values[name];
    const x = curve && (isByEpoch ? curve.epochs : curve.steps);
    return x && y ? [{ label, x, y, tone: toneOf(member.variant) }] : [];
  };
  const main = live.flatMap((member) => {
    const [line] = draw(member, measure, labelOf(member, measure, words));
    const band = live.length > 1 ? seedBand(run, member, measure, isByEpoch) : null;
    return line ? [{ ...line, ...(band && { band }) }] : [];
  });
  const banded = main.filter(({ band }) => band !== undefined).map(({ tone }) => tone);
  const others = run.members
    .filter((member) => !live.includes(member) && !banded.includes(toneOf(member.variant)))
    .flatMap((member) => draw(member, measure, '').map((line) => ({ ...line, faint: true })));
  const [single] = live;
  const test =
    live.length === 1 && single
      ? draw(single, `test_${measure}`, measureName(`test_${measure}`, words)).map((line) => ({
          ...line,
          tone: 'series1' as const,
          best: measure === 'acc' ? ('highest' as const) : ('lowest' as const),
        }))
      : [];
  return [...others, ...main, ...test];
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

/** A measure as it is called in a language; watched ones go by their key. */
export function measureName(measure: string, { measures }: Words['chart']): string {
  return measures[measure as keyof typeof measures] ?? measure;
}

/** The colour of a variant, the same in every chart. */
export function toneOf(variant: number): Tone {
  return `series${(variant % 8) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;
}

/** A variant by the keys that set it apart. */
export function labelOf(member: Member, measure: string, words: Words['chart']): string {
  const keys = Object.entries(member.vary).map(([key, value]) => `${key}=${value}`);
  if (keys.length > 0) return keys.join(' ');
  return measure === 'loss' ? words.trainLoss : measureName(measure, words);
}

/** Values of very different size are drawn on a scale of powers of ten; of a loss that falls for ever nine are shown, of layers all. */
export function scaleOf(series: readonly CurveSeries[], most: number): Pick<CurvesInput, 'logY' | 'yRange'> {
  let [low, high, start] = [Infinity, 0, 0];
  for (const { y } of series) {
    if (Number.isFinite(y[0])) start = Math.max(start, y[0] ?? 0);
    for (let i = 0; i < y.length; i++) {
      const value = y[i] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      if (value < 0) return {};
      if (value > 0) low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(high / low > 20)) return {};
  // One that is thrown out leaves at the top, and what the others do is still seen.
  const top = most < Infinity && start > 0 ? Math.min(high, start * 1000) : high;
  const bottom = Math.max(low, top / most);
  return top < high || bottom > low ? { logY: true, yRange: [bottom, top] } : { logY: true };
}
