import { type LossName, losses } from '../engine/losses.ts';
import { log } from '../engine/math.ts';
import type { Table } from '../engine/table.ts';
import { confusionOf, macroMetrics, metricsOfClass, precisionRecallCurve, rocCurve } from './metrics.ts';

/** What is measured of two classes at the end of a run, class 1 being the one that is looked for. */
export const classMeasures = ['recall', 'precision', 'f1', 'bal_acc', 'roc', 'pr'] as const;

type ClassMeasures = Readonly<Record<(typeof classMeasures)[number], number>>;

/** A network's answers to two classes as one score a row, and the score from which on class 1 is answered. */
export type Scores = { readonly values: Float32Array; readonly cut: number };

/** outputs: [rows] logits or numbers, or [rows, 2] logits. A chance t of class 1 is a logit of ln(t / (1 - t)). */
export function scoresOf(outputs: Float32Array, rows: number, loss: LossName, threshold: number): Scores {
  const isPair = outputs.length === 2 * rows;
  const values = isPair ? differences(outputs) : outputs;
  const isNumber = losses[loss].answer === 'number';
  return { values, cut: isNumber ? threshold : log(threshold / (1 - threshold)) };
}

/** Recall, precision and F1 of class 1, balanced accuracy, and the areas below the ROC and the precision-recall curve. */
export function measureClasses({ values, cut }: Scores, { targets }: Table): ClassMeasures {
  const confusion = confusionOf(answersOf(values, cut), targets, 2);
  const { recall, precision, f1 } = metricsOfClass(confusion, 1);
  return {
    ...{ recall, precision, f1, bal_acc: macroMetrics(confusion).recall },
    ...{ roc: rocCurve(values, targets).area, pr: precisionRecallCurve(values, targets).area },
  };
}

/** Share of right answers. */
export function accuracyAt({ values, cut }: Scores, { targets, rows }: Table): number {
  const answers = answersOf(values, cut);
  return targets.reduce((sum, target, row) => sum + Number(target === answers[row]), 0) / rows;
}

function answersOf(values: Float32Array, cut: number): Uint8Array {
  return Uint8Array.from(values, (value) => Number(value > cut));
}

function differences(outputs: Float32Array): Float32Array {
  return Float32Array.from(
    { length: outputs.length / 2 },
    (_, row) => outputs[2 * row + 1]! - outputs[2 * row]!,
  );
}
