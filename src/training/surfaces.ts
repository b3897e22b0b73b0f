/** A function with its slope on which an optimizer can be watched by itself. */
export type AnalyticSurface = {
  readonly dimensions: number;
  value(w: readonly number[], curvature: number): number;
  slope(w: readonly number[], curvature: number): readonly number[];
};

export const surfaces = {
  /** f(w) = ½·c·w²: gradient descent with rate η multiplies w by 1 − ηc at every step, and so is stable for 0 < η < 2/c. */
  parabola: {
    dimensions: 1,
    value: ([w = 0], curvature) => 0.5 * curvature * w * w,
    slope: ([w = 0], curvature) => [curvature * w],
  },
} satisfies Record<string, AnalyticSurface>;

export type SurfaceName = keyof typeof surfaces;
