import { sin } from '../engine/math.ts';
import type { Table } from '../engine/table.ts';
import type { DataOptions, GeneratedSet } from './data-set.ts';
import { drawTable, normals } from './rows.ts';

const CURVE = { task: 'regression', classes: 1, features: 1, knobs: ['noise'] } as const;

/** y = 2x + 1 + noise, x evenly in [-1, 1]. */
export const line: GeneratedSet = {
  ...CURVE,
  defaults: { n: 50, noise: 0.1, test: 500 },
  make: (options) => drawCurve(options, (x) => 2 * x + 1),
};

/** The line 2x + 1, but the tenth of the training rows that lies farthest right is 15 too high. Rows to test on are clean. */
export const outliers: GeneratedSet = {
  ...CURVE,
  defaults: { n: 50, noise: 0.3, test: 500 },
  make(options) {
    const table = drawCurve(options, (x) => 2 * x + 1);
    if (options.part === 'test') return table;
    const fromRight = [...table.inputs.keys()].sort((a, b) => table.inputs[b]! - table.inputs[a]!);
    for (const row of fromRight.slice(0, Math.round(options.n / 10))) table.targets[row]! += 15;
    return table;
  },
};

/** y = sin(pi x) + noise, x evenly in [-1, 1]: one whole wave. */
export const sine: GeneratedSet = {
  ...CURVE,
  defaults: { n: 40, noise: 0.1, test: 500 },
  make: (options) => drawCurve(options, (x) => sin(Math.PI * x)),
};

/** y = 4x³ - 3x + noise, x evenly in [-1, 1]: up, down and up again between -1 and 1. */
export const polynomial: GeneratedSet = {
  ...CURVE,
  defaults: { n: 50, noise: 0.1, test: 500 },
  make: (options) => drawCurve(options, (x) => x * (4 * x * x - 3)),
};

/** y = w x + noise with x and w from N(0, 1); w is one for both parts of a seed. */
export const linear: GeneratedSet = {
  ...{ task: 'regression', classes: 1, features: 5, knobs: ['noise', 'features'] },
  defaults: { n: 256, noise: 0.5, test: 500 },
  make(options) {
    const w = normals(options.random.fork('law'), options.features);
    return drawTable(options, (random) => {
      const inputs = normals(random, options.features);
      const answer = inputs.reduce((sum, x, i) => sum + x * w[i]!, 0);
      return { inputs, target: answer + options.noise * random.normal() };
    });
  },
};

/** y = 2x₁ - 2x₂ + x₃ - x₄ + noise with x from N(0, 1): all features behind the fourth mean nothing. */
export const sparse: GeneratedSet = {
  ...{ task: 'regression', classes: 1, features: 20, knobs: ['noise', 'features'] },
  defaults: { n: 60, noise: 0.5, test: 500 },
  make: (options) =>
    drawTable(options, (random) => {
      const inputs = normals(random, options.features);
      const answer = RELEVANT.reduce((sum, w, i) => sum + w * (inputs[i] ?? 0), 0);
      return { inputs, target: answer + options.noise * random.normal() };
    }),
};

const RELEVANT = [2, -2, 1, -1];

function drawCurve(options: DataOptions, law: (x: number) => number): Table {
  return drawTable(options, (random) => {
    const x = 2 * random.uniform() - 1;
    return { inputs: [x], target: law(x) + options.noise * random.normal() };
  });
}
