import { backward, update } from './backward.ts';
import { type Desk, givenOf, namesOf } from './desk.ts';
import { forward, lossNumbers } from './forward.ts';
import { passOf, type TracedStep, type UnitPlace, type WeightPlace } from './step.ts';
import type { Named, Terms } from './terms.ts';

/** The four parts of a training step, in their order. */
export const phases = ['forward', 'loss', 'backward', 'update'] as const;

/** What a number of a step is; `bend` is the slope of the activation, `mean` the loss of a batch of several rows. */
export type NumberKind =
  | 'sum'
  | 'activation'
  | 'chance'
  | 'loss'
  | 'mean'
  | 'bend'
  | 'delta'
  | 'slope'
  | 'new';

/** One number of a training step, and how it comes about. */
export type TraceNumber = {
  /** `z.h1`, `slope.x1-h1`, `new.b-o`; of several rows with the number of its row, `z.h1.2`. */
  readonly id: string;
  readonly phase: (typeof phases)[number];
  readonly kind: NumberKind;
  readonly name: string;
  readonly formula: Terms;
  readonly value: number;
  /** Of a slope: the central difference for it. */
  readonly difference: number | null;
  /** The unit or the weight that it belongs to; the loss has none. */
  readonly at: UnitPlace | WeightPlace | null;
  readonly row: number;
};

/** All numbers of one training step, in the order in which they are computed. */
export type Trace = {
  /** Units of each layer, the inputs first. */
  readonly widths: readonly number[];
  /** What the step starts from: the rows and the learning rate, and in a line of its own for each unit its weights. */
  readonly given: {
    readonly rows: readonly (readonly Named[])[];
    readonly weights: readonly (readonly Named[])[];
  };
  readonly numbers: readonly TraceNumber[];
};

/** A step that is walked number by number, and those of its numbers that the learner fills in. */
export type Walkthrough = { readonly run: string; readonly trace: Trace; readonly blanks: readonly Blank[] };

/** `at`: its place among the numbers; `tolerance`: how far off is still right. */
export type Blank = { readonly at: number; readonly tolerance: number };

/** One step of gradient descent by numbers in float64: forward, loss, backward, update. */
export function traceStep(step: TracedStep): Trace {
  const widths = [step.layers[0]!.weights.length, ...step.layers.map(({ bias }) => bias.length)];
  const passes = step.rows.map((row) => passOf(step, row));
  const desk: Desk = { step, widths, passes, names: namesOf(widths, step.rows.length) };
  const slopes = backward(desk);
  return {
    widths,
    given: givenOf(desk),
    numbers: [...forward(desk), ...lossNumbers(desk), ...slopes, ...update(desk, slopes)],
  };
}
