/** A function with its slope on which an optimizer can be watched by itself. */
export type AnalyticSurface = {
  /** Coordinates of a point; null for as many as a recipe asks for. */
  readonly dimensions: number | null;
  /** Whether a recipe's curvature shapes it. */
  readonly takesCurvature: boolean;
  value(w: readonly number[], curvature: number): number;
  slope(w: readonly number[], curvature: number): readonly number[];
};

/** f(w) = ½·c·w²: gradient descent with rate η multiplies w by 1 − ηc at every step, and so is stable for 0 < η < 2/c. */
const parabola: AnalyticSurface = {
  dimensions: 1,
  takesCurvature: true,
  value: ([w = 0], curvature) => 0.5 * curvature * w * w,
  slope: ([w = 0], curvature) => [curvature * w],
};

/** f(w) = w⁴/4: the slope w³ fades near 0 and soars away from it. */
const quartic: AnalyticSurface = {
  dimensions: 1,
  takesCurvature: false,
  value: ([w = 0]) => (w * w * (w * w)) / 4,
  slope: ([w = 0]) => [w * w * w],
};

/** f(x, y) = ½(x² + c·y²): c times as steep along y as along x. */
const ravine: AnalyticSurface = {
  dimensions: 2,
  takesCurvature: true,
  value: ([x = 0, y = 0], curvature) => 0.5 * (x * x + curvature * y * y),
  slope: ([x = 0, y = 0], curvature) => [x, curvature * y],
};

/** The ravine turned by 45°, so that no axis runs along it: ½(u² + c·v²) with u = (x + y)/√2, v = (y − x)/√2. */
const rotated: AnalyticSurface = {
  dimensions: 2,
  takesCurvature: true,
  value: ([x = 0, y = 0], curvature) => 0.25 * ((x + y) * (x + y) + curvature * (y - x) * (y - x)),
  slope: ([x = 0, y = 0], curvature) => {
    const along = 0.5 * (x + y);
    const across = 0.5 * curvature * (y - x);
    return [along - across, along + across];
  },
};

/** f(x, y) = x² − y² + y⁴/4: a saddle point at 0 between two minima f = −1 at y = ±√2. */
const saddle: AnalyticSurface = {
  dimensions: 2,
  takesCurvature: false,
  value: ([x = 0, y = 0]) => x * x - y * y + (y * y * (y * y)) / 4,
  slope: ([x = 0, y = 0]) => [2 * x, y * y * y - 2 * y],
};

/** f(w) = ½‖w‖²: the same bowl along every coordinate. */
const bowl: AnalyticSurface = {
  dimensions: null,
  takesCurvature: false,
  value: (w) => 0.5 * w.reduce((sum, each) => sum + each * each, 0),
  slope: (w) => w,
};

export const surfaces = { parabola, quartic, ravine, rotated, saddle, bowl } satisfies Record<
  string,
  AnalyticSurface
>;

export type SurfaceName = keyof typeof surfaces;
