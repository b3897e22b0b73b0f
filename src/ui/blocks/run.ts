import type { Line, Size, Span } from '../../charts/drawing.ts';
import { lineWidth, padLine } from '../../charts/spans.ts';
import { formatNumber } from '../../charts/ticks.ts';
import type { Lesson } from '../../content/lesson.ts';
import type { Words } from '../../i18n/languages.ts';
import { placementText } from '../../training/placement.ts';
import type { Recipe } from '../../training/recipe.ts';
import { formatSeeds } from '../../training/seeds.ts';
import { wrap } from '../layout/wrap.ts';
import { endedCount, isResting, leader, liveMembers, type RunState } from '../run-state.ts';
import type { Theme } from '../theme.ts';
import { drawRunCurves, type Expected, labelOf, measureOf, toneOf } from './run-chart.ts';
import { drawRunLook, hasLook } from './run-look.ts';
import type { BlockSetting } from './view.ts';

/** Room for two charts side by side. */
const WIDE = 66;
const GAP = 2;

/** A run as charts over a status line. `view` turns through the variants, and where it is narrow through the charts. */
export function runLines(
  run: RunState,
  view: number,
  size: Size,
  theme: Theme,
  words: Words,
  expected?: Expected,
): readonly Line[] {
  const { screen, chart } = words;
  if (run.failure !== null) return [[{ text: screen.run.failed(run.failure), tone: 'bad' }]];
  if (run.members.length === 0) return [[{ text: screen.run.waiting, tone: 'muted' }]];
  const placed = placedLine(run, words);
  const told = placed.length > 0 ? wrap(placed, size.columns) : [];
  const charts = { columns: size.columns, rows: Math.max(4, size.rows - 2 - told.length) };
  const drawn = chartLines(run, view, charts, theme, chart, expected);
  const status = statusLine(run, size.columns, words);
  // A look is taken for the usual room, of which these lines take some.
  return [...(told.length > 0 ? drawn.slice(0, charts.rows) : drawn), [], status, ...told];
}

/** Where the steps are taken, by what and why; empty where there is nothing to say of it. */
export function placedLine({ placement }: RunState, { backend }: Words): Line {
  const text = placementText(placement, backend);
  return text === null ? [] : [{ text, tone: placement.reason?.code === 'failed' ? 'warn' : 'muted' }];
}

/** The command line that repeats a run of a lesson, with the seeds that were shown where they are not those written. */
export function repeatLines(
  { id, lab }: Lesson,
  name: string,
  shown: Recipe | undefined,
  { words, width }: BlockSetting,
): readonly Line[] {
  const written = formatSeeds(lab.runs[name]?.seeds ?? []);
  const seeds = formatSeeds(shown?.seeds ?? lab.runs[name]?.seeds ?? []);
  const flag = seeds === written ? '' : ` --seeds ${seeds}`;
  return wrap(
    [{ text: `${words.run.repeat} dl-tutor run --recipe ${id}/${name}${flag}`, tone: 'muted' }],
    width,
  );
}

/** How many views `runLines` can turn through. */
export function viewCount(run: RunState, columns: number): number {
  const looks = hasLook(run) ? liveMembers(run).length : 0;
  return columns >= WIDE ? Math.max(1, looks) : 1 + looks;
}

/** Which live member a view looks at. */
export function memberInView(run: RunState, view: number, columns: number): number {
  const live = liveMembers(run);
  const turn = columns >= WIDE ? view : Math.max(0, view - 1);
  return live[turn % Math.max(1, live.length)]?.index ?? 0;
}

/** The size of a look inside `size`. */
export function lookSize({ columns, rows }: Size): Size {
  const inner = Math.max(4, rows - 3);
  return columns >= WIDE
    ? { columns: columns - leftColumns(columns) - GAP, rows: inner }
    : { columns, rows: inner };
}

