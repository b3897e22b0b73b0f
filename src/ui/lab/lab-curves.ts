import { type CurveSeries, drawCurves } from '../../charts/curves.ts';
import type { Drawing, Size } from '../../charts/drawing.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Member } from '../../training/events.ts';
import type { GivenKeys } from '../../training/kind.ts';
import { formatValue } from '../../training/recipe-keys.ts';
import { type Expected, labelOf, measureName, measureOf, scaleOf, toneOf } from '../blocks/run-chart.ts';
import { rateStrip, seedBand } from '../blocks/run-marks.ts';
import { type Curve, liveMembers, type RunState } from '../run-state.ts';
import type { Theme } from '../theme.ts';

/** Curves of a run that is over, kept to be compared with. */
export type Baseline = readonly Curve[];

export type LabCurves = {
  readonly run: RunState;
  readonly shown: Member;
  readonly measure: string;
  /** The step that is looked at; null for the present. */
  readonly at: number | null;
  readonly baseline: Baseline;
  readonly expected: Expected | null;
};

/** The curves of all live members over the spread of their other seeds, branches from where they parted on, with the step that is looked at. */
export function drawLabCurves(
  { run, shown, measure, at, baseline, expected }: LabCurves,
  size: Size,
  theme: Theme,
  words: Words,
): Drawing {
  const { chart } = words;
  const live = liveMembers(run);
  const series: CurveSeries[] = baseline.flatMap(({ steps, values: { [measure]: y } }) =>
    y ? [{ label: '', x: steps, y, tone: 'muted', faint: true }] : [],
  );
  const add = (
    member: Member,
    name: string,
    style: Pick<CurveSeries, 'label' | 'tone' | 'faint' | 'band'>,
  ) => {
    const curve = run.curves[member.index];
    const y = curve?.values[name];
    if (curve && y) series.push({ ...style, x: curve.steps, y });
  };
  const bands = new Map(live.map((member) => [member.variant, seedBand(run, member, measure, false)]));
  for (const member of run.members)
    if (!live.includes(member) && !bands.get(member.variant))
      add(member, measure, { label: '', tone: toneOf(member.variant), faint: true });
  for (const member of live) {
    const band = bands.get(member.variant);
    const style = { label: memberLabel(member, measure, words), tone: toneOf(member.variant) };
    add(member, measure, band ? { ...style, band } : style);
  }
  if (!measure.startsWith('test_') && live.length === 1)
    add(shown, `test_${measure}`, { label: measureName(`test_${measure}`, chart), tone: 'series1' });
  const strip = rateStrip(run, chart);
  return drawCurves(
    {
      series,
      xLabel: shown.axis ? chart.axes[shown.axis] : chart.step,
      yLabel: measureName(measure, chart),
      xRange: [0, Math.max(1, ...live.map(({ steps }) => steps))],
      ...scaleOf(series, 1e9),
      marks: live.flatMap((member) => marksOf(run, member, words)),
      ...(at === null ? {} : { cursor: at }),
      ...(expected?.measure === measure && { prediction: { ...expected, label: chart.expected } }),
      ...(strip && { strip }),
    },
    size,
    theme,
    chart.sentences.curves,
  );
}

/** A member by what sets it apart; a branch by what was changed, and where. */
export function memberLabel({ branch, ...member }: Member, measure: string, words: Words): string {
  return branch
    ? `${changeText(branch.change)} @${branch.step}`.trim()
    : labelOf(member, measure, words.chart);
}

function changeText(change: GivenKeys): string {
  return Object.entries(change)
    .map(([key, value]) => `${key}=${formatValue(value)}`)
    .join(' ');
}

/** The curves of the members as they are, to be kept. */
export function baselineOf(run: RunState): Baseline {
  return liveMembers(run).flatMap(({ index }) => run.curves[index] ?? []);
}

/** What the curves can be of, first what the run is watched by; the test's stand beside their own where there is one network. */
export function measuresOf(run: RunState): readonly string[] {
  const live = liveMembers(run);
  const names = live.flatMap(({ index }) => Object.keys(run.curves[index]?.values ?? {}));
  const isBeside = (name: string) => live.length === 1 && name.startsWith('test_');
  return [...new Set([measureOf(run), ...names])].filter((name) => !isBeside(name));
}

/** Where a member parted from another, and where it diverged. */
function marksOf(run: RunState, { index, branch, variant }: Member, { chart }: Words) {
  const divergedAt = run.curves[index]?.divergedAt ?? null;
  return [
    ...(branch ? [{ x: branch.step, label: changeText(branch.change), tone: toneOf(variant) }] : []),
    ...(divergedAt === null ? [] : [{ x: divergedAt, label: chart.diverged, tone: 'bad' as const }]),
  ];
}
