import { dataSets } from '../data/data-sets.ts';
import { extras } from '../data/extras.ts';
import { isFileName } from '../data/own-file.ts';
import { scales } from '../data/scales.ts';
import { initializers } from '../engine/initializers.ts';
import { losses } from '../engine/losses.ts';
import { optimizers } from '../engine/optimizers.ts';
import { schedules } from '../engine/schedules.ts';
import { answerRules } from './answer-keys.ts';
import { blockRules } from './block-keys.ts';
import { couplings } from './kinds/decay.ts';
import { faults } from './kinds/gradient-check.ts';
import { laws } from './kinds/standardize.ts';
import { learners } from './learners.ts';
import { activationNames, networkRules } from './network-keys.ts';
import { regularizerRules } from './regularizer-keys.ts';
import { surfaces } from './surfaces.ts';
import { watches } from './watches.ts';

/** What the value of a recipe key may be; forms, flags and messages are made from it. */
export type KeyRule =
  /** One of several words; where `orFile` is set, also the path of a file. */
  | { readonly type: 'choice'; readonly of: readonly string[]; readonly orFile?: true }
  | { readonly type: 'number'; readonly above?: number; readonly from?: number; readonly to: number }
  | { readonly type: 'whole'; readonly from: number; readonly to: number }
  /** Widths (units or channels) of layers, first to last; none for no such layer. */
  | { readonly type: 'widths'; readonly to: number; readonly most: number }
  /** Some of several words, each once. */
  | { readonly type: 'choices'; readonly of: readonly string[] }
  | { readonly type: 'text'; readonly most: number };

export type KeyValue = string | number | readonly number[] | readonly string[];

/** Every key of every kind of experiment, but for kind, seeds and vary. */
export const recipeKeys = {
  data: { type: 'choice', of: Object.keys(dataSets), orFile: true },
  target: { type: 'text', most: 1000 },
  n: { type: 'whole', from: 2, to: 100_000 },
  noise: { type: 'number', from: 0, to: 10 },
  test: { type: 'whole', from: 0, to: 100_000 },
  features: { type: 'whole', from: 1, to: 10_000 },
  classes: { type: 'whole', from: 2, to: 20 },
  share: { type: 'number', above: 0, to: 0.5 },
  scale: { type: 'choice', of: Object.keys(scales) },
  oversample: { type: 'number', above: 0, to: 1 },
  undersample: { type: 'number', above: 0, to: 1 },
  flip: { type: 'number', above: 0, to: 0.9 },
  extra: { type: 'choice', of: Object.keys(extras) },
  net: { type: 'widths', to: 4096, most: 20 },
  act: { type: 'choice', of: activationNames },
  init: { type: 'choice', of: Object.keys(initializers) },
  std: { type: 'number', from: 0, to: 100 },
  loss: { type: 'choice', of: Object.keys(losses) },
  opt: { type: 'choice', of: Object.keys(optimizers) },
  lr: { type: 'number', above: 0, to: 1e6 },
  momentum: { type: 'number', from: 0, to: 0.9999 },
  schedule: { type: 'choice', of: Object.keys(schedules) },
  batch: { type: 'whole', from: 1, to: 100_000 },
  steps: { type: 'whole', from: 1, to: 10_000_000 },
  epochs: { type: 'whole', from: 1, to: 100_000 },
  watch: { type: 'choices', of: Object.keys(watches) },
  ...blockRules,
  ...networkRules,
  ...answerRules,
  ...regularizerRules,
  learner: { type: 'choice', of: Object.keys(learners) },
  k: { type: 'whole', from: 1, to: 1000 },
  trees: { type: 'whole', from: 1, to: 1000 },
  depth: { type: 'whole', from: 1, to: 100 },
  width: { type: 'whole', from: 1, to: 1000 },
  reuse: { type: 'choice', of: ['none', 'fine-tune', 'frozen', 'random'] },
  labels: { type: 'whole', from: 2, to: 1000 },
  pass: { type: 'choice', of: ['forward', 'backward'] },
  restarts: { type: 'whole', from: 1, to: 100 },
  seeding: { type: 'choice', of: ['plus-plus', 'random'] },
  choose: { type: 'choice', of: ['all', 'train'] },
  objective: { type: 'choice', of: ['pull', 'predictor', 'simsiam', 'infonce'] },
  temperature: { type: 'number', above: 0, to: 100 },
  view_noise: { type: 'number', from: 0, to: 10 },
  code: { type: 'whole', from: 1, to: 1024 },
  draws: { type: 'whole', from: 2, to: 100_000 },
  surface: { type: 'choice', of: Object.keys(surfaces) },
  curvature: { type: 'number', above: 0, to: 1e6 },
  h: { type: 'number', above: 0, to: 1 },
  fault: { type: 'choice', of: faults },
  coupling: { type: 'choice', of: couplings },
  law: { type: 'choice', of: Object.keys(laws) },
  start: { type: 'number', from: -1e6, to: 1e6 },
  start_y: { type: 'number', from: -1e6, to: 1e6 },
  dimensions: { type: 'whole', from: 1, to: 1000 },
  degree: { type: 'whole', from: 0, to: 100 },
  ridge: { type: 'number', from: 0, to: 1e6 },
  goal: { type: 'number', from: -1e6, to: 1e6 },
} satisfies Record<string, KeyRule>;

export type KeyName = keyof typeof recipeKeys;

/** Reads a value as YAML, JSON or the command line give it; null where the rule does not allow it. */
export function readValue(rule: KeyRule, raw: unknown): KeyValue | null {
  switch (rule.type) {
    case 'choice':
      return rule.of.includes(String(raw)) || (rule.orFile && isFileName(String(raw))) ? String(raw) : null;
    case 'number': {
      const value = toNumber(raw);
      const isAllowed =
        value <= rule.to && value >= (rule.from ?? -Infinity) && value > (rule.above ?? -Infinity);
      return isAllowed ? value : null;
    }
    case 'whole': {
      const value = toNumber(raw);
      return Number.isInteger(value) && value >= rule.from && value <= rule.to ? value : null;
    }
    case 'text': {
      const isText = typeof raw === 'string' || typeof raw === 'number';
      return isText && raw !== '' && String(raw).length <= rule.most ? String(raw) : null;
    }
    case 'choices': {
      const names = toList(raw).map(String);
      const isAllowed = names.every((name) => rule.of.includes(name)) && new Set(names).size === names.length;
      return isAllowed && names.length > 0 ? names : null;
    }
    case 'widths': {
      const widths = toList(raw).map(toNumber);
      const isAllowed = widths.every((width) => Number.isInteger(width) && width >= 1 && width <= rule.to);
      return isAllowed && widths.length <= rule.most ? widths : null;
    }
  }
}

/** A value as it is written in a flag, a filter and a label: 0.5, tanh, 16-16, none. */
export function formatValue(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? 'none' : value.join('-');
}

function toNumber(raw: unknown): number {
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
}

function toList(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  if (raw === 'none' || raw === '') return [];
  return String(raw).split(/[,-](?=.)/);
}
