import { cos } from './math.ts';

/** The learning rate of each step, counted from 0, of `total`. */
export type Schedule = { rate(base: number, step: number, total: number): number };

/** The same at every step. */
const constant: Schedule = { rate: (base) => base };

/** base (1 + cos(pi step / total)) / 2: from base down to nearly 0 along half a wave. Loshchilov and Hutter, 2017. */
const cosine: Schedule = { rate: (base, step, total) => (base * (1 + cos((Math.PI * step) / total))) / 2 };

export const schedules = { constant, cosine } satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;
