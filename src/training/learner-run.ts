import { createRandom } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { DataChoice } from './data-choice.ts';
import type { Look } from './events.ts';
import type { Experiment, Grid } from './kind.ts';
import type { ClassicalSettings } from './kinds/classical.ts';
import type { Learner, LearnerSettings, Predict } from './learner.ts';
import { fitLook, surfaceLook } from './looks/plane.ts';
import { stepByStep } from './step-by-step.ts';

type LearnerRun = {
  readonly learner: Learner;
  readonly settings: ClassicalSettings;
  readonly data: DataChoice;
  readonly seed: number;
  readonly steps: number;
};

/** A learner on its way through its steps, measured and looked at as networks are. */
export function startLearner(run: LearnerRun): Experiment {
  const { learner, settings, data, seed, steps } = run;
  const { train, test } = data.tables(seed);
  const material = { train, classes: data.classes };
  const learning = learner.begin(material, settings as LearnerSettings, createRandom(seed).fork('learner'));
  return stepByStep({
    span: { steps, stepsPerEpoch: 0 },
    // Before its first step only what has a start of its own can answer.
    hasStart: learning.measure !== undefined,
    take: () => learning.step(),
    measure: () => learning.measure?.() ?? scores(learning.predict, train, test, data.classes),
    look: (grid, step) =>
      step > 0 || learning.measure ? lookOf(learning.predict, train, data, settings, grid) : null,
    numbers: (told) => [
      ...[train, ...(test ? [test] : [])].flatMap(({ inputs, rows }) => [...learning.predict(inputs, rows)]),
      ...told,
    ],
  });
}

/** The share of right answers; where numbers are learnt, the mean squared error. */
function scores(predict: Predict, train: Table, test: Table | null, classes: number): Record<string, number> {
  const name = classes === 1 ? 'loss' : 'acc';
  const score = ({ inputs, targets, rows }: Table) => {
    const answers = predict(inputs, rows);
    const each = Array.from(answers, (answer, i) =>
      classes === 1 ? (answer - targets[i]!) ** 2 : Number(answer === targets[i]),
    );
    return each.reduce((sum, value) => sum + value, 0) / rows;
  };
  return { [name]: score(train), ...(test ? { [`test_${name}`]: score(test) } : {}) };
}

function lookOf(
  predict: Predict,
  train: Table,
  data: DataChoice,
  settings: ClassicalSettings,
  grid: Grid,
): Look | null {
  const isSorted = data.classes > 1 || settings.learner === 'kmeans';
  if (train.features === 1) return isSorted ? null : fitLook(predict, train, grid);
  if (train.features !== 2) return null;
  const width = settings.learner === 'kmeans' ? (settings.k ?? 2) : data.classes;
  // Its answers as logits: sure of one class.
  const logits: Predict = (inputs, rows) => {
    const sure = new Float32Array(rows * width);
    predict(inputs, rows).forEach((label, row) => {
      sure[row * width + label] = 20;
    });
    return sure;
  };
  return isSorted ? surfaceLook(logits, train, 'ce', grid) : surfaceLook(predict, train, 'mse', grid);
}
