import { drawBars } from './bars.ts';
import { drawConfusion } from './confusion.ts';
import { drawContours } from './contours.ts';
import { drawCurves } from './curves.ts';
import type { ChartStyle, Drawing, Size } from './drawing.ts';
import { drawFit } from './fit.ts';
import { drawFunctions } from './function-plot.ts';
import { drawHistogram } from './histogram.ts';
import { drawNetwork } from './network.ts';
import { drawPath } from './path.ts';
import { drawProfile } from './profile.ts';
import { drawReliability } from './reliability.ts';
import { drawSurface } from './surface.ts';
import { drawPrecisionRecall, drawRoc } from './threshold-curves.ts';
import { drawUnitMaps } from './unit-maps.ts';

/** Every kind of chart: numbers, a size and a style in, lines and one sentence out. */
export const chartKinds = {
  bars: drawBars,
  confusion: drawConfusion,
  contours: drawContours,
  curves: drawCurves,
  fit: drawFit,
  functions: drawFunctions,
  histogram: drawHistogram,
  network: drawNetwork,
  path: drawPath,
  precisionRecall: drawPrecisionRecall,
  profile: drawProfile,
  reliability: drawReliability,
  roc: drawRoc,
  surface: drawSurface,
  units: drawUnitMaps,
} satisfies Record<string, DrawChart>;

export type ChartKind = keyof typeof chartKinds;

// Each kind has an input and facts of its own; what they have in common is the rest.
type DrawChart = (input: never, size: Size, style: ChartStyle, describe: never) => Drawing;
