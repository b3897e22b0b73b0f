import { cos, sin } from '../engine/math.ts';
import type { GeneratedSet } from './data-set.ts';
import { blurred, drawTable } from './rows.ts';

// Two classes in the plane that take turns, so that each has as many rows as can be.
const PLANE = { task: 'binary', classes: 2, features: 2, knobs: ['noise'] } as const;

/** Class 1 where exactly one of the two inputs is 1. Four rows without noise are the four corners; others are copies around them. */
export const xor: GeneratedSet = {
  ...PLANE,
  defaults: { n: 4, noise: 0, test: 500 },
  make: (options) =>
    drawTable(options, (random, i) => {
      const first = (i >> 1) & 1;
      const second = i & 1;
      return blurred(random, options.noise, [first, second], first ^ second);
    }),
};

/** Two half circles of radius 1 that reach into each other. */
export const moons: GeneratedSet = {
  ...PLANE,
  defaults: { n: 200, noise: 0.1, test: 500 },
  make: (options) =>
    drawTable(options, (random, i) => {
      const angle = Math.PI * random.uniform();
      const [x, y] = [cos(angle), sin(angle)];
      return blurred(random, options.noise, i % 2 === 0 ? [x, y] : [1 - x, 0.5 - y], i % 2);
    }),
};

/** A circle of radius 1, class 0, around one of radius 1/2. */
export const circles: GeneratedSet = {
  ...PLANE,
  defaults: { n: 300, noise: 0.1, test: 500 },
  make: (options) =>
    drawTable(options, (random, i) => {
      const angle = 2 * Math.PI * random.uniform();
      const radius = i % 2 === 0 ? 1 : 0.5;
      return blurred(random, options.noise, [radius * cos(angle), radius * sin(angle)], i % 2);
    }),
};

/** Two arms that turn once around the middle: angle 2 pi r, and half a turn more for class 1; r = sqrt(u) spreads evenly. */
export const spirals: GeneratedSet = {
  ...PLANE,
  defaults: { n: 300, noise: 0.02, test: 500 },
  make: (options) =>
    drawTable(options, (random, i) => {
      const radius = Math.sqrt(random.uniform());
      const angle = 2 * Math.PI * radius + Math.PI * (i % 2);
      return blurred(random, options.noise, [radius * cos(angle), radius * sin(angle)], i % 2);
    }),
};
