import { type LossName, losses } from '../../engine/losses.ts';
import { exp } from '../../engine/math.ts';
import { scoresOf } from '../class-measures.ts';
import type { LookedAt, LookSubject } from './look.ts';

/** Whether a network tells classes apart. */
export function tellsClasses({ spec, isOfTwo }: LookSubject): boolean {
  return isOfTwo || losses[spec.loss].answer !== 'number';
}

/** Classes that a network of so many outputs tells apart: one output tells two. */
export function classesOf(outputs: number): number {
  return Math.max(2, outputs);
}

/** The class that each row is answered with: the largest output, or the side of the threshold. */
export function answeredClasses(
  { settings, spec, isOfTwo }: LookedAt,
  outputs: Float32Array,
  rows: number,
): Int32Array {
  const width = outputs.length / rows;
  if (isOfTwo) {
    const { values, cut } = scoresOf(outputs, rows, spec.loss, settings.threshold ?? 0.5);
    return Int32Array.from(values, (value) => Number(value > cut));
  }
  return Int32Array.from({ length: rows }, (_, row) => {
    const own = outputs.subarray(row * width, (row + 1) * width);
    return own.indexOf(Math.max(...own));
  });
}

/** Whether outputs become chances by a sigmoid or a softmax. */
export function givesChances(loss: LossName): boolean {
  return losses[loss].answer !== 'number' && loss !== 'hinge';
}

/** The chance of each class in a row. outputs: [outputs] of one row */
export function chancesOf(outputs: Float32Array): readonly number[] {
  if (outputs.length === 1) {
    const one = 1 / (1 + exp(-outputs[0]!));
    return [1 - one, one];
  }
  const top = Math.max(...outputs);
  const weights = Array.from(outputs, (z) => exp(z - top));
  const whole = weights.reduce((a, b) => a + b);
  return weights.map((each) => each / whole);
}
