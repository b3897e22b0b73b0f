import type { DataSet } from '../data/data-set.ts';
import type { LossName } from '../engine/losses.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import type { KeyRule } from './recipe-keys.ts';

/** The keys that change the examples while a network trains, end its training early, or move the line between two answers. */
export const regularizerRules = {
  input_noise: { type: 'number', from: 0, to: 100 },
  shift: { type: 'whole', from: 1, to: 100 },
  test_shift: { type: 'whole', from: 1, to: 100 },
  test_contrast: { type: 'number', above: 0, to: 1 },
  mixup: { type: 'number', above: 0, to: 2 },
  validation: { type: 'number', above: 0, to: 0.9 },
  patience: { type: 'whole', from: 1, to: 100_000 },
  threshold: { type: 'number', above: 0, to: 0.9999 },
} as const satisfies Record<string, KeyRule>;

type RegularizerKey = keyof typeof regularizerRules;

/** Names of those keys, in the order in which forms show them. */
export const regularizerKeys = Object.keys(regularizerRules) as RegularizerKey[];

/** The values of those keys; null where a key was not given. */
export type RegularizerSettings = { readonly [Key in RegularizerKey]: number | null };

/** The settings that a recipe gives, the others null. */
export function regularizerSettings(given: GivenKeys): RegularizerSettings {
  return Object.fromEntries(regularizerKeys.map((key) => [key, given[key] ?? null])) as RegularizerSettings;
}

/** Losses that take a target between two others. */
const softLosses: readonly LossName[] = ['bce', 'mse', 'mae', 'huber'];

/** Keys that do not go with the rest of their recipe or with its data. */
export function regularizerProblems(
  given: GivenKeys,
  { data, loss, test }: { readonly data: string; readonly loss: LossName; readonly test: number },
  { image }: DataSet,
  classes: number,
  words: Words['problem'],
): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  const only = (key: RegularizerKey, needed: string, found: string) =>
    problems.push({ key, message: words.onlyWith(key, needed, found) });
  for (const key of ['shift', 'test_shift', 'test_contrast'] as const)
    if (given[key] !== undefined && !image) problems.push({ key, message: words.needsImages(key, data) });
  for (const key of ['test_shift', 'test_contrast'] as const)
    if (given[key] !== undefined && test === 0) only(key, 'test', 'test 0');
  if (given.mixup !== undefined && !softLosses.includes(loss))
    only('mixup', `loss ${softLosses.join(' / ')}`, `loss ${loss}`);
  if (given.patience !== undefined && given.validation === undefined)
    only('patience', 'validation', 'validation none');
  if (given.threshold !== undefined && classes !== 2)
    problems.push({ key: 'threshold', message: words.classSides('threshold') });
  return problems;
}
