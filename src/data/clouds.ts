import { cos, sin } from '../engine/math.ts';
import type { GeneratedSet } from './data-set.ts';
import { blurred, drawTable, normals } from './rows.ts';

/** Round clouds, one a class, around fixed centres: the corners (±5, ±5) and the middle for five of them. */
export const blobs: GeneratedSet = {
  ...{ task: 'classes', classes: 5, features: 2, knobs: ['noise', 'classes'] },
  defaults: { n: 150, noise: 0.6, test: 500 },
  make(options) {
    const centres = centresOf(options.classes);
    return drawTable(options, (random, i) => {
      const label = i % options.classes;
      return blurred(random, options.noise, centres[label]!, label);
    });
  },
};

/** Round clouds, one a class, around centres drawn from N(0, 1) in as many dimensions as asked for. */
export const clusters: GeneratedSet = {
  ...{ task: 'classes', classes: 4, features: 8, knobs: ['noise', 'classes', 'features'] },
  defaults: { n: 200, noise: 0.5, test: 500 },
  make(options) {
    const law = options.random.fork('law');
    const centres = Array.from({ length: options.classes }, () => normals(law, options.features));
    return drawTable(options, (random, i) => {
      const label = i % options.classes;
      return blurred(random, options.noise, centres[label]!, label);
    });
  },
};

/** A large cloud around (0, 0), class 0, and a small one around (2, 1), class 1, which has `share` of all rows. */
export const imbalanced: GeneratedSet = {
  ...{ task: 'binary', classes: 2, features: 2, knobs: ['noise', 'share'] },
  defaults: { n: 1000, noise: 1, test: 5000, share: 0.05 },
  make: (options) =>
    drawTable(options, (random, i) => {
      // The rare rows are spread evenly, so that any number of rows has its share of them.
      const label = Math.round((i + 1) * options.share) - Math.round(i * options.share);
      return blurred(random, options.noise, label === 1 ? [2, 1] : [0, 0], label);
    }),
};

/** Inputs from N(0, noise²) and labels that have nothing to do with them: there is nothing to learn but the rows by heart. */
export const randomLabels: GeneratedSet = {
  ...{ task: 'binary', classes: 2, features: 20, knobs: ['noise', 'features'] },
  defaults: { n: 100, noise: 1, test: 500 },
  make: (options) =>
    drawTable(options, (random, i) => ({
      inputs: normals(random, options.features).map((x) => options.noise * x),
      target: i % 2,
    })),
};

/** Centres evenly on a circle that begins at the corner (5, 5); from five on, the last is in the middle of it. */
function centresOf(classes: number): readonly (readonly number[])[] {
  const onCircle = classes < 5 ? classes : classes - 1;
  return Array.from({ length: classes }, (_, i) => {
    if (i === onCircle) return [0, 0];
    const angle = Math.PI / 4 + (2 * Math.PI * i) / onCircle;
    return [5 * Math.SQRT2 * cos(angle), 5 * Math.SQRT2 * sin(angle)];
  });
}