function chartLines(
  run: RunState,
  view: number,
  size: Size,
  theme: Theme,
  words: Words['chart'],
  expected?: Expected,
): readonly Line[] {
  const isWide = size.columns >= WIDE;
  const turn = isWide ? view : view - 1;
  const inner = { ...size, rows: size.rows - 1 };
  const look =
    turn < 0 ? null : drawRunLook(run, turn, lookSize({ ...size, rows: size.rows + 2 }), theme, words);
  if (theme.isSpoken) {
    const told = drawRunCurves(run, size, theme, words, expected);
    return [told, look].flatMap((each) => (each ? wrap([{ text: each.sentence }], size.columns) : []));
  }
  if (!look) return drawRunCurves(run, size, theme, words, expected).lines;
  const live = liveMembers(run);
  const member = live[turn % Math.max(1, live.length)];
  const label = member ? labelOf(member, '', words) : '';
  const accuracy = member && run.curves[member.index]?.values.acc?.at(-1);
  const tail = accuracy === undefined || label === '' ? '' : ` · ${words.accuracy} ${formatNumber(accuracy)}`;
  const title: Line = member ? [{ text: label + tail, tone: toneOf(member.variant) }] : [];
  if (!isWide) return label === '' ? look.lines : [title, ...look.lines];
  const looked = [title, ...look.lines];
  const left = drawRunCurves(
    run,
    { ...inner, columns: leftColumns(size.columns), rows: size.rows },
    theme,
    words,
    expected,
  ).lines;
  return beside(left, looked, leftColumns(size.columns) + GAP);
}

function leftColumns(columns: number): number {
  return Math.floor((columns - GAP) * 0.56);
}

function beside(left: readonly Line[], right: readonly Line[], column: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...padLine(left[i] ?? [], column),
    ...(right[i] ?? []),
  ]);
}

function statusLine(run: RunState, columns: number, words: Words): Line {
  const say = words.screen.run;
  const lead = leader(run);
  const state = run.status === 'running' && isResting(run) ? 'rest' : run.status;
  const tone = {
    running: 'accent',
    paused: 'warn',
    rest: 'accent',
    finished: 'good',
    failed: 'bad',
  } as const;
  const measure = measureOf(run);
  const value = liveMembers(run).length === 1 && lead ? lead.curve.values[measure]?.at(-1) : undefined;
  const accuracy = lead && liveMembers(run).length === 1 ? lead.curve.values.acc?.at(-1) : undefined;
  const parts: Span[] = [{ text: say.states[state], tone: tone[state], bold: true }];
  if (lead) parts.push({ text: placeOf(lead, words) });
  if (lead && lead.member.stepsPerEpoch > 1)
    parts.push({ text: say.epoch(formatNumber(Math.floor(lead.curve.step / lead.member.stepsPerEpoch))) });
  if (value !== undefined)
    parts.push({ text: `${measure === 'loss' ? say.loss : measure} ${formatNumber(value)}` });
  if (accuracy !== undefined) parts.push({ text: `${words.chart.accuracy} ${formatNumber(accuracy)}` });
  if (run.members.length > liveMembers(run).length)
    parts.push({ text: say.seeds(endedCount(run), run.members.length) });
  if (run.finished) parts.push({ text: say.hash(run.finished.hash), tone: 'muted' });
  else if (run.clock.rate > 0) parts.push({ text: say.rate(whole(run.clock.rate)), tone: 'muted' });
  return fitted(parts, columns);
}

/** As many parts as fit, from the first. */
function fitted(parts: readonly Span[], columns: number): Line {
  const line: Span[] = [];
  for (const part of parts) {
    const longer = line.length === 0 ? [part] : [{ text: ' · ', tone: 'axis' as const }, part];
    if (lineWidth([...line, ...longer]) > columns) break;
    line.push(...longer);
  }
  return line;
}

/** How far the leader is, along whatever its points lie. */
function placeOf({ member, curve }: NonNullable<ReturnType<typeof leader>>, words: Words): string {
  const [at, of] = [whole(curve.step), whole(member.steps)];
  return member.axis
    ? words.screen.run.along(words.chart.axes[member.axis], at, of)
    : words.screen.run.step(at, of);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
