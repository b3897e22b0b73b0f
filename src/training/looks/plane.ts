import { type LossName, losses } from '../../engine/losses.ts';
import type { Table } from '../../engine/table.ts';
import type { FitLook, SurfaceLook } from '../events.ts';
import type { Grid } from '../kind.ts';

/** x: [rows, features] -> outputs [rows, outputs] */
type Predict = (inputs: Float32Array, rows: number) => Float32Array;

/** What a network answers over the plane of its two inputs, a little beyond the data. */
export function surfaceLook(predict: Predict, data: Table, loss: LossName, grid: Grid): SurfaceLook {
  const { columns, rows } = grid;
  const { x, y, inputs } = planeGrid(data, grid);
  const outputs = predict(inputs, rows * columns);
  const width = outputs.length / (rows * columns);
  const values = Float32Array.from({ length: rows * columns }, (_, i) => answer(outputs, i, width, loss));
  return { type: 'surface', columns, rows, x, y, values, classes: Math.max(2, width) };
}

/** The middles of the cells of a plane that holds the data, [rows * columns, 2] from the top, and how far it reaches. */
export function planeGrid(data: Table, { columns, rows }: Grid) {
  const x = rangeOf(data, 0);
  const y = rangeOf(data, 1);
  const inputs = new Float32Array(rows * columns * 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = 2 * (row * columns + column);
      inputs[at] = x[0] + ((column + 0.5) / columns) * (x[1] - x[0]);
      inputs[at + 1] = y[1] - ((row + 0.5) / rows) * (y[1] - y[0]);
    }
  }
  return { x, y, inputs };
}

/** What a network with one input answers over the range of its data. */
export function fitLook(predict: Predict, data: Table, grid: Grid): FitLook {
  const [low, high] = rangeOf(data, 0);
  const x = Float32Array.from(
    { length: 2 * grid.columns },
    (_, i) => low + (i / (2 * grid.columns - 1)) * (high - low),
  );
  return { type: 'fit', x, y: predict(x, x.length) };
}

/** Chance of class 1; with three classes and more, the likeliest class plus its chance as a fraction below 1. */
function answer(outputs: Float32Array, row: number, width: number, loss: LossName): number {
  if (width === 1)
    return losses[loss].answer === 'logit'
      ? 1 / (1 + Math.exp(-outputs[row]!))
      : Math.min(1, Math.max(0, outputs[row]!));
  const logits = outputs.subarray(row * width, (row + 1) * width);
  const top = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp(logit - top));
  const total = weights.reduce((a, b) => a + b);
  if (width === 2) return weights[1]! / total;
  const best = logits.indexOf(top);
  return best + Math.min(0.999, weights[best]! / total);
}

function rangeOf(data: Table, feature: number): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < data.rows; row++) {
    const value = data.inputs[row * data.features + feature]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = 0.15 * (high - low || 1);
  return [low - margin, high + margin];
}
