import type { Table } from '../../engine/table.ts';
import type { Learner } from '../learner.ts';

/** The line, plane or hyperplane with the least squared error, solved for and not searched: (XᵀX) w = Xᵀy. */
export const leastSquares: Learner = {
  tasks: ['regression'],
  keys: [],
  defaults: {},
  steps: () => 1,
  begin({ train }) {
    const { features } = train;
    const w = solve(...normalEquations(train));
    return {
      step: () => {},
      predict: (inputs, rows) =>
        Float32Array.from({ length: rows }, (_, row) => {
          let y = w[features]!;
          for (let i = 0; i < features; i++) y += w[i]! * inputs[row * features + i]!;
          return y;
        }),
    };
  },
};

/** The last unknown is the bias: a column of ones. */
function normalEquations({ inputs, targets, rows, features }: Table): [number[][], number[]] {
  const width = features + 1;
  const matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const right = new Array<number>(width).fill(0);
  for (let row = 0; row < rows; row++) {
    const x = [...inputs.subarray(row * features, (row + 1) * features), 1];
    for (let i = 0; i < width; i++) {
      right[i]! += x[i]! * targets[row]!;
      for (let j = 0; j < width; j++) matrix[i]![j]! += x[i]! * x[j]!;
    }
  }
  return [matrix, right];
}

/** Gauss and Jordan with the largest pivot; an unknown that nothing settles becomes 0. */
function solve(matrix: number[][], right: number[]): readonly number[] {
  const size = right.length;
  const tiny = matrix.map((row, i) => 1e-10 * row[i]!);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [right[column], right[pivot]] = [right[pivot]!, right[column]!];
    const settled = Math.abs(matrix[column]![column]!) > tiny[column]!;
    for (let row = 0; row < size; row++) {
      if (row === column || !settled) continue;
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let i = column; i < size; i++) matrix[row]![i]! -= factor * matrix[column]![i]!;
      right[row]! -= factor * right[column]!;
    }
  }
  return right.map((value, i) => (Math.abs(matrix[i]![i]!) > tiny[i]! ? value / matrix[i]![i]! : 0));
}
