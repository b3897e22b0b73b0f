import type { ActivationName } from '../../engine/activations.ts';
import type { LossName, LossSettings } from '../../engine/losses.ts';
import { joined, type Named, type Terms, terms } from './terms.ts';

type ActivationFormula = {
  readonly value: (z: Named) => Terms;
  /** a is the value at z. */
  readonly slope: (z: Named, a: Named) => Terms;
};

/** Every activation written out; [z > 0] is 1 where it is so and 0 elsewhere, Φ the chance that a normal number is below z. */
export const activationFormulas = {
  identity: { value: (z) => [z], slope: () => ['1'] },
  sigmoid: { value: (z) => terms`1 / (1 + e^(−${z}))`, slope: (_, a) => terms`${a}·(1 − ${a})` },
  tanh: { value: (z) => terms`tanh(${z})`, slope: (_, a) => terms`1 − ${a}²` },
  relu: { value: (z) => terms`max(0, ${z})`, slope: (z) => terms`[${z} > 0]` },
  leaky_relu: {
    value: (z) => terms`max(0.01·${z}, ${z})`,
    slope: (z) => terms`[${z} > 0] + 0.01·[${z} ≤ 0]`,
  },
  elu: {
    value: (z) => (z.value < 0 ? terms`e^${z} − 1` : [z]),
    slope: (z) => (z.value > 0 ? ['1'] : terms`e^${z}`),
  },
  selu: {
    value: (z) => (z.value < 0 ? terms`1.0507·1.6733·(e^${z} − 1)` : terms`1.0507·${z}`),
    slope: (z) => (z.value > 0 ? ['1.0507'] : terms`1.0507·1.6733·e^${z}`),
  },
  softplus: { value: (z) => terms`ln(1 + e^${z})`, slope: (z) => terms`1 / (1 + e^(−${z}))` },
  silu: {
    value: (z) => terms`${z} / (1 + e^(−${z}))`,
    slope: (z) => terms`σ(${z})·(1 + ${z}·(1 − σ(${z})))`,
  },
  gelu: {
    value: (z) => terms`${z}·Φ(${z})`,
    slope: (z) => terms`Φ(${z}) + ${z}·e^(−(${z})²/2) / √(2π)`,
  },
  gelu_tanh: {
    value: (z) => terms`${z}·σ(2·√(2/π)·(${z} + 0.044715·(${z})³))`,
    slope(z) {
      const u = { name: 'u', value: Math.sqrt(2 / Math.PI) * (z.value + 0.044715 * z.value ** 3) };
      return terms`σ(2·${u}) + ${z}·σ(2·${u})·(1 − σ(2·${u}))·2·√(2/π)·(1 + 3·0.044715·(${z})²)`;
    },
  },
} satisfies Record<ActivationName, ActivationFormula>;

/** What a loss judges: the outputs as they are, the chances made of them (none where it takes plain numbers), and the right answer. */
type Judged = {
  readonly outputs: readonly Named[];
  readonly chances: readonly Named[];
  /** A number, 0 or 1, or the index of a class. */
  readonly y: Named;
  readonly settings: LossSettings;
};

type LossFormula = {
  readonly value: (judged: Judged) => Terms;
  /** Of the loss in one output. */
  readonly slope: (judged: Judged, output: number) => Terms;
};

