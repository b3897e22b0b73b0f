import { formatNumber } from '../../charts/ticks.ts';
import type { Inline, PredictStep } from '../../content/lesson.ts';
import { plainText } from '../../content/plain-text.ts';
import type { ItemProgress, Prediction } from '../../session/progress.ts';
import type { Stage } from '../../session/stage.ts';
import type { Prediction as LabPrediction } from '../../training/grade.ts';
import { proseLines } from '../layout/prose.ts';
import { sourceLines } from '../layout/sources.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import type { Expected } from './run-chart.ts';
import {
  type BlockSetting,
  hintSections,
  inlineLines,
  optionLines,
  signedText,
  titleSection,
} from './view.ts';

/** A prediction while it is being made. */
export function choosingSections(
  step: PredictStep,
  stage: Stage & { type: 'choosing' },
  item: ItemProgress,
  setting: BlockSetting,
): readonly Section[] {
  return [
    titleSection(setting.words.predict.title),
    { lines: proseLines(step.ask, setting) },
    ...step.options.map((content, i) => ({
      lines: optionLines({ number: i + 1, content, isUnderCursor: i === stage.cursor }, setting),
      joined: i > 0,
      ...(i === stage.cursor ? { mark: `cursor:${i}` } : {}),
    })),
    ...hintSections(step.hints, item.hints, setting),
  ];
}

/** What was expected against what the run said, and what there is to learn from it. */
export function gradedSections(
  step: PredictStep,
  prediction: Prediction,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const { chosen, right } = prediction;
  const isRight = chosen === right;
  const verdict =
    right === null
      ? words.predict.undecided
      : isRight
        ? words.predict.right
        : words.predict.wrong(`${right + 1}`);
  const tone = right === null ? 'warn' : isRight ? 'good' : 'bad';
  const sign = right === null ? theme.marks.shown : isRight ? theme.marks.right : theme.marks.wrong;
  return [
    { lines: signedText(sign, tone, verdict, setting), mark: 'verdict' },
    ...step.options.map((content, i) => ({
      lines: optionLines(
        {
          number: i + 1,
          content: withValue(content, i, prediction),
          isUnderCursor: false,
          sign: signOf(i, prediction, setting),
        },
        setting,
      ),
      joined: i > 0,
    })),
    { lines: wrap([{ text: observedText(prediction, setting), tone: 'muted' }], setting.width) },
    { lines: proseLines(step.seen, setting), mark: 'seen' },
    { lines: sourceLines(step.seen, setting, words.reader.sources) },
    ...(step.reflect
      ? [
          { lines: [[{ text: words.predict.reflect, tone: 'accent' as const, bold: true }]] },
          { lines: inlineLines(step.reflect, setting), joined: true },
        ]
      : []),
  ];
}

/** What the learner expects, where the prediction is of a measure at the end of the curve that is shown. */
export function expectedOf(prediction: LabPrediction, stage: Stage): Expected | undefined {
  if (!('bins' in prediction)) return undefined;
  const chosen =
    stage.type === 'running' ? stage.chosen : stage.type === 'graded' ? stage.prediction.chosen : null;
  const measure = /^(\w+)@end$/.exec(prediction.measure)?.[1];
  if (chosen === null || measure === undefined) return undefined;
  const { bins } = prediction;
  return { measure, low: bins[chosen - 1] ?? Number.NEGATIVE_INFINITY, high: bins[chosen] ?? Infinity };
}

/** An option as plain words. */
export function optionText(step: PredictStep, option: number): string {
  return plainText(step.options[option] ?? []);
}

function signOf(option: number, { chosen, right }: Prediction, { theme }: BlockSetting) {
  if (option === right) return { text: theme.marks.right, tone: 'good' as const };
  if (option === chosen) return { text: theme.marks.wrong, tone: 'bad' as const };
  return { text: ' ', tone: 'muted' as const };
}

/** Where each option was measured by itself, its value stands behind it. */
function withValue(content: readonly Inline[], option: number, { observed }: Prediction): readonly Inline[] {
  const value = observed.length > 1 ? observed[option] : undefined;
  return value === undefined
    ? content
    : [...content, { type: 'emphasis', content: [{ type: 'text', value: `  ${formatNumber(value)}` }] }];
}

function observedText({ observed, perOption, right }: Prediction, { words }: BlockSetting): string {
  const seeds = perOption.reduce((a, b) => a + b, 0);
  const agreed = right === null ? Math.max(...perOption) : (perOption[right] ?? 0);
  const value = observed.length === 1 ? formatNumber(observed[0] ?? Number.NaN) : null;
  return words.predict.observed(value, agreed, seeds);
}
