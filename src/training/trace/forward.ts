import { losses } from '../../engine/losses.ts';
import {
  chancesOf,
  countNamed,
  type Desk,
  judgedOf,
  outputOf,
  sumOf,
  unitsOf,
  weightOf,
  weightsInto,
} from './desk.ts';
import { activationFormulas, lossFormulas } from './formulas.ts';
import { lossOf, lossOfRow } from './step.ts';
import { joined, terms } from './terms.ts';
import type { TraceNumber } from './trace.ts';

/** Row by row and layer by layer: weighted sums, then what their units make of them. */
export function forward(desk: Desk): readonly TraceNumber[] {
  const { step, names, widths } = desk;
  const last = widths.length - 1;
  return step.rows.flatMap((_, row) =>
    step.layers.flatMap((_, i) => {
      const units = unitsOf(desk, i + 1);
      const own = { phase: 'forward', difference: null, row } as const;
      const sums = units.map((at): TraceNumber => {
        const parts = weightsInto(desk, at).map((weight) =>
          weight.from === 'bias'
            ? [weightOf(desk, weight)]
            : terms`${weightOf(desk, weight)}·${outputOf(desk, { layer: i, unit: weight.from }, row)}`,
        );
        const id = names.id('z', at, row);
        return { ...own, id, kind: 'sum', ...sumOf(desk, at, row), formula: joined(parts, ' + '), at };
      });
      const bent = units.map((at): TraceNumber => {
        const formula = activationFormulas[step.act].value(sumOf(desk, at, row));
        const id = names.id('a', at, row);
        return { ...own, id, kind: 'activation', ...outputOf(desk, at, row), formula, at };
      });
      return i + 1 === last ? [...sums, ...chanceNumbers(desk, row)] : [...sums, ...bent];
    }),
  );
}

/** What the loss makes of the outputs before it judges them: the chance of class 1, or one of each class. */
function chanceNumbers(desk: Desk, row: number): readonly TraceNumber[] {
  const { step, names, widths } = desk;
  const { answer } = losses[step.loss];
  if (answer === 'number') return [];
  const units = unitsOf(desk, widths.length - 1);
  const sums = units.map((at) => sumOf(desk, at, row));
  const powers = joined(
    sums.map((z) => terms`e^${z}`),
    ' + ',
  );
  return units.map((at, i) => ({
    ...{ id: names.id('p', at, row), phase: 'forward', kind: 'chance', difference: null, at, row },
    ...chancesOf(desk, row)[i]!,
    formula: answer === 'logit' ? terms`1 / (1 + e^(−${sums[i]!}))` : terms`e^${sums[i]!} / (${powers})`,
  }));
}

/** The loss of each row, and of several their mean. */
export function lossNumbers(desk: Desk): readonly TraceNumber[] {
  const { step, passes, names } = desk;
  const rest = { phase: 'loss', difference: null, at: null } as const;
  const all = step.rows.map((each, row): TraceNumber => {
    const value = lossOfRow(step, each, passes[row]!.outputs.at(-1)!);
    const id = step.rows.length > 1 ? `loss.${row + 1}` : 'loss';
    const formula = lossFormulas[step.loss].value(judgedOf(desk, row));
    return { ...rest, id, kind: 'loss', name: `L${names.mark(row)}`, formula, value, row };
  });
  if (all.length === 1) return all;
  const sum = joined(
    all.map(({ name, value }) => [{ name, value }]),
    ' + ',
  );
  const formula = terms`(${sum}) / ${countNamed(step)}`;
  return [...all, { ...rest, id: 'loss', kind: 'mean', name: 'L', formula, value: lossOf(step), row: 0 }];
}