/** Every loss written out for one row. */
export const lossFormulas = {
  mse: {
    value: ({ outputs: [o], y }) => terms`(${o!} − ${y})²`,
    slope: ({ outputs: [o], y }) => terms`2·(${o!} − ${y})`,
  },
  mae: {
    value: ({ outputs: [o], y }) => terms`|${o!} − ${y}|`,
    slope: ({ outputs: [o], y }) => terms`sign(${o!} − ${y})`,
  },
  huber: {
    value: ({ outputs: [o], y, settings }) =>
      isFar(o!, y, settings)
        ? terms`${bend(settings)}·(|${o!} − ${y}| − ${bend(settings)}/2)`
        : terms`(${o!} − ${y})²/2`,
    slope: ({ outputs: [o], y, settings }) =>
      isFar(o!, y, settings) ? terms`${bend(settings)}·sign(${o!} − ${y})` : terms`${o!} − ${y}`,
  },
  bce: {
    value({ chances: [p], y, settings }) {
      if (isPlain(settings)) return terms`−(${y}·ln(${p!}) + (1 − ${y})·ln(1 − ${p!}))`;
      const [q0, q1] = binaryShares(y.value, settings);
      return terms`−(${q1}·ln(${p!}) + ${q0}·ln(1 − ${p!}))`;
    },
    slope({ chances: [p], y, settings }) {
      if (isPlain(settings)) return terms`${p!} − ${y}`;
      const [q0, q1] = binaryShares(y.value, settings);
      return terms`(${q0} + ${q1})·${p!} − ${q1}`;
    },
  },
  sigmoid_mse: {
    value: ({ chances: [p], y }) => terms`(${p!} − ${y})²`,
    slope: ({ chances: [p], y }) => terms`2·(${p!} − ${y})·${p!}·(1 − ${p!})`,
  },
  hinge: {
    value: ({ outputs: [z], y }) => terms`max(0, 1 − ${side(y)}·${z!})`,
    slope: ({ outputs: [z], y }) => terms`−${side(y)}·[${side(y)}·${z!} < 1]`,
  },
  focal: {
    value({ chances, y, settings }) {
      const { right, gamma, alpha } = focalParts(chances[0]!, y, settings);
      return terms`−${alpha}·(1 − ${right})^${gamma}·ln(${right})`;
    },
    slope({ chances, y, settings }) {
      const { right, gamma, alpha } = focalParts(chances[0]!, y, settings);
      return terms`${side(y)}·${alpha}·(1 − ${right})^${gamma}·(${gamma}·${right}·ln(${right}) − (1 − ${right}))`;
    },
  },
  ce: {
    value({ chances, y, settings }) {
      if (isPlain(settings)) return terms`−ln(${chances[y.value]!})`;
      const shares = classShares(chances.length, y.value, settings);
      return terms`−(${joined(
        chances.map((p, c) => terms`${shares[c]!}·ln(${p})`),
        ' + ',
      )})`;
    },
    slope({ chances, y, settings }, output) {
      if (isPlain(settings)) return terms`${chances[output]!} − ${hit(output, y)}`;
      const shares = classShares(chances.length, y.value, settings);
      return terms`(${joined(
        shares.map((q) => [q]),
        ' + ',
      )})·${chances[output]!} − ${shares[output]!}`;
    },
  },
  focal_ce: {
    value({ chances, y, settings: { gamma = 2, weights } }) {
      const [right, power, weight] = [chances[y.value]!, named('γ', gamma), weightOf(y, weights)];
      return terms`−${weight}·(1 − ${right})^${power}·ln(${right})`;
    },
    slope({ chances, y, settings: { gamma = 2, weights } }, output) {
      const [right, power, weight] = [chances[y.value]!, named('γ', gamma), weightOf(y, weights)];
      const pull = terms`${weight}·(1 − ${right})^(${power} − 1)·(${power}·${right}·ln(${right}) − (1 − ${right}))`;
      return terms`${pull}·(${hit(output, y)} − ${chances[output]!})`;
    },
  },
} satisfies Record<LossName, LossFormula>;

function named(name: string, value: number): Named {
  return { name, value };
}

function isPlain({ smoothing = 0, weights }: LossSettings): boolean {
  return smoothing === 0 && weights === undefined;
}

/** Huber's corner. */
function bend({ delta = 1 }: LossSettings): Named {
  return named('d', delta);
}

function isFar(o: Named, y: Named, { delta = 1 }: LossSettings): boolean {
  return Math.abs(o.value - y.value) > delta;
}

/** −1 for class 0, 1 for class 1. */
function side(y: Named): Named {
  return named(`(2·${y.name} − 1)`, 2 * y.value - 1);
}

/** 1 for the output of the right class, 0 for the others. */
function hit(output: number, y: Named): Named {
  return named(`[${y.name} = ${output}]`, output === y.value ? 1 : 0);
}

function weightOf(y: Named, weights: readonly number[] | undefined): Named {
  return named('w', weights?.[y.value] ?? 1);
}

/** What classes 0 and 1 count once the target is smoothed and weighed. */
function binaryShares(
  y: number,
  { smoothing = 0, weights: [w0 = 1, w1 = 1] = [] }: LossSettings,
): [Named, Named] {
  const target = y * (1 - smoothing) + smoothing / 2;
  return [named('q₀', w0 * (1 - target)), named('q₁', w1 * target)];
}

function classShares(classes: number, y: number, { smoothing = 0, weights }: LossSettings): readonly Named[] {
  return Array.from({ length: classes }, (_, c) => {
    const own = c === y ? (1 - smoothing) * (weights?.[y] ?? 1) : 0;
    return named(`q${'₀₁₂₃₄₅₆₇₈₉'[c]}`, own + (smoothing * (weights?.[c] ?? 1)) / classes);
  });
}

/** The chance of the right class, and the numbers of the focal loss. */
function focalParts(p: Named, y: Named, { gamma = 2, alpha = 0.25 }: LossSettings) {
  return {
    right: named('pₜ', y.value === 1 ? p.value : 1 - p.value),
    gamma: named('γ', gamma),
    alpha: named('αₜ', y.value === 1 ? alpha : 1 - alpha),
  };
}
