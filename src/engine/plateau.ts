/** What a schedule remembers that waits for the loss to stop falling. */
export type PlateauState = { readonly best: number; readonly waited: number; readonly factor: number };

/** Looks at the loss, say once an epoch: by how much the rate is multiplied from now on is `factor` of the state. */
export type PlateauSettings = {
  readonly gamma: number;
  /** Looks without improvement that are let pass. */
  readonly patience: number;
  /** Share of the best loss by which a loss must lie below it to count. */
  readonly threshold: number;
};

/** The rate is cut to a tenth after more than ten looks that brought nothing: defaults of PyTorch's ReduceLROnPlateau. */
export const usualPlateau: PlateauSettings = { gamma: 0.1, patience: 10, threshold: 1e-4 };

/** Before the first look. */
export const plateauStart: PlateauState = { best: Number.POSITIVE_INFINITY, waited: 0, factor: 1 };

/** State in, state out: what one more loss changes. */
export function lookForPlateau(
  { best, waited, factor }: PlateauState,
  loss: number,
  { gamma, patience, threshold }: PlateauSettings = usualPlateau,
): PlateauState {
  if (loss < best * (1 - threshold)) return { best: loss, waited: 0, factor };
  if (waited < patience) return { best, waited: waited + 1, factor };
  return { best, waited: 0, factor: factor * gamma };
}
