import { accuracyOf, type Confusion, confusionOf, macroMetrics, metricsOfClass } from '../metrics.ts';
import { answeredClasses, classesOf, tellsClasses } from './answers.ts';
import { judgedRows, type LookKind } from './look.ts';

/** How often each class is answered as each; precision, recall and F1 of class 1 where there are two, else their means over the classes. */
export type ConfusionLook = Confusion & {
  readonly type: 'confusion';
  readonly part: 'train' | 'test';
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

export const confusion: LookKind<ConfusionLook> = {
  fits: tellsClasses,
  take(network) {
    const { part, rows: table } = judgedRows(network);
    const outputs = network.trainer.predict(table.inputs, table.rows);
    const answers = answeredClasses(network, outputs, table.rows);
    const matrix = confusionOf(answers, table.targets, classesOf(outputs.length / table.rows));
    const { precision, recall, f1 } = matrix.classes === 2 ? metricsOfClass(matrix, 1) : macroMetrics(matrix);
    return { type: 'confusion', part, ...matrix, accuracy: accuracyOf(matrix), precision, recall, f1 };
  },
};
