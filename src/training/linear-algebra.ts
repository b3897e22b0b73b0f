/** Rows of a symmetric matrix; only what stands on and below the diagonal is read. */
export type Symmetric = readonly ArrayLike<number>[];

/**
 * The lower triangle L of A = L Lᵀ, row by row; null where A is not positive definite, which is how that is found out.
 * Golub and Van Loan, Matrix Computations, section 4.2.
 */
export function cholesky(matrix: Symmetric): readonly Float64Array[] | null {
  const lower: Float64Array[] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : lower[j]!;
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (j < i) row[j] = rest / other[j]!;
      else if (rest > 0) row[j] = Math.sqrt(rest);
      else return null;
    }
    lower.push(row);
  }
  return lower;
}

/** x of L Lᵀ x = b. */
export function solve(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const size = lower.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** Sum of the products of two lists, number by number. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
