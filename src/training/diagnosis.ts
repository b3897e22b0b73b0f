import type { MemberRecord } from './events.ts';

/** What can be wrong with a run, each judged by one number against one threshold. */
export type FindingType =
  | 'divergence'
  | 'exploding'
  | 'vanishing'
  | 'dead'
  | 'saturated'
  | 'plateau'
  | 'overfitting'
  | 'mode-mismatch'
  | 'leakage';

/** A finding with its evidence: what was measured, what it was held against, and at which step or layer. */
export type Finding = {
  readonly type: FindingType;
  readonly value: number;
  readonly threshold: number;
  readonly at: number | null;
};

/** From where on each kind of trouble is spoken of. */
export const thresholds = {
  /** A loss that is no finite number any more. */
  divergence: 0,
  /** From the first layer to the last, or from the start of training to its worst: a loss or a signal that has grown so many times. */
  exploding: 10,
  /** Share of the first layer's signal, or of the last one's gradient, that is left at the other end. */
  vanishing: 0.01,
  /** Share of units that answer 0 to every row. */
  dead: 0.4,
  /** Share of outputs within 1 % of an end of their range. */
  saturated: 0.4,
  /** Share of the loss at the start by which it fell over the second half, while most of it was still there. */
  plateau: 0.01,
  /** How many times its best the test loss has risen to, while the training loss went on falling. */
  overfitting: 1.2,
  /** Points of accuracy between the same rows answered in training mode and in evaluation mode. */
  'mode-mismatch': 0.1,
  /** Points of accuracy by which the test rows do better than those that were trained on. */
  leakage: 0.05,
} as const satisfies Record<FindingType, number>;

/** Finds what is wrong with one member of a finished run by what was measured of it; nothing is trained again. */
export function diagnose(record: MemberRecord): readonly Finding[] {
  if (record.totals.diverged === 1)
    return [finding('divergence', record.points.at(-1)?.step ?? 0, record.points.at(-1)?.step ?? null)];
  const ways = record.member.axis === 'layer' ? [...alongDepth, ...shares] : [...alongTraining, ...shares];
  return ways.flatMap((look) => look(record) ?? []);
}

/** What several seeds of a run agree on: a finding that most of them have, with the values of the one in the middle. */
export function commonFindings(records: readonly MemberRecord[]): readonly Finding[] {
  const all = records.map(diagnose);
  const types = Object.keys(thresholds) as FindingType[];
  return types.flatMap((type) => {
    const found = all.flatMap((each) => each.filter((other) => other.type === type));
    const [middle] = [...found].sort((a, b) => a.value - b.value).slice(Math.floor((found.length - 1) / 2));
    return middle && 2 * found.length > records.length ? [middle] : [];
  });
}

type Looked = (record: MemberRecord) => Finding | null;

const alongTraining: readonly Looked[] = [
  (record) => {
    const loss = curveOf(record, 'loss');
    const first = loss[0];
    if (!first || first.value <= 0) return null;
    const worst = loss.reduce((a, b) => (b.value > a.value ? b : a));
    return above('exploding', worst.value / first.value, worst.step);
  },
  (record) => {
    const loss = curveOf(record, 'loss');
    const [first, half, last] = [loss[0], loss[Math.floor(loss.length / 2)], loss.at(-1)];
    if (!first || !half || !last || loss.length < 4 || last.value < first.value / 2) return null;
    return below('plateau', (half.value - last.value) / Math.abs(first.value), half.step);
  },
  (record) => {
    const [train, test] = [curveOf(record, 'loss'), curveOf(record, 'test_loss')];
    if (test.length === 0) return null;
    const best = test.reduce((a, b) => (b.value < a.value ? b : a));
    const since = train.find(({ step }) => step === best.step);
    const isStillFalling = since !== undefined && (train.at(-1)?.value ?? 0) < since.value;
    const rise = (test.at(-1)?.value ?? 0) / best.value;
    return isStillFalling ? above('overfitting', rise, best.step) : null;
  },
  (record) => {
    const [train, test] = [curveOf(record, 'acc').at(-1), curveOf(record, 'test_acc').at(-1)];
    return train && test ? above('leakage', test.value - train.value, test.step) : null;
  },
  (record) => {
    const [inTraining, answering] = [curveOf(record, 'test_acc').at(-1), curveOf(record, 'eval_acc').at(-1)];
    return inTraining && answering
      ? above('mode-mismatch', Math.abs(inTraining.value - answering.value), answering.step)
      : null;
  },
];

const alongDepth: readonly Looked[] = [
  (record) => growth(record, (ratio, layer) => above('exploding', ratio, layer)),
  (record) => growth(record, (ratio, layer) => below('vanishing', ratio, layer)),
];

const shares: readonly Looked[] = (['dead', 'saturated'] as const).map((type) => (record) => {
  const curve = curveOf(record, type);
  if (curve.length > 0) {
    const worst = curve.reduce((a, b) => (b.value > a.value ? b : a));
    return above(type, worst.value, worst.step);
  }
  const total = record.totals[type];
  return total === undefined ? null : above(type, total, null);
});

/** A signal that goes forward is held against the first layer, a gradient that comes back against the last. */
function growth(
  record: MemberRecord,
  judge: (ratio: number, layer: number) => Finding | null,
): Finding | null {
  const forward = curveOf(record, 'rms');
  const backward = curveOf(record, 'grad');
  const [from, to] = forward.length > 1 ? [forward[0], forward.at(-1)] : [backward.at(-1), backward[0]];
  return from && to && from.value > 0 ? judge(to.value / from.value, to.step) : null;
}

function curveOf(record: MemberRecord, name: string): { readonly step: number; readonly value: number }[] {
  return record.points.flatMap(({ step, values }) => {
    const value = values[name];
    return value !== undefined && Number.isFinite(value) ? [{ step, value }] : [];
  });
}

function above(type: FindingType, value: number, at: number | null): Finding | null {
  return value > thresholds[type] ? finding(type, value, at) : null;
}

function below(type: FindingType, value: number, at: number | null): Finding | null {
  return value < thresholds[type] ? finding(type, value, at) : null;
}

function finding(type: FindingType, value: number, at: number | null): Finding {
  return { type, value, threshold: thresholds[type], at };
}
