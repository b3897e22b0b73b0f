import { losses } from '../../engine/losses.ts';
import { exp } from '../../engine/math.ts';
import { countOf, type Pass, type TracedStep, type UnitPlace, type WeightPlace } from './step.ts';
import type { Named } from './terms.ts';
import type { Trace } from './trace.ts';

/** What the numbers of a step are worked out on: the step, what flows through it, and how all is called. */
export type Desk = {
  readonly step: TracedStep;
  readonly widths: readonly number[];
  readonly passes: readonly Pass[];
  readonly names: ReturnType<typeof namesOf>;
};

/** How units are called: x₁ and x₂ come in, h₁ and h₂ are hidden (then k, m), o is the output. */
export function unitName(widths: readonly number[], { layer, unit }: UnitPlace): string {
  const letter = layer === 0 ? 'x' : layer === widths.length - 1 ? 'o' : 'hkm'[layer - 1];
  return widths[layer] === 1 ? `${letter}` : `${letter}${'₁₂₃₄₅₆₇₈₉'[unit]}`;
}

/** Names and ids of everything in the network. */
export function namesOf(widths: readonly number[], rows: number) {
  const unit = (at: UnitPlace) => unitName(widths, at);
  const key = (at: UnitPlace) => unit(at).replace(/[₁-₉]/, (digit) => `${'₁₂₃₄₅₆₇₈₉'.indexOf(digit) + 1}`);
  const mark = (row: number) => (rows > 1 ? `[${row + 1}]` : '');
  return {
    unit,
    mark,
    id: (kind: string, at: UnitPlace, row: number) => `${kind}.${key(at)}${rows > 1 ? `.${row + 1}` : ''}`,
    weight: (at: WeightPlace) =>
      at.from === 'bias'
        ? `b(${unit(at)})`
        : `w(${unit({ layer: at.layer - 1, unit: at.from })}→${unit(at)})`,
    weightId: (kind: string, at: WeightPlace) =>
      `${kind}.${at.from === 'bias' ? 'b' : key({ layer: at.layer - 1, unit: at.from })}-${key(at)}`,
  };
}

/** Units of a layer. */
export function unitsOf({ widths }: Desk, layer: number): readonly UnitPlace[] {
  return Array.from({ length: widths[layer]! }, (_, unit) => ({ layer, unit }));
}

/** The weights into a unit, its bias last. */
export function weightsInto({ widths }: Desk, at: UnitPlace): readonly WeightPlace[] {
  const from = Array.from({ length: widths[at.layer - 1]! }, (_, i) => ({ ...at, from: i }));
  return [...from, { ...at, from: 'bias' }];
}

/** A weight or a bias as it stands before the step. */
export function weightOf({ step, names }: Desk, at: WeightPlace): Named {
  const { weights, bias } = step.layers[at.layer - 1]!;
  const value = at.from === 'bias' ? bias[at.unit]! : weights[at.from]![at.unit]!;
  return { name: names.weight(at), value };
}

/** What comes into a unit, weighed and summed. */
export function sumOf({ passes, names }: Desk, at: UnitPlace, row: number): Named {
  return { name: `z(${names.unit(at)})${names.mark(row)}`, value: passes[row]!.sums[at.layer]![at.unit]! };
}

/** What a unit hands on: an input by its own name, the last layer its sum. */
export function outputOf(desk: Desk, at: UnitPlace, row: number): Named {
  const { passes, names, widths } = desk;
  if (at.layer === widths.length - 1) return sumOf(desk, at, row);
  const name = at.layer === 0 ? names.unit(at) : `a(${names.unit(at)})`;
  return { name: name + names.mark(row), value: passes[row]!.outputs[at.layer]![at.unit]! };
}

/** The chances that the loss makes of the outputs of a row: none, that of class 1, or one of each class. */
export function chancesOf({ step, passes, names, widths }: Desk, row: number): readonly Named[] {
  const sums = passes[row]!.sums.at(-1)!;
  const { answer } = losses[step.loss];
  if (answer === 'number') return [];
  const whole = sums.reduce((sum, z) => sum + exp(z), 0);
  return sums.map((z, unit) => {
    const name = sums.length === 1 ? 'p' : `p(${names.unit({ layer: widths.length - 1, unit })})`;
    const value = answer === 'logit' ? 1 / (1 + exp(-z)) : exp(z) / whole;
    return { name: name + names.mark(row), value };
  });
}

/** What a loss judges in a row. */
export function judgedOf(desk: Desk, row: number) {
  const { step, names, widths } = desk;
  return {
    outputs: unitsOf(desk, widths.length - 1).map((at) => sumOf(desk, at, row)),
    chances: chancesOf(desk, row),
    y: { name: `y${names.mark(row)}`, value: step.rows[row]!.target },
    settings: step.lossSettings,
  };
}

/** What a step starts from, by name. */
export function givenOf(desk: Desk): Trace['given'] {
  const { step, widths } = desk;
  const rows = step.rows.map((_, row) => [
    ...unitsOf(desk, 0).map((at) => outputOf(desk, at, row)),
    judgedOf(desk, row).y,
  ]);
  const units = widths.slice(1).flatMap((_, i) => unitsOf(desk, i + 1));
  return {
    rows: [...rows, [{ name: 'η', value: step.rate }]],
    weights: units.map((at) => weightsInto(desk, at).map((weight) => weightOf(desk, weight))),
  };
}

/** What the slopes of the rows are divided by for the mean. */
export function countNamed(step: TracedStep): Named {
  return { name: step.loss === 'ce' && step.lossSettings.weights ? 'Σw' : 'n', value: countOf(step) };
}
