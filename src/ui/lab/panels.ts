import { drawConfusion } from '../../charts/confusion.ts';
import { drawContours } from '../../charts/contours.ts';
import type { Drawing, Size } from '../../charts/drawing.ts';
import { drawHistogram } from '../../charts/histogram.ts';
import { drawNetwork } from '../../charts/network.ts';
import { drawProfile } from '../../charts/profile.ts';
import { drawReliability } from '../../charts/reliability.ts';
import { drawPrecisionRecall, drawRoc } from '../../charts/threshold-curves.ts';
import { drawUnitMaps } from '../../charts/unit-maps.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Member } from '../../training/events.ts';
import type { Grid } from '../../training/kind.ts';
import type { LookName } from '../../training/looks/looks.ts';
import { type Recipe, variantsOf } from '../../training/recipe.ts';
import { toneOf } from '../blocks/run-chart.ts';
import { drawRunLook, lookGrid } from '../blocks/run-look.ts';
import { liveMembers, type RunState, type Seen } from '../run-state.ts';
import type { Theme } from '../theme.ts';

/** What a panel is drawn from: the looks of one member, at one step. */
export type PanelContext = {
  readonly run: RunState;
  readonly member: Member;
  readonly seen: Seen;
  readonly size: Size;
  readonly theme: Theme;
  readonly words: Words;
};

/** One thing that the lab can show beside the curves: the look that it asks for, and how that is drawn. */
type Panel = {
  readonly look: LookName;
  readonly grid: (size: Size, theme: Theme) => Grid;
  /** Null until its look has come. */
  readonly draw: (context: PanelContext) => Drawing | null;
};

const plain = () => ({ columns: 1, rows: 1 });

const picture: Panel = {
  look: 'picture',
  grid: lookGrid,
  draw({ run, member, size, theme, words }) {
    const view = liveMembers(run).findIndex(({ index }) => index === member.index);
    return drawRunLook(run, Math.max(0, view), size, theme, words.chart);
  },
};

const units: Panel = {
  look: 'units',
  grid: () => ({ columns: 20, rows: 12 }),
  draw({ seen, size, theme, words }) {
    const look = seen.units?.look;
    if (!look) return null;
    const layers = look.layers.map((maps, layer) => ({
      label: words.screen.bench.layer(layer + 1),
      units: maps.map((values, unit) => ({ label: `${unit + 1}`, values })),
    }));
    const { columns, rows, center } = look;
    return drawUnitMaps({ layers, columns, rows, center }, size, theme, words.chart.sentences.units);
  },
};

const network: Panel = {
  look: 'weights',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.weights?.look;
    if (!look) return null;
    const last = look.widths.length - 1;
    const layers = look.widths.map((width, layer) => ({
      label: layer === 0 ? words.screen.bench.input : layer === last ? words.screen.bench.output : `${layer}`,
      units: Array.from(
        { length: width },
        (_, unit) => `${layer === 0 ? 'x' : layer === last ? 'y' : 'h'}${unit + 1}`,
      ),
      flat: layer === 0 || layer === last ? [] : (look.flat[layer - 1] ?? []),
    }));
    return drawNetwork({ layers, weights: look.weights }, size, theme, words.chart.sentences.network);
  },
};

const gradients: Panel = {
  look: 'gradients',
  grid: plain,
  draw({ seen, ...context }) {
    const look = seen.gradients?.look;
    return look
      ? profile(
          look.layers.map(({ norm }) => norm),
          context.words.screen.bench.norm,
          context,
        )
      : null;
  },
};

const updates: Panel = {
  look: 'updates',
  grid: plain,
  draw({ seen, ...context }) {
    const look = seen.updates?.look;
    return look
      ? profile(
          look.layers.map(({ ratio }) => ratio),
          context.words.screen.bench.ratio,
          context,
        )
      : null;
  },
};

const activations: Panel = {
  look: 'activations',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.activations?.look;
    if (!look) return null;
    const groups = look.layers.map(({ values, dead, saturated }, layer) => ({
      label: words.screen.bench.shares(layer + 1, dead, saturated),
      values,
      tone: toneOf(layer),
    }));
    return drawHistogram(
      { groups, xLabel: words.screen.bench.answer },
      size,
      theme,
      words.chart.sentences.histogram,
    );
  },
};

const confusion: Panel = {
  look: 'confusion',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.confusion?.look;
    if (!look) return null;
    const classes = Array.from({ length: look.classes }, (_, label) => `${label}`);
    const { actual, predicted, recall } = words.screen.bench;
    return drawConfusion(
      { classes, counts: look.counts, actualLabel: actual, predictedLabel: predicted, recallLabel: recall },
      size,
      theme,
      words.chart.sentences.confusion,
    );
  },
};

const roc: Panel = {
  look: 'thresholds',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.thresholds?.look;
    if (!look) return null;
    const curves = [{ label: '', ...look.roc, tone: 'series0' as const }];
    const { falseAlarms, recall } = words.screen.bench;
    return drawRoc(
      { curves, xLabel: falseAlarms, yLabel: recall, areaLabel: 'AUC' },
      size,
      theme,
      words.chart.sentences.roc,
    );
  },
};

const precisionRecall: Panel = {
  look: 'thresholds',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.thresholds?.look;
    if (!look) return null;
    const { precision, recall, guessing } = words.screen.bench;
    const curves = [{ label: '', ...look.pr, tone: 'series0' as const }];
    const base = { y: look.base, label: guessing };
    return drawPrecisionRecall(
      { curves, base, xLabel: recall, yLabel: precision, areaLabel: 'AP' },
      size,
      theme,
      words.chart.sentences.precisionRecall,
    );
  },
};

const calibration: Panel = {
  look: 'calibration',
  grid: plain,
  draw({ seen, size, theme, words }) {
    const look = seen.calibration?.look;
    if (!look) return null;
    const bins = look.bins.map(({ chance, share, rows }) => ({ chance, share, count: rows }));
    const { chance, share, rows } = words.screen.bench;
    return drawReliability(
      { bins, xLabel: chance, yLabel: share, countLabel: rows },
      size,
      theme,
      words.chart.sentences.reliability,
    );
  },
};

const slice: Panel = {
  look: 'slice',
  grid: () => ({ columns: 24, rows: 14 }),
  draw({ seen, size, theme, words }) {
    const look = seen.slice?.look;
    const { toStart, across } = words.screen.bench;
    return look
      ? drawContours(
          { ...look, xLabel: toStart, yLabel: across },
          size,
          theme,
          words.chart.sentences.contours,
        )
      : null;
  },
};

/** Every panel of the lab, in the order in which they are turned through. */
export const panels = {
  picture,
  confusion,
  network,
  units,
  activations,
  gradients,
  updates,
  slice,
  roc,
  precisionRecall,
  calibration,
} satisfies Record<string, Panel>;

export type PanelName = keyof typeof panels;

/** The panels that mean something for a recipe. */
export function panelsOf(recipe: Recipe): readonly PanelName[] {
  const offered = variantsOf(recipe)[0]?.looks?.() ?? ['picture'];
  return (Object.keys(panels) as PanelName[]).filter((name) => offered.includes(panels[name].look));
}

function profile(
  values: readonly number[],
  label: string,
  { size, theme, words }: Omit<PanelContext, 'seen'>,
): Drawing {
  const logY = values.every((value) => value > 0) && Math.max(...values) > 10 * Math.min(...values);
  const series = [{ label, values, tone: 'series0' as const }];
  const input = { series, xLabel: words.chart.axes.layer, yLabel: label, logY };
  return drawProfile(input, size, theme, words.chart.sentences.profile);
}
