import { activations } from '../../engine/activations.ts';
import { losses } from '../../engine/losses.ts';
import { countNamed, type Desk, judgedOf, outputOf, sumOf, unitsOf, weightOf, weightsInto } from './desk.ts';
import { activationFormulas, lossFormulas } from './formulas.ts';
import { centralDifference, lossOf, type UnitPlace, withWeight } from './step.ts';
import { joined, type Named, terms } from './terms.ts';
import type { TraceNumber } from './trace.ts';

/** From the last layer to the first: how the loss answers to each weighted sum, and then to each weight. */
export function backward(desk: Desk): readonly TraceNumber[] {
  const deltas = new Map<string, Named>();
  return desk.step.layers
    .map((_, i) => i + 1)
    .toReversed()
    .flatMap((layer) => {
      const units = unitsOf(desk, layer);
      const own = desk.step.rows.flatMap((_, row) =>
        units.flatMap((at) => {
          const numbers = deltaNumbers(desk, at, row, deltas);
          deltas.set(deltaKey(at, row), named(numbers.at(-1)!));
          return numbers;
        }),
      );
      return [...own, ...units.flatMap((at) => slopeNumbers(desk, at, deltas))];
    });
}

const deltaKey = ({ layer, unit }: UnitPlace, row: number) => `${layer} ${unit} ${row}`;

function deltaNumbers(
  desk: Desk,
  at: UnitPlace,
  row: number,
  deltas: ReadonlyMap<string, Named>,
): readonly TraceNumber[] {
  const { step, names, passes, widths } = desk;
  const own = { phase: 'backward', at, row } as const;
  const delta = { ...own, id: names.id('delta', at, row), kind: 'delta' } as const;
  const name = `δ(${names.unit(at)})${names.mark(row)}`;
  const difference = centralDifference((by) => lossOf(step, { row, at, by }));
  if (at.layer === widths.length - 1) {
    const outputs = passes[row]!.outputs.at(-1)!;
    const slopes = losses[step.loss].slope(outputs, [step.rows[row]!.target], step.lossSettings);
    const slope = lossFormulas[step.loss].slope(judgedOf(desk, row), at.unit);
    const count = countNamed(step);
    const formula = count.value === 1 ? slope : terms`(${slope}) / ${count}`;
    return [{ ...delta, name, formula, value: slopes[at.unit]! / count.value, difference }];
  }
  const [z, a] = [sumOf(desk, at, row), outputOf(desk, at, row)];
  const { value: bends, slope } = activations[step.act];
  const bend: TraceNumber = {
    ...{
      ...own,
      id: names.id('bend', at, row),
      kind: 'bend',
      name: `φ′(${names.unit(at)})${names.mark(row)}`,
    },
    ...{ formula: activationFormulas[step.act].slope(z, a), value: slope(z.value) },
    difference: centralDifference((by) => bends(z.value + by)),
  };
  const next = unitsOf(desk, at.layer + 1);
  const pulls = next.map((to) => {
    const weight = weightOf(desk, { ...to, from: at.unit });
    const after = deltas.get(deltaKey(to, row))!;
    return { formula: terms`${weight}·${after}`, value: weight.value * after.value };
  });
  const sum = joined(
    pulls.map(({ formula }) => formula),
    ' + ',
  );
  const formula = pulls.length > 1 ? terms`(${sum})·${named(bend)}` : terms`${sum}·${named(bend)}`;
  const value = pulls.reduce((total, pull) => total + pull.value, 0) * bend.value;
  return [bend, { ...delta, name, formula, value, difference }];
}

/** The slopes of the loss in the weights into a unit and in its bias: over all rows, its delta times what came in. */
function slopeNumbers(
  desk: Desk,
  unit: UnitPlace,
  deltas: ReadonlyMap<string, Named>,
): readonly TraceNumber[] {
  const { step, names } = desk;
  return weightsInto(desk, unit).map((at) => {
    const parts = step.rows.map((_, row) => {
      const delta = deltas.get(deltaKey(unit, row))!;
      if (at.from === 'bias') return { formula: [delta], value: delta.value };
      const x = outputOf(desk, { layer: at.layer - 1, unit: at.from }, row);
      return { formula: terms`${delta}·${x}`, value: delta.value * x.value };
    });
    return {
      ...{ id: names.weightId('slope', at), phase: 'backward', kind: 'slope', at, row: 0 },
      name: `∂L/∂${names.weight(at)}`,
      formula: joined(
        parts.map(({ formula }) => formula),
        ' + ',
      ),
      value: parts.reduce((sum, { value }) => sum + value, 0),
      difference: centralDifference((by) => lossOf(withWeight(step, at, by))),
    };
  });
}

/** θ ← θ − η·∂L/∂θ, first layer first. */
export function update(desk: Desk, slopes: readonly TraceNumber[]): readonly TraceNumber[] {
  const { step, names } = desk;
  const rate = { name: 'η', value: step.rate };
  return step.layers.flatMap((_, i) =>
    unitsOf(desk, i + 1).flatMap((unit) =>
      weightsInto(desk, unit).map((at): TraceNumber => {
        const [weight, slope] = [
          weightOf(desk, at),
          slopes.find(({ id }) => id === names.weightId('slope', at))!,
        ];
        return {
          ...{ id: names.weightId('new', at), phase: 'update', kind: 'new', difference: null, at, row: 0 },
          name: `${weight.name}′`,
          formula: terms`${weight} − ${rate}·${named(slope)}`,
          value: weight.value - step.rate * slope.value,
        };
      }),
    ),
  );
}

function named({ name, value }: TraceNumber): Named {
  return { name, value };
}
