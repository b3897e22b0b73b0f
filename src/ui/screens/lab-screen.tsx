import { useContext, useEffect } from 'react';
import type { Line, Span } from '../../charts/drawing.ts';
import { lineWidth } from '../../charts/spans.ts';
import { formatNumber } from '../../charts/ticks.ts';
import { type Recipe, recipeCommand } from '../../training/recipe.ts';
import { changeableKeys } from '../../training/under-way.ts';
import { placedLine } from '../blocks/run.ts';
import { type Expected, measureName, toneOf } from '../blocks/run-chart.ts';
import type { CommandName } from '../keys.ts';
import { memberLabel } from '../lab/lab-curves.ts';
import { filled, sideBySide } from '../lab/lab-layout.ts';
import { overlayLines, viewLines } from '../lab/lab-view.ts';
import { movedBy, turnedBy } from '../lab/settings-form.ts';
import { nextSeeds, type Overlay, useLab } from '../lab/use-lab.ts';
import { endedCount, isResting } from '../run-state.ts';
import { areaOf, footerLine, Screen, spread, useDisplay } from '../screen.tsx';
import { type CommandActions, ShellContext, usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';

export type LabScreenProps = {
  readonly recipe: Recipe;
  readonly startRun: StartRun;
  /** What the learner expects of its end. */
  readonly expected: Expected | null;
  readonly onClose: () => void;
};

/** Any run over the whole screen: its curves and panels at any step of its past, and branches from there. */
export function LabScreen({ recipe, startRun, expected, onClose }: LabScreenProps) {
  const display = useDisplay();
  const shell = useContext(ShellContext);
  const area = areaOf(display);
  const body = { columns: area.columns, rows: area.rows - 1 };
  const lab = useLab(recipe, startRun, body, display);
  const { notice, setNotice } = lab;
  const command = recipeCommand(lab.recipe);
  // In a low window the keys need the room.
  const placed = lab.run && display.rows >= 20 ? placedLine(lab.run, display.words) : [];
  const active = usePaneKeys(
    'bench',
    commandsOf(lab),
    {
      ...actionsOf(lab),
      copy() {
        shell.copy(command);
        lab.setOverlay({ type: 'command' });
      },
      closeLab: () => (lab.overlay ? lab.setOverlay(null) : onClose()),
    },
    () => {
      if (notice !== null) setNotice(null);
      return false;
    },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a problem of the run is told once
  useEffect(() => setNotice(null), [lab.run?.recipe]);
  return (
    <Screen
      header={headerLine(lab, area.columns, display)}
      body={[...bodyLines(lab, body, expected, command, display), timeLine(lab, area.columns, display)]}
      footer={footerLine(active, display, area.columns)}
      notice={notice === null ? placed : [{ text: notice, tone: 'warn' }]}
    />
  );
}

type Lab = ReturnType<typeof useLab>;
type Shown = ReturnType<typeof useDisplay>;

/** Curves at the left and panels at the right, or one thing alone; what lies over the panels takes their place. */
function bodyLines(
  lab: Lab,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  expected: Expected | null,
  command: string,
  display: Shown,
): readonly Line[] {
  const { layout, visible, overlay } = lab;
  const context = { lab, expected, display };
  if (!layout.curves) {
    const alone = overlay ? overlayLines(overlay, { columns, rows }, command, display) : null;
    return filled(alone ?? viewLines(visible[0] ?? 'curves', { columns, rows }, context), rows);
  }
  const left = viewLines('curves', layout.curves, context);
  const right = columns - layout.curves.columns - 2;
  const panels = overlay
    ? overlayLines(overlay, { columns: right, rows }, command, display)
    : Array.from({ length: layout.down }, (_, down) =>
        filled(
          sideBySide(
            Array.from({ length: layout.across }, (_, across) => {
              const name = visible[down * layout.across + across];
              return {
                lines: name ? viewLines(name, layout.panel, context) : [],
                columns: layout.panel.columns,
              };
            }),
          ),
          layout.panel.rows,
        ),
      ).flat();
  return filled(
    sideBySide([
      { lines: left, columns: layout.curves.columns },
      { lines: panels, columns: right },
    ]),
    rows,
  );
}

function headerLine({ run, shown, recipe, live, measure }: Lab, columns: number, { words }: Shown): Line {
  const { bench } = words.screen;
  const [seed = 0] = recipe.seeds;
  const place = recipe.seeds.toSorted((a, b) => a - b).indexOf(seed) + 1;
  const label = run && shown && live.length > 1 ? memberLabel(shown, measure, words) : '';
  return spread(
    [
      { text: bench.title, bold: true },
      { text: label === '' ? '' : ` · ${label}`, tone: toneOf(shown?.variant ?? 0) },
    ],
    [{ text: bench.seed(seed, place, recipe.seeds.length), tone: 'muted' }],
    columns,
  );
}

/** How far the run is, where in it one stands, and what was measured there. */
function timeLine({ run, shown, measure, at, present }: Lab, columns: number, { words, theme }: Shown): Line {
  if (!run || !shown) return [{ text: words.screen.run.waiting, tone: 'muted' }];
  if (run.status === 'failed') return [{ text: words.screen.bench.failed, tone: 'bad' }];
  const step = at ?? present;
  const { states, seeds } = words.screen.run;
  const isRest = run.status === 'running' && isResting(run);
  const state = at !== null ? words.screen.bench.past : states[isRest ? 'rest' : run.status];
  const curve = run.curves[shown.index];
  const point = curve ? curve.steps.findLastIndex((each) => each <= step) : -1;
  const value = point < 0 ? undefined : curve?.values[measure]?.[point];
  const said: Span[] = [
    { text: state, tone: at === null ? 'accent' : 'warn', bold: true },
    { text: ` ${step}/${shown.steps}` },
    ...(value === undefined
      ? []
      : [{ text: ` · ${measureName(measure, words.chart)} ${formatNumber(value)}` }]),
    ...(isRest ? [{ text: ` · ${seeds(endedCount(run), run.members.length)}` }] : []),
  ];
  const used = lineWidth(said);
  const cells = Math.max(0, Math.min(60, columns - used - 12));
  if (cells < 8) return said;
  const cell = (of: number) => Math.min(cells - 1, Math.floor((of / shown.steps) * cells));
  const track = Array.from({ length: cells }, (_, i): Span => {
    if (i === cell(step)) return { text: theme.marks.done, tone: at === null ? 'accent' : 'warn' };
    return i <= cell(present)
      ? { text: theme.marks.filled, tone: 'accent' }
      : { text: theme.marks.empty, tone: 'axis' };
  });
  return spread(said, track, columns);
}

function commandsOf({ run, overlay, live, views, visible, measures, at }: Lab): readonly CommandName[] {
  if (overlay?.type === 'form') return ['apply', 'closeLab', 'less', 'more', 'up', 'down'];
  const status = run?.status;
  const isOn = status === 'running' || status === 'paused';
  return [
    ...(overlay ? (['closeLab'] as const) : []),
    ...(isOn ? ([status === 'paused' ? 'resume' : 'pause'] as const) : []),
    ...(views.length > visible.length ? (['view'] as const) : []),
    'earlier',
    'later',
    ...(at === null ? [] : (['present'] as const)),
    ...(run && changeableKeys(run.recipe).length > 0 ? (['branch', 'change'] as const) : []),
    ...(status === 'paused' && at === null ? (['step', 'epoch'] as const) : []),
    'again',
    'seed',
    ...(live.length > 1 ? (['member'] as const) : []),
    ...(measures.length > 1 ? (['measure'] as const) : []),
    'pin',
    'copy',
    ...(isOn ? (['flatOut', 'faster', 'slower', 'stop'] as const) : []),
    'muchEarlier',
    'muchLater',
    'closeLab',
  ];
}

function actionsOf(lab: Lab): CommandActions {
  const { control, shown, recipe, live, present, overlay, setOverlay } = lab;
  const stepsOf = (share: number) => Math.max(1, Math.round((shown?.steps ?? 100) * share));
  const inForm = (change: (form: Extract<Overlay, { type: 'form' }>['form']) => typeof form) => {
    if (overlay?.type === 'form') setOverlay({ ...overlay, form: change(overlay.form) });
  };
  const toggle = () => {
    lab.toPresent();
    control.togglePause();
  };
  const perEpoch = shown?.stepsPerEpoch ?? 1;
  return {
    pause: toggle,
    resume: toggle,
    step: () => control.step(1),
    epoch: () => control.step(Math.max(1, perEpoch - (present % Math.max(1, perEpoch)))),
    earlier: () => lab.scrub(-stepsOf(0.01)),
    later: () => lab.scrub(stepsOf(0.01)),
    muchEarlier: () => lab.scrub(-stepsOf(0.1)),
    muchLater: () => lab.scrub(stepsOf(0.1)),
    present: lab.toPresent,
    view: lab.nextView,
    member: () => {
      const i = live.findIndex(({ index }) => index === shown?.index);
      lab.setChosen(live[(i + 1) % live.length]?.index ?? null);
    },
    branch: () => lab.openForm(false),
    change: () => lab.openForm(true),
    apply: () => overlay?.type === 'form' && lab.apply(overlay),
    up: () => inForm((form) => movedBy(form, -1)),
    down: () => inForm((form) => movedBy(form, 1)),
    less: () => inForm((form) => turnedBy(form, -1)),
    more: () => inForm((form) => turnedBy(form, 1)),
    measure: lab.nextMeasure,
    pin: lab.pin,
    stop: control.halt,
    again: () => lab.begin(recipe),
    seed: () => lab.begin({ ...recipe, seeds: nextSeeds(recipe.seeds) }),
    faster: () => control.changePace((pace) => (pace === 'max' ? pace : pace < 1 ? 'max' : pace / 1.6)),
    slower: () => control.changePace((pace) => (pace === 'max' ? 1 : Math.min(120, pace * 1.6))),
    flatOut: () => control.changePace((pace) => (pace === 'max' ? lab.usualPace : 'max')),
  };
}
